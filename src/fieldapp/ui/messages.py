"""What the window says of an error or of a form's problem: the shared sentences, in the window's language."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from fieldapp.base.errors import FieldappError, KnownError
from fieldapp.base.sentences import sentence, sentence_of
from fieldapp.forms.problems import Problem

if TYPE_CHECKING:
    from fieldapp.store import Mending

_STOPPED = frozenset({"ui.stopped", "export.cancelled", "bundle.cancelled"})
"""What a person asked for is told, not deplored."""
_CITED = re.compile(r"\$\{[^{}]*\}|[A-Za-z][\w:.-]*\(\)")
"""A reference or a function of a form: written from left to right in Arabic too."""


def meaning_of(error: FieldappError) -> str:
    """Return which of the look's four meanings an error has."""
    return "progress" if error.code in _STOPPED else "problem"


def words_of(error: FieldappError, language: str) -> str:
    """Return a sentence that says what happened and what to do."""
    return sentence_of(error, language)


def mending_words(mending: "Mending", language: str) -> str:
    """Return what to tell of key files that were made again from a backup."""
    facts = {"day": f"{mending.made_at.astimezone():%d/%m/%Y}" if mending.made_at else ""}
    if mending.refusal is None:
        return sentence("workspace.keys_mended", facts, language)
    return f"{sentence('workspace.keys_unmended', facts, language)} {sentence_of(mending.refusal, language)}"


def fault_of(faults: Mapping[str, KnownError], language: str) -> str:
    """Return which question's rule could not be worked out, and why; blank when all could. One is said at a time."""
    for rule, error in faults.items():
        name = rule.rpartition(" ")[0].rpartition("/")[2]
        place = sentence("place.question", {"place": name}, language)
        return f"{place}{_colon(language)}{sentence_of(error, language)}"
    return ""


def place_of(problem: Problem, language: str) -> str:
    """Return where a form is wrong: sheet, row, column, question; blank when it is wrong as a whole."""
    places = (
        ("sheet", problem.sheet),
        ("row", problem.row),
        ("column", problem.column),
        ("question", problem.facts.get("question")),
    )
    named = [sentence(f"place.{kind}", {"place": place}, language) for kind, place in places if place]
    return ("، " if language == "ar" else ", ").join(named)


def cause_of(problem: Problem, language: str, *, beside_cell: bool = True) -> str:
    """Return why a form is wrong and what mends it; beside the text of the cell, that is not repeated."""
    shown = frozenset({"text"} if beside_cell else ())
    words = sentence(problem.code, {"text": problem.text, **problem.facts}, language, shown=shown)
    return _CITED.sub("\u2066\\g<0>\u2069", words)


def line_of(problem: Problem, language: str) -> str:
    """Return a problem on one line, for a letter to whoever mends the form."""
    place, cause = place_of(problem, language), cause_of(problem, language, beside_cell=False)
    return f"{place}{_colon(language)}{cause}" if place else cause


def _colon(language: str) -> str:
    return "\N{NO-BREAK SPACE}: " if language == "fr" else ": "
