"""The page one comes home to: what waits, and how far the mission is."""

import pytest

from fieldapp.records.selection import Selection
from fieldapp.usecases import what_to_do as module
from fieldapp.usecases.make_bundle import make_bundle
from fieldapp.usecases.overview import overview
from fieldapp.usecases.receive_receipt import receive_receipt
from fieldapp.usecases.records import save_effects, start_record
from fieldapp.usecases.what_to_do import Task
from tests.usecases.conftest import FORM, fill, finalised

NAME = f"/{FORM}/identite/nom"


def kinds(workspace):
    return {task.kind: task.count for task in overview(workspace).tasks}


def test_an_empty_workspace_waits_for_nothing_and_shows_the_twelve_regions(workspace):
    seen = overview(workspace)
    assert (seen.tasks, seen.forms, seen.finalised, seen.drafts) == ((), (), 0, 0)
    assert [line.code for line in seen.regions] == [f"{number:02}" for number in range(1, 13)]


def test_a_draft_is_to_be_resumed_where_one_was(workspace):
    opened = start_record(workspace, FORM)
    save_effects(workspace, opened, opened.session.answer(NAME, "Amal"), question=NAME)
    (task,) = overview(workspace).tasks
    assert (task.kind, task.count, task.rows[0].title) == ("to_resume", 1, "Amal")
    assert task.rows[0].place.count(" › ") == 1


def test_a_draft_without_an_answer_has_no_place(workspace):
    start_record(workspace, FORM)
    assert overview(workspace).tasks[0].rows[0].place == ""


def test_counts_are_by_form_region_and_status_and_leave_the_trash_out(workspace):
    finalised(workspace)
    fill(workspace)
    workspace.trash(fill(workspace).record.record_id, reason="essai")
    workspace.indexing.catch_up()
    seen = overview(workspace)
    assert [(line.code, line.finalised, line.drafts) for line in seen.forms] == [(FORM, 1, 1)]
    assert sum(line.finalised for line in seen.regions) == 1
    assert (seen.finalised, seen.drafts, seen.unread) == (1, 1, 0)


def test_what_the_counts_say_is_what_the_list_finds(workspace):
    finalised(workspace)
    start_record(workspace, FORM)
    workspace.indexing.catch_up()
    for line in overview(workspace).regions:
        if line.code:
            assert workspace.records.listing.count(Selection(region=line.code)) == line.total


def test_a_fiche_checked_long_ago_is_to_be_checked_again_with_its_day(workspace):
    finalised(workspace)
    workspace.indexing.catch_up()
    task = next(task for task in overview(workspace).tasks if task.kind == "to_check_again")
    assert task.rows[0].at < f"{workspace.clock.now():%Y-%m-%d}"
    assert workspace.records.listing.count(Selection(is_stale=True)) == task.count == 1


def test_what_was_finalised_is_to_be_sent_then_unanswered_then_nothing(enrolled):
    workspace, centre = enrolled.workspace, enrolled.centre
    finalised(workspace)
    assert kinds(workspace)["to_send"] == 1
    written = make_bundle(workspace, enrolled.folder)
    assert "to_send" not in kinds(workspace)
    assert kinds(workspace)["unanswered"] == 1
    centre.import_files([written.path])
    receive_receipt(workspace, centre.receipt_for(written.header.bundle_id).data)
    assert not kinds(workspace).keys() & {"to_send", "unanswered", "to_correct"}


def test_one_line_more_is_a_kind_of_work_more(workspace, monkeypatch):
    monkeypatch.setattr(module, "SOURCES", (*module.SOURCES, lambda _look: Task("returned", 2)))
    assert kinds(workspace) == {"returned": 2}


def test_a_reader_in_another_thread_may_ask(workspace):
    fill(workspace)
    with workspace.reader() as reading:
        assert overview(reading).drafts == 1


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_regions_speak_the_readers_language(workspace, language):
    names = [line.name for line in overview(workspace, language=language).regions]
    assert any("\u0600" < name[0] < "\u06ff" for name in names) is (language == "ar")
