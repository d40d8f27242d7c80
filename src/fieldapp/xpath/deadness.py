"""Finds conditions that can never hold: `. > 5 and . < 3`, one answer equal to two choices, a constant that is false.

A condition is written out as alternatives, each of claims that must hold together, and those on the same question
are held against each other (`claims`). What cannot be told may be true: questions of which there may be several, the
clock, chance, and whatever compares two questions.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from fieldapp.xpath.claims import HOLDS, SELECTED, Claim, clash, mirrored
from fieldapp.xpath.closures import Kind
from fieldapp.xpath.context import Context, Value
from fieldapp.xpath.dates import looks_like_date
from fieldapp.xpath.expression import Expression, compile_expression
from fieldapp.xpath.functions import FUNCTIONS
from fieldapp.xpath.kinds import TypeOf
from fieldapp.xpath.problems import XPathError, XPathProblem
from fieldapp.xpath.resolution import NOWHERE, is_single, nodeset_of
from fieldapp.xpath.syntax import Call, Literal, Negation, Number, Operation, Path, Syntax, parts, to_text
from fieldapp.xpath.values import to_boolean

MAX_ALTERNATIVES = 64
"""Alternatives beyond which a condition is left in peace; real ones have some few."""

_SIGNS = ("=", "!=", "<", "<=", ">", ">=")
_ASK_NOTHING = frozenset({"if", "coalesce", "true", "false", "not", "checklist", "weighted-checklist"})
_ASK_NOTHING_OF_VALUES = frozenset({"number", "string", "string-length", "normalize-space", "min", "max"})

Alternatives = list[tuple[Claim, ...]]


class _TooManyError(Exception):
    """More alternatives than are looked at."""


def never_true(
    conditions: Sequence[tuple[Expression, str]],
    *,
    repeats: Collection[str] = (),
    type_of: TypeOf = lambda _nodeset: "",
) -> XPathProblem | None:
    """Return why conditions that must all hold at once never do; None where they may.

    Args:
        conditions: Each expression with the absolute nodeset where it stands: the relevance of a question, and of
            the groups around it if they are to be counted in.
        repeats: Nodesets of the form's repeats: of what is in them there may be several.
        type_of: The type of a question; only `select1` matters here.

    Returns:
        `xpath.never_true` with the places of two claims of the last condition that contradict each other as facts
        `one` and `other`, in the form's own words; or `xpath.always_false` for a constant.
    """
    try:
        alternatives: Alternatives = [()]
        for number, (expression, nodeset) in enumerate(conditions):
            reader = _Reader(nodeset, number, repeats, type_of)
            alternatives = _both(alternatives, reader.alternatives(expression.syntax, is_denied=False))
    except _TooManyError:
        return None
    clashes = [clash(claims) for claims in alternatives]
    if not conditions or not all(clashes):
        return None
    return _problem(conditions, clashes[0] if clashes else ())


def _problem(conditions: Sequence[tuple[Expression, str]], claims: tuple[Claim, ...]) -> XPathProblem:
    text = conditions[-1][0].text
    if not claims:
        return XPathProblem("xpath.always_false", 0, len(text))
    words = [_words(conditions, claim) for claim in claims]
    return XPathProblem("xpath.never_true", 0, len(text), {"one": words[0], "other": words[-1]})


def _words(conditions: Sequence[tuple[Expression, str]], claim: Claim) -> str:
    number, offset, length = claim.place
    return conditions[number][0].text[offset : offset + length]


def _both(left: Alternatives, right: Alternatives) -> Alternatives:
    if len(left) * len(right) > MAX_ALTERNATIVES:
        raise _TooManyError
    return [(*one, *other) for one, other in product(left, right)]


def _either(alternatives: Sequence[Alternatives]) -> Alternatives:
    joined = [claims for each in alternatives for claims in each]
    if len(joined) > MAX_ALTERNATIVES:
        raise _TooManyError
    return joined


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one condition into alternatives of claims."""

    nodeset: str
    number: int
    repeats: Collection[str]
    type_of: TypeOf

    def alternatives(self, syntax: Syntax, *, is_denied: bool) -> Alternatives:
        """Return the ways in which an expression holds, or fails where it is denied."""
        value = constant_of(syntax)
        if value is not None:
            return [()] if to_boolean(value) is not is_denied else []
        match syntax:
            case Operation(operator="and" | "or" as operator, operands=operands):
                each = [self.alternatives(operand, is_denied=is_denied) for operand in operands]
                if (operator == "or") is not is_denied:
                    return _either(each)
                joined: Alternatives = [()]
                for one in each:
                    joined = _both(joined, one)
                return joined
            case Call(name="not", arguments=(only,)):
                return self.alternatives(only, is_denied=not is_denied)
            case Call(name="boolean", arguments=(only,)):
                return self.alternatives(only, is_denied=is_denied)
            case Call(name="if", arguments=(condition, yes, no)):
                return self._if(condition, yes, no, is_denied=is_denied)
            case _:
                return self._claim(syntax, is_denied=is_denied)

    def _if(self, condition: Syntax, yes: Syntax, no: Syntax, *, is_denied: bool) -> Alternatives:
        holds = self.alternatives(condition, is_denied=False)
        fails = self.alternatives(condition, is_denied=True)
        return _either(
            [
                _both(holds, self.alternatives(yes, is_denied=is_denied)),
                _both(fails, self.alternatives(no, is_denied=is_denied)),
            ]
        )

    def _claim(self, syntax: Syntax, *, is_denied: bool) -> Alternatives:
        if any(_may_change(each) for each in _all_calls(syntax)):
            return [()]
        claim = self._comparison(syntax) or self._selected(syntax)
        if claim is None:
            claim = Claim(("holds", self.nodeset, to_text(syntax)), HOLDS, "")
        claim = replace(claim, place=(self.number, syntax.offset, syntax.length))
        return [(claim.denied() if is_denied else claim,)]

    def _comparison(self, syntax: Syntax) -> Claim | None:
        if not isinstance(syntax, Operation) or syntax.operator not in _SIGNS:
            return None
        left, right = syntax.operands
        sign, value = syntax.operator, constant_of(right)
        if value is None:
            left, sign, value = right, mirrored(sign), constant_of(left)
        if value is None or isinstance(value, bool | list):
            return None
        return self._of_term(left, sign, float(value) if isinstance(value, float) else value)

    def _selected(self, syntax: Syntax) -> Claim | None:
        if not isinstance(syntax, Call) or syntax.name != "selected" or len(syntax.arguments) != 2:
            return None
        value = constant_of(syntax.arguments[1])
        is_path = isinstance(syntax.arguments[0], Path)
        return (
            self._of_term(syntax.arguments[0], SELECTED, value)
            if is_path and isinstance(value, str)
            else None
        )

    def _of_term(self, term: Syntax, sign: str, value: float | str) -> Claim | None:
        nodeset = nodeset_of(term, self.nodeset)
        if nodeset is not None and is_single(term, self.nodeset, repeats=self.repeats):
            return Claim(("node", nodeset), sign, value, is_one_choice=self.type_of(nodeset) == "select1")
        kind = _kind(term)
        if kind not in (Kind.NUMBER, Kind.TEXT):
            return None
        name = ("computed", self.nodeset, to_text(term))
        return Claim(name, sign, value, is_number=kind is Kind.NUMBER)


