"""What is wrong in an open record, and what of it the person has been told. Pure: no widget.

A problem is told when the person has left its question, never while they write in it; finalising tells them all.
"""

from collections.abc import Iterable

from fieldapp.engine import Violation
from fieldapp.ui.form.reader import FormReader


class Checks:
    """The violations of a record, kept true by what moved."""

    def __init__(self, reader: FormReader, left: Iterable[str] = ()) -> None:
        self._reader = reader
        self.wrong: dict[str, Violation] = {}
        self.left = set(left)
        """Record paths of the questions a person has come by; they stay theirs when repeats come or go."""
        self.is_checking = False
        """Whether all problems are told, also those of questions nobody has come to yet."""
        self.read_all()

    def expect_answered(self) -> None:
        """Take what holds a wrong answer already as come by: it was told when it was given."""
        path_of = self._reader.path_of
        self.left |= {path_of(ref) for ref, wrong in self.wrong.items() if wrong.kind != "required"}

    def read_all(self) -> None:
        """Read every violation again, as after repeats moved."""
        self.wrong = {violation.reference: violation for violation in self._reader.violations()}

    def read(self, references: Iterable[str]) -> None:
        """Read again those of some questions."""
        for reference in references:
            is_there = self._reader.is_relevant(reference)
            violation = self._reader.violation(reference) if is_there else None
            if violation is None:
                self.wrong.pop(reference, None)
            else:
                self.wrong[reference] = violation

    def leave(self, reference: str) -> None:
        """Note that the person has left a question."""
        self.left.add(self._reader.path_of(reference))

    def is_told(self, reference: str) -> bool:
        """Whether a problem of a question is shown."""
        return self.is_checking or self._reader.path_of(reference) in self.left

    def told(self) -> dict[str, Violation]:
        """Return the problems that are shown, by reference."""
        if self.is_checking:
            return dict(self.wrong)
        return {ref: wrong for ref, wrong in self.wrong.items() if self.is_told(ref)}

    def in_order(self) -> list[Violation]:
        """Return all problems in the order of the form."""
        return list(self._reader.violations())
