"""The trash: who put what there and why, ninety days by a clock that is trusted, nothing gone by itself."""

from datetime import UTC, datetime, timedelta

import pytest

from fieldapp.store import opening
from fieldapp.usecases.judge_clock import judge_clock, settle_clock
from fieldapp.usecases.list_trash import list_trash
from tests.store.conftest import folder, key, template
from tests.store.given import FICHE, CountingIds
from tests.store.test_events import MORNING, SetClock, answer

__all__ = ["folder", "key", "template"]
DAY = timedelta(days=1)


@pytest.fixture
def clock():
    return SetClock()


@pytest.fixture
def workspace(folder, key, clock):
    opened = opening._open(folder, lambda: key, clock=clock, ids=CountingIds())
    opened.forms.install(FICHE, source=b"workbook", name="fiche.xlsx")
    yield opened
    opened.close()


@pytest.fixture
def draft(workspace):
    record = workspace.start_draft(FICHE).record_id
    answer(workspace, record, "Association Amal")
    return record


def pass_days(workspace, clock, days):
    """Let days go by as they do: with work on each of them."""
    for _ in range(days):
        clock.moment += DAY
        workspace.start_draft(FICHE)
        settle_clock(workspace)


def test_it_says_since_when_by_whom_and_why(workspace, draft):
    workspace.trash(draft, reason="doublon")
    (one,) = list_trash(workspace)
    assert (one.record.title, one.by, one.reason) == ("Association Amal", "Salma Idrissi", "doublon")
    assert (one.at, one.days_left, one.is_ripe) == ("2026-03-02T09:00:00.000Z", 90, False)


def test_a_reason_is_not_asked_for(workspace, draft):
    workspace.trash(draft, reason="")
    assert list_trash(workspace)[0].reason == ""


def test_a_draft_comes_back_with_its_answers_and_undo(workspace, draft):
    workspace.trash(draft, reason="")
    workspace.restore(draft)
    assert list_trash(workspace) == []
    assert workspace.draft_answers(draft) == {"nom": "Association Amal"}
    assert workspace.drafts.can_undo(draft)


def test_put_there_again_it_counts_anew(workspace, draft, clock):
    workspace.trash(draft, reason="première fois")
    pass_days(workspace, clock, 3)
    workspace.restore(draft)
    workspace.trash(draft, reason="seconde fois")
    (one,) = list_trash(workspace)
    assert (one.reason, one.days_left) == ("seconde fois", 90)


@pytest.mark.parametrize(("days", "left"), [(0, 90), (89, 1), (90, 0), (200, 0)])
def test_after_ninety_days_removal_may_be_proposed(workspace, draft, clock, days, left):
    workspace.trash(draft, reason="")
    pass_days(workspace, clock, days)
    (one,) = list_trash(workspace)
    assert (one.days_left, one.is_ripe) == (left, left == 0)
    assert workspace.records.get(draft).trashed_at is not None


def test_a_clock_that_jumps_ahead_makes_nothing_old(workspace, draft, clock):
    workspace.trash(draft, reason="")
    clock.moment += 100 * DAY
    assert list_trash(workspace)[0].days_left == 90
    settle_clock(workspace)
    assert list_trash(workspace)[0].is_ripe


@pytest.mark.parametrize("wrong", [datetime(1970, 1, 1, tzinfo=UTC), MORNING + 400 * DAY])
def test_what_a_wrong_clock_dated_counts_from_when_the_clock_was_right(workspace, draft, clock, wrong):
    clock.moment = wrong
    workspace.trash(draft, reason="")
    clock.moment = MORNING + DAY
    workspace.start_draft(FICHE)
    (one,) = list_trash(workspace)
    assert (one.is_doubted, one.days_left) == (True, 90)
    assert not judge_clock(workspace).doubt


def test_a_deletion_that_came_from_elsewhere_says_why_too(workspace, draft):
    workspace.finalise(draft, definition=FICHE, final_answers={"nom": "A"}, beside={}, title="A")
    workspace.trash(draft, reason="doublon")
    workspace._opened.db.execute("DELETE FROM record_act")
    (one,) = list_trash(workspace)
    assert (one.by, one.reason) == ("Salma Idrissi", "doublon")


def test_titles_are_searched(workspace, draft):
    other = workspace.start_draft(FICHE).record_id
    answer(workspace, other, "Coopérative Nour")
    for record in (draft, other):
        workspace.trash(record, reason="")
    assert [one.record.record_id for one in list_trash(workspace, query="amal")] == [draft]
    assert [one.record.record_id for one in list_trash(workspace)] == [other, draft]
