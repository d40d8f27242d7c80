"""The one place that reads the time, so that tests and demonstrations can hold it still."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Protocol


class Clock(Protocol):
    """Gives the present moment, always with its time zone."""

    def now(self) -> datetime:
        """Return the present moment in the local zone."""
        ...


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """Return the present moment in the computer's zone."""
        return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still: for reproducible documents and for tests."""

    moment: datetime

    def now(self) -> datetime:
        """Return the moment it was made with."""
        return self.moment


def utc_text(moment: datetime) -> str:
    """Write a moment as RFC 3339 in UTC with milliseconds, ending in Z: the only form our tables hold."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment_from_text(text: str, zone: tzinfo = UTC) -> datetime:
    """Read what `utc_text` wrote, in the zone asked for."""
    return datetime.fromisoformat(text).astimezone(zone)
