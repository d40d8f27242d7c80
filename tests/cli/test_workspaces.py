"""`fieldapp workspace`: made, proved whole, refused in words."""

from fieldapp.cli import workspaces
from fieldapp.cli.opening import PASSPHRASE_FILE
from fieldapp.usecases.load_samples import mission_samples


def test_a_training_workspace_is_made_and_checked(run, tmp_path):
    folder = tmp_path / "poste"
    made = run("--workspace", folder, "workspace", "create", "--name", "Agente Fictive", "--training")
    assert made.exit_code == 0
    checked = run("--workspace", folder, "workspace", "check", "--json")
    assert (checked.data["records"], checked.data["changes"]) == (0, 0)


def test_a_real_workspace_takes_its_passphrase_from_a_file(run, tmp_path):
    secret = tmp_path / "phrase.txt"
    secret.write_text("une phrase assez longue\n", encoding="utf-8")
    environment = {PASSPHRASE_FILE: str(secret)}
    arguments = ("--workspace", tmp_path / "poste", "workspace")
    made = run(*arguments, "create", "--name", "Agente", "--json", env=environment)
    assert made.data["recovery_secret"].startswith("AGE-SECRET-KEY-1")
    assert run(*arguments, "check", env=environment).exit_code == 0


def test_a_wrong_passphrase_is_a_sentence_and_exit_code_1(run, tmp_path):
    right, wrong = tmp_path / "right", tmp_path / "wrong"
    right.write_text("une phrase assez longue", encoding="utf-8")
    wrong.write_text("une autre phrase longue", encoding="utf-8")
    arguments = ("--workspace", tmp_path / "poste", "workspace")
    run(*arguments, "create", "--name", "Agente", env={PASSPHRASE_FILE: str(right)})
    refused = run(*arguments, "check", env={PASSPHRASE_FILE: str(wrong)})
    assert refused.exit_code == 1
    assert refused.stderr.strip().count("\n") == 0
    assert "Traceback" not in refused.stderr


def test_a_folder_that_is_no_workspace_is_refused(run, tmp_path):
    refused = run("--workspace", tmp_path, "workspace", "check", "--json")
    assert (refused.exit_code, refused.data["error"]) == (1, "workspace.not_found")


def test_a_truncated_workspace_is_refused_and_left_as_it_is(run, folder):
    database = folder / "fiches.db"
    database.write_bytes(database.read_bytes()[:5000])
    before = database.read_bytes()
    refused = run("--workspace", folder, "workspace", "check", "--json")
    assert (refused.exit_code, refused.data["error"]) == (1, "workspace.damaged")
    assert database.read_bytes() == before


def test_an_unknown_command_is_a_wrong_call(run):
    assert run("workspace", "fly").exit_code == 2


def test_a_lost_passphrase_is_replaced_with_the_recovery_key(run, tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("une phrase assez longue", encoding="utf-8")
    new.write_text("une phrase toute neuve", encoding="utf-8")
    arguments = ("--workspace", tmp_path / "poste", "workspace")
    made = run(*arguments, "create", "--name", "Agente", "--json", env={PASSPHRASE_FILE: str(old)})
    secret = made.data["recovery_secret"]
    again = run(*arguments, "recover-key", env={PASSPHRASE_FILE: str(new)}, input=f"{secret}\n")
    assert again.exit_code == 0
    assert run(*arguments, "check", env={PASSPHRASE_FILE: str(new)}).exit_code == 0
    assert run(*arguments, "check", env={PASSPHRASE_FILE: str(old)}).exit_code == 1


def test_the_invented_mission_is_loaded_once(run, folder, monkeypatch):
    few = mission_samples()[:3]
    monkeypatch.setattr(workspaces, "mission_samples", lambda: few)
    first, second = (run("--workspace", folder, "workspace", "load-samples", "--json") for _ in range(2))
    assert (first.data, second.data) == ({"loaded": 3, "known": 0}, {"loaded": 0, "known": 3})
