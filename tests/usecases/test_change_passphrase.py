"""The passphrase changes, the answers stay; and the whole way back from a lost one, rehearsed."""

import shutil

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.store import list_backups
from fieldapp.usecases.back_up import back_up, copy_workspace
from fieldapp.usecases.change_passphrase import (
    change_passphrase,
    change_passphrase_of,
    draw_recovery_key,
    replace_recovery_key_of,
)
from fieldapp.usecases.create_workspace import create_workspace
from fieldapp.usecases.open_workspace import open_workspace
from fieldapp.usecases.recover_workspace import recover_workspace
from tests.usecases.conftest import PERSON, fill, finalised

OLD, NEW, NEWER = "la phrase oubliée", "une phrase toute neuve", "encore une autre phrase"


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """A real workspace with a complete fiche and a draft, made once and closed; its recovery key."""
    folder = tmp_path_factory.mktemp("template") / "poste"
    made = create_workspace(folder, passphrase=OLD, actor=PERSON, is_training=False)
    finalised(made.workspace)
    fill(made.workspace)
    made.workspace.close()
    return folder, made.recovery_secret


@pytest.fixture
def made(template, tmp_path):
    """A copy of it, open; its recovery key; every answer."""
    folder, secret = template
    workspace = open_workspace(shutil.copytree(folder, tmp_path / "poste"), passphrase=OLD)
    yield workspace, secret, all_answers(workspace)
    workspace.close()


def all_answers(workspace):
    return {
        record.record_id: workspace.draft_answers(record.record_id) for record in workspace.records.list()
    }


def answers_in(folder, passphrase):
    workspace = open_workspace(folder, passphrase=passphrase)
    try:
        return all_answers(workspace)
    finally:
        workspace.close()


def test_an_open_workspace_changes_its_passphrase_and_goes_on(made):
    workspace, _, before = made
    change_passphrase_of(workspace, old=OLD, new=NEW)
    fill(workspace)
    workspace.close()
    after = answers_in(workspace.folder, NEW)
    assert len(after) == len(before) + 1
    assert {record_id: after[record_id] for record_id in before} == before


def test_an_old_passphrase_that_leaked_opens_no_backup_of_the_folder(made):
    workspace, _, _ = made
    backup = back_up(workspace).path
    workspace.close()
    assert change_passphrase(workspace.folder, old=OLD, new=NEW).left == ()
    for place in (workspace.folder, backup):
        with pytest.raises(KnownError, match=r"workspace\.wrong_passphrase"):
            open_workspace(place, passphrase=OLD)
    assert answers_in(backup, NEW)


def test_the_whole_way_back_from_a_lost_passphrase(made):
    workspace, secret, before = made
    back_up(workspace)
    workspace.close()
    recover_workspace(workspace.folder, recovery_secret=secret, passphrase=NEW)
    assert answers_in(workspace.folder, NEW) == before
    recover_workspace(workspace.folder, recovery_secret=secret, passphrase=NEWER)
    assert answers_in(workspace.folder, NEWER) == before
    (backup,) = list_backups(workspace.folder)[:1]
    assert answers_in(backup.path, NEWER) == before


def test_the_same_on_another_computer_from_a_copy_on_a_stick(made, tmp_path):
    workspace, secret, before = made
    stick = copy_workspace(workspace, tmp_path / "cle").copy.path
    workspace.close()
    shutil.rmtree(workspace.folder)
    there = shutil.copytree(stick, tmp_path / "autre ordinateur" / "poste")
    recover_workspace(there, recovery_secret=secret, passphrase=NEW)
    assert answers_in(there, NEW) == before


def test_a_copy_on_a_stick_keeps_the_passphrase_of_its_day(made, tmp_path):
    workspace, _, _ = made
    stick = copy_workspace(workspace, tmp_path / "cle").copy.path
    change_passphrase_of(workspace, old=OLD, new=NEW)
    assert answers_in(stick, OLD)


def test_a_new_recovery_key_opens_and_the_old_one_no_more(made):
    workspace, old_secret, before = made
    new = draw_recovery_key()
    replace_recovery_key_of(workspace, passphrase=OLD, recipient=new.recipient)
    workspace.close()
    with pytest.raises(KnownError, match=r"workspace\.no_recovery"):
        recover_workspace(workspace.folder, recovery_secret=old_secret, passphrase=NEW)
    recover_workspace(workspace.folder, recovery_secret=new.secret, passphrase=NEW)
    assert answers_in(workspace.folder, NEW) == before


def test_whoever_sits_at_an_open_workspace_must_know_its_passphrase(made):
    workspace, _, _ = made
    recipient = draw_recovery_key().recipient
    with pytest.raises(KnownError, match=r"workspace\.wrong_passphrase"):
        replace_recovery_key_of(workspace, passphrase=NEW, recipient=recipient)
    with pytest.raises(KnownError, match=r"workspace\.wrong_passphrase"):
        change_passphrase_of(workspace, old=NEW, new=NEWER)
