"""Regular expressions of forms: written for Java and JavaScript, run by Python, bounded in what they may cost.

A pattern in which repetitions stand inside repetitions, or several one after the other, can take a backtracking
matcher longer than the world lasts. What a pattern may cost is computed from it, for texts of each length: while it is
little, Python's `re` runs it; else an automaton that never goes back; and where that cannot, for it looks around or
refers back, a matcher that counts its steps.
"""

import math
import re
import warnings
from collections.abc import Callable, Sequence
from functools import lru_cache
from re import _constants as codes  # type: ignore[attr-defined]  # Python's own parser of patterns
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from fieldapp.xpath.context import Value
from fieldapp.xpath.functions import backtracking
from fieldapp.xpath.functions.automaton import REPEATS, Automaton, TooHardError
from fieldapp.xpath.functions.java_patterns import for_python
from fieldapp.xpath.problems import XPathError

MAX_INPUT = 4_096
"""Characters of a text that `regex()` looks at; answers are shorter."""
MAX_PATTERN = 1_024
"""Characters of a pattern."""
MAX_WAYS = 10_000_000
"""Ways through a text that `re` is let try; it goes some fifty million a second."""

_ROUNDS = (*REPEATS, codes.POSSESSIVE_REPEAT)
_BEGINNINGS = (codes.AT_BEGINNING, codes.AT_BEGINNING_STRING)


def matches(text: str, pattern: str) -> bool:
    """Whether a pattern is found in a text.

    Raises:
        XPathError: `xpath.regex_too_long`, `xpath.regex_too_slow`, `xpath.bad_regex`.
    """
    if len(text) > MAX_INPUT or len(pattern) > MAX_PATTERN:
        raise XPathError("xpath.regex_too_long", limit=MAX_INPUT)
    return _matcher(pattern)(text)


def check(literals: Sequence[Value | None]) -> None:
    """Refuse a pattern written in the form that cannot be read, before anybody answers.

    Raises:
        XPathError: `xpath.regex_too_long`, `xpath.bad_regex`.
    """
    if isinstance(literals[1], str):
        matches("", literals[1])


@lru_cache(maxsize=256)
def _matcher(pattern: str) -> Callable[[str], bool]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            written = for_python(pattern)
            compiled = re.compile(written, re.ASCII)
            tree = parser.parse(written, re.ASCII)
    except (re.error, RecursionError, OverflowError) as error:
        raise XPathError("xpath.bad_regex", pattern=pattern, detail=str(error)) from error
    search = compiled.search
    longest = _longest_quick(tree)
    if longest == MAX_INPUT:
        return lambda text: search(text) is not None
    bounded = _bounded(tree, pattern)
    return lambda text: search(text) is not None if len(text) <= longest else bounded(text)


def _bounded(tree: Any, pattern: str) -> Callable[[str], bool]:
    try:
        return Automaton(tree).found_in
    except TooHardError:
        pass

    def found(text: str) -> bool:
        try:
            return backtracking.found_in(text, tree)
        except backtracking.TooSlowError as error:
            raise XPathError("xpath.regex_too_slow", pattern=pattern) from error

    return found


def _longest_quick(tree: Any) -> int:
    """Return the length of the longest texts through which a pattern has few ways."""
    low, high = 0, MAX_INPUT
    while low < high:
        middle = (low + high + 1) // 2
        if _cost(tree, middle) <= math.log(MAX_WAYS):
            low = middle
        else:
            high = middle - 1
    return low


def _cost(tree: Any, length: int) -> float:
    """Return the logarithm of the number of ways in which a pattern may be tried on a text of a length."""
    is_held = any(code is codes.AT and argument in _BEGINNINGS for code, argument in tree[:1])
    return _ways(tree, length) + (0.0 if is_held else math.log(length + 1))


def _ways(tree: Any, length: int) -> float:
    return sum(_ways_of_piece(code, argument, length) for code, argument in tree)


def _ways_of_piece(code: Any, argument: Any, length: int) -> float:
    if code in _ROUNDS:
        least, most = int(argument[0]), min(int(argument[1]), length + 1)
        return math.log(max(most - least, 0) + 1) + max(most, 1) * _ways(argument[2], length)
    if code is codes.BRANCH:
        return math.log(len(argument[1])) + max(_ways(way, length) for way in argument[1])
    return sum(_ways(inside, length) for inside in _inside(code, argument))


def _inside(code: Any, argument: Any) -> Sequence[Any]:
    if code is codes.SUBPATTERN:
        return (argument[3],)
    if code is codes.ATOMIC_GROUP:
        return (argument,)
    return (argument[1],) if code in (codes.ASSERT, codes.ASSERT_NOT) else ()
