"""Cuts an expression into tokens; knows from the token before whether `*`, `and`, `div`… are operators here."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from fieldapp.xpath.problems import XPathProblem, XPathProblems


class TokenKind(StrEnum):
    """What a token is."""

    NUMBER = "number"
    TEXT = "text"
    NAME = "name"
    """A name, `prefix:name`, `*` or `prefix:*` where a step may stand."""
    MARK = "mark"
    """Brackets, slashes, commas, dots, `@`, `::`."""
    OPERATOR = "operator"
    END = "end"


class Token(NamedTuple):
    """A piece of the expression and where it stands."""

    kind: TokenKind
    text: str
    """As written; of a text token what stands between the quotes."""
    offset: int
    length: int


_NAME = r"[^\W\d][\w.\-·]*"
_PIECES = {
    TokenKind.NUMBER: r"\d+(?:\.\d*)?|\.\d+",
    TokenKind.TEXT: r'"[^"]*"|\'[^\']*\'',
    TokenKind.NAME: rf"{_NAME}(?::(?!:)(?:{_NAME}|\*))?|\*",
    TokenKind.MARK: r"::|//|\.\.|[()\[\],./@]",
    TokenKind.OPERATOR: r"!=|<=|>=|[=<>+\-*|]",
}
_WORD = r"(?:and|or|mod|div)(?![^\W\d]|[.\-:])"


def _pattern(pieces: Mapping[TokenKind, str]) -> re.Pattern[str]:
    choices = "|".join(f"(?P<{kind.name}>{piece})" for kind, piece in pieces.items())
    return re.compile(rf"\s*(?:{choices})")


_OPERAND = _pattern(_PIECES)
_OPERATOR = _pattern(
    {TokenKind.OPERATOR: f"{_WORD}|{_PIECES[TokenKind.OPERATOR]}"}
    | {kind: piece for kind, piece in _PIECES.items() if kind is not TokenKind.OPERATOR}
)
"""What may stand behind an operand: `*`, `and` and `div` are operators first."""

_BEFORE_OPERAND = frozenset({"(", "[", ",", "/", "//", "@", "::"})
"""After one of these marks an operand begins; after any other token but an operator, an operator does."""


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of an expression, an `END` last.

    Raises:
        XPathProblems: `xpath.unclosed_text` or `xpath.bad_character`.
    """
    tokens: list[Token] = []
    place, end = 0, len(text.rstrip())
    pattern = _OPERAND
    while place < end:
        match = pattern.match(text, place)
        if match is None or match.lastgroup is None:
            raise _refused(text, place)
        kind = TokenKind[match.lastgroup]
        offset, place = match.span(kind.name)
        piece = text[offset:place] if kind is not TokenKind.TEXT else text[offset + 1 : place - 1]
        tokens.append(Token(kind, piece, offset, place - offset))
        begins = kind is TokenKind.OPERATOR or (kind is TokenKind.MARK and piece in _BEFORE_OPERAND)
        pattern = _OPERAND if begins else _OPERATOR
    tokens.append(Token(TokenKind.END, "", len(text), 1))
    return tokens


def _refused(text: str, place: int) -> XPathProblems:
    place += len(text) - place - len(text[place:].lstrip())
    code = "xpath.unclosed_text" if text[place] in "\"'" else "xpath.bad_character"
    return XPathProblems(text, [XPathProblem(code, place, 1, {"character": text[place]})])
