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


_ELSEWHERE: Mapping[str, str] = {
    "len": "string-length", "length": "string-length", "nbcar": "string-length", "trim": "normalize-space",
    "concatenate": "concat", "concatener": "concat", "si": "if", "iif": "if", "ifelse": "if", "somme": "sum",
    "nb": "count", "arrondi": "round", "aujourdhui": "today", "maintenant": "now", "isselected": "selected",
    "size": "count-selected", "like": "contains", "match": "regex", "matches": "regex", "replace": "translate",
    "year": "format-date", "month": "format-date", "day": "format-date", "annee": "format-date",
}  # fmt: skip
"""What spreadsheets and other languages call a function, in English and French."""


def nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known spellings nearest to a word, best first; capitals make no difference."""
    spellings = {spelling.casefold(): spelling for spelling in known}
    folded = word.casefold()
    found = [_ELSEWHERE[folded]] if _ELSEWHERE.get(folded) in spellings else []
    near = get_close_matches(folded, spellings, n=MAX_SUGGESTIONS, cutoff=0.6)
    return tuple(dict.fromkeys([*found, *(spellings[each] for each in near)]))[:MAX_SUGGESTIONS]
