"""Draft steps: committed one by one, undone and done again across restarts, never deleted."""

import pytest

from fieldapp.base.errors import BugError, KnownError
from fieldapp.engine.effects import Edit
from tests.store.given import FICHE


@pytest.fixture
def say(workspace, draft):
    """Return what answers the question `nom`."""

    def append(old, new, **more):
        edits = [Edit("nom", old, new)]
        return workspace.drafts.append(
            draft, edits, question="/fiche/nom", actor_id=workspace.actor.actor_id, **more
        )

    return append


def test_each_answer_is_a_numbered_step(say):
    assert [say(None, "A"), say("A", "AM")] == [1, 2]


def test_answers_are_the_beginning_and_the_steps(workspace):
    record = workspace.start_draft(FICHE, answers={"debut": "2026-03-01", "nom": "?"})
    actor = workspace.actor.actor_id
    workspace.drafts.append(
        record.record_id, [Edit("nom", "?", None), Edit("note", None, "n")], actor_id=actor
    )
    assert workspace.draft_answers(record.record_id) == {"debut": "2026-03-01", "note": "n"}


def test_the_last_step_tells_where_a_person_was_interrupted(workspace, draft, say):
    say(None, "AMAPPE")
    last = workspace.drafts.last_step(draft)
    assert (last.question, last.edits) == ("/fiche/nom", (Edit("nom", None, "AMAPPE"),))
    assert last.at > workspace.records.get(draft).created_at


def test_undo_gives_the_edits_that_take_a_step_back(workspace, draft, say):
    say(None, "A")
    say("A", "AM")
    assert workspace.drafts.undo(draft) == (Edit("nom", "AM", "A"),)
    assert workspace.draft_answers(draft) == {"nom": "A"}


def test_a_step_of_several_edits_is_undone_from_its_end(workspace, draft):
    edits = [Edit("a", None, "1"), Edit("a", "1", "2")]
    workspace.drafts.append(draft, edits, actor_id=workspace.actor.actor_id)
    assert workspace.drafts.undo(draft) == (Edit("a", "2", "1"), Edit("a", "1", None))


def test_redo_does_it_again(workspace, draft, say):
    say(None, "A")
    workspace.drafts.undo(draft)
    assert workspace.drafts.redo(draft) == (Edit("nom", None, "A"),)
    assert workspace.draft_answers(draft) == {"nom": "A"}


def test_another_answer_ends_what_could_be_done_again(workspace, draft, say):
    say(None, "A")
    workspace.drafts.undo(draft)
    say(None, "B")
    assert workspace.drafts.redo(draft) is None
    assert workspace.draft_answers(draft) == {"nom": "B"}


def test_a_hundred_steps_are_undone_and_done_again_after_a_restart(folder, reopen, workspace, draft, say):
    for number in range(120):
        say(str(number), str(number + 1))
    workspace.close()
    later = reopen(folder)
    undone = [later.drafts.undo(draft) for _ in range(121)]
    assert undone[119] == (Edit("nom", "1", "0"),)
    assert undone[120] is None
    assert [later.drafts.redo(draft) for _ in range(120)][-1] == (Edit("nom", "119", "120"),)


def test_what_can_be_undone_and_redone_is_known(workspace, draft, say):
    assert (workspace.drafts.can_undo(draft), workspace.drafts.can_redo(draft)) == (False, False)
    say(None, "A")
    assert (workspace.drafts.can_undo(draft), workspace.drafts.can_redo(draft)) == (True, False)
    workspace.drafts.undo(draft)
    assert (workspace.drafts.can_undo(draft), workspace.drafts.can_redo(draft)) == (False, True)


def test_undo_does_not_reach_behind_a_revision(workspace, draft, say):
    say(None, "A")
    workspace.finalise(draft, definition=FICHE, final_answers={"nom": "A"}, beside={}, title="A")
    workspace.reopen(draft, reason="visite")
    assert workspace.drafts.undo(draft) is None
    assert workspace.draft_answers(draft) == {"nom": "A"}


def test_a_title_is_shown_in_the_list_from_the_same_commit(workspace, draft, say):
    say(None, "AMAPPE", title="AMAPPE Rabat")
    say("AMAPPE", "AMAP")
    assert workspace.records.get(draft).title == "AMAPPE Rabat"


def test_a_finalised_record_takes_no_answer(workspace, draft, say):
    workspace.finalise(draft, definition=FICHE, final_answers={}, beside={}, title="")
    with pytest.raises(KnownError, match=r"record\.not_a_draft"):
        say(None, "A")


def test_a_record_in_the_trash_takes_no_answer(workspace, draft, say):
    workspace.trash(draft, reason="essai")
    with pytest.raises(KnownError, match=r"record\.trashed"):
        say(None, "A")


def test_an_unknown_record_takes_no_answer(workspace):
    with pytest.raises(KnownError, match=r"record\.not_found"):
        workspace.drafts.append("r", [Edit("nom", None, "A")], actor_id=workspace.actor.actor_id)


def test_a_step_that_moves_nothing_is_our_fault(workspace, draft):
    with pytest.raises(BugError):
        workspace.drafts.append(draft, [], actor_id=workspace.actor.actor_id)
