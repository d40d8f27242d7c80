"""What is wrong with an expression: found when it is compiled, all at once, each with its place in the text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from fieldapp.base.errors import KnownError

MAX_SUGGESTIONS = 3
"""How many nearest spellings a problem offers."""


@dataclass(frozen=True, slots=True)
class XPathProblem:
    """One mistake in an expression."""

    code: str
    """Stable, dotted: `xpath.syntax`, `xpath.unknown_function`…"""
    offset: int
    """Where it begins in the text, from 0; a caret can be drawn there."""
    length: int = 1
    facts: Mapping[str, object] = field(default_factory=dict)


class XPathProblems(KnownError):  # noqa: N818 - the name says what it holds; all of them
    """Every problem of one expression."""

    def __init__(self, text: str, problems: Sequence[XPathProblem]) -> None:
        super().__init__("xpath.problems", text=text, count=len(problems))
        self.text = text
        self.problems = tuple(problems)


class XPathError(KnownError):
    """An expression that is well formed but cannot be evaluated here: `count('a')`, an instance that is missing."""


def nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known spellings nearest to a word, best first."""
    return tuple(get_close_matches(word, list(known), n=MAX_SUGGESTIONS, cutoff=0.6))
