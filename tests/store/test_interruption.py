"""Who opens a workspace after a kill learns which drafts were being filled, and their last answer."""

import os
import signal

import pytest

from fieldapp.engine.effects import Edit
from fieldapp.store.lock import LOCK_FILE
from tests.store.given import FICHE


@pytest.fixture
def killed(folder, reopen):
    """Return a function that opens the workspace, works in it, and is killed: a process of its own."""

    def kill_after(work):
        child = os.fork()
        if child == 0:
            try:
                work(reopen())
            finally:
                os.kill(os.getpid(), signal.SIGKILL)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL

    return kill_after


def answer(workspace, record, value):
    workspace.drafts.append(record, [Edit("nom", None, value)], actor_id=workspace.actor.actor_id)


def begin_another(workspace):
    """Begin a record under an id of its own: the ids of the tests are counted anew in each opening."""
    for _ in range(500):
        workspace.ids.uuid7()
    answer(workspace, workspace.start_draft(FICHE, title="Hiba").record_id, "un")


def two_drafts(workspace):
    first = workspace.start_draft(FICHE, title="Amal").record_id
    second = workspace.start_draft(FICHE, title="Nour").record_id
    answer(workspace, first, "un")
    answer(workspace, second, "deux")
    answer(workspace, first, "trois")


def told(workspace):
    return [(one.record.title, one.last.edits[0].new) for one in workspace.interruption.drafts()]


def test_a_kill_names_each_draft_with_its_last_answer_the_latest_first(killed, reopen):
    killed(two_drafts)
    assert told(reopen()) == [("Amal", "trois"), ("Nour", "deux")]


def test_a_program_that_was_closed_left_nothing_to_tell(workspace, reopen):
    two_drafts(workspace)
    workspace.close()
    assert told(reopen()) == []


def test_a_kill_without_an_answer_tells_nothing(workspace, killed, reopen):
    two_drafts(workspace)
    workspace.close()
    killed(lambda workspace: workspace.records.list())
    assert told(reopen()) == []


def test_it_is_told_again_until_it_was_seen(killed, reopen):
    killed(two_drafts)
    reopen().close()
    later = reopen()
    assert len(told(later)) == 2
    later.interruption.seen()
    assert told(later) == []
    later.close()
    assert told(reopen()) == []


def test_what_is_filled_after_the_interruption_does_not_belong_to_it(killed, reopen):
    killed(two_drafts)
    later = reopen()
    begin_another(later)
    later.close()
    assert [title for title, _ in told(reopen())] == ["Amal", "Nour"]


def test_a_second_kill_tells_of_both(killed, reopen):
    killed(two_drafts)
    killed(begin_another)
    assert [title for title, _ in told(reopen())] == ["Hiba", "Amal", "Nour"]


def test_a_draft_in_the_trash_or_finalised_since_is_not_told(killed, reopen):
    killed(two_drafts)
    later = reopen()
    ids = {one.record.title: one.record.record_id for one in later.interruption.drafts()}
    later.trash(ids["Amal"], reason="essai")
    later.finalise(ids["Nour"], definition=FICHE, final_answers={"nom": "deux"}, beside={}, title="Nour")
    assert told(later) == []


def test_the_note_holds_numbers_alone(killed, folder):
    killed(two_drafts)
    assert (folder / LOCK_FILE).read_text().isdecimal()


def test_a_note_that_is_no_note_tells_nothing(folder, reopen):
    (folder / LOCK_FILE).write_text("12 abc")
    assert told(reopen()) == []


def test_a_reader_tells_nothing_and_leaves_the_note(killed, reopen):
    killed(two_drafts)
    workspace = reopen()
    with workspace.reader() as reading:
        reading.interruption.seen()
        assert told(reading) == []
    assert len(told(workspace)) == 2
