"""How far each section is, kept true by what moved without walking the sections that nothing touched. Pure."""

import re
from collections.abc import Iterable, Iterator

from fieldapp.engine import Effects, Violation
from fieldapp.forms.definition import Control, Question
from fieldapp.ui.form.checks import Checks
from fieldapp.ui.form.reader import FormReader
from fieldapp.ui.form.sections import Section, SectionFinder, SectionState

_OF_INSTANCES = ("/@present", "/@rank")
_UUID = re.compile(r"\[[^\]]*\]")
_POSITION = re.compile(r"\[\d+\]")


class Progress:
    """The states of the sections of one record."""

    def __init__(self, reader: FormReader, sections: tuple[Section, ...], checks: Checks) -> None:
        self._reader = reader
        self._sections = sections
        self._checks = checks
        self._finder = SectionFinder(sections)
        self._asked = frozenset(_asked(reader.definition.body))
        self._answered: dict[int, bool] = {}
        """Whether anything is answered in a section; those missing are to be looked through."""

    def number_of(self, reference: str) -> int:
        """Return the number of the section in which a question stands."""
        return self._finder.number_of(reference) or 0

    def touch(self, effects: Effects) -> set[int]:
        """Take in what moved; returns the sections whose state may be another."""
        touched = self._numbers(effects.violations)
        for reference in effects.values:
            number = self._finder.number_of(reference)
            if number is not None:
                touched.add(number)
                self._take_in(number, reference)
        for number in self._numbers(effects.relevance):
            touched.add(number)
            self._answered.pop(number, None)
        for parent in effects.structure:
            number = self._finder.number_of(parent)
            touched.update(range(len(self._sections)) if number is None else [number])
            self._forget_answered(number)
        return touched

    def states(self, numbers: Iterable[int]) -> dict[int, SectionState]:
        """Return how far some sections are; only problems that the person was told count as such."""
        wrong = self._numbers(self._checks.wrong)
        told = self._numbers(self._checks.told())
        return {number: self._state(number, wrong, told) for number in numbers}

    def _state(self, number: int, wrong: set[int], told: set[int]) -> SectionState:
        if number in told:
            return SectionState.PROBLEMS
        if not self._is_answered(number):
            return SectionState.EMPTY
        return SectionState.STARTED if number in wrong else SectionState.COMPLETE

    def _numbers(self, references: Iterable[str] | dict[str, Violation]) -> set[int]:
        found = (self._finder.number_of(reference) for reference in references)
        return {number for number in found if number is not None}

    def _take_in(self, number: int, reference: str) -> None:
        """An answer begins a section; one that is gone leaves to be seen whether there are others."""
        if self._says_something(reference):
            self._answered[number] = True
        elif self._answered.get(number):
            del self._answered[number]

    def _forget_answered(self, number: int | None) -> None:
        """What went with an instance may have been all; what came with one was told with its values."""
        for known in list(self._answered) if number is None else [number]:
            if self._answered.get(known):
                del self._answered[known]

    def _is_answered(self, number: int) -> bool:
        if number not in self._answered:
            for each in range(len(self._sections)):
                self._answered.setdefault(each, False)
            self._look_through()
        return self._answered[number]

    def _look_through(self) -> None:
        """Find the sections in which something is answered: by what is stored, which may be little of a long form."""
        root = self._reader.definition.root
        for path in self._reader.answers():
            if path.endswith(_OF_INSTANCES):
                continue
            number = self._finder.number_of(f"{root}/{_UUID.sub('', path)}")
            if number is not None and not self._answered[number]:
                self._answered[number] = self._says_something(self._reader.reference_of(path))

    def _says_something(self, reference: str) -> bool:
        reader = self._reader
        is_given = (
            _POSITION.sub("", reference) in self._asked
            and bool(reader.value(reference))
            and not reader.is_readonly(reference)
        )
        return is_given and reader.is_relevant(reference)


def _asked(controls: Iterable[Control]) -> Iterator[str]:
    """Walk the nodesets of the questions: not every value that is stored was asked for."""
    for control in controls:
        if isinstance(control, Question):
            yield control.nodeset
        else:
            yield from _asked(control.children)
