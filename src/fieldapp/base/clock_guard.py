"""Judges what the computer's clock says: nothing is ever refused for it, but what it said wrongly must be known.

A laptop's battery dies and it wakes in 1970; somebody sets the wrong year, or sets it right again. The order of events
does not depend on the clock (`store.events`); their dates do, and dates that cannot be right are marked as such.

Everything is compared in UTC, so that a change of time zone or of summer time is no jump.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

PROGRAM_MADE = datetime(2026, 1, 1, tzinfo=UTC)
"""The program did not exist before: raised when a version is released."""
TOLERANCE = timedelta(minutes=5)
"""How far a clock is set back or ahead by whoever keeps it right (NTP, a person at the minute)."""
AHEAD_RUNNING = timedelta(days=2)
"""While the program runs: how much more than the time that really passed is a jump."""
AHEAD_CLOSED = timedelta(days=45)
"""While it was closed: longer than leave and holidays together, so that nobody is asked each Monday."""


class Doubt(StrEnum):
    """Why a reading of the clock cannot be right; blank when nothing speaks against it."""

    NONE = ""
    BEFORE_PROGRAM = "before_program"
    BEFORE_MISSION = "before_mission"
    BACKWARD = "backward"
    AHEAD = "ahead"


SETTLED_BY_A_PERSON = frozenset({Doubt.BACKWARD, Doubt.AHEAD})
"""Doubts that a person can settle by saying that today's date is right: the earlier ones were wrong."""


def running_seconds() -> float:
    """Return seconds of a watch that nobody sets, and that goes on while the computer sleeps where it can."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


@dataclass(frozen=True, slots=True)
class _Trusted:
    """A reading that was right, and what the watch showed then."""

    moment: datetime
    seconds: float


class ClockGuard:
    """Judges the readings of one run of the program."""

    def __init__(
        self,
        *,
        high_water: datetime | None,
        mission_begins: datetime | None = None,
        stopwatch: Callable[[], float] = running_seconds,
    ) -> None:
        self._high_water = high_water
        self._mission_begins = mission_begins
        self._stopwatch = stopwatch
        self._trusted: _Trusted | None = None

    @property
    def high_water(self) -> datetime | None:
        """The latest moment that is beyond doubt: the last event's, in this run or before it."""
        return self._high_water

    def judge(self, moment: datetime) -> Doubt:
        """Say what speaks against a reading; one that is beyond doubt is what later ones are held against."""
        doubt = self._doubt(moment)
        if doubt is Doubt.NONE:
            self._trusted = _Trusted(moment, self._stopwatch())
        return doubt

    def settle(self, moment: datetime) -> None:
        """Take a person's word that the clock is right now, whatever was written before."""
        self._high_water = moment
        self._trusted = _Trusted(moment, self._stopwatch())

    def note_event(self, moment: datetime) -> None:
        """Raise the mark to an event whose time is beyond doubt."""
        if self._high_water is None or moment > self._high_water:
            self._high_water = moment

    def _doubt(self, moment: datetime) -> Doubt:
        if moment < PROGRAM_MADE:
            return Doubt.BEFORE_PROGRAM
        if self._mission_begins is not None and moment < self._mission_begins - TOLERANCE:
            return Doubt.BEFORE_MISSION
        if self._high_water is not None and moment < self._high_water - TOLERANCE:
            return Doubt.BACKWARD
        return Doubt.AHEAD if self._is_ahead(moment) else Doubt.NONE

    def _is_ahead(self, moment: datetime) -> bool:
        if self._trusted is not None:
            passed = timedelta(seconds=self._stopwatch() - self._trusted.seconds)
            return moment > self._trusted.moment + passed + AHEAD_RUNNING
        return self._high_water is not None and moment > self._high_water + AHEAD_CLOSED
