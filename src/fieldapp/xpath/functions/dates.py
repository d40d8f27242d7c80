"""Dates and times: made, written, counted in days. The clock and the zone come from the environment."""

import math
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
    moment_of,
    parse_date,
)
from fieldapp.xpath.functions.table import Function
from fieldapp.xpath.values import number_from_text, to_number, to_text, zone_of

_INVALID = "Invalid Date"


def _today(context: Context) -> DateValue:
    return from_moment(context.env.clock.now().astimezone(zone_of(context.env)), has_time=False)


def _now(context: Context) -> DateValue:
    return from_moment(context.env.clock.now().astimezone(zone_of(context.env)))


def _moment(context: Context, value: Value) -> datetime | None:
    """Read a date, a date-time, or a number of days; None where it is none of them."""
    zone = zone_of(context.env)
    if isinstance(value, DateValue):
        return moment_of(value, zone)
    if isinstance(value, list | str):
        text = to_text(value).strip()
        moment = parse_date(text, zone)
        if moment is not None:
            return moment
        value = number_from_text(text, context.env)
    return moment_of(to_number(value, context.env), zone)


def _date(context: Context, value: Value) -> Value:
    """Return the day; of a number, the day so many whole days after 1970-01-01."""
    zone = zone_of(context.env)
    if isinstance(value, list):
        value = to_text(value)
    if isinstance(value, str):
        if not value.strip():
            return ""
        moment = parse_date(value.strip(), zone)
        if moment is not None:
            return from_moment(moment, has_time=False)
        value = number_from_text(value, context.env)
    if isinstance(value, DateValue):
        moment = moment_of(value, zone)
        return from_moment(moment, has_time=False) if moment else _INVALID
    return _day_number(context, to_number(value, context.env))


def _day_number(context: Context, days: float) -> Value:
    moment = moment_of(math.floor(days), UTC) if math.isfinite(days) else None
    if moment is None:
        return _INVALID
    return from_moment(datetime.combine(moment.date(), time(), zone_of(context.env)), has_time=False)


def _date_time(context: Context, value: Value) -> Value:
    """Return the moment; a date alone begins at midnight and stays written as a date."""
    if isinstance(value, DateValue):
        return value
    if isinstance(value, list | str) and not to_text(value).strip():
        return ""
    moment = _moment(context, value)
    if moment is None:
        return _INVALID
    has_time = has_time_part(to_text(value)) or moment.time() != time()
    return from_moment(moment, has_time=has_time)


def _decimal_date_time(context: Context, value: Value) -> float:
    moment = _moment(context, value)
    return math.nan if moment is None else days_of(moment)


def _decimal_time(context: Context, value: Value) -> float:
    zone = zone_of(context.env)
    if isinstance(value, DateValue):
        moment = moment_of(value, zone)
        return math.nan if moment is None else _since_midnight(moment)
    return day_fraction(to_text(value).strip(), zone, today=context.env.clock.now().astimezone(zone))


def _since_midnight(moment: datetime) -> float:
    return (moment - datetime.combine(moment.date(), time(), moment.tzinfo)) / timedelta(days=1)


def _format(context: Context, value: Value, pattern: str) -> str:
    """Write a date by the letters of the ODK specification (`%Y`, `%m`, `%b`…); blank stays blank."""
    if isinstance(value, list | str) and not to_text(value).strip():
        return ""
    moment = _moment(context, value)
    if moment is None:
        return _INVALID
    written: list[str] = []
    letters = iter(pattern)
    for char in letters:
        written.append(_directive(moment, next(letters, ""), context.env.language) if char == "%" else char)
    return "".join(written)


def _directive(moment: datetime, letter: str, language: str) -> str:
    if letter in _NAMES:
        return _localized(moment, _NAMES[letter], language)
    write = _DIRECTIVES.get(letter)
    return write(moment) if write else letter


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
    Function("date-time", "value", Kind.ANY, _date_time, with_context=True),
    Function("decimal-date-time", "value", Kind.NUMBER, _decimal_date_time, with_context=True),
    Function("decimal-time", "value", Kind.NUMBER, _decimal_time, with_context=True),
    Function("format-date", "value text", Kind.TEXT, _format, with_context=True),
    Function("format-date-time", "value text", Kind.TEXT, _format, with_context=True),
)
