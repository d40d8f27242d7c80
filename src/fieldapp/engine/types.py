"""Which texts are values of a type. A wrong one is stored and flagged, never refused."""

import re
from collections.abc import Callable
from datetime import date, time

_INT = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_INT_MIN, _INT_MAX = -(2**31), 2**31 - 1
"""ODK integers have 32 bits."""
_ZONE = re.compile(r"(?:Z|[+-]\d{2}(?::\d{2})?)$", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_TIME = re.compile(r"(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|[+-]\d{2}(?::\d{2})?)?", re.ASCII)
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML can hold, not even as numbers (XML 1.0 §2.2)."""
_BOOLEANS = frozenset({"true", "false", "1", "0"})
_LATITUDE, _LONGITUDE = 90.0, 180.0
_GEOPOINT_PARTS = range(2, 5)
"""Latitude, longitude, and perhaps altitude and accuracy."""


def whole_characters(text: str) -> str:
    """Return a text that every file can hold: halves of a UTF-16 pair joined, one without the other replaced.

    Input methods and the clipboard can give such halves, and control characters: no UTF-8 can write the ones, no XML
    the others.
    """
    if not text.isascii():
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return writable(text)


def writable(text: str) -> str:
    """Return a text with the characters that no XML can hold replaced."""
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def is_valid(type_name: str, text: str) -> bool:
    """Tell whether a text that is not blank is a value of a bind type; unknown types hold anything."""
    check = _CHECKS.get(type_name)
    return check is None or check(text)


def held(type_name: str, text: str) -> str | None:
    """Return what a question of a type holds for a text, or none if the text is not of the type.

    As in ODK, a local date-time given to a date is cut to its day, a decimal number given to an integer is cut to
    its whole part, and the numbers of a point are written as decimals; all else is held as it is.
    """
    if not text or is_valid(type_name, text):
        return " ".join(map(_decimal, text.split())) if type_name == "geopoint" else text
    day, mark, hour = text.partition("T")
    if type_name == "date" and mark and _is_date(day) and _is_time(hour) and not _ZONE.search(hour):
        return day
    if type_name == "int" and _is_decimal(text) and abs(float(text)) <= _INT_MAX:
        return str(int(float(text)))
    return None


def _decimal(number: str) -> str:
    return f"{number}.0" if number.lstrip("+-").isdecimal() else number


def _is_int(text: str) -> bool:
    return _INT.fullmatch(text) is not None and _INT_MIN <= int(text) <= _INT_MAX


def _is_decimal(text: str) -> bool:
    return _DECIMAL.fullmatch(text) is not None


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return False
    return True


def _is_time(text: str) -> bool:
    match = _TIME.fullmatch(text)
    if match is None:
        return False
    try:
        time(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return False
    return True


def _is_date_time(text: str) -> bool:
    day, mark, hour = text.partition("T")
    return _is_date(day) and (not mark or _is_time(hour))


def _is_geopoint(text: str) -> bool:
    parts = text.split()
    if len(parts) not in _GEOPOINT_PARTS or not all(map(_is_decimal, parts)):
        return False
    return abs(float(parts[0])) <= _LATITUDE and abs(float(parts[1])) <= _LONGITUDE


def _is_geotrace(text: str) -> bool:
    return all(_is_geopoint(point.strip()) for point in text.strip().strip(";").split(";"))


def _is_boolean(text: str) -> bool:
    return text in _BOOLEANS


_CHECKS: dict[str, Callable[[str], bool]] = {
    "int": _is_int,
    "decimal": _is_decimal,
    "date": _is_date,
    "time": _is_time,
    "dateTime": _is_date_time,
    "geopoint": _is_geopoint,
    "geotrace": _is_geotrace,
    "geoshape": _is_geotrace,
    "boolean": _is_boolean,
}
