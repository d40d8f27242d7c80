"""Cuts an expression into tokens; knows from the token before whether `*`, `and`, `div`… are operators here."""

import re
from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the expression and where it stands."""

    kind: TokenKind
    text: str
    """As written; of a text token what stands between the quotes."""
    offset: int
    length: int


_NAME = r"[^\W\d][\w.\-·]*"
_SPACE = re.compile(r"\s+")
_NUMBER = re.compile(r"\d+(?:\.\d*)?|\.\d+")
_TEXT = re.compile(r'"([^"]*)"|\'([^\']*)\'')
_STEP = re.compile(rf"{_NAME}(?::(?!:)(?:{_NAME}|\*))?|\*")
_MARK = re.compile(r"::|//|\.\.|[()\[\],./@]")
_SIGN = re.compile(r"!=|<=|>=|[=<>+\-*|]")
_WORD = re.compile(r"(?:and|or|mod|div)(?![^\W\d]|[.\-:])")

_BEFORE_OPERAND = frozenset({"(", "[", ",", "/", "//", "@", "::"})
"""After one of these marks an operand begins; after any other token but an operator, an operator does."""


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of an expression, an `END` last.

    Raises:
        XPathProblems: `xpath.unclosed_text` or `xpath.bad_character`.
    """
    tokens: list[Token] = []
    place = 0
    while True:
        if space := _SPACE.match(text, place):
            place = space.end()
        if place >= len(text):
            tokens.append(Token(TokenKind.END, "", len(text), 1))
            return tokens
        token = _next(text, place, operator=bool(tokens) and _ends_operand(tokens[-1]))
        tokens.append(token)
        place += token.length


def _ends_operand(token: Token) -> bool:
    return token.kind is not TokenKind.OPERATOR and not (
        token.kind is TokenKind.MARK and token.text in _BEFORE_OPERAND
    )


def _next(text: str, place: int, *, operator: bool) -> Token:
    if match := _TEXT.match(text, place):
        inside = match[1] if match[1] is not None else match[2]
        return Token(TokenKind.TEXT, inside, place, len(match[0]))
    for kind, pattern in _patterns(operator=operator):
        if match := pattern.match(text, place):
            return Token(kind, match[0], place, len(match[0]))
    code = "xpath.unclosed_text" if text[place] in "\"'" else "xpath.bad_character"
    raise XPathProblems(text, [XPathProblem(code, place, 1, {"character": text[place]})])


def _patterns(*, operator: bool) -> tuple[tuple[TokenKind, re.Pattern[str]], ...]:
    return _OPERATOR_FIRST if operator else _OPERAND_FIRST


_OPERAND_FIRST = (
    (TokenKind.NUMBER, _NUMBER),
    (TokenKind.NAME, _STEP),
    (TokenKind.MARK, _MARK),
    (TokenKind.OPERATOR, _SIGN),
)
_OPERATOR_FIRST = (
    (TokenKind.OPERATOR, _WORD),
    (TokenKind.OPERATOR, _SIGN),
    (TokenKind.MARK, _MARK),
    (TokenKind.NUMBER, _NUMBER),
    (TokenKind.NAME, _STEP),
)
