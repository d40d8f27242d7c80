"""Reads tokens into a syntax tree: a Pratt parser for operators, plain descent for paths."""

from collections.abc import Callable, Mapping

from fieldapp.xpath.diagnosis import diagnosed
from fieldapp.xpath.problems import XPathProblem, XPathProblems, nearest
from fieldapp.xpath.syntax import (
    NEGATION,
    PRECEDENCE,
    VARIADIC,
    Call,
    Filter,
    Literal,
    Negation,
    Number,
    Operation,
    Path,
    Step,
    Syntax,
)
from fieldapp.xpath.tokens import Token, TokenKind, tokens_of

MAX_DEPTH = 100
"""How deep brackets and predicates may nest; deeper than any form, shallower than Python's stack."""

MAX_IN_ROW = 1000
"""How many terms of a sum or product may stand in a row; they are compiled into a loop, not into a stack."""

AXES = frozenset(
    {
        "ancestor", "ancestor-or-self", "attribute", "child", "descendant", "descendant-or-self", "following",
        "following-sibling", "namespace", "parent", "preceding", "preceding-sibling", "self",
    }
)  # fmt: skip

_SHORT_STEPS = {".": "self", "..": "parent"}
_KIND_TESTS = frozenset({"node", "text", "comment", "processing-instruction"})


def parse(text: str) -> Syntax:
    """Return the syntax tree of an expression.

    Raises:
        XPathProblems: with the first mistake of syntax, for what follows a mistake cannot be read; or with every
            sign that is written otherwise in XPath.
    """
    try:
        parser = _Parser(text, tokens_of(text))
        syntax = parser.expression(0)
        if parser.here.kind is not TokenKind.END:
            raise parser.problem("xpath.syntax")
    except XPathProblems as error:
        raise diagnosed(error) from None
    return syntax


