"""`fieldapp workspace backup` and `restore`: listed, looked at, put back."""

import shutil


def test_a_backup_is_made_once_for_one_state(run, folder):
    made = run("--workspace", folder, "workspace", "backup", "--json").data
    again = run("--workspace", folder, "workspace", "backup", "--json").data
    assert made["path"].startswith(str(folder / "backups"))
    assert again == {"path": None, "backups": 1}


def test_a_copy_says_when_it_is_on_the_same_disk(run, folder, tmp_path):
    made = run("--workspace", folder, "workspace", "backup", "--to", tmp_path / "cle")
    assert made.exit_code == 0
    assert "même disque" in made.stdout


def test_a_restore_without_a_name_lists_what_there_is(run, folder):
    assert run("--workspace", folder, "workspace", "restore").stdout == "Aucune sauvegarde.\n"
    run("--workspace", folder, "workspace", "backup")
    listed = run("--workspace", folder, "workspace", "restore", "--json").data
    assert [one["name"][:7] for one in listed["backups"]] == ["000001_"]
    assert listed["set_aside"] == []


def test_a_backup_is_looked_at_and_put_back(run, folder):
    run("--workspace", folder, "workspace", "backup")
    name = next((folder / "backups").iterdir()).name
    seen = run("--workspace", folder, "workspace", "restore", name, "--preview", "--json").data
    assert seen["holds"]["records"] == seen["here"]["records"] == 0
    done = run("--workspace", folder, "workspace", "restore", name, "--yes", "--json").data
    assert done["set_aside"].startswith(str(folder / "set-aside"))
    checked = run("--workspace", folder, "workspace", "check", "--json").data
    assert checked["only_here"]["records"] == 0


def test_a_person_who_says_no_keeps_what_is_there(run, folder):
    run("--workspace", folder, "workspace", "backup")
    name = next((folder / "backups").iterdir()).name
    refused = run("--workspace", folder, "workspace", "restore", name, input="n\n")
    assert refused.exit_code == 1
    assert not (folder / "set-aside").exists()


def test_a_folder_without_a_backup_is_refused(run, folder, tmp_path):
    refused = run("--workspace", folder, "workspace", "restore", tmp_path / "rien", "--yes", "--json")
    assert (refused.exit_code, refused.data["error"]) == (1, "copy.not_found")


def test_a_workspace_that_is_lost_comes_back_from_a_copy(run, folder, tmp_path):
    copy = run("--workspace", folder, "workspace", "backup", "--to", tmp_path / "cle", "--json").data["path"]
    shutil.rmtree(folder)
    assert run("--workspace", folder, "workspace", "restore", copy, "--yes").exit_code == 0
    assert run("--workspace", folder, "workspace", "check").exit_code == 0
