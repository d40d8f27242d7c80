"""Texts: cutting, joining, searching, encoding."""

import base64
import binascii
import hashlib
import math
import re
from collections.abc import Sequence

from fieldapp.xpath.closures import Kind
from fieldapp.xpath.context import Context, Value
from fieldapp.xpath.functions import patterns
from fieldapp.xpath.functions.table import Function
from fieldapp.xpath.problems import XPathError
from fieldapp.xpath.values import to_text

_DIGESTS = {"MD5": "md5"} | {
    name: f"sha{size}" for size in (1, 256, 384, 512) for name in (f"SHA-{size}", f"SHA{size}")
}
"""By the name a form writes: that of the specification, or without its dash, which JavaRosa reads too."""


def _here(context: Context, text: str | None = None) -> str:
    return context.node.value() if text is None else text


def _flat(values: tuple[Value, ...]) -> list[str]:
    """Return the texts of all values; a nodeset gives each of its nodes."""
    texts: list[str] = []
    for value in values:
        if isinstance(value, list):
            texts.extend(node.value() for node in value)
        else:
            texts.append(to_text(value))
    return texts


def _substring(text: str, start: float, length: float = math.inf) -> str:
    """Cut by positions that are rounded and may lie outside (XPath 1.0 §4.2)."""
    first = _rounded(start)
    end = first + _rounded(length)
    return "".join(char for place, char in enumerate(text, 1) if place >= first and place < end)


def _rounded(number: float) -> float:
    return number if math.isnan(number) or math.isinf(number) else math.floor(number + 0.5)


def _substr(text: str, start: float, end: float = math.inf) -> str:
    """Cut from a place, counted from 0, to before another; from the end where negative; nothing at no place."""
    if math.isnan(start) or math.isnan(end):
        return ""
    return text[_place(start, len(text)) : _place(end, len(text))]


def _place(number: float, length: int) -> int:
    if math.isinf(number):
        return length if number > 0 else 0
    place = int(number)
    return max(length + place, 0) if place < 0 else min(place, length)


def _before(text: str, mark: str) -> str:
    head, found, _ = text.partition(mark) if mark else ("", "", "")
    return head if found else ""


def _after(text: str, mark: str) -> str:
    return text.partition(mark)[2] if mark else text


def _translate(text: str, old: str, new: str) -> str:
    table: dict[int, str | None] = {}
    for place, char in enumerate(old):
        table.setdefault(ord(char), new[place] if place < len(new) else None)
    return text.translate(table)


def _join(separator: str, *values: Value) -> str:
    return separator.join(_flat(values))


def _check_digest(literals: Sequence[Value | None]) -> None:
    if all(isinstance(literal, str) for literal in literals[1:]):
        _digest("", *map(str, literals[1:]))


def _digest(text: str, algorithm: str, encoding: str = "base64") -> str:
    name = _DIGESTS.get(algorithm.upper())
    if name is None or encoding.lower() not in ("base64", "hex"):
        raise XPathError("xpath.unknown_digest", algorithm=algorithm, encoding=encoding)
    digest = hashlib.new(name, text.encode(), usedforsecurity=False).digest()
    return digest.hex() if encoding.lower() == "hex" else base64.b64encode(digest).decode()


def _decode(text: str) -> str:
    """Decode a text, whose padding may be missing; what is no base64 is blank."""
    compact = "".join(text.split()).rstrip("=")
    try:
        return base64.b64decode(compact + "=" * (-len(compact) % 4), validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def _normalized(text: str) -> str:
    return " ".join(re.findall(r"[^ \t\n\r]+", text))


FUNCTIONS = (
    Function("string", "text?", Kind.TEXT, _here, with_context=True),
    Function("concat", "value*", Kind.TEXT, lambda *values: "".join(_flat(values))),
    Function("join", "text value*", Kind.TEXT, _join),
    Function("substr", "text number number?", Kind.TEXT, _substr),
    Function("substring", "text number number?", Kind.TEXT, _substring),
    Function("substring-before", "text text", Kind.TEXT, _before),
    Function("substring-after", "text text", Kind.TEXT, _after),
    Function("starts-with", "text text", Kind.BOOLEAN, str.startswith),
    Function("ends-with", "text text", Kind.BOOLEAN, str.endswith),
    Function("contains", "text text", Kind.BOOLEAN, lambda text, part: part in text),
    Function(
        "string-length", "text?", Kind.NUMBER, lambda *text: float(len(_here(*text))), with_context=True
    ),
    Function(
        "normalize-space", "text?", Kind.TEXT, lambda *text: _normalized(_here(*text)), with_context=True
    ),
    Function("translate", "text text text", Kind.TEXT, _translate),
    Function("regex", "text text", Kind.BOOLEAN, patterns.matches, check=patterns.check),
    Function("digest", "text text text?", Kind.TEXT, _digest, check=_check_digest),
    Function("base64-decode", "text", Kind.TEXT, _decode),
)
