"""Whatever was written and whatever is erased: the chain verifies, and every other value is as it was."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.records.erasure import Reason
from fieldapp.usecases.finalise_record import finalise_record, reopen_record
from fieldapp.usecases.records import open_record, redo_step, start_record, undo_step
from tests.store.planting import answer, install

QUESTIONS = ("nom", "ville", "note", "photo")
ACTS = st.one_of(
    st.tuples(st.just("answer"), st.sampled_from((*QUESTIONS, "ouvert")), st.integers(0, 5)),
    st.tuples(st.sampled_from(["finalise", "undo", "redo", "trash", "restore"]), st.just(""), st.just(0)),
)
TOLD = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.fixture
def workspace(reopen):
    opened = reopen()
    install(opened)
    return opened


def play(workspace, acts):
    """Do what can be done of a list of acts with a new record; return its id."""
    opened = start_record(workspace, "essai")
    record_id = opened.record.record_id
    for act, question, number in acts:
        record = workspace.records.get(record_id)
        if record.trashed_at is not None:
            if act == "restore":
                workspace.restore(record_id)
                opened = open_record(workspace, record_id)
        elif act == "trash":
            workspace.trash(record_id, reason="essai")
        elif act == "finalise" and record.is_draft:
            finalise_record(workspace, opened)
        elif act in ("answer", "undo", "redo"):
            opened = opened if record.is_draft else reopen_record(workspace, record_id, reason="essai")
            if act == "answer":
                value = "oui" if question == "ouvert" and number % 2 else f"{question} v{number}x"
                answer(workspace, opened, question, value if question != "ouvert" or number % 2 else "non")
            else:
                (undo_step if act == "undo" else redo_step)(workspace, opened)
    return record_id


def all_values(workspace, record_id):
    """Return every value a record ever had, wherever, by path."""
    found = [(f.path, v) for c in workspace.changes.of_record(record_id) for f in c.fields
             for v in (f.old_value, f.new_value)]  # fmt: skip
    rows = workspace._opened.db.execute("SELECT edits FROM draft_step WHERE record_id = ?", [record_id])
    text = " ".join(row[0] for row in rows) + str(workspace.records.beside(record_id))
    return found, text + workspace.records.get(record_id).title


def check_erasure(workspace, acts, paths):
    record_id, other = play(workspace, acts), play(workspace, acts)
    before, kept = workspace.draft_answers(record_id), all_values(workspace, other)
    journal = {
        (c.change_id, f.path): (f, c.op) for c in workspace.changes.of_record(record_id) for f in c.fields
    }
    present = [path for path in paths if workspace.erasing.reach(record_id, [path]).answers]
    if paths and not present:
        return
    workspace.erasing.erase(
        record_id, paths=present, reason=Reason.REQUEST, actor_id=workspace.actor.actor_id
    )
    assert workspace.changes.verify() == workspace.changes.count()
    assert all_values(workspace, other) == kept
    found, text = all_values(workspace, record_id)
    gone = {path for path in QUESTIONS if not present or path in present}
    assert not [value for path, value in found if value and path in gone]
    assert not [path for path in gone if f"{path} v" in text]
    if present:
        after = workspace.draft_answers(record_id)
        assert answered(after) == {
            path: value for path, value in answered(before).items() if path not in gone
        }
        for change in workspace.changes.of_record(record_id):
            for field in change.fields:
                place = (change.change_id, field.path)
                assert field.path in gone or place not in journal or journal[place] == (field, change.op)


def answered(values):
    return {path: value for path, value in values.items() if path in (*QUESTIONS, "ouvert")}


@settings(deadline=None, suppress_health_check=TOLD, max_examples=25)
@given(acts=st.lists(ACTS, max_size=14), paths=st.sets(st.sampled_from(QUESTIONS), max_size=3))
def test_only_what_is_erased_goes_and_the_chain_holds(workspace, acts, paths):
    check_erasure(workspace, acts, sorted(paths))


@pytest.mark.slow
@settings(deadline=None, suppress_health_check=TOLD, max_examples=200)
@given(acts=st.lists(ACTS, max_size=40), paths=st.sets(st.sampled_from(QUESTIONS), max_size=3))
def test_only_what_is_erased_goes_in_long_histories(workspace, acts, paths):
    check_erasure(workspace, acts, sorted(paths))
