"""Order is by the file's own counter: whatever the clock says, what was committed later comes later."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.base.clock_guard import Doubt
from fieldapp.base.errors import BugError
from fieldapp.engine.effects import Edit
from fieldapp.store import opening
from fieldapp.store.events import next_tick
from tests.store.given import FICHE, CountingIds

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


class SetClock:
    """A clock that somebody sets."""

    def __init__(self):
        self.moment = MORNING

    def now(self):
        return self.moment


@pytest.fixture
def clock():
    return SetClock()


@pytest.fixture
def open_with(folder, key, clock):
    """Return what opens the folder under a clock that the test sets; everything opened is closed."""
    opened = []

    def open_it():
        for before in opened:
            before.close()
        ids = CountingIds(1_000 * (len(opened) + 1))
        opened.append(opening._open(folder, lambda: key, clock=clock, ids=ids))
        opened[-1].forms.install(FICHE, source=b"workbook", name="fiche.xlsx")
        return opened[-1]

    yield open_it
    opened[-1].close()


@pytest.fixture
def workspace(open_with):
    return open_with()


def answer(workspace, record_id, value):
    edit = Edit("nom", None, value)
    workspace.drafts.append(record_id, [edit], actor_id=workspace.actor.actor_id, title=value)


def test_the_list_goes_by_what_was_touched_last(workspace, clock):
    first, second = (workspace.start_draft(FICHE).record_id for _ in range(2))
    answer(workspace, second, "B")
    clock.moment = datetime(1970, 1, 1, tzinfo=UTC)
    answer(workspace, first, "A")
    assert [record.record_id for record in workspace.records.list()] == [first, second]
    assert workspace.records.last_saved("fiche").record_id == first


def test_an_answer_of_1970_says_so_and_is_kept(workspace, clock):
    record = workspace.start_draft(FICHE).record_id
    clock.moment = datetime(1970, 1, 1, tzinfo=UTC)
    answer(workspace, record, "A")
    assert workspace.draft_answers(record) == {"nom": "A"}
    step = workspace.drafts.last_step(record)
    assert (step.at, step.clock) == ("1970-01-01T00:00:00.000Z", Doubt.BEFORE_PROGRAM)


def test_a_change_of_the_journal_bears_the_doubt_and_the_chain_holds(workspace, clock):
    record = workspace.start_draft(FICHE).record_id
    answer(workspace, record, "A")
    clock.moment -= timedelta(hours=1)
    workspace.finalise(record, definition=FICHE, final_answers={"nom": "A"}, beside={}, title="A")
    last = workspace.events.of_record(record)[-1]
    assert (last.kind, last.moment.clock) == ("change", Doubt.BACKWARD)
    assert workspace.check() == 1


def test_the_mark_is_kept_over_a_restart(workspace, clock, open_with):
    record = workspace.start_draft(FICHE).record_id
    clock.moment += 10 * DAY
    answer(workspace, record, "A")
    clock.moment -= DAY
    assert open_with().events.look() is Doubt.BACKWARD


def test_before_the_mission_is_doubted_from_when_it_is_known(workspace, clock):
    assert workspace.events.look() is Doubt.NONE
    workspace.events.set_mission_begins("2026-03-05T00:00:00.000Z")
    assert workspace.events.look() is Doubt.BEFORE_MISSION


def test_a_person_settles_it_for_good(workspace, clock, open_with):
    record = workspace.start_draft(FICHE).record_id
    clock.moment += 400 * DAY
    answer(workspace, record, "avant")
    workspace.events.settle()
    answer(workspace, record, "après")
    assert [step.clock for step in workspace.drafts.steps(record)] == [Doubt.AHEAD, Doubt.NONE]
    assert open_with().events.look() is Doubt.NONE


def test_doubtful_events_are_counted_by_doubt(workspace, clock):
    record = workspace.start_draft(FICHE).record_id
    for moment in (datetime(1970, 1, 1, tzinfo=UTC), datetime(1970, 1, 2, tzinfo=UTC), MORNING - 2 * DAY):
        clock.moment = moment
        answer(workspace, record, "x")
    found = [(each.clock, each.events, each.records) for each in workspace.events.doubtful()]
    assert found == [(Doubt.BEFORE_MISSION, 1, 1), (Doubt.BEFORE_PROGRAM, 2, 1)]
    assert workspace.events.doubtful()[1].first == "1970-01-01T00:00:00.000Z"


def test_what_a_doubted_clock_dated_happened_before_it_was_right_again(workspace, clock):
    record = workspace.start_draft(FICHE).record_id
    clock.moment = datetime(1970, 1, 1, tzinfo=UTC)
    workspace.trash(record, reason="")
    moment = workspace.events.of_record(record)[-1].moment
    assert workspace.events.trusted_time(moment) == ""
    clock.moment = MORNING + DAY
    workspace.start_draft(FICHE)
    workspace.events.settle()
    assert workspace.events.trusted_time(moment) == "2026-03-03T09:00:00.000Z"


def test_a_place_is_only_taken_inside_a_transaction(workspace):
    with pytest.raises(BugError, match="outside_a_transaction"):
        workspace.events.take()


def test_what_is_rolled_back_took_no_place(workspace):
    db = workspace._opened.db
    before = db.execute("SELECT tick FROM event_order").fetchone()
    db.execute("BEGIN")
    next_tick(db)
    db.execute("ROLLBACK")
    assert db.execute("SELECT tick FROM event_order").fetchone() == before


acts = st.sampled_from(["answer", "undo", "redo", "finalise", "reopen", "trash", "restore"])
readings = st.floats(-2e9, 2e9).map(lambda seconds: MORNING + timedelta(seconds=seconds))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(acts, st.integers(0, 2), readings), min_size=1, max_size=25))
def test_whatever_the_clock_says_events_are_in_the_order_of_their_commits(workspace, clock, played):
    assert_ordered(workspace, clock, played)


@pytest.mark.slow
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(acts, st.integers(0, 2), readings), min_size=1, max_size=60))
def test_whatever_the_clock_says_for_long(workspace, clock, played):
    assert_ordered(workspace, clock, played)


def assert_ordered(workspace, clock, played):
    clock.moment = MORNING
    records = [workspace.start_draft(FICHE).record_id for _ in range(3)]
    committed, touched = [], list(records)
    for number, (act, which, clock.moment) in enumerate(played):
        record = workspace.records.get(records[which])
        if done := act_on(workspace, record, act, f"{number}"):
            committed += [(record.record_id, kind) for kind in done if kind]
            touched.remove(record.record_id)
            touched.append(record.record_id)
    told = sorted(
        (event.moment.tick, record_id, event.kind)
        for record_id in records
        for event in workspace.events.of_record(record_id)
    )
    assert [(record_id, kind) for _, record_id, kind in told] == committed
    shown = [one.record_id for one in workspace.records.list() if one.record_id in records]
    assert shown == [one for one in reversed(touched) if workspace.records.get(one).trashed_at is None]
    assert workspace.check() >= 0


def act_on(workspace, record, act, value):
    """Do what can be done; return the kinds of the events it committed, or nothing when nothing was done."""
    if act == "restore":
        if record.trashed_at is None:
            return []
        change = workspace.restore(record.record_id)
        return [*(["change"] if change else []), "act"]
    if record.trashed_at is not None:
        return []
    return _present(workspace, record, act, value)


def _present(workspace, record, act, value):
    record_id = record.record_id
    if act == "trash":
        change = workspace.trash(record_id, reason="")
        return [*(["change"] if change else []), "act"]
    if act == "reopen" and not record.is_draft:
        workspace.reopen(record_id, reason="")
        return ["act"]
    if not record.is_draft or act == "reopen":
        return []
    if act == "answer":
        answer(workspace, record_id, value)
        return ["step"]
    if act == "finalise":
        change = workspace.finalise(
            record_id, definition=FICHE, final_answers={"nom": value}, beside={}, title=""
        )
        return ["change"] if change else [""]
    moved = workspace.drafts.undo(record_id) if act == "undo" else workspace.drafts.redo(record_id)
    return [""] if moved else []
