"""Backups and copies as a person uses them, and what would be lost with this computer."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.engine import Edit
from fieldapp.records.change import Op
from fieldapp.store import TRAINING_PASSPHRASE
from fieldapp.usecases.back_up import (
    back_up,
    back_up_at_close,
    copy_workspace,
    count_losses,
    keep_copy,
    write_copy,
)
from fieldapp.usecases.finalise_record import finalise_record, reopen_record
from fieldapp.usecases.make_bundle import make_bundle
from fieldapp.usecases.open_workspace import open_workspace
from fieldapp.usecases.receive_receipt import receive_receipt
from fieldapp.usecases.records import save_effects, start_record
from fieldapp.usecases.restore_workspace import list_choices, preview_restore, restore_workspace
from tests.usecases.conftest import FORM, fill, finalised


@pytest.fixture
def stick(small_disk):
    """Return another disk than the workspace's."""
    return small_disk(64 * 1024 * 1024)


def at_risk(workspace):
    losses = count_losses(workspace)
    return losses.records, losses.newer_records


def send(enrolled):
    written = make_bundle(enrolled.workspace, enrolled.folder)
    enrolled.centre.import_files([written.path])
    receive_receipt(enrolled.workspace, enrolled.centre.receipt_for(written.header.bundle_id).data)


def type_answer(workspace, record_id, value):
    edit = Edit("essai", None, value)
    workspace.drafts.append(record_id, [edit], actor_id=workspace.actor.actor_id)


def test_everything_exists_only_here_until_it_is_copied_or_received(workspace):
    assert at_risk(workspace) == (0, 0)
    start_record(workspace, FORM)
    finalised(workspace)
    assert at_risk(workspace) == (2, 0)
    assert count_losses(workspace).changes == 1


def test_a_copy_on_another_disk_brings_the_meter_to_nothing(workspace, stick):
    draft = fill(workspace)
    copied = copy_workspace(workspace, stick)
    assert copied.is_elsewhere
    assert at_risk(workspace) == (0, 0)
    assert count_losses(workspace).last_copy.place == str(copied.copy.path)
    type_answer(workspace, draft.record.record_id, "plus tard")
    start_record(workspace, FORM)
    assert at_risk(workspace) == (1, 1)


def test_a_copy_on_the_same_disk_does_not(workspace, tmp_path):
    fill(workspace)
    assert not copy_workspace(workspace, tmp_path / "ailleurs").is_elsewhere
    assert at_risk(workspace) == (1, 0)
    assert count_losses(workspace).last_copy is None


def test_what_was_typed_while_a_worker_copied_is_not_counted_as_copied(workspace, stick):
    draft = fill(workspace).record.record_id
    with workspace.reader() as reading:
        written = write_copy(reading, stick)
    type_answer(workspace, draft, "entre-temps")
    keep_copy(workspace, written)
    assert at_risk(workspace) == (0, 1)


def test_what_the_centre_received_is_not_only_here_but_what_does_not_travel_is(enrolled):
    record = finalised(enrolled.workspace, "caritas").record.record_id
    assert at_risk(enrolled.workspace) == (1, 0)
    send(enrolled)
    assert at_risk(enrolled.workspace)[0] == 0
    assert count_losses(enrolled.workspace).last_receipt_at
    reopen_record(enrolled.workspace, record, reason="numéro changé")
    type_answer(enrolled.workspace, record, "nouveau")
    assert at_risk(enrolled.workspace) == (0, 1)


def test_a_trashed_record_is_no_loss(workspace):
    workspace.trash(start_record(workspace, FORM).record.record_id, reason="vide")
    assert at_risk(workspace) == (0, 0)


def test_closing_goes_on_when_the_backup_cannot_be_made(workspace, monkeypatch):
    def refuse(**_given):
        raise KnownError("file.disk_full")

    monkeypatch.setattr(workspace.backups, "make", refuse)
    assert back_up_at_close(workspace).code == "file.disk_full"
    monkeypatch.undo()
    assert back_up_at_close(workspace) is None
    assert len(workspace.backups.list()) == 1


def test_a_backup_stops_when_asked(workspace):
    with pytest.raises(KnownError, match=r"copy\.cancelled"):
        back_up(workspace, is_cancelled=lambda: True)
    assert workspace.backups.list() == []


