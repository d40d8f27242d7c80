"""Making and opening a workspace: whole or not at all, and nothing in it can be read by a stranger."""

import json
import shutil

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.engine.effects import Edit
from fieldapp.signing.keys import new_age_identity
from fieldapp.store import TRAINING_PASSPHRASE, Actor, create_workspace, is_workspace, open_workspace
from fieldapp.store.keys.keyfile import KEY_FILES
from fieldapp.store.marker import DATABASE, MARKER
from tests.store.given import FICHE

ACTOR = Actor("", "Salma Idrissi", "agent", "Association")
PHRASE = "phrase de passe"


def create(folder, **more):
    given = {"passphrase": PHRASE, "recovery_recipients": (), "actor": ACTOR, "is_training": True}
    return create_workspace(folder, **given | more)


def test_a_new_workspace_has_its_person_its_device_and_its_stream(tmp_path):
    workspace = create(tmp_path / "nord")
    assert (workspace.actor.name, workspace.device.device_code, workspace.name) == (
        "Salma Idrissi",
        "",
        "nord",
    )
    assert workspace.device.device_id != workspace.device.device_epoch
    assert workspace.streams.names() == ["anapec"]
    workspace.close()


def test_a_closed_workspace_is_these_files_and_no_more(folder):
    assert sorted(path.name for path in folder.iterdir()) == [
        DATABASE,
        MARKER,
        KEY_FILES[0],
        KEY_FILES[1],
        "workspace.lock",
    ]


def test_only_its_owner_enters_the_folder(tmp_path):
    create(tmp_path / "nord").close()
    assert (tmp_path / "nord").stat().st_mode & 0o777 == 0o700


def test_the_passphrase_opens_it_again(folder):
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    assert workspace.is_training
    assert workspace.actor.organisation == "Association"
    workspace.close()


def test_a_wrong_passphrase_is_refused_and_the_folder_is_free_again(folder, reopen):
    before = (folder / DATABASE).read_bytes()
    with pytest.raises(KnownError, match=r"workspace\.wrong_passphrase"):
        open_workspace(folder, passphrase="autre phrase")
    assert (folder / DATABASE).read_bytes() == before
    reopen()


def test_a_second_program_is_refused(workspace, folder):
    with pytest.raises(KnownError, match=r"workspace\.in_use"):
        open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    assert workspace.records.list() == []


def test_training_is_what_the_encrypted_file_says(folder, reopen):
    marker = json.loads((folder / MARKER).read_text())
    (folder / MARKER).write_text(json.dumps(marker | {"is_training": False}))
    assert reopen().is_training


def test_a_real_workspace_never_has_zero_recovery_keys(tmp_path):
    with pytest.raises(KnownError, match=r"workspace\.no_recovery"):
        create(tmp_path / "nord", is_training=False)
    assert not (tmp_path / "nord").exists()


def test_a_guess_is_dear_unless_everybody_knows_the_passphrase(tmp_path):
    recipient = new_age_identity().recipient
    create(tmp_path / "nord", is_training=False, recovery_recipients=[recipient]).close()
    create(tmp_path / "essai", passphrase=TRAINING_PASSPHRASE).close()
    real, training = (
        json.loads((tmp_path / name / KEY_FILES[0]).read_bytes())["passphrase"] for name in ("nord", "essai")
    )
    assert (real["memory_kib"], real["iterations"], real["lanes"]) == (65_536, 3, 4)
    assert training["memory_kib"] == 8_192


def test_a_real_workspace_is_not_training(tmp_path):
    recipient = new_age_identity().recipient
    workspace = create(tmp_path / "nord", is_training=False, recovery_recipients=[recipient])
    assert not workspace.is_training
    workspace.close()


def test_a_bad_recovery_key_leaves_nothing_behind(tmp_path):
    with pytest.raises(KnownError, match=r"age\.bad_recipient"):
        create(tmp_path / "nord", recovery_recipients=["age1non"])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_anything_in_it_is_not_taken(tmp_path):
    (tmp_path / "lettre.txt").write_text("à garder")
    with pytest.raises(KnownError, match=r"workspace\.exists"):
        create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["lettre.txt"]


def test_an_empty_folder_is_taken(tmp_path):
    (tmp_path / "nord").mkdir()
    create(tmp_path / "nord").close()
    assert is_workspace(tmp_path / "nord")


def test_what_a_killed_creation_left_does_not_disturb(tmp_path):
    (tmp_path / ".nord.being-made").mkdir()
    (tmp_path / ".nord.being-made" / DATABASE).write_bytes(b"half")
    create(tmp_path / "nord").close()
    assert [path.name for path in tmp_path.iterdir()] == ["nord"]


def test_no_workspace_is_said(tmp_path):
    with pytest.raises(KnownError, match=r"workspace\.not_found"):
        open_workspace(tmp_path, passphrase=PHRASE)


@pytest.mark.parametrize("keep", [0.2, 0.7, 0.98])
def test_a_truncated_file_is_damaged_and_left_as_it_is(folder, keep):
    whole = (folder / DATABASE).read_bytes()
    torn = whole[: int(len(whole) * keep)]
    (folder / DATABASE).write_bytes(torn)
    with pytest.raises(KnownError, match=r"workspace\.damaged"):
        open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    assert (folder / DATABASE).read_bytes() == torn


def test_the_file_of_another_workspace_is_damaged_here(folder, tmp_path):
    create(tmp_path / "autre").close()
    shutil.copy(tmp_path / "autre" / DATABASE, folder / DATABASE)
    with pytest.raises(KnownError, match=r"workspace\.damaged"):
        open_workspace(folder, passphrase=TRAINING_PASSPHRASE)


@pytest.mark.parametrize("page", [3, 20])
def test_a_changed_byte_is_found_by_the_check(folder, reopen, page):
    data = bytearray((folder / DATABASE).read_bytes())
    data[page * 4096 + 2_000] ^= 1
    (folder / DATABASE).write_bytes(data)
    with pytest.raises(KnownError, match=r"workspace\.damaged"):
        reopen().check()


@pytest.mark.parametrize("is_open", [True, False])
def test_a_secret_is_in_no_file_of_the_folder(workspace, folder, draft, is_open):
    secret = "TEMOIN-ZX81-secret"
    workspace.drafts.append(
        draft, [Edit("nom", None, secret)], actor_id=workspace.actor.actor_id, title=secret
    )
    answers = {"nom": secret, "note": secret}
    workspace.finalise(draft, definition=FICHE, final_answers=answers, beside={"x": secret}, title=secret)
    workspace.attachments.add(secret.encode(), "text/plain", extension="txt")
    workspace.vault.put("key", secret.encode())
    assert workspace.records.count(query=secret) == 1
    if not is_open:
        workspace.close()
    files = [path.read_bytes() for path in folder.iterdir()]
    for spelling in (secret.encode(), secret.lower().encode(), secret.encode("utf-16-le"), b"Salma"):
        assert not [data for data in files if spelling in data]
