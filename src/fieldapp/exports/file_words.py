"""A file that paper cannot show, in words: what it is, how large, and how its digest begins."""

from fieldapp.exports.values import size_in_words
from fieldapp.exports.words import words_of

MARK = 8
"""Letters of a digest: enough to tell the files of one record apart."""
_KINDS = frozenset({"audio", "video", "image"})


def file_in_words(answer: str, media_type: str, *, size: int, name: str, language: str) -> str:
    """Say what file an answer names; with the name it was chosen by, where that may be shown."""
    words = words_of(language)
    kind = media_type.partition("/")[0]
    said = words.say(f"file_{kind}" if kind in _KINDS else "file_other")
    return words.say(
        "file_named" if name else "file",
        kind=said,
        called=name,
        size=size_in_words(size, language),
        mark=answer[:MARK],
    )


def missing_in_words(answer: str, language: str) -> str:
    """Say that the file an answer names is not on this computer."""
    return words_of(language).say("file_missing", mark=answer[:MARK])
