"""A new workspace has keys, forms, and a way back when the passphrase is lost."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.signing.wrapping import unwrap_with_recovery
from fieldapp.store import TRAINING_PASSPHRASE
from fieldapp.usecases.create_workspace import create_workspace
from fieldapp.usecases.enrolment import request_enrolment
from fieldapp.usecases.open_workspace import open_workspace
from tests.usecases.conftest import FORM, PERSON

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
