"""`fieldapp workspace recover-key`, `passphrase`, `new-recovery-key`: by prompt, and from files for a script."""

import shutil

import pytest

from fieldapp.cli.keys import RECOVERY_FILE
from fieldapp.cli.opening import NEW_PASSPHRASE_FILE, PASSPHRASE_FILE
from fieldapp.store import Actor
from fieldapp.store.keys.keyfile import KEY_FILES
from fieldapp.usecases.create_workspace import create_workspace

OLD, NEW = "une phrase assez longue", "une phrase toute neuve"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A real workspace, made once: its folder and its recovery key."""
    folder = tmp_path_factory.mktemp("made") / "reel"
    made = create_workspace(folder, passphrase=OLD, actor=Actor("", "Agente"), is_training=False)
    made.workspace.close()
    return folder, made.recovery_secret


@pytest.fixture
def place(made, tmp_path):
    """A copy of it: how its commands begin, its recovery key, and what writes the files of secrets."""
    folder, secret = made

    def files(**secrets):
        for name, secret in secrets.items():
            (tmp_path / name).write_text(f"{secret}\n", encoding="utf-8")
        variables = {"old": PASSPHRASE_FILE, "new": NEW_PASSPHRASE_FILE, "key": RECOVERY_FILE}
        return {variables[name]: str(tmp_path / name) for name in secrets}

    shutil.copytree(folder, tmp_path / "reel")
    return ("--workspace", tmp_path / "reel", "workspace"), secret, files


def test_a_script_changes_the_passphrase(run, place):
    start, _, files = place
    done = run(*start, "passphrase", "--json", env=files(old=OLD, new=NEW))
    assert (done.exit_code, done.data["backups_left"]) == (0, [])
    assert run(*start, "check", env=files(old=NEW)).exit_code == 0
    assert run(*start, "check", env=files(old=OLD)).exit_code == 1


def test_a_person_types_the_old_one_and_the_new_one_twice(run, place):
    start, _, files = place
    done = run(*start, "passphrase", input=f"{OLD}\n{NEW}\n{NEW}\n")
    assert done.exit_code == 0
    assert "clé USB" in done.stdout
    assert NEW not in done.output
    assert run(*start, "check", env=files(old=NEW)).exit_code == 0


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("pas la bonne phrase", NEW, "workspace.wrong_passphrase"),
        (OLD, "court", "workspace.passphrase_short"),
        (OLD, "Entraînement", "workspace.passphrase_published"),
        (OLD, "0123456789", "workspace.passphrase_guessable"),
    ],
)
def test_what_is_refused_changes_nothing(run, place, old, new, code):
    start, _, files = place
    refused = run(*start, "passphrase", "--json", env=files(old=old, new=new))
    assert (refused.exit_code, refused.data["error"]) == (1, code)
    assert run(*start, "check", env=files(old=OLD)).exit_code == 0


def test_a_training_workspace_keeps_its_published_passphrase(run, folder, place):
    _, _, files = place
    refused = run(
        "--workspace", folder, "workspace", "passphrase", "--json", env=files(old="entrainement", new=NEW)
    )
    assert refused.data["error"] == "workspace.training_passphrase"


def test_a_script_recovers_without_any_prompt(run, place):
    start, secret, files = place
    done = run(*start, "recover-key", "--json", env=files(key=secret, new=NEW))
    assert done.exit_code == 0
    assert run(*start, "check", env=files(old=NEW)).exit_code == 0


def test_a_new_recovery_key_takes_the_place_of_the_old_one(run, place, tmp_path):
    start, secret, files = place
    sheet = tmp_path / "feuille.pdf"
    made = run(*start, "new-recovery-key", "--yes", "--sheet", sheet, "--json", env=files(old=OLD))
    assert sheet.read_bytes().startswith(b"%PDF")
    assert sheet.stat().st_mode & 0o777 == 0o600
    refused = run(*start, "recover-key", "--json", env=files(key=secret, new=NEW))
    assert refused.data["error"] == "workspace.no_recovery"
    again = files(key=made.data["recovery_secret"], new=NEW)
    assert run(*start, "recover-key", "--json", env=again).exit_code == 0


def test_the_old_recovery_key_stays_until_the_new_one_is_noted(run, place):
    start, secret, files = place
    left = run(*start, "new-recovery-key", env=files(old=OLD), input="n\n")
    assert left.exit_code == 1
    assert run(*start, "recover-key", "--json", env=files(key=secret, new=NEW)).exit_code == 0


def test_keys_taken_from_a_backup_are_told_beside_the_answer(run, folder):
    start = ("--workspace", folder, "workspace")
    run(*start, "backup")
    for name in KEY_FILES:
        (folder / name).write_bytes(b"torn")
    checked = run(*start, "check", "--json")
    assert checked.data["records"] == 0
    assert "réparées à partir de la sauvegarde du" in checked.stderr


def test_a_marker_that_says_training_of_a_real_workspace_locks_nobody_out(run, place, tmp_path):
    start, _, files = place
    marker = tmp_path / "reel" / "workspace.json"
    marker.write_text(marker.read_text().replace("false", "true"))
    assert run(*start, "check", env=files(old=OLD)).exit_code == 0
    assert '"is_training": false' in marker.read_text()
