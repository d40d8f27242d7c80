"""Cuts an expression into tokens; knows from the token before whether `*`, `and`, `div`… are operators here."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

from fieldapp.xpath.problems import XPathProblem, XPathProblems


class TokenKind(StrEnum):
    """What a token is."""

    NUMBER = "number"
    TEXT = "text"
    NAME = "name"
    """A name, `prefix:name`, `*` or `prefix:*` where a step may stand."""
    PATH = "path"
    """A whole path of names, `/data/group/question` or `../../question`: what forms are full of."""
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
_STEP = rf"/{_NAME}(?::(?!:){_NAME})?"
_PATH = rf"(?>(?:\.\.(?:/\.\.)*)?(?:{_STEP})+)(?!\s*[(\[/:])"
"""Nothing behind it may make it another path: a predicate, a call, a further step, an axis."""

_Match = Callable[[str, int], re.Match[str] | None]


def _match(pieces: Mapping[TokenKind, str]) -> tuple[_Match, list[TokenKind]]:
    """Return what finds the next piece, and the kinds by the number of the group that found it."""
    choices = "|".join(f"({piece})" for piece in pieces.values())
    return re.compile(rf"\s*(?:{choices})").match, [TokenKind.END, *pieces]


_OPERAND = _match({TokenKind.PATH: _PATH, **_PIECES})
_REST_OF_PATH = _match(_PIECES)
_OPERATOR = _match(
    {TokenKind.OPERATOR: f"{_WORD}|{_PIECES[TokenKind.OPERATOR]}"}
    | {kind: piece for kind, piece in _PIECES.items() if kind is not TokenKind.OPERATOR}
)
"""What may stand behind an operand: `*`, `and` and `div` are operators first."""

_BEHIND_MARK = dict.fromkeys(("(", "[", ","), _OPERAND) | dict.fromkeys(("/", "//", "@", "::"), _REST_OF_PATH)
"""After one of these marks an operand begins, or a path goes on; after other tokens but operators, an operator."""


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of an expression, an `END` last.

    Raises:
        XPathProblems: `xpath.unclosed_text` or `xpath.bad_character`.
    """
    tokens: list[Token] = []
    place, end = 0, len(text.rstrip())
    match, kinds = _OPERAND
    while place < end:
        found = match(text, place)
        if found is None:
            raise _refused(text, place)
        group = found.lastindex or 0
        kind = kinds[group]
        offset, place = found.span(group)
        piece = text[offset:place] if kind is not TokenKind.TEXT else text[offset + 1 : place - 1]
        tokens.append(Token(kind, piece, offset, place - offset))
        match, kinds = _OPERAND if kind is TokenKind.OPERATOR else _OPERATOR
        if kind is TokenKind.MARK:
            match, kinds = _BEHIND_MARK.get(piece, _OPERATOR)
    tokens.append(Token(TokenKind.END, "", len(text), 1))
    return tokens


def _refused(text: str, place: int) -> XPathProblems:
    place += len(text) - place - len(text[place:].lstrip())
    code = "xpath.unclosed_text" if text[place] in "\"'" else "xpath.bad_character"
    return XPathProblems(text, [XPathProblem(code, place, 1, {"character": text[place]})])
