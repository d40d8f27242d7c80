"""Dates as ODK counts them: days since 1970-01-01 UTC, written as local dates and date-times."""

import math
import re
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo

SECONDS_A_DAY = 86_400.0

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_ZONE = r"(Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?"
_DATE_TIME = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})T(\d{2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?" + _ZONE, re.ASCII
)
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?" + _ZONE, re.ASCII)
_MAX_DAYS = 2_932_897
"""Days from 1970 to the year 9999, beyond which Python has no dates."""


class DateValue(float):
    """A date or moment: a number of days that is written as a date. Arithmetic gives plain numbers."""

    __slots__ = ("has_time", "zone")

    zone: tzinfo
    has_time: bool

    def __new__(cls, days: float, zone: tzinfo, *, has_time: bool) -> "DateValue":
        """Make a value of days since the epoch, written in a zone, with or without its time of day."""
        made = super().__new__(cls, days)
        made.zone = zone
        made.has_time = has_time
        return made

    def __str__(self) -> str:
        """ISO 8601; a date alone where it has no time, milliseconds and the zone's offset where it has."""
        moment = moment_of(self, self.zone)
        if moment is None:
            return "Invalid Date"
        return moment.isoformat(timespec="milliseconds") if self.has_time else moment.date().isoformat()


class DayCount(DateValue):
    """The days that a text counted to be a date stands for: written whole, computed with exactly.

    A day alone counts as on the calendar, wherever one stands; a moment counts the days since 1970 that are over.
    """

    __slots__ = ()

    def __str__(self) -> str:
        """The whole days."""
        moment = None if self.has_time else moment_of(self, self.zone)
        return str(math.floor(self) if moment is None else (moment.date() - _EPOCH.date()).days)


def days_of(moment: datetime) -> float:
    """Return the days from the epoch to a moment."""
    return (moment - _EPOCH) / timedelta(days=1)


def moment_of(days: float, zone: tzinfo) -> datetime | None:
    """Return the moment that many days after the epoch; None where there is none."""
    if math.isnan(days) or abs(days) > _MAX_DAYS:
        return None
    milliseconds = math.floor(days * SECONDS_A_DAY * 1000 + 0.5)
    try:
        return (_EPOCH + timedelta(milliseconds=milliseconds)).astimezone(zone)
    except (OverflowError, ValueError):
        return None


def from_moment(moment: datetime, *, has_time: bool = True) -> DateValue:
    """Make a value of a moment, or of the day it falls on."""
    zone = moment.tzinfo or UTC
    if not has_time:
        moment = datetime.combine(moment.date(), time(), zone)
    return DateValue(days_of(moment), zone, has_time=has_time)


def looks_like_date(text: str) -> bool:
    """Whether a text begins as a date does; quick, for the many that do not."""
    return len(text) >= 8 and text[4] == "-" and text[:4].isdigit()


def is_written_as_date(text: str) -> bool:
    """Whether a text is written as a date or date-time, be there such a day or not."""
    return (_DATE.fullmatch(text) or _DATE_TIME.fullmatch(text)) is not None


def parse_date(text: str, zone: tzinfo) -> datetime | None:
    """Read an ISO date or date-time; None where it is neither, or such a day does not exist."""
    match = _DATE.fullmatch(text) or _DATE_TIME.fullmatch(text)
    if match is None:
        return None
    year, month, day, *rest = match.groups()
    try:
        if not rest:
            return datetime(int(year), int(month), int(day), tzinfo=zone)
        hour, minute, second, fraction, offset = rest
        micro = int((fraction or "0")[:6].ljust(6, "0"))
        own = _zone(offset) or zone
        return datetime(
            int(year), int(month), int(day), int(hour), int(minute or 0), int(second or 0), micro, own
        ).astimezone(zone)
    except (ValueError, OverflowError):
        return None


def has_time_part(text: str) -> bool:
    """Whether a text that `parse_date` read names a time of day."""
    return "T" in text


def _zone(offset: str | None) -> tzinfo | None:
    if not offset:
        return None
    if offset == "Z":
        return UTC
    hours, minutes = int(offset[1:3]), int(offset[-2:]) if len(offset) > 3 else 0
    span = timedelta(hours=hours, minutes=minutes)
    return timezone(-span if offset[0] == "-" else span)


def day_fraction(text: str, zone: tzinfo, *, today: datetime) -> float:
    """Return the part of the local day that has gone by at a time or date-time; NaN where it is neither."""
    moment = parse_date(text, zone) if "T" in text else None
    if moment is None:
        moment = _moment_today(text, zone, today=today)
    if moment is None:
        return math.nan
    begin = datetime.combine(moment.date(), time(), zone)
    return (moment - begin) / timedelta(days=1)


def _moment_today(text: str, zone: tzinfo, *, today: datetime) -> datetime | None:
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    hour, minute, second, fraction, offset = match.groups()
    micro = int((fraction or "0")[:6].ljust(6, "0"))
    try:
        clock = time(int(hour), int(minute), int(second or 0), micro, _zone(offset) or zone)
    except ValueError:
        return None
    return datetime.combine(today.date(), clock).astimezone(zone)