def _kind(syntax: Syntax) -> Kind:
    match syntax:
        case Call(name=name) if name in FUNCTIONS:
            return FUNCTIONS[name].kind
        case Negation():
            return Kind.NUMBER
        case Operation(operator="+" | "-" | "*" | "div" | "mod"):
            return Kind.NUMBER
        case _:
            return Kind.ANY


def _all_calls(syntax: Syntax) -> Iterator[Call]:
    if isinstance(syntax, Call):
        yield syntax
    for part in parts(syntax):
        yield from _all_calls(part)


def _may_change(call: Call) -> bool:
    function = FUNCTIONS.get(call.name)
    return function is None or function.is_volatile


def constant_of(syntax: Syntax) -> Value | None:
    """Return the value of an expression that asks for nothing: no question, no clock, no zone; else None."""
    if isinstance(syntax, Literal | Number):
        return syntax.value
    if not _asks_nothing(syntax):
        return None
    try:
        return compile_expression(to_text(syntax), keeps_going=True).evaluate(Context(NOWHERE.root, NOWHERE))
    except XPathError:
        return None


def _asks_nothing(syntax: Syntax) -> bool:
    match syntax:
        case Literal(value=value):
            return not looks_like_date(value)
        case Number():
            return True
        case Negation() | Operation():
            return getattr(syntax, "operator", "") != "|" and all(map(_asks_nothing, parts(syntax)))
        case Call(name=name, arguments=arguments):
            return _is_pure(name, count=len(arguments)) and all(map(_asks_nothing, arguments))
        case _:
            return False


def _is_pure(name: str, *, count: int) -> bool:
    function = FUNCTIONS.get(name)
    if function is None or function.is_volatile:
        return False
    if name in _ASK_NOTHING_OF_VALUES:
        return count > 0
    return name in _ASK_NOTHING or (function.run is not None and not function.with_context)
