r"""Sets of characters as Java names them, `\p{L}`, `\p{IsArabic}`, `\p{Alpha}`, written as Python's classes."""

import sys
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import groupby

_ASCII: Mapping[str, str] = {
    "alpha": "a-zA-Z", "digit": "0-9", "alnum": "0-9a-zA-Z", "upper": "A-Z", "lower": "a-z", "xdigit": "0-9a-fA-F",
    "punct": "!-/:-@\\[-`{-~", "space": "\\t-\\r ", "blank": "\\t ", "cntrl": "\\x00-\\x1f\\x7f",
    "graph": "!-~", "print": " -~", "ascii": "\\x00-\\x7f", "word": "\\w",
}  # fmt: skip
"""POSIX sets, of ASCII alone as in Java."""

_CATEGORIES: Mapping[str, str] = {
    "alphabetic": "L Nl Mn Mc", "letter": "L", "lowercase": "Ll", "uppercase": "Lu", "titlecase": "Lt",
    "digit": "Nd", "punctuation": "P", "control": "Cc", "white_space": "Z", "whitespace": "Z", "number": "N",
    "symbol": "S", "mark": "M", "ideographic": "Lo", "assigned": "L M N P S Z Cc Cf Co",
    "javaletter": "L", "javaalphabetic": "L Nl", "javalowercase": "Ll", "javauppercase": "Lu", "javadigit": "Nd",
    "javaletterordigit": "L Nd", "javawhitespace": "Z",
}  # fmt: skip
"""Unicode's and Java's long names, as general categories."""

_FIRST_WORDS: Mapping[str, str] = {
    "han": "CJK",
    "ideographic": "CJK",
    "tifinagh": "TIFINAGH",
    "latin1": "LATIN",
}
"""Scripts whose characters have names that begin otherwise than the script's."""

_GENERAL = frozenset("L M N P S Z C".split())  # noqa: SIM905 - read as one line
_PREFIXES = ("is", "in", "general_category=", "gc=", "script=", "sc=", "block=", "blk=")


_END_OF_WRITING = 0x34000
"""Beyond it Unicode has no letters, digits or signs: controls, private characters, and 240 marks nobody types."""


@lru_cache(maxsize=64)
def characters_of(name: str) -> str | None:
    """Return what stands in a class for a named set, without its brackets; None for a name nobody knows."""
    plain = name.strip().lower().replace(" ", "").replace("-", "_")
    prefix = next((each for each in _PREFIXES if plain.startswith(each)), "")
    bare = plain.removeprefix(prefix)
    if not prefix and bare in _ASCII:
        return _ASCII[bare]
    if len(bare) <= 2 and bare[:1].upper() in _GENERAL:
        return _ranges(_of_categories((bare[:1].upper() + bare[1:],)))
    if bare in _CATEGORIES:
        return _ranges(_of_categories(tuple(_CATEGORIES[bare].split())))
    return _script(bare)


def _of_categories(wanted: tuple[str, ...]) -> Iterator[bool]:
    has_controls = any(category.startswith("C") for category in wanted)
    end = sys.maxunicode + 1 if has_controls else _END_OF_WRITING
    return (unicodedata.category(chr(code)).startswith(wanted) for code in range(end))


def _script(bare: str) -> str | None:
    """Return the characters whose names begin with a script's name; nearly Unicode's own list, at no cost."""
    word = _FIRST_WORDS.get(bare, bare.split("_")[0].upper())
    begins = (f"{word} ", f"{word}-")
    found = _ranges(unicodedata.name(chr(code), "").startswith(begins) for code in range(0x20000))
    return found or None


def _ranges(belongs: Iterator[bool]) -> str:
    written: list[str] = []
    code = 0
    for inside, run in groupby(belongs):
        length = sum(1 for _ in run)
        if inside:
            written.append(f"\\U{code:08x}-\\U{code + length - 1:08x}")
        code += length
    return "".join(written)
