"""Regular expressions of forms: written for Java and JavaScript, run by Python, bounded in what they may cost.

A pattern in which repetitions stand inside repetitions, or several one after the other, can take a backtracking
matcher longer than the world lasts. Such a pattern is run by `_Automaton`, which tries all ways at once, one
character after the other, and so takes time in proportion to the text. Everything else goes to `re`.
"""

import re
import warnings
from collections.abc import Callable, Sequence
from functools import lru_cache
from re import _constants as codes  # type: ignore[attr-defined]  # Python's own parser of patterns
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from fieldapp.xpath.problems import XPathError

MAX_INPUT = 4_096
"""Characters of a text that `regex()` looks at; answers are shorter."""
MAX_PATTERN = 1_024
"""Characters of a pattern."""
MAX_STATES = 600
"""States of an automaton; with `MAX_INPUT` it bounds the time to about a second. Real patterns have some dozens."""
MANY = 64
"""Repetitions beyond this number cost as unbounded ones do: the text's length for each of them."""
SEVERAL = 4
"""Repetitions beyond this number, around something that varies, have too many ways to go through a text."""

_INSIDE_CLASS = re.compile(r"\\.|\[|\]|.", re.DOTALL)


def matches(text: str, pattern: str) -> bool:
    """Whether a pattern is found in a text.

    Raises:
        XPathError: `xpath.regex_too_long`, `xpath.bad_regex`.
    """
    if len(text) > MAX_INPUT or len(pattern) > MAX_PATTERN:
        raise XPathError("xpath.regex_too_long", limit=MAX_INPUT)
    return _matcher(pattern)(text)


@lru_cache(maxsize=256)
def _matcher(pattern: str) -> Callable[[str], bool]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            written = _for_python(pattern)
            compiled = re.compile(written, re.ASCII)
            tree = parser.parse(written, re.ASCII)
    except (re.error, RecursionError, OverflowError) as error:
        raise XPathError("xpath.bad_regex", pattern=pattern, detail=str(error)) from error
    if _is_harmless(tree):
        return lambda text: compiled.search(text) is not None
    return _Automaton(pattern, tree).found_in


def _for_python(pattern: str) -> str:
    """Translate what Python reads otherwise: named groups, the end, a bracket inside a class."""
    written: list[str] = []
    in_class = False
    for match in _INSIDE_CLASS.finditer(pattern):
        piece = match[0]
        if in_class:
            in_class = piece != "]"
            written.append("\\[" if piece == "[" else piece)
        else:
            in_class = piece == "["
            written.append("\\Z" if piece == "$" else piece)
    return re.sub(r"\(\?<(?![=!])", "(?P<", "".join(written))


def _is_harmless(tree: Any) -> bool:
    """Whether backtracking stays short: at most two long repetitions, none of them around anything that varies."""
    repeats = list(_repeats(tree))
    long = sum(most > MANY for most, _ in repeats)
    return long <= 2 and not any(most > SEVERAL and _varies(inside) for most, inside in repeats)


def _repeats(tree: Any) -> Sequence[tuple[int, Any]]:
    """Return how often each repetition may go round at most, and what it goes around."""
    found: list[tuple[int, Any]] = []
    for code, argument in tree:
        if code in _REPEATS:
            found.append((int(argument[1]), argument[2]))
        for inside in _subtrees(code, argument):
            found.extend(_repeats(inside))
    return found


_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)


def _varies(tree: Any) -> bool:
    return any(
        code in _REPEATS or code is codes.BRANCH or any(map(_varies, _subtrees(code, argument)))
        for code, argument in tree
    )


def _subtrees(code: Any, argument: Any) -> Sequence[Any]:
    if code in _REPEATS or code is codes.POSSESSIVE_REPEAT:
        return (argument[2],)
    if code is codes.BRANCH:
        return tuple(argument[1])
    if code is codes.SUBPATTERN:
        return (argument[3],)
    if code is codes.ATOMIC_GROUP:
        return (argument,)
    return (argument[1],) if code in (codes.ASSERT, codes.ASSERT_NOT) else ()


Test = Callable[[str], bool]
"""Whether a character passes."""
Place = Callable[[str, int], bool]
"""Whether a place in the text is the beginning, the end, or a word's border."""