class _Parser:
    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = [*tokens, tokens[-1]]
        self.marks = [token.text if token.kind is TokenKind.MARK else "" for token in self.tokens]
        self.place = 0
        self.depth = 0

    @property
    def here(self) -> Token:
        return self.tokens[self.place]

    def problem(self, code: str, **facts: object) -> XPathProblems:
        token = self.here
        if token.kind is TokenKind.END and code == "xpath.syntax":
            code = "xpath.unfinished"
        facts.setdefault("found", self.text[token.offset : token.offset + token.length])
        return XPathProblems(self.text, [XPathProblem(code, token.offset, token.length, facts)])

    def take(self) -> Token:
        token = self.tokens[self.place]
        self.place += 1
        return token

    def is_mark(self, *marks: str, ahead: int = 0) -> bool:
        return self.marks[self.place + ahead] in marks

    def accept(self, mark: str) -> bool:
        if self.marks[self.place] == mark:
            self.place += 1
            return True
        return False

    def expect(self, mark: str) -> None:
        if not self.accept(mark):
            raise self.problem("xpath.syntax", expected=mark)

    def span(self, start: int) -> tuple[int, int]:
        last = self.tokens[self.place - 1 if self.place else 0]
        return start, last.offset + last.length - start or 1

    def expression(self, least: int) -> Syntax:
        """Read operators that bind at least as tightly as `least`."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.problem("xpath.too_deep", limit=MAX_DEPTH)
        tokens = self.tokens
        start = tokens[self.place].offset
        left = self.operand()
        in_row = 0
        while (token := tokens[self.place]).kind is TokenKind.OPERATOR:
            operator = token.text
            level = PRECEDENCE[operator]
            if level < least:
                break
            self.place += 1
            left = self.joined(operator, left, self.expression(level + 1), start=start)
            in_row += operator not in VARIADIC
            if in_row > (limit := MAX_IN_ROW if level >= PRECEDENCE["+"] else MAX_DEPTH):
                raise self.problem("xpath.too_deep", limit=limit)
        self.depth -= 1
        return left

    def joined(self, operator: str, left: Syntax, right: Syntax, *, start: int) -> Operation:
        operands: tuple[Syntax, ...] = (left, right)
        if operator in VARIADIC and isinstance(left, Operation) and left.operator == operator:
            operands = (*left.operands, right)
        return Operation(operator, operands, *self.span(start))

    def operand(self) -> Syntax:
        """Read what may stand between two operators, with its minus signs."""
        token = self.tokens[self.place]
        read = _OPERANDS.get(token.kind)
        if read is not None:
            self.place += 1
            found = read(token)
            return found if self.marks[self.place] not in _GOES_ON else self.filtered(found, token.offset)
        if token.kind is TokenKind.OPERATOR and token.text == "-":
            self.place += 1
            return Negation(self.expression(NEGATION), *self.span(token.offset))
        return self.path(token.offset)

    def path(self, start: int) -> Syntax:
        if self.is_mark("/"):
            self.take()
            steps = self.steps() if self.starts_step() else ()
            return Path(None, steps, *self.span(start), is_absolute=True)
        if self.is_mark("//"):
            return Path(None, self.after_double(), *self.span(start), is_absolute=True)
        if self.starts_step():
            return Path(None, self.steps(), *self.span(start))
        return self.filtered(self.primary(), start)

    def filtered(self, primary: Syntax, start: int) -> Syntax:
        """Read the predicates of a primary expression, and the path that may go on from it."""
        predicates = self.predicates()
        if predicates:
            primary = Filter(primary, predicates, *self.span(start))
        if self.is_mark("//"):
            return Path(primary, self.after_double(), *self.span(start))
        if self.accept("/"):
            return Path(primary, self.steps(), *self.span(start))
        return primary

    def starts_step(self) -> bool:
        token = self.here
        if token.kind is TokenKind.NAME:
            return not self.is_mark("(", ahead=1) or token.text in _KIND_TESTS
        return self.is_mark(".", "..", "@")

    def after_double(self) -> tuple[Step, ...]:
        offset = self.take().offset
        return (Step("descendant-or-self", "node()", offset=offset, length=2), *self.steps())

    def steps(self) -> tuple[Step, ...]:
        steps = [self.step()]
        while self.marks[self.place] in ("/", "//"):
            if self.marks[self.place] == "//":
                steps.append(Step("descendant-or-self", "node()", offset=self.here.offset, length=2))
            self.take()
            steps.append(self.step())
        return tuple(steps)

    def step(self) -> Step:
        start = self.here.offset
        short = _SHORT_STEPS.get(self.marks[self.place])
        if short is not None:
            self.take()
            return Step(short, "node()", self.predicates(), "", *self.span(start))
        axis = self.axis()
        if self.here.kind is not TokenKind.NAME:
            raise self.problem("xpath.syntax", expected="step")
        test = self.take().text
        target = ""
        if self.is_mark("("):
            test, target = self.kind_test(test)
        return Step(axis, test, self.predicates(), target, *self.span(start))

    def axis(self) -> str:
        if self.accept("@"):
            return "attribute"
        if not self.is_mark("::", ahead=1):
            return "child"
        if self.here.text not in AXES:
            raise self.problem(
                "xpath.unknown_axis", name=self.here.text, nearest=nearest(self.here.text, AXES)
            )
        axis = self.take().text
        self.take()
        return axis

    def kind_test(self, name: str) -> tuple[str, str]:
        if name not in _KIND_TESTS:
            raise self.problem("xpath.syntax", expected="step")
        self.expect("(")
        target = ""
        if name == "processing-instruction" and self.here.kind is TokenKind.TEXT:
            target = self.take().text
        self.expect(")")
        return f"{name}()", target

    def predicates(self) -> tuple[Syntax, ...]:
        if self.marks[self.place] != "[":
            return ()
        found: list[Syntax] = []
        while self.accept("["):
            found.append(self.expression(0))
            self.expect("]")
        return tuple(found)

    def primary(self) -> Syntax:
        if self.here.kind is TokenKind.NAME:
            return self.call()
        if self.accept("("):
            inside = self.expression(0)
            self.expect(")")
            return inside
        raise self.problem("xpath.syntax", expected="operand")

    def call(self) -> Call:
        token = self.take()
        self.expect("(")
        arguments: list[Syntax] = []
        if not self.is_mark(")"):
            arguments.append(self.expression(0))
            while self.accept(","):
                arguments.append(self.expression(0))
        self.expect(")")
        return Call(token.text, tuple(arguments), token.offset, token.length)


def _literal(token: Token) -> Syntax:
    return Literal(token.text, token.offset, token.length)


def _number(token: Token) -> Syntax:
    return Number(float(token.text), token.text, token.offset, token.length)


def _plain_path(token: Token) -> Syntax:
    """Read `/data/group/question` or `../../question`, which came as one token."""
    _, text, start, length = token
    is_absolute = text[0] == "/"
    offset = start + is_absolute
    steps: list[Step] = []
    for name in text[is_absolute:].split("/"):
        size = len(name)
        axis, test = ("child", name) if name != ".." else ("parent", "node()")
        steps.append(Step(axis, test, (), "", offset, size))
        offset += size + 1
    return Path(None, tuple(steps), start, length, is_absolute=is_absolute)


_OPERANDS: Mapping[TokenKind, Callable[[Token], Syntax]] = {
    TokenKind.PATH: _plain_path,
    TokenKind.TEXT: _literal,
    TokenKind.NUMBER: _number,
}
"""Operands of one token."""
_GOES_ON = frozenset({"[", "/", "//"})
"""Marks behind an operand with which it becomes a path or a filter."""
