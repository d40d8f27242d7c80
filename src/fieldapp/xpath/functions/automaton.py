"""A pattern as states and ways between them (Thompson, 1968): it tries all ways at once and never goes back.

It takes time in proportion to the text, whatever the pattern; but it cannot look around, nor refer back.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from re import _constants as codes  # type: ignore[attr-defined]  # Python's own parser of patterns
from typing import Any

MAX_STATES = 600
"""States of an automaton; with the longest text it bounds the time to about a second. Real patterns have dozens."""

REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)

Test = Callable[[str], bool]
"""Whether a character passes."""
Place = Callable[[str, int], bool]
"""Whether a place in the text is the beginning, the end, or a word's border."""


class TooHardError(Exception):
    """A pattern that cannot be made into an automaton of a bearable size."""


class Automaton:
    """A pattern ready to be searched for."""

    def __init__(self, tree: Any) -> None:
        self._folds_case = False
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
            raise TooHardError
        self._free.append([])
        self._steps.append([])
        return len(self._free) - 1

    def _sequence(self, tree: Any, state: int) -> int:
        for code, argument in tree:
            state = self._piece(code, argument, state)
        return state

    def _piece(self, code: Any, argument: Any, state: int) -> int:
        if code in REPEATS:
            return self._repeat(argument, state)
        if code is codes.BRANCH:
            return self._branch(argument[1], state)
        if code is codes.SUBPATTERN:
            return self._group(argument, state)
        after = self._state()
        if code is codes.AT:
            self._free[state].append((after, place_test(argument)))
        elif code in ONE_CHARACTER:
            self._steps[state].append((after, character_test(code, argument, folds_case=self._folds_case)))
        else:
            raise TooHardError
        return after

    def _group(self, argument: Any, state: int) -> int:
        _, added, removed, inside = argument
        before = self._folds_case
        self._folds_case = folds_case(added, removed, before=before)
        state = self._sequence(inside, state)
        self._folds_case = before
        return state

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


ONE_CHARACTER = (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN)
_CATEGORIES = {
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
}


def folds_case(added: int, removed: int, *, before: bool) -> bool:
    """Return whether capital letters count as small ones inside a group that adds and removes flags."""
    return (before or bool(added & re.IGNORECASE)) and not removed & re.IGNORECASE


def character_test(code: Any, argument: Any, *, folds_case: bool = False) -> Test:
    """Return the test of a piece that stands for one character."""
    test = _test(code, argument)
    if folds_case:
        return lambda char: test(char) or test(char.lower()[0]) or test(char.upper()[0])
    return test


def _test(code: Any, argument: Any) -> Test:
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
    members = [_test(*member) for member in argument[is_negated:]]
    return lru_cache(maxsize=1024)(lambda char: any(member(char) for member in members) != is_negated)


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


def place_test(argument: Any) -> Place:
    """Return the test of a piece that stands for a place between characters."""
    return _PLACES[argument]
