"""Dates and times: made, written, counted in days. The clock and the zone come from the environment."""

import math
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time, timedelta

from fieldapp.xpath.closures import Kind
from fieldapp.xpath.context import Context, Value
from fieldapp.xpath.dates import (
    DateValue,
    day_fraction,
    days_of,
    from_moment,
    has_time_part,
    is_written_as_date,
    moment_of,
    parse_date,
)
from fieldapp.xpath.functions.table import Function
from fieldapp.xpath.problems import XPathError
from fieldapp.xpath.values import to_text, zone_of


def _today(context: Context) -> DateValue:
    return from_moment(context.env.clock.now().astimezone(zone_of(context.env)), has_time=False)


def _now(context: Context) -> DateValue:
    return from_moment(context.env.clock.now().astimezone(zone_of(context.env)))


def _moment(context: Context, value: Value) -> datetime | None:
    """Read a date, a date-time, or a number of days; None where it is none of them."""
    made = _date(context, value)
    return moment_of(made, made.zone) if isinstance(made, DateValue) else None


def _date(context: Context, value: Value) -> DateValue | str:
    """Return the moment that a text or a number of days names; a day alone stays written as a day.

    Web Forms keeps the time of day in `date()` as in `date-time()`, and so do we: nothing is lost by it.
    """
    if isinstance(value, DateValue):
        return value
    if isinstance(value, bool):
        return ""
    if isinstance(value, list | str):
        text = to_text(value).strip()
        if not text or not _is_number(text):
            return _date_from_text(context, text) if text else ""
        value = float(text)
    return _date_from_days(context, value)


def _is_number(text: str) -> bool:
    return text.isascii() and text.replace(".", "", 1).removeprefix("-").isdecimal()


def _date_from_text(context: Context, text: str) -> DateValue:
    zone = zone_of(context.env)
    moment = parse_date(text, zone)
    if moment is not None:
        return from_moment(moment, has_time=has_time_part(text))
    if is_written_as_date(text):
        raise XPathError("xpath.no_such_date")
    return DateValue(math.nan, zone, has_time=False)


def _date_from_days(context: Context, days: float) -> DateValue:
    """Make a date of days: a whole number is a day of the calendar, wherever one stands."""
    if days == math.floor(days) if math.isfinite(days) else True:
        return DateValue(days, UTC, has_time=False)
    zone = zone_of(context.env)
    moment = moment_of(days, zone)
    return DateValue(days, zone, has_time=moment is not None and moment.time() != time())


def _decimal_date_time(context: Context, value: Value) -> float:
    moment = _moment(context, value)
    return math.nan if moment is None else days_of(moment)


def _decimal_time(context: Context, value: Value) -> float:
    zone = zone_of(context.env)
    if isinstance(value, DateValue):
        moment = moment_of(value, value.zone)
        return math.nan if moment is None else _since_midnight(moment)
    return day_fraction(to_text(value).strip(), zone, today=context.env.clock.now().astimezone(zone))


def _since_midnight(moment: datetime) -> float:
    return (moment - datetime.combine(moment.date(), time(), moment.tzinfo)) / timedelta(days=1)


def _format(context: Context, value: Value, pattern: str) -> str:
    """Write a date by the letters of the ODK specification (`%Y`, `%b`…); blank stays blank.

    A letter it does not know stays as it is written.
    """
    moment = _moment(context, value)
    if moment is None:
        return ""

    def written(directive: re.Match[str]) -> str:
        letter = directive[1]
        if letter in _NAMES:
            return _localized(moment, _NAMES[letter], context.env.language)
        write = _DIRECTIVES.get(letter)
        return write(moment) if write else directive[0]

    return _DIRECTIVE.sub(written, pattern)


_DIRECTIVE = re.compile(r"%([a-zA-Z3])")


_NAMES = {"a": "EEE", "A": "EEEE", "b": "MMM", "B": "MMMM"}
"""Names of days and months, as Unicode date patterns."""

_DIRECTIVES: Mapping[str, Callable[[datetime], str]] = {
    "Y": lambda moment: f"{moment.year:04}",
    "y": lambda moment: f"{moment.year % 100:02}",
    "m": lambda moment: f"{moment.month:02}",
    "n": lambda moment: str(moment.month),
    "d": lambda moment: f"{moment.day:02}",
    "e": lambda moment: str(moment.day),
    "H": lambda moment: f"{moment.hour:02}",
    "h": lambda moment: str(moment.hour),
    "M": lambda moment: f"{moment.minute:02}",
    "S": lambda moment: f"{moment.second:02}",
    "3": lambda moment: f"{moment.microsecond // 1000:03}",
    "W": lambda moment: str(moment.isocalendar().week),
    "u": lambda moment: str(moment.isoweekday()),
    "Z": lambda moment: moment.strftime("%z"),
}


def _localized(moment: datetime, pattern: str, language: str) -> str:
    from babel.core import Locale, UnknownLocaleError
    from babel.dates import format_date

    code = language.rpartition("(")[2].rstrip(") ")
    try:
        locale = Locale.parse(code, sep="-") if code else Locale("en")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return format_date(moment, pattern, locale)


FUNCTIONS = (
    Function("today", "", Kind.NUMBER, _today, with_context=True, is_volatile=True),
    Function("now", "", Kind.NUMBER, _now, with_context=True, is_volatile=True),
    Function("date", "value", Kind.ANY, _date, with_context=True),
    Function("date-time", "value", Kind.ANY, _date, with_context=True),
    Function("decimal-date-time", "value", Kind.NUMBER, _decimal_date_time, with_context=True),
    Function("decimal-time", "value", Kind.NUMBER, _decimal_time, with_context=True),
    Function("format-date", "value text", Kind.TEXT, _format, with_context=True),
    Function("format-date-time", "value text", Kind.TEXT, _format, with_context=True),
)
