"""Conversions between the four types of value, by the rules of XPath 1.0 with what ODK adds for dates."""

import math
import re
from datetime import tzinfo
from decimal import Decimal

from fieldapp.xpath.context import Environment, Value
from fieldapp.xpath.dates import DateValue, days_of, looks_like_date, parse_date
from fieldapp.xpath.nodes import Node

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_INFINITIES = {"Infinity": math.inf, "+Infinity": math.inf, "-Infinity": -math.inf}
_BLANKS = " \t\n\r"
_UNIT_BITS = 1075
_UNIT = 1 << _UNIT_BITS - 1
_EXACT = 1e15
"""Whole numbers below this are written without an exponent by `int` exactly."""


def zone_of(env: Environment) -> tzinfo:
    """Return the zone in which days begin."""
    if env.zone is not None:
        return env.zone
    zone = env.clock.now().tzinfo
    assert zone is not None, "a clock gives its zone"
    return zone


def number_from_text(text: str, env: Environment) -> float:
    """Read a number; a date or date-time counts as its days; anything else is NaN."""
    if text.isdecimal() and text.isascii():
        return float(text)
    text = text.strip(_BLANKS)
    if looks_like_date(text):
        moment = parse_date(text, zone_of(env))
        return days_of(moment) if moment else math.nan
    return plain_number(text)


def plain_number(text: str) -> float:
    """Read a number that is not written as a date: what no clock or zone can change."""
    text = text.strip(_BLANKS)
    return float(text) if _NUMBER.fullmatch(text) else _INFINITIES.get(text, math.nan)


def fixed_number(value: Value | None) -> float | None:
    """Return the number of a constant; none where a zone decides, for dates, and for what is no constant."""
    if isinstance(value, str):
        return None if looks_like_date(value.strip(_BLANKS)) else plain_number(value)
    return float(value) if isinstance(value, bool | float) else None


def number_of(node: Node, env: Environment) -> float:
    """Return the number of a node's value; of a leaf it is remembered for as long as the text stays the same."""
    text = node.text
    if text is node.numbered:
        return node.number
    if node.children or node.content is not None:
        return number_from_text(node.value(), env)
    if looks_like_date(text.strip(_BLANKS)):
        return number_from_text(text, env)
    node.number, node.numbered = plain_number(text), text
    return node.number


def text_from_number(number: float) -> str:
    """Write a number: no `.0`, never an exponent."""
    if isinstance(number, DateValue):
        return str(number)
    if number.is_integer() and abs(number) < _EXACT:
        return str(int(number))
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    return format(Decimal(repr(number)), "f").removesuffix(".0")


def answer_from_number(number: float) -> str:
    """Write a number as an answer: blank for what could not be computed."""
    if type(number) is float:
        whole = int(number) if -_EXACT < number < _EXACT else None
        if whole is not None and whole == number:
            return str(whole)
        if number != number:
            return ""
    return text_from_number(number)


def in_units(number: float) -> int:
    """Return a finite number as a whole number of the smallest differences that floats know (2 to the -1074)."""
    above, below = number.as_integer_ratio()
    return above << (_UNIT_BITS - below.bit_length())


def from_units(units: int) -> float:
    """Return the float nearest to so many units."""
    try:
        return units / _UNIT
    except OverflowError:
        return math.inf if units > 0 else -math.inf


def exact_sum(numbers: list[float]) -> float:
    """Add up and round once, at the end: the order of the numbers makes no difference."""
    try:
        return math.fsum(numbers) + 0.0
    except OverflowError:
        return from_units(sum(map(in_units, numbers))) if all(map(math.isfinite, numbers)) else sum(numbers)
    except ValueError:
        return math.nan


def to_text(value: Value) -> str:
    """Convert to a string; of a nodeset, the string-value of its first node."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return value[0].value() if value else ""
    return text_from_number(float(value) if isinstance(value, int) else value)


def to_number(value: Value, env: Environment) -> float:
    """Convert to a number."""
    if isinstance(value, list):
        return number_from_text(value[0].value(), env) if value else math.nan
    if isinstance(value, str):
        return number_from_text(value, env)
    return value if isinstance(value, float) else float(value)


def to_boolean(value: Value) -> bool:
    """Convert to a boolean: a nodeset that is not empty, a text that is not blank, a number that is not 0 or NaN."""
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    return bool(value)
