"""How numbers, dates, times and places are written by people and stored by forms. Pure functions, no widget."""

import re
from datetime import date, datetime, time, timedelta, timezone

from fieldapp.ui.widgets.places import place_in, stored

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬−", "01234567890123456789.,-")
"""Arabic and Persian digits and signs, and the typographic minus."""
_SPACES = re.compile(r"[\s\u00a0\u202f\u2066-\u2069\u200e\u200f]+")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_DATE = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})")
_COMPACT = re.compile(r"(\d{2})(\d{2})(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH = re.compile(r"(\d{1,2})[/. -](\d{4})")
_YEAR = re.compile(r"\d{4}")
_TIME = re.compile(r"(\d{1,2})\s?(?:[:hH]\s?(\d{2})?|[hH])")
_PLACE = re.compile(r"[-+]?\d{1,3}(?:[.,]\d+)?")
_CENTURY = 50
"""Two-digit years up to this one are of the 2000s."""
_TWO_DIGITS = 100
_COORDINATES = 2


def plain(text: str) -> str:
    """Return a text with Western digits and without direction marks at its ends."""
    return text.translate(_DIGITS).strip().strip("\u2066\u2067\u2068\u2069\u200e\u200f")


def stored_number(text: str) -> str:
    """Read `1 234,5` or `١٢٫٥` as `1234.5`; what is no number stays as written."""
    number = _SPACES.sub("", plain(text)).replace(",", ".")
    return number.removeprefix("+") if _NUMBER.fullmatch(number) else text.strip()


def shown_number(value: str, *, point: str) -> str:
    """Write a stored number with the decimal sign of the language."""
    return value.replace(".", point) if _NUMBER.fullmatch(value) else value


def stored_date(text: str) -> str:
    """Read `31/05/2024`, `31.5.24`, `31052024`, `05/2024`, `2024` or `2024-05-31` as an ISO date."""
    written = plain(text)
    if found := _DATE.fullmatch(written) or _COMPACT.fullmatch(written):
        return _iso(found[3], found[2], found[1]) or written
    if found := _ISO.fullmatch(written):
        return _iso(found[1], found[2], found[3]) or written
    if found := _MONTH.fullmatch(written):
        return _iso(found[2], found[1], "1") or written
    return f"{written}-01-01" if _YEAR.fullmatch(written) else written


def shown_date(value: str, appearance: tuple[str, ...] = ()) -> str:
    """Write an ISO date as people here write it: day, month, year, or only what the form asks for."""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return value
    if "year" in appearance:
        return f"{day:%Y}"
    return f"{day:%m/%Y}" if "month-year" in appearance else f"{day:%d/%m/%Y}"


def stored_time(text: str, *, offset: timedelta) -> str:
    """Read `14:30`, `14h30` or `14h` as an XForms time with the zone's offset."""
    moment = _time(plain(text))
    return (
        moment.replace(tzinfo=timezone(offset)).isoformat(timespec="milliseconds") if moment else plain(text)
    )


def shown_time(value: str) -> str:
    """Write an XForms time as hours and minutes."""
    try:
        return f"{time.fromisoformat(value):%H:%M}"
    except ValueError:
        return value


def stored_moment(text: str, *, offset: timedelta) -> str:
    """Read `31/05/2024 14:30` as an XForms dateTime with the zone's offset; a day alone is its midnight."""
    day_text, _, time_text = plain(text).partition(" ")
    day = _ISO.fullmatch(stored_date(day_text))
    moment = _time(time_text.strip()) if time_text.strip() else time()
    if day is None or moment is None:
        return plain(text)
    whole = datetime.combine(date.fromisoformat(day[0]), moment, timezone(offset))
    return whole.isoformat(timespec="milliseconds")


def shown_moment(value: str) -> str:
    """Write an XForms dateTime as day, hours and minutes."""
    try:
        return f"{datetime.fromisoformat(value):%d/%m/%Y %H:%M}"
    except ValueError:
        return value


def stored_place(text: str) -> str:
    """Read `34.0209, -6.8416`, `34,0209 ; -6,8416`, a link to a map or degrees and minutes as an XForms geopoint.

    Anything else stays as written.
    """
    if (found := place_in(text)) is not None:
        return stored(*found)
    written = plain(text)
    parts = [part for part in re.split(r"\s*;\s*|,\s+|\s+", written) if part]
    if len(parts) == 1 and written.count(",") == 1:
        parts = written.split(",")
    if len(parts) < _COORDINATES or not all(_PLACE.fullmatch(part) for part in parts[:_COORDINATES]):
        return written
    latitude, longitude = (part.replace(",", ".").removeprefix("+") for part in parts[:_COORDINATES])
    return f"{latitude} {longitude} 0 0"


def shown_place(value: str) -> str:
    """Write an XForms geopoint as latitude and longitude."""
    parts = value.split()
    return f"{parts[0]}, {parts[1]}" if len(parts) >= _COORDINATES and _PLACE.fullmatch(parts[0]) else value


def _iso(year: str, month: str, day: str) -> str:
    whole = int(year)
    if whole < _TWO_DIGITS:
        whole += 2000 if whole <= _CENTURY else 1900
    try:
        return date(whole, int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _time(text: str) -> time | None:
    found = _TIME.fullmatch(text)
    if not found:
        return None
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        return None