def test_a_restore_is_rehearsed_from_the_list_to_the_work_that_goes_on(workspace):
    record = finalised(workspace).record.record_id
    answers = workspace.answers(record)
    back_up(workspace)
    workspace.trash(record, reason="par erreur")
    workspace.close()
    backup = list_choices(workspace.folder).backups[0].path
    seen = preview_restore(workspace.folder, backup, passphrase=TRAINING_PASSPHRASE)
    assert (seen.holds.records, seen.here.records) == (1, 0)
    done = restore_workspace(workspace.folder, backup, passphrase=TRAINING_PASSPHRASE)
    assert list_choices(workspace.folder).set_aside[0].path == done.set_aside
    again = open_workspace(workspace.folder, passphrase=TRAINING_PASSPHRASE)
    assert again.answers(record) == answers
    start_record(again, FORM)
    assert again.check() == 1
    again.close()


def test_the_centre_takes_all_of_a_restored_workspace_anew(enrolled):
    """The numbers used since the backup are not used again: no fork, nothing twice, later work arrives."""
    workspace = enrolled.workspace
    kept = finalised(workspace).record.record_id
    back_up(workspace)
    finalised(workspace, "caritas")
    send(enrolled)
    workspace.close()
    backup = list_choices(workspace.folder).backups[0].path
    restore_workspace(workspace.folder, backup, passphrase=TRAINING_PASSPHRASE)
    again = open_workspace(workspace.folder, passphrase=TRAINING_PASSPHRASE)
    later = finalised(again, "caritas").record.record_id
    written = make_bundle(again, enrolled.folder / "apres")
    result = enrolled.centre.import_files([written.path])[0]
    receive_receipt(again, enrolled.centre.receipt_for(written.header.bundle_id).data)
    states = again.outbox.transmissions([kept, later])
    again.close()
    assert str(result.status) == "applied"
    assert {str(state) for state in states.values()} == {"applied"}


CONTACT_CONSENT = "/fiche_organisation/contacts/contact[1]/accord_diffusion"


def restored(workspace):
    """Close the workspace, put its newest backup back, and open it again."""
    workspace.close()
    backup = list_choices(workspace.folder).backups[0].path
    restore_workspace(workspace.folder, backup, passphrase=TRAINING_PASSPHRASE)
    return open_workspace(workspace.folder, passphrase=TRAINING_PASSPHRASE)


def leaving(workspace):
    """Return all values that the next bundle would carry."""
    fields = [field for _, change in workspace.streams.changes_since("anapec", 0) for field in change.fields]
    return {value for field in fields for value in (field.old_value, field.new_value)}


def revise(workspace, record_id, reference, value):
    opened = reopen_record(workspace, record_id, reason="suite")
    save_effects(workspace, opened, opened.session.answer(reference, value), question=reference)
    assert finalise_record(workspace, opened).is_done


@pytest.mark.parametrize("is_trashed", [False, True])
def test_a_consent_withdrawn_since_the_backup_stays_withdrawn(workspace, is_trashed):
    record = finalised(workspace, "caritas").record.record_id
    assert "0600000003" in str(leaving(workspace))
    back_up(workspace)
    revise(workspace, record, CONTACT_CONSENT, "non")
    if is_trashed:
        workspace.trash(record, reason="doublon")
    again = restored(workspace)
    assert not [value for value in leaving(again) if value and "600000003" in value]
    assert "0600000003" in str(again.answers(record)) or is_trashed
    assert again.changes.of_record(record)[-1].op in (Op.EDIT, Op.WITHDRAW)
    assert again.check() == again.changes.count() > 1
    again.close()


def test_a_record_trashed_since_the_backup_comes_back_whole(workspace):
    record = finalised(workspace, "caritas").record.record_id
    answers = workspace.answers(record)
    back_up(workspace)
    workspace.trash(record, reason="par erreur")
    again = restored(workspace)
    assert again.answers(record) == answers
    assert "0600000003" in str(leaving(again))
    again.close()


def test_a_consent_that_stands_is_restored_as_it_was(workspace):
    record = finalised(workspace, "caritas").record.record_id
    answers = workspace.answers(record)
    back_up(workspace)
    revise(workspace, record, "/fiche_organisation/identite/sigle", "CAM")
    again = restored(workspace)
    assert again.answers(record) == answers
    assert again.changes.count() == 1
    again.close()
