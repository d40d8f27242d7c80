"""Numbers: rounding, powers, angles. What cannot be computed is NaN, never an error."""

import math
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from fieldapp.xpath.closures import Kind
from fieldapp.xpath.context import Context, Value
from fieldapp.xpath.dates import DayCount, has_time_part, looks_like_date
from fieldapp.xpath.functions.table import Function
from fieldapp.xpath.values import number_from_text, to_text, zone_of

MAX_DIGITS = 300
"""Decimals that `round()` looks at; a float has no more."""


def _number(context: Context, value: Value | None = None) -> float:
    """Convert; without an argument, the context node's value. A date written as a text counts its days."""
    if isinstance(value, float | bool):
        return float(value)
    text = context.node.value() if value is None else to_text(value)
    number = number_from_text(text, context.env)
    if math.isnan(number) or not looks_like_date(text.strip()):
        return number
    return DayCount(number, zone_of(context.env), has_time=has_time_part(text))


def _whole(number: float) -> float:
    return number if math.isnan(number) or math.isinf(number) else float(math.trunc(number))


def _round(number: float, digits: float = 0.0) -> float:
    """Round to so many decimals, tens where negative; halves go away from zero."""
    if not math.isfinite(number):
        return number
    if not math.isfinite(digits):
        return math.nan
    unit = Decimal(1).scaleb(-int(max(min(digits, MAX_DIGITS), -MAX_DIGITS)))
    exact = Decimal(repr(float(number)))
    return float((exact / unit).to_integral_value(ROUND_HALF_UP) * unit)


def _floor(number: float) -> float:
    return number if not math.isfinite(number) else float(math.floor(number))


def _ceiling(number: float) -> float:
    return number if not math.isfinite(number) else float(math.ceil(number))


def _guarded(compute: Callable[..., float]) -> Callable[..., float]:
    """Make a function of `math` give NaN where it would raise, and infinity where it would overflow."""

    def run(*numbers: float) -> float:
        try:
            return float(compute(*numbers))
        except ValueError:
            return math.nan
        except OverflowError:
            return math.inf

    return run


def _logarithm(base: Callable[[float], float]) -> Callable[[float], float]:
    guarded = _guarded(base)
    return lambda number: -math.inf if number == 0 else guarded(number)


def _power(number: float, exponent: float) -> float:
    if number == 0 and exponent < 0:
        return math.inf
    if math.isnan(exponent):
        return math.nan
    return math.pow(number, exponent)


FUNCTIONS = (
    Function("number", "value?", Kind.NUMBER, _number, with_context=True),
    Function("int", "number", Kind.NUMBER, _whole),
    Function("round", "number number?", Kind.NUMBER, _round),
    Function("floor", "number", Kind.NUMBER, _floor),
    Function("ceiling", "number", Kind.NUMBER, _ceiling),
    Function("abs", "number", Kind.NUMBER, abs),
    Function("pow", "number number", Kind.NUMBER, _guarded(_power)),
    Function("exp", "number", Kind.NUMBER, _guarded(math.exp)),
    Function("exp10", "number", Kind.NUMBER, _guarded(lambda number: math.pow(10, number))),
    Function("log", "number", Kind.NUMBER, _logarithm(math.log)),
    Function("log10", "number", Kind.NUMBER, _logarithm(math.log10)),
    Function("sqrt", "number", Kind.NUMBER, _guarded(math.sqrt)),
    Function("sin", "number", Kind.NUMBER, _guarded(math.sin)),
    Function("cos", "number", Kind.NUMBER, _guarded(math.cos)),
    Function("tan", "number", Kind.NUMBER, _guarded(math.tan)),
    Function("asin", "number", Kind.NUMBER, _guarded(math.asin)),
    Function("acos", "number", Kind.NUMBER, _guarded(math.acos)),
    Function("atan", "number", Kind.NUMBER, _guarded(math.atan)),
    Function("atan2", "number number", Kind.NUMBER, _guarded(math.atan2)),
    Function("pi", "", Kind.NUMBER, lambda: math.pi),
)
