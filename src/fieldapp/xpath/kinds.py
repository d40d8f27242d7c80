"""Finds comparisons that can mean nothing: a date against a year, a number against a word, a truth against a text.

Only what is certain is told. Types are those of questions that are asked; what a calculation gives is not known, for
pyxform calls every calculation a text. A blank text is always a fair thing to compare with: it asks for an answer.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from fieldapp.xpath.closures import Kind
from fieldapp.xpath.dates import looks_like_date
from fieldapp.xpath.functions import FUNCTIONS
from fieldapp.xpath.problems import XPathProblem
from fieldapp.xpath.resolution import constant_number, nodeset_of
from fieldapp.xpath.syntax import Call, Filter, Literal, Negation, Number, Operation, Path, Syntax, parts

TypeOf = Callable[[str], str]
"""Absolute nodeset -> XForm type (`int`, `decimal`, `date`, `dateTime`, `time`, `string`, `boolean`, `select1`,
`select`, `geopoint`…) of a question that is asked; blank for a calculation and for whatever is not known."""

FIRST_LIKELY_DAY = 10_000
"""Days from 1970 to 1997: a smaller number beside a date is a year, an age or a count, not a day."""

_EQUALITY = ("=", "!=")
_ORDER = ("<", "<=", ">", ">=")
_NUMBERS = frozenset({"int", "decimal", "integer", "long", "double"})
_DATES = frozenset({"date", "dateTime"})
_PLACES = frozenset({"geopoint", "geotrace", "geoshape", "binary"})
_DATE_FUNCTIONS = frozenset({"today", "now"})
_TRUTHS = frozenset({"true", "false", "1", "0"})


@dataclass(frozen=True, slots=True)
class _Side:
    """What is known of one side of a comparison."""

    type: str
    """XForm type of a question; `number`, `truth`, `text` or `date` of anything else; blank where unknown."""
    constant: str | None = None
    """What is written, of a text or number in the expression itself."""
    is_question: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it is a text in quotes that is neither blank, nor a number, nor a date."""
        text = self.constant
        return self.type == "text" and bool(text and text.strip()) and not _counts(text or "")


def _counts(text: str) -> bool:
    return not math.isnan(constant_number(text)) or looks_like_date(text.strip())


def comparisons_without_meaning(syntax: Syntax, *, nodeset: str, type_of: TypeOf) -> list[XPathProblem]:
    """Return a problem for each comparison that can never say what its author meant.

    Codes: `xpath.order_of_text`, `xpath.order_of_times`, `xpath.order_of_places`, `xpath.never_equal`,
    `xpath.date_and_number`, `xpath.truth_and_text`, `xpath.truth_of_question`; facts `operator`, and `value` where
    one side is written out.

    Args:
        syntax: The expression.
        nodeset: Absolute nodeset of the question it stands at.
        type_of: The type of a question.
    """
    return list(_found(syntax, nodeset, current=nodeset, type_of=type_of))


def _found(syntax: Syntax, here: str, *, current: str, type_of: TypeOf) -> Iterator[XPathProblem]:
    if isinstance(syntax, Operation) and syntax.operator in (*_EQUALITY, *_ORDER):
        one, other = (_side(each, here, current=current, type_of=type_of) for each in syntax.operands)
        code = _code(syntax.operator, one, other)
        if code:
            facts = {"operator": syntax.operator, **_value(one, other)}
            yield XPathProblem(code, syntax.offset, syntax.length, facts)
    for part, place in _inside(syntax, here, current=current):
        yield from _found(part, place, current=current, type_of=type_of)


def _value(one: _Side, other: _Side) -> Mapping[str, object]:
    written = [side.constant for side in (one, other) if side.constant is not None]
    return {"value": written[0]} if written else {}


def _inside(syntax: Syntax, here: str, *, current: str) -> Iterator[tuple[Syntax, str]]:
    """Yield the pieces of an expression, each with the nodeset where it is asked; in a predicate, another one."""
    if isinstance(syntax, Path):
        if syntax.start is not None:
            yield syntax.start, here
        for count, step in enumerate(syntax.steps, 1):
            head = Path(syntax.start, syntax.steps[:count], is_absolute=syntax.is_absolute)
            place = nodeset_of(head, here, current=current) or ""
            yield from ((each, place) for each in step.predicates)
    elif isinstance(syntax, Filter):
        yield syntax.primary, here
        place = nodeset_of(syntax.primary, here, current=current) or ""
        yield from ((each, place) for each in syntax.predicates)
    else:
        yield from ((each, here) for each in parts(syntax))


def _side(syntax: Syntax, here: str, *, current: str, type_of: TypeOf) -> _Side:
    match syntax:
        case Literal(value=value):
            return _Side("text", value)
        case Number(written=written):
            return _Side("number", written)
        case Negation(operand=Number(written=written)):
            return _Side("number", f"-{written}")
        case Path():
            nodeset = nodeset_of(syntax, here, current=current)
            return _Side(type_of(nodeset) if nodeset else "", is_question=True)
        case Call(name=name):
            return _Side(_type_of_call(name))
        case Operation(operator=operator) if operator != "|":
            return _Side("truth" if operator in ("and", "or", *_EQUALITY, *_ORDER) else "number")
        case _:
            return _Side("")


def _type_of_call(name: str) -> str:
    function = FUNCTIONS.get(name)
    if name in _DATE_FUNCTIONS:
        return "date"
    return "truth" if function is not None and function.kind is Kind.BOOLEAN else ""


def _code(operator: str, one: _Side, other: _Side) -> str:
    for rule in _RULES:
        code = rule(operator, one, other) or rule(operator, other, one)
        if code:
            return code
    return ""


def _order(operator: str, one: _Side, other: _Side) -> str:
    if operator not in _ORDER:
        return ""
    if one.type in _PLACES:
        return "xpath.order_of_places"
    if one.is_question and one.type == "time":
        return "xpath.order_of_times"
    del other
    return "xpath.order_of_text" if one.is_word else ""


def _dates(operator: str, one: _Side, other: _Side) -> str:
    """A date beside a number: a year, an age; or beside a text that is no date."""
    if one.type not in _DATES:
        return ""
    text = other.constant
    if text is None:
        return "xpath.date_and_number" if other.is_question and other.type in _NUMBERS else ""
    if abs(constant_number(text)) < FIRST_LIKELY_DAY:
        return "xpath.date_and_number"
    if other.is_word and operator in _EQUALITY and one.is_question:
        return "xpath.never_equal"
    return ""


def _never_held(operator: str, one: _Side, other: _Side) -> str:
    """A number or yes-no question beside a word that it never holds."""
    if operator not in _EQUALITY or other.type != "text" or not other.constant or not one.is_question:
        return ""
    if one.type in _NUMBERS and other.is_word:
        return "xpath.never_equal"
    if one.type == "boolean" and other.constant.strip() not in _TRUTHS:
        return "xpath.never_equal"
    return ""


def _truths(operator: str, one: _Side, other: _Side) -> str:
    if operator not in _EQUALITY or one.type != "truth":
        return ""
    if other.type == "text" and other.constant and other.constant.strip() != "true":
        return "xpath.truth_and_text"
    is_asked = other.is_question and other.type not in ("", "boolean")
    return "xpath.truth_of_question" if is_asked else ""


_RULES: tuple[Callable[[str, _Side, _Side], str], ...] = (_dates, _order, _never_held, _truths)
