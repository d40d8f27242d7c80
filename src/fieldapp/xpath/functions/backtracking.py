"""Searches for a pattern that looks around or refers back, one way after the other, and counts its steps.

Python's own matcher does the same a hundred times faster but cannot be stopped; this one gives up in time.
"""

from collections.abc import Iterator, Sequence
from re import _constants as codes  # type: ignore[attr-defined]  # Python's own parser of patterns
from typing import Any

from fieldapp.xpath.functions.automaton import (
    ONE_CHARACTER,
    REPEATS,
    Test,
    character_test,
    folds_case,
    place_test,
)

MAX_STEPS = 300_000
"""Steps of one search, about half a second."""


class TooSlowError(Exception):
    """A search that took more steps than are given to it."""


def found_in(text: str, tree: Any) -> bool:
    """Whether a pattern, as Python's parser reads it, is found in a text.

    Raises:
        TooSlowError: when it cannot be told in time.
    """
    search = _Search(text)
    try:
        return any(search.matches(tree, place) for place in range(len(text) + 1))
    except RecursionError as error:
        raise TooSlowError from error


class _Search:
    def __init__(self, text: str) -> None:
        self.text = text
        self.steps = 0
        self.groups: dict[int, str] = {}
        self.folds_case = False
        self.tests: dict[tuple[Any, int, bool], Test] = {}

    def matches(self, tree: Any, place: int) -> bool:
        return next(self.ends(tree, place), None) is not None

    def ends(self, tree: Any, place: int) -> Iterator[int]:
        """Yield the places where a match of a sequence that begins at a place can end, best first."""
        return self.after(tuple(tree), 0, place)

    def after(self, items: Sequence[tuple[Any, Any]], index: int, place: int) -> Iterator[int]:
        while index < len(items):
            self.steps += 1
            if self.steps > MAX_STEPS:
                raise TooSlowError
            code, argument = items[index]
            if code in ONE_CHARACTER:
                if place >= len(self.text) or not self.test(code, argument)(self.text[place]):
                    return
                place += 1
            elif code is codes.AT:
                if not place_test(argument)(self.text, place):
                    return
            else:
                for end in self.piece(code, argument, place):
                    yield from self.after(items, index + 1, end)
                return
            index += 1
        yield place

    def test(self, code: Any, argument: Any) -> Test:
        key = (code, id(argument), self.folds_case)
        if key not in self.tests:
            self.tests[key] = character_test(code, argument, folds_case=self.folds_case)
        return self.tests[key]

    def piece(self, code: Any, argument: Any, place: int) -> Iterator[int]:
        if code in REPEATS:
            return self.repeat(argument, place, is_greedy=code is codes.MAX_REPEAT)
        if code is codes.BRANCH:
            return (end for way in argument[1] for end in self.ends(way, place))
        if code is codes.SUBPATTERN:
            return self.group(argument, place)
        if code is codes.GROUPREF:
            return self.again(argument, place)
        if code is codes.POSSESSIVE_REPEAT:
            return self.firmly(argument, place)
        if code is codes.ATOMIC_GROUP:
            return self.first(argument, place)
        return self.look(code, argument, place)

    def group(self, argument: Any, place: int) -> Iterator[int]:
        number, added, removed, inside = argument
        outside = self.folds_case
        within = folds_case(added, removed, before=outside)
        self.folds_case = within
        before = self.groups.get(number)
        for end in self.ends(inside, place):
            if number is not None:
                self.groups[number] = self.text[place:end]
            self.folds_case = outside
            yield end
            self.folds_case = within
        self.folds_case = outside
        if number is not None and before is not None:
            self.groups[number] = before
        else:
            self.groups.pop(number, None)

    def repeat(self, argument: Any, place: int, *, is_greedy: bool) -> Iterator[int]:
        least, most, inside = argument
        if len(inside) == 1 and inside[0][0] in ONE_CHARACTER:
            test = self.test(*inside[0])
            run = place
            while run < len(self.text) and run - place < most and test(self.text[run]):
                run += 1
            self.steps += run - place
            counts = range(least, run - place + 1)
            yield from (place + count for count in (reversed(counts) if is_greedy else counts))
            return
        yield from self.rounds(argument, 0, place, is_greedy=is_greedy)

    def rounds(self, argument: Any, done: int, place: int, *, is_greedy: bool) -> Iterator[int]:
        least, most, inside = argument
        if not is_greedy and done >= least:
            yield place
        if done < most:
            for end in self.ends(inside, place):
                if end > place or done < least:
                    yield from self.rounds(argument, done + 1, end, is_greedy=is_greedy)
        if is_greedy and done >= least:
            yield place

    def firmly(self, argument: Any, place: int) -> Iterator[int]:
        least, most, inside = argument
        done = 0
        while done < most:
            end = next(self.ends(inside, place), None)
            if end is None or (end == place and done >= least):
                break
            place, done = end, done + 1
        if done >= least:
            yield place

    def first(self, tree: Any, place: int) -> Iterator[int]:
        end = next(self.ends(tree, place), None)
        if end is not None:
            yield end

    def again(self, number: int, place: int) -> Iterator[int]:
        wanted = self.groups.get(number)
        if wanted is None:
            return
        here = self.text[place : place + len(wanted)]
        if here == wanted or (self.folds_case and here.lower() == wanted.lower()):
            yield place + len(wanted)

    def look(self, code: Any, argument: Any, place: int) -> Iterator[int]:
        if code not in (codes.ASSERT, codes.ASSERT_NOT):
            return
        direction, inside = argument
        if direction >= 0:
            found = self.matches(inside, place)
        else:
            begin = place - int(inside.getwidth()[0])
            found = begin >= 0 and any(end == place for end in self.ends(inside, begin))
        if found is (code is codes.ASSERT):
            yield place
