"""Erasing as a person asks for it: shown, confirmed, carried to the centre, and nowhere after."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.central import schema
from fieldapp.central.database import sqlite_file
from fieldapp.records.erasure import Reason
from fieldapp.store import TRAINING_PASSPHRASE
from fieldapp.store.erasing.erasing import Erasing
from fieldapp.usecases.back_up import back_up
from fieldapp.usecases.erase_record import (
    confirmation_word,
    erasable_answers,
    erase_record,
    finish_erasures,
    preview_erasure,
)
from fieldapp.usecases.make_bundle import make_bundle
from fieldapp.usecases.open_workspace import open_workspace
from fieldapp.usecases.receive_receipt import receive_receipt
from tests.central.looks import rows
from tests.store.pages import traces
from tests.usecases.conftest import finalised

PHONE, NAME = "0600000003", "Caritas"
"""Of the sample `caritas`, whose contact agreed to be published."""


@pytest.fixture
def record(workspace):
    return finalised(workspace, "caritas").record.record_id


def erase(workspace, record_id, *paths):
    word = confirmation_word(record_id)
    return erase_record(workspace, record_id, paths=paths, reason=Reason.REQUEST, confirmation=word)


def send(enrolled, folder="envois"):
    """Send what is to be sent, have it imported, and take the receipt."""
    written = make_bundle(enrolled.workspace, enrolled.folder / folder)
    result = enrolled.centre.import_files([written.path])[0]
    receive_receipt(enrolled.workspace, enrolled.centre.receipt_for(written.header.bundle_id).data)
    return result


def phone_path(workspace, record_id):
    return next(path for path, value in workspace.answers(record_id).items() if PHONE in value)


def centre_bytes(centre):
    """Return every byte of the centre's files: the database with its free pages, and whatever lies beside it."""
    file = sqlite_file(centre.url)
    return b"".join(path.read_bytes() for path in sorted(file.parent.glob(f"{file.name}*")))


@pytest.mark.parametrize("is_whole", [False, True])
def test_what_is_erased_here_is_in_no_byte_of_the_centre_after_the_next_bundle(enrolled, record, is_whole):
    workspace = enrolled.workspace
    assert send(enrolled).new_count
    assert PHONE.encode() in centre_bytes(enrolled.centre)
    path = phone_path(workspace, record)
    erase(workspace, record, *([] if is_whole else [path]))
    result = send(enrolled, "suite")
    assert (str(result.status), result.quarantine_count, result.conflict_count) == ("applied", 0, 0)
    assert PHONE.encode() not in centre_bytes(enrolled.centre)
    assert (NAME.encode() not in centre_bytes(enrolled.centre)) is is_whole
    assert workspace.transmission(record) == "applied"


def test_what_the_centre_never_had_is_not_told_to_it(enrolled, record):
    path = phone_path(enrolled.workspace, record)
    erase(enrolled.workspace, record, path)
    send(enrolled)
    assert PHONE.encode() not in centre_bytes(enrolled.centre)
    assert path in {one for (one,) in rows(enrolled.centre, schema.change_field, "path")}


def test_the_document_the_centre_gets_after_an_erasure_is_drawn_anew(enrolled, record):
    send(enrolled)
    before = {one for (one,) in rows(enrolled.centre, schema.attachment, "sha256")}
    erase(enrolled.workspace, record, phone_path(enrolled.workspace, record))
    send(enrolled, "suite")
    documents = [one for one in rows(enrolled.centre, schema.attachment_use) if one[1] == schema.WHOLE_RECORD]
    assert len(documents) == 1
    assert documents[0][2] not in before


def test_a_bundle_from_before_brings_nothing_back(enrolled, record):
    old = make_bundle(enrolled.workspace, enrolled.folder)
    enrolled.centre.import_files([old.path])
    receive_receipt(enrolled.workspace, enrolled.centre.receipt_for(old.header.bundle_id).data)
    erase(enrolled.workspace, record, phone_path(enrolled.workspace, record))
    send(enrolled, "suite")
    enrolled.centre.import_files([old.path])
    assert PHONE.encode() not in centre_bytes(enrolled.centre)


def test_an_erasure_is_finished_when_the_workspace_is_opened_again(workspace, record):
    back_up(workspace)
    key = workspace.erasing.source.key
    erase(workspace, record)
    workspace.close()
    assert traces(workspace.folder, key, PHONE)
    again = open_workspace(workspace.folder, passphrase=TRAINING_PASSPHRASE)
    assert again.erasing.done.pending() == []
    again.close()
    assert traces(workspace.folder, key, PHONE) == []


def test_what_prevents_finishing_keeps_nobody_from_opening(workspace, record, monkeypatch):
    erase(workspace, record)
    workspace.close()

    def refuse(*_args, **_more):
        raise KnownError("file.disk_full")

    monkeypatch.setattr("fieldapp.usecases.erase_record.finish_erasures", refuse)
    again = open_workspace(workspace.folder, passphrase=TRAINING_PASSPHRASE)
    assert [one.record_id for one in again.erasing.done.pending()] == [record]
    again.close()


def test_nothing_goes_without_the_word_or_the_title(workspace, record, monkeypatch):
    monkeypatch.setattr(Erasing, "erase", None)
    for typed in ("", "oui", confirmation_word("une autre")):
        with pytest.raises(KnownError, match=r"erasure\.not_confirmed"):
            erase_record(workspace, record, reason=Reason.REQUEST, confirmation=typed)


def test_the_title_confirms_however_it_is_typed(workspace, record):
    title = workspace.records.get(record).title
    erase_record(workspace, record, reason=Reason.MISTAKE, confirmation=f"  {title.upper()} ")
    assert workspace.erasing.done.tombstone(record).reason == Reason.MISTAKE


def test_a_preview_counts_and_changes_nothing(enrolled, record):
    workspace = enrolled.workspace
    send(enrolled)
    back_up(workspace)
    changes = workspace.changes.count()
    seen = preview_erasure(workspace, record, paths=[phone_path(workspace, record)])
    assert (seen.reach.answers, seen.reach.revisions, seen.reach.documents, seen.copies) == (1, 1, 1, 1)
    assert seen.has_travelled
    assert workspace.changes.count() == changes
    assert not workspace.erasing.done.known()


def test_an_erased_record_is_not_previewed_again(workspace, record):
    erase(workspace, record)
    with pytest.raises(KnownError, match=r"record\.erased"):
        preview_erasure(workspace, record)


def test_the_answers_to_choose_from_bear_their_labels_and_not_what_is_computed(workspace, record):
    found = {one.path: one for one in erasable_answers(workspace, record, language="fr")}
    phone = found[phone_path(workspace, record)]
    assert phone.label.endswith("1 · Téléphone")
    assert PHONE in phone.value
    assert not [path for path in found if path.rpartition("/")[2].startswith(("@", "instance"))]


def test_an_answer_that_stands_only_in_the_past_can_be_erased_too(workspace, record):
    path = phone_path(workspace, record)
    workspace.trash(record, reason="doublon")
    assert path in {one.path for one in erasable_answers(workspace, record)}
    erase(workspace, record, path)
    finish_erasures(workspace)
    assert PHONE not in repr(workspace.changes.of_record(record))


def test_an_answer_that_was_chosen_is_shown_in_the_words_of_the_reader(workspace, record):
    shown = {one.path: one.value for one in erasable_answers(workspace, record, language="fr")}
    assert shown["conventions/conventionnee_mdcmre"] == "En cours"
