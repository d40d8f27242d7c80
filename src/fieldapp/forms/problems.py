"""What is wrong with a form, as data: where, what, why, and what would mend it. Sentences are made above."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from fieldapp.base.errors import KnownError

MAX_GUESSES = 200
"""Unknown words for which the nearest known one is sought; a form with more has another trouble than spelling."""
LONGEST_WORD = 100
"""Characters of a word worth guessing at."""


class Severity(StrEnum):
    """An error keeps the form out; a warning is only said."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake of a form author."""

    code: str
    """Stable, dotted: `form.unknown_reference`, `form.cycle`…"""
    severity: Severity = Severity.ERROR
    sheet: str = ""
    row: int = 0
    """As the spreadsheet numbers it, from 1; 0 when the mistake has no row."""
    column: str = ""
    """Heading of the column, or blank."""
    text: str = ""
    """The offending cell or expression."""
    facts: Mapping[str, object] = field(default_factory=dict)
    """What the sentence needs: the name, its nearest known spelling, the circle of a cycle…"""


class FormProblems(KnownError):  # noqa: N818 - the name says what it holds; all of them
    """Every problem of one form; raised when at least one of them is an error."""

    def __init__(self, source: str, problems: Sequence[Problem]) -> None:
        super().__init__("form.problems", source=source, count=len(problems))
        self.problems = tuple(problems)
