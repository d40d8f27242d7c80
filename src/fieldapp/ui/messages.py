"""What the window says of an error: the shared sentences, in the window's language."""

from fieldapp.base.errors import FieldappError
from fieldapp.base.sentences import sentence_of

_STOPPED = frozenset({"ui.stopped", "export.cancelled", "bundle.cancelled"})
"""What a person asked for is told, not deplored."""


def meaning_of(error: FieldappError) -> str:
    """Return which of the look's four meanings an error has."""
    return "progress" if error.code in _STOPPED else "problem"


def words_of(error: FieldappError, language: str) -> str:
    """Return a sentence that says what happened and what to do."""
    return sentence_of(error, language)
