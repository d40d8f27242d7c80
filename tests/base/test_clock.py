"""Moments are written in one way and read back."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.base.clock import FixedClock, SystemClock, moment_from_text, utc_text


def test_a_moment_is_written_in_utc_and_ends_in_z():
    moment = datetime(2026, 11, 22, 10, 0, tzinfo=timezone(timedelta(hours=1)))
    assert utc_text(moment) == "2026-11-22T09:00:00.000Z"


@given(st.datetimes(timezones=st.just(UTC)).map(lambda at: at.replace(microsecond=0)))
def test_what_is_written_reads_back(moment):
    assert moment_from_text(utc_text(moment)) == moment


def test_the_systems_clock_knows_its_zone():
    assert SystemClock().now().tzinfo is not None


def test_a_fixed_clock_stands_still():
    clock = FixedClock(datetime(2026, 1, 1, tzinfo=UTC))
    assert clock.now() is clock.now()
