"""Finalising writes one change with the net difference, in one transaction; reopening and the trash lose nothing."""

import json

import pytest

from fieldapp.base.errors import BugError, KnownError
from fieldapp.engine.effects import Edit
from fieldapp.records.change import Op
from fieldapp.records.record import Status
from fieldapp.store.events import next_tick
from tests.store.given import FICHE, INTERVIEW

ANSWERS = {"nom": "AMAPPE", "note": "secret", "services": "emploi formation"}


@pytest.fixture
def finalise(workspace, draft):
    """Return what finalises the draft."""

    def act(answers, **more):
        given = {"definition": FICHE, "beside": {}, "title": answers.get("nom", "")} | more
        return workspace.finalise(draft, final_answers=answers, **given)

    return act


@pytest.fixture
def revise(workspace, draft, finalise):
    """Return what reopens and finalises again."""

    def act(answers, **more):
        workspace.reopen(draft, reason="nouvelle visite")
        return finalise(answers, **more)

    return act


def values(change):
    return {field.path: (field.old_value, field.new_value) for field in change.fields}


def test_the_first_change_creates(workspace, finalise):
    change = finalise(ANSWERS)
    assert (change.op, change.seq, change.device_id) == (Op.CREATE, 1, workspace.device.device_id)
    assert values(change) == {path: (None, value) for path, value in ANSWERS.items()}


def test_the_row_says_so(workspace, draft, finalise):
    finalise(ANSWERS)
    record = workspace.records.get(draft)
    assert (record.status, record.revision, record.title) == (Status.FINALISED, 1, "AMAPPE")


def test_blank_answers_are_no_values(finalise):
    assert values(finalise({"nom": "AMAPPE", "note": ""})) == {"nom": (None, "AMAPPE")}


def test_only_the_net_difference_is_written(workspace, draft, finalise, revise):
    first = finalise(ANSWERS)
    second = revise({"nom": "AMAPPE Rabat", "services": "emploi formation", "note": ""})
    assert values(second) == {"nom": ("AMAPPE", "AMAPPE Rabat"), "note": ("secret", None)}
    assert {field.parents for field in second.fields} == {(first.change_id,)}
    assert workspace.answers(draft) == {"nom": "AMAPPE Rabat", "services": "emploi formation"}


def test_a_value_given_first_later_has_no_parents(finalise, revise):
    finalise({"nom": "AMAPPE"})
    assert [field.parents for field in revise({"nom": "AMAPPE", "note": "n"}).fields] == [()]


def test_a_value_blanked_and_given_again_follows_the_blank(finalise, revise):
    finalise({"nom": "AMAPPE"})
    blank = revise({})
    assert [field.parents for field in revise({"nom": "AMAPPE"}).fields] == [(blank.change_id,)]


def test_nothing_different_writes_nothing_and_is_finalised_all_the_same(workspace, draft, finalise, revise):
    finalise(ANSWERS)
    assert revise(ANSWERS) is None
    assert workspace.records.get(draft).revision == 2
    assert workspace.changes.count() == 1


def test_the_reason_of_reopening_goes_with_the_change(finalise, revise):
    assert finalise({"nom": "A"}).reason == ""
    assert revise({"nom": "B"}).reason == "nouvelle visite"
    assert revise({"nom": "C"}, reason="faute de frappe").reason == "faute de frappe"


def test_text_is_written_in_one_spelling(workspace, draft, finalise):
    finalise({"nom": "Association e\u0301te\u0301"})
    assert workspace.answers(draft) == {"nom": "Association été"}


def test_a_draft_is_the_revision_the_dormant_values_and_the_new_steps(workspace, draft, finalise):
    workspace.drafts.append(draft, [Edit("nom", None, "A")], actor_id=workspace.actor.actor_id)
    finalise({"nom": "A"}, beside={"dormante": "gardée", "debut": "2026-03-01"})
    workspace.reopen(draft, reason="visite")
    workspace.drafts.append(draft, [Edit("note", None, "n")], actor_id=workspace.actor.actor_id)
    assert workspace.draft_answers(draft) == {
        "nom": "A",
        "dormante": "gardée",
        "debut": "2026-03-01",
        "note": "n",
    }


def test_values_beside_the_journal_never_enter_it(workspace, draft, finalise):
    finalise({"nom": "A"}, beside={"dormante": "gardée"})
    assert workspace.answers(draft) == {"nom": "A"}
    assert workspace.records.beside(draft) == {"dormante": "gardée"}


