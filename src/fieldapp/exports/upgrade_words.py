"""The words of an upgrade, the same on the screen and in a shell."""

from fieldapp.exports.words import words_of


def fate_in_words(fate: str, language: str) -> str:
    """Say what becomes of an answer."""
    return upgrade_word(f"fate_{fate}", language)


def upgrade_word(name: str, language: str, **facts: str) -> str:
    """Return one of the fixed words."""
    return words_of(language).say(f"upgrade_{name}", **facts)
