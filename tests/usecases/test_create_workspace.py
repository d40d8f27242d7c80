"""A new workspace has keys, forms, and a way back when the passphrase is lost."""

import subprocess
import sys
from pathlib import Path

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.signing.wrapping import unwrap_with_recovery
from fieldapp.store import TRAINING_PASSPHRASE
from fieldapp.usecases.change_passphrase import draw_recovery_key
from fieldapp.usecases.create_workspace import create_workspace
from fieldapp.usecases.enrolment import request_enrolment
from fieldapp.usecases.open_workspace import open_workspace
from fieldapp.usecases.recover_workspace import recover_workspace
from tests.usecases.conftest import FORM, PERSON

CHILD = Path(__file__).with_name("making_child.py")
PASSPHRASE = "quatre mots bien choisis"


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    folder = tmp_path_factory.mktemp("real") / "poste"
    made = create_workspace(folder, passphrase=PASSPHRASE, actor=PERSON, is_training=False)
    made.workspace.close()
    return folder, made.recovery_secret


def test_a_training_workspace_has_the_shipped_form(workspace):
    assert FORM in {form.form_id for form in workspace.forms.list()}
    assert workspace.is_training


def test_a_short_passphrase_is_refused_before_anything_is_written(tmp_path):
    with pytest.raises(KnownError, match=r"workspace\.passphrase_short"):
        create_workspace(tmp_path / "poste", passphrase="court", actor=PERSON, is_training=False)
    assert not (tmp_path / "poste").exists()


def test_a_real_workspace_opens_with_its_passphrase_alone(real):
    folder, _ = real
    with pytest.raises(KnownError, match=r"workspace\.wrong_passphrase"):
        open_workspace(folder, passphrase="une autre phrase")
    open_workspace(folder, passphrase=PASSPHRASE).close()


def test_the_recovery_key_gives_the_key_back(real):
    folder, secret = real
    assert len(unwrap_with_recovery((folder / "workspace.keys").read_bytes(), secret)) == 32


def test_neither_passphrase_nor_recovery_key_stands_in_a_file(real):
    folder, secret = real
    everything = b"".join(path.read_bytes() for path in folder.iterdir())
    assert PASSPHRASE.encode() not in everything
    assert secret.encode() not in everything


def test_a_workspace_that_could_not_be_finished_does_not_stand(tmp_path, monkeypatch):
    def refuse(_workspace):
        raise KnownError("file.disk_full")

    monkeypatch.setattr("fieldapp.usecases.create_workspace.install_shipped_forms", refuse)
    with pytest.raises(KnownError, match=r"disk_full"):
        create_workspace(tmp_path / "poste", passphrase=PASSPHRASE, actor=PERSON, is_training=False)
    assert list(tmp_path.iterdir()) == []


def test_a_workspace_whose_making_was_killed_gets_its_keys_when_it_is_opened(workspace):
    for name in workspace.vault.names():
        workspace.vault.remove(name)
    workspace.close()
    again = open_workspace(workspace.folder, passphrase=TRAINING_PASSPHRASE)
    assert request_enrolment(again).words
    again.close()


def killed(folder, module, where, recipient):
    command = [sys.executable, str(CHILD), str(folder), module, where, recipient, PASSPHRASE]
    return subprocess.run(command, check=False).returncode


def test_a_program_killed_before_the_file_is_whole_leaves_nothing_to_open(tmp_path):
    folder, key = tmp_path / "poste", draw_recovery_key()
    assert killed(folder, "fieldapp.store.opening", "write_marker", key.recipient) == 9
    assert not folder.exists()
    made = create_workspace(folder, passphrase=PASSPHRASE, actor=PERSON, is_training=False)
    made.workspace.close()
    assert [path.name for path in tmp_path.iterdir()] == ["poste"]


def test_a_program_killed_after_that_leaves_what_was_agreed_to(tmp_path):
    folder, key = tmp_path / "poste", draw_recovery_key()
    assert killed(folder, "fieldapp.usecases.create_workspace", "make_keys", key.recipient) == 9
    recover_workspace(folder, recovery_secret=key.secret, passphrase=PASSPHRASE)
    workspace = open_workspace(folder, passphrase=PASSPHRASE)
    assert request_enrolment(workspace).words
    assert workspace.forms.list()
    workspace.close()


def test_a_recovery_key_that_was_put_away_before_is_not_drawn_again(tmp_path):
    key = draw_recovery_key()
    made = create_workspace(
        tmp_path / "poste",
        passphrase=PASSPHRASE,
        actor=PERSON,
        is_training=False,
        recovery_recipient=key.recipient,
    )
    made.workspace.close()
    assert made.recovery_secret == ""
    recover_workspace(tmp_path / "poste", recovery_secret=key.secret, passphrase="une phrase toute neuve")
