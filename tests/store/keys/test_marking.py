"""The marker beside the database: lost, torn or altered, it locks nobody out and is written again."""

import pytest

from fieldapp.signing.keys import new_age_identity
from fieldapp.store import (
    TRAINING_PASSPHRASE,
    Actor,
    create_workspace,
    describe_workspace,
    open_workspace,
    show_person,
)
from fieldapp.store.marker import MARKER, Marker, read_marker

HARMS = {"missing": None, "torn": b'{"format": "ma.fi', "empty": b"", "noise": b"\0\xff" * 40, "list": b"[]"}


def harm(folder, kind):
    data = HARMS[kind]
    (folder / MARKER).unlink() if data is None else (folder / MARKER).write_bytes(data)


@pytest.mark.parametrize("kind", HARMS)
def test_a_training_workspace_without_its_marker_still_opens_for_everybody(folder, kind):
    harm(folder, kind)
    assert describe_workspace(folder).is_training
    open_workspace(folder, passphrase=TRAINING_PASSPHRASE).close()
    assert read_marker(folder) == Marker("equipe", is_training=True)


def test_a_real_workspace_without_its_marker_asks_for_its_passphrase(tmp_path):
    folder = tmp_path / "nord"
    given = {"passphrase": "phrase de passe", "recovery_recipients": [new_age_identity().recipient]}
    create_workspace(folder, actor=Actor("", "Salma"), is_training=False, **given).close()
    harm(folder, "torn")
    assert not describe_workspace(folder).is_training
    open_workspace(folder, passphrase="phrase de passe").close()
    assert read_marker(folder) == Marker("nord", is_training=False)


def test_a_marker_that_lies_is_put_right(folder):
    (folder / MARKER).write_text('{"format": "ma.fieldapp.workspace", "name": "x", "is_training": false}')
    open_workspace(folder, passphrase=TRAINING_PASSPHRASE).close()
    assert read_marker(folder) == Marker("equipe", is_training=True)


def test_whose_it_is_is_shown_only_when_asked_for_and_hidden_again(workspace, folder):
    assert read_marker(folder).person == ""
    show_person(workspace, is_shown=True)
    assert read_marker(folder).person == "Salma Idrissi"
    assert read_marker(folder).organisation == "agent · Association"
    show_person(workspace, is_shown=False)
    assert b"Salma" not in (folder / MARKER).read_bytes()


def test_what_is_shown_survives_a_lost_marker(workspace, folder):
    show_person(workspace, is_shown=True)
    workspace.close()
    harm(folder, "missing")
    open_workspace(folder, passphrase=TRAINING_PASSPHRASE).close()
    assert read_marker(folder).person == "Salma Idrissi"


def test_every_file_is_its_owners_alone(workspace, folder):
    workspace.backups.make()
    workspace.start_draft  # noqa: B018 - the workspace is open: its log lies there too
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) > 8
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in (folder, *folder.rglob("*")) if path.is_dir()} == {0o700}


def test_a_copy_on_a_stick_does_not_tell_whose_it_is(workspace, tmp_path):
    show_person(workspace, is_shown=True)
    copy, _ = workspace.backups.copy_to(tmp_path / "cle")
    assert b"Salma" not in (copy.path / MARKER).read_bytes()
    assert read_marker(copy.path).name == "equipe"
