"""What cannot be right is doubted, what can is not: batteries, wrong years, sleep, time zones, summer time."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.base.clock_guard import (
    AHEAD_CLOSED,
    AHEAD_RUNNING,
    PROGRAM_MADE,
    TOLERANCE,
    ClockGuard,
    Doubt,
)

NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)
DAY = timedelta(days=1)


class Watch:
    """A watch that a test turns."""

    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def guard(watch):
    return ClockGuard(high_water=NOON, mission_begins=NOON - 30 * DAY, stopwatch=watch)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (NOON, Doubt.NONE),
        (NOON + timedelta(hours=3), Doubt.NONE),
        (NOON + 21 * DAY, Doubt.NONE),
        (NOON - timedelta(minutes=4), Doubt.NONE),
        (NOON - timedelta(minutes=6), Doubt.BACKWARD),
        (NOON - 31 * DAY, Doubt.BEFORE_MISSION),
        (datetime(1970, 1, 1, 0, 5, tzinfo=UTC), Doubt.BEFORE_PROGRAM),
        (NOON + 46 * DAY, Doubt.AHEAD),
    ],
)
def test_what_the_clock_says_on_opening(guard, moment, expected):
    assert guard.judge(moment) is expected


def test_a_jump_while_the_program_runs_is_seen_earlier(guard):
    assert guard.judge(NOON) is Doubt.NONE
    assert guard.judge(NOON + 3 * DAY) is Doubt.AHEAD
    assert guard.judge(NOON) is Doubt.NONE


def test_a_laptop_that_slept_has_not_jumped(guard, watch):
    guard.judge(NOON)
    watch.seconds = (10 * DAY).total_seconds()
    assert guard.judge(NOON + 10 * DAY) is Doubt.NONE


def test_a_clock_that_stays_ahead_stays_doubted(guard, watch):
    guard.judge(NOON)
    for hours in range(1, 5):
        watch.seconds = hours * 3_600
        assert guard.judge(NOON + 400 * DAY + timedelta(hours=hours)) is Doubt.AHEAD


def test_a_doubtful_time_raises_no_mark(guard):
    guard.judge(NOON + 400 * DAY)
    assert guard.high_water == NOON


def test_a_person_settles_a_jump_either_way(guard):
    for moment in (NOON + 400 * DAY, NOON - DAY):
        assert guard.judge(moment)
        guard.settle(moment)
        assert guard.judge(moment + timedelta(minutes=1)) is Doubt.NONE


def test_a_file_without_events_doubts_nothing_later_than_the_program(watch):
    guard = ClockGuard(high_water=None, stopwatch=watch)
    assert guard.judge(NOON) is Doubt.NONE
    assert guard.judge(PROGRAM_MADE - DAY) is Doubt.BEFORE_PROGRAM


def test_summer_time_and_a_flight_are_no_jump(watch):
    casablanca, paris = ZoneInfo("Africa/Casablanca"), ZoneInfo("Europe/Paris")
    before = datetime(2026, 3, 29, 1, 59, tzinfo=paris)
    guard = ClockGuard(high_water=before, stopwatch=watch)
    after = [
        datetime(2026, 3, 29, 3, 0, tzinfo=paris),
        before.astimezone(casablanca) + timedelta(minutes=2),
        before.astimezone(timezone(timedelta(hours=-11))) + timedelta(minutes=3),
    ]
    assert [guard.judge(moment) for moment in after] == [Doubt.NONE] * 3


@given(st.lists(st.tuples(st.floats(0, 1e6), st.floats(-100, 100)), max_size=30))
def test_a_clock_that_goes_with_the_watch_is_never_doubted(steps):
    """Whatever is slept between readings, as long as nobody sets the clock by more than is tolerated."""
    watch = Watch()
    guard = ClockGuard(high_water=NOON, stopwatch=watch)
    for passed, wrong in steps:
        watch.seconds += passed
        moment = NOON + timedelta(seconds=watch.seconds + wrong)
        assert guard.judge(moment) is Doubt.NONE
        guard.note_event(moment)


@given(st.lists(st.floats(-4e8, 4e8), min_size=1, max_size=20))
def test_the_mark_never_falls_and_never_follows_a_doubt(offsets):
    guard = ClockGuard(high_water=NOON, stopwatch=Watch())
    for offset in offsets:
        before, moment = guard.high_water, NOON + timedelta(seconds=offset)
        if guard.judge(moment) is Doubt.NONE:
            guard.note_event(moment)
        assert before <= guard.high_water <= max(NOON + AHEAD_CLOSED, NOON + AHEAD_RUNNING + TOLERANCE)
