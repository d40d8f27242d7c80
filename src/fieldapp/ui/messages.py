"""What the window says of an error: the shared sentences, in the window's language."""

from fieldapp.base.errors import FieldappError
from fieldapp.base.sentences import sentence_of


def words_of(error: FieldappError, language: str) -> str:
    """Return a sentence that says what happened and what to do."""
    return sentence_of(error, language)