def test_while_reopened_the_last_revision_still_stands(workspace, draft, finalise):
    finalise({"nom": "A"})
    workspace.reopen(draft, reason="visite")
    workspace.drafts.append(draft, [Edit("nom", "A", "B")], actor_id=workspace.actor.actor_id)
    assert workspace.answers(draft) == {"nom": "A"}


def test_a_finalised_record_is_not_finalised_again(finalise):
    finalise(ANSWERS)
    with pytest.raises(KnownError, match=r"record\.wrong_move"):
        finalise(ANSWERS)


def test_a_draft_is_not_reopened(workspace, draft):
    with pytest.raises(KnownError, match=r"record\.wrong_move"):
        workspace.reopen(draft, reason="")


def test_another_form_is_our_fault(finalise):
    with pytest.raises(BugError):
        finalise(ANSWERS, definition=INTERVIEW)


def test_a_failure_in_the_middle_leaves_the_draft_as_it_was(workspace, draft, finalise):
    workspace._opened.db.execute(
        "CREATE TEMP TRIGGER fail BEFORE UPDATE ON record BEGIN SELECT RAISE(ABORT, 'plein'); END"
    )
    with pytest.raises(BugError, match="plein"):
        finalise(ANSWERS)
    assert workspace.changes.count() == 0
    assert workspace.streams.position("anapec").last_seq == 0
    assert workspace.changes.verify() == 0
    assert workspace.records.get(draft).is_draft


def test_the_trash_is_a_change_that_blanks_everything(workspace, draft, finalise):
    first = finalise(ANSWERS)
    change = workspace.trash(draft, reason="doublon")
    assert (change.op, change.reason) == (Op.DELETE, "doublon")
    assert values(change) == {path: (value, None) for path, value in ANSWERS.items()}
    assert {field.parents for field in change.fields} == {(first.change_id,)}


def test_what_comes_back_from_the_trash_is_what_went_in(workspace, draft, finalise):
    finalise(ANSWERS)
    workspace.trash(draft, reason="doublon")
    assert workspace.restore(draft).op is Op.RESTORE
    assert workspace.answers(draft) == ANSWERS
    assert workspace.records.get(draft).trashed_at is None


def test_a_record_emptied_since_does_not_come_back_with_what_it_was_deleted_with_before(workspace, draft):
    workspace.finalise(draft, definition=FICHE, final_answers={"nom": "A"}, beside={}, title="")
    workspace.trash(draft, reason="doublon")
    workspace.restore(draft)
    workspace.reopen(draft, reason="visite")
    workspace.finalise(draft, definition=FICHE, final_answers={}, beside={}, title="")
    workspace.trash(draft, reason="doublon")
    workspace.restore(draft)
    assert workspace.answers(draft) == {}


def test_a_draft_never_finalised_is_trashed_and_restored_without_a_change(workspace, draft):
    workspace.drafts.append(draft, [Edit("nom", None, "A")], actor_id=workspace.actor.actor_id)
    assert workspace.trash(draft, reason="essai") is None
    assert workspace.restore(draft) is None
    assert workspace.draft_answers(draft) == {"nom": "A"}


@pytest.mark.parametrize("act", ["trash", "reopen"])
def test_the_trash_holds_still(workspace, draft, finalise, act):
    finalise(ANSWERS)
    workspace.trash(draft, reason="doublon")
    with pytest.raises(KnownError, match=r"record\.trashed"):
        getattr(workspace, act)(draft, reason="")


def test_only_the_trash_gives_back(workspace, draft):
    with pytest.raises(KnownError, match=r"record\.not_trashed"):
        workspace.restore(draft)


def test_deleting_against_an_edit_elsewhere_is_a_conflict(workspace, draft, finalise):
    first = finalise({"nom": "A"})
    workspace.trash(draft, reason="doublon")
    db = workspace._opened.db
    field = ("x", "nom", "A", "B", json.dumps([first.change_id]), "00", "")
    with workspace.transaction():
        db.execute(
            "INSERT INTO change SELECT NULL, 'autre', 1, 'x', at, actor_id, record_id, form_id, form_version, 'edit',"
            " '', '', NULL, NULL, ?, '' FROM change WHERE seq = 1",
            [next_tick(db)],
        )
    db.execute("INSERT INTO change_field VALUES (?, ?, ?, ?, ?, ?, ?)", field)
    state = workspace.changes.state(draft)["nom"]
    assert state.is_conflict
    assert set(state.choices) == {None, "B"}