class _Automaton:
    """A pattern as states and ways between them (Thompson, 1968); it never goes back in the text."""

    def __init__(self, pattern: str, tree: Any) -> None:
        self._pattern = pattern
        self._free: list[list[tuple[int, Place | None]]] = []
        self._steps: list[list[tuple[int, Test]]] = []
        self._start = self._state()
        self._end = self._sequence(tree, self._start)

    def found_in(self, text: str) -> bool:
        """Whether the pattern is found anywhere in a text."""
        alive: set[int] = set()
        for place in range(len(text) + 1):
            alive = self._reached({*alive, self._start}, text, place)
            if self._end in alive:
                return True
            if place < len(text):
                char = text[place]
                alive = {to for state in alive for to, test in self._steps[state] if test(char)}
        return False

    def _reached(self, states: set[int], text: str, place: int) -> set[int]:
        reached, todo = set(states), list(states)
        while todo:
            for to, holds in self._free[todo.pop()]:
                if to not in reached and (holds is None or holds(text, place)):
                    reached.add(to)
                    todo.append(to)
        return reached

    def _state(self) -> int:
        if len(self._free) >= MAX_STATES:
            raise XPathError("xpath.bad_regex", pattern=self._pattern, detail="too many states")
        self._free.append([])
        self._steps.append([])
        return len(self._free) - 1

    def _sequence(self, tree: Any, state: int) -> int:
        for code, argument in tree:
            state = self._piece(code, argument, state)
        return state

    def _piece(self, code: Any, argument: Any, state: int) -> int:
        if code in _REPEATS:
            return self._repeat(argument, state)
        if code is codes.BRANCH:
            return self._branch(argument[1], state)
        if code is codes.SUBPATTERN and not argument[1] and not argument[2]:
            return self._sequence(argument[3], state)
        after = self._state()
        if code is codes.AT:
            self._free[state].append((after, _PLACES[argument]))
        else:
            self._steps[state].append((after, self._test(code, argument)))
        return after

    def _test(self, code: Any, argument: Any) -> Test:
        """Make the test of one character by letting `re` read that piece alone."""
        if code not in _ONE_CHARACTER:
            raise XPathError("xpath.bad_regex", pattern=self._pattern, detail="cannot be bounded")
        return _one(code, argument)

    def _branch(self, ways: Sequence[Any], state: int) -> int:
        after = self._state()
        for way in ways:
            begin = self._state()
            self._free[state].append((begin, None))
            self._free[self._sequence(way, begin)].append((after, None))
        return after

    def _repeat(self, argument: Any, state: int) -> int:
        least, most, inside = argument
        for _ in range(least):
            state = self._sequence(inside, state)
        if most is codes.MAXREPEAT:
            loop = self._state()
            self._free[state].append((loop, None))
            self._free[self._sequence(inside, loop)].append((loop, None))
            return loop
        after = self._state()
        for _ in range(most - least):
            self._free[state].append((after, None))
            state = self._sequence(inside, state)
        self._free[state].append((after, None))
        return after


_ONE_CHARACTER = (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN)
_CATEGORIES = {
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
}


def _one(code: Any, argument: Any) -> Test:
    if code is codes.LITERAL:
        return lambda char: ord(char) == argument
    if code is codes.NOT_LITERAL:
        return lambda char: ord(char) != argument
    if code is codes.ANY:
        return lambda char: char != "\n"
    if code is codes.RANGE:
        low, high = argument
        return lambda char: low <= ord(char) <= high
    if code is codes.CATEGORY:
        category = re.compile(_CATEGORIES[argument], re.ASCII)
        return lambda char: category.match(char) is not None
    is_negated = argument[0][0] is codes.NEGATE
    members = [_one(*member) for member in argument[is_negated:]]
    return lambda char: any(member(char) for member in members) != is_negated


def _is_word(text: str, place: int) -> bool:
    return 0 <= place < len(text) and (
        text[place] == "_" or (text[place].isascii() and text[place].isalnum())
    )


def _is_border(text: str, place: int) -> bool:
    return _is_word(text, place - 1) != _is_word(text, place)


_PLACES: dict[Any, Place] = {
    codes.AT_BEGINNING: lambda _text, place: place == 0,
    codes.AT_BEGINNING_STRING: lambda _text, place: place == 0,
    codes.AT_END: lambda text, place: place == len(text),
    codes.AT_END_STRING: lambda text, place: place == len(text),
    codes.AT_BOUNDARY: _is_border,
    codes.AT_NON_BOUNDARY: lambda text, place: not _is_border(text, place),
}
