"""Truth and choice: `if`, `coalesce`, `once`, checklists. What need not be evaluated is not."""

import math
from collections.abc import Callable

from fieldapp.xpath.closures import Closure, Kind, as_boolean, as_number, as_text, constant
from fieldapp.xpath.context import Context, Value
from fieldapp.xpath.functions.table import Function
from fieldapp.xpath.nodes import Node
from fieldapp.xpath.values import number_of, to_boolean, to_number, to_text


def _if(arguments: list[Closure]) -> Closure:
    condition, yes, no = as_boolean(arguments[0]), arguments[1].run, arguments[2].run
    kind = arguments[1].kind if arguments[1].kind is arguments[2].kind else Kind.ANY
    return Closure(kind, lambda context: yes(context) if condition(context) else no(context))


def _coalesce(arguments: list[Closure]) -> Closure:
    texts = [_as_answer(argument) for argument in arguments]

    def run(context: Context) -> str:
        for text in texts:
            found = text(context)
            if found:
                return found
        return ""

    return Closure(Kind.TEXT, run, number=_number_or(*arguments) if len(arguments) == 2 else None)


def _number_or(answer: Closure, instead: Closure) -> Callable[[Context], float] | None:
    """Return the number of `coalesce(path, path or constant)` without making its text."""
    if answer.first is None or (instead.first is None and instead.constant is None):
        return None
    return _NumberOr(answer.first, answer.only or answer.first, as_number(instead)).number


class _NumberOr:
    """The number of `coalesce(path, other)`."""

    __slots__ = ("_first", "_only", "_other")

    def __init__(
        self,
        first: Callable[[Context], Node | None],
        only: Callable[[Context], Node | None],
        other: Callable[[Context], float],
    ) -> None:
        self._first = first
        self._only = only
        self._other = other

    def number(self, context: Context) -> float:
        node = self._only(context) or self._first(context)
        if node is None or not node.relevant:
            return self._other(context)
        if node.text is node.numbered:
            return node.number if node.text else self._other(context)
        number = number_of(node, context.env)
        return number if node.text or node.value() else self._other(context)


def _as_answer(piece: Closure) -> Callable[[Context], str]:
    """Return what gives a text, blank for a number that could not be computed."""
    if piece.kind in (Kind.NODES, Kind.TEXT):
        return as_text(piece)
    run = piece.run
    return lambda context: _text_unless_nan(run(context))


def _once(arguments: list[Closure]) -> Closure:
    run = arguments[0].run
    return Closure(Kind.TEXT, lambda context: context.node.value() or _text_unless_nan(run(context)))


def _text_unless_nan(value: Value) -> str:
    """Return the text of a value; what could not be computed, for want of answers, is blank."""
    return "" if isinstance(value, float) and math.isnan(value) else to_text(value)


def _not(arguments: list[Closure]) -> Closure:
    truth = as_boolean(arguments[0])
    return Closure(Kind.BOOLEAN, lambda context: not truth(context))


def _from_text(value: Value) -> bool:
    if isinstance(value, bool):
        return value
    return to_text(value) in ("true", "1")


def _within(least: float, most: float, count: float) -> bool:
    """Whether a count lies between limits; -1 is none, and neither is an upper one that is no number."""
    return (least < 0 or count >= least) and (most < 0 or not count > most)


def _checklist(arguments: list[Closure]) -> Closure:
    least, most = as_number(arguments[0]), as_number(arguments[1])
    answers = [argument.run for argument in arguments[2:]]

    def run(context: Context) -> bool:
        count = sum(sum(_truths(context, answer)) for answer in answers)
        return _within(least(context), most(context), float(count))

    return Closure(Kind.BOOLEAN, run)


def _truths(context: Context, run: Callable[[Context], Value]) -> list[bool]:
    """Return the truth of an answer, or of each node: a nodeset holds several answers."""
    value = run(context)
    if isinstance(value, list):
        return [_is_yes(node) for node in value]
    return [to_boolean(value)]


def _is_yes(node: Node) -> bool:
    return node.value() != ""


def _weighted(arguments: list[Closure]) -> Closure:
    least, most = as_number(arguments[0]), as_number(arguments[1])
    pairs = [
        (answer.run, weight.run) for answer, weight in zip(arguments[2::2], arguments[3::2], strict=False)
    ]

    def run(context: Context) -> bool:
        total = sum(_weighed(context, answer, weight) for answer, weight in pairs)
        return not math.isnan(total) and _within(least(context), most(context), total)

    return Closure(Kind.BOOLEAN, run)


def _weighed(
    context: Context, answer: Callable[[Context], Value], weight: Callable[[Context], Value]
) -> float:
    """Return the weights of the answers that are true; nodesets are held against each other node by node."""
    truths, weights = _truths(context, answer), weight(context)
    if not isinstance(weights, list):
        return to_number(weights, context.env) if any(truths) else 0.0
    if len(truths) < len(weights):
        return math.nan
    held = zip(truths, weights, strict=False)
    return sum(number_of(node, context.env) for is_true, node in held if is_true)


def _depend(arguments: list[Closure]) -> Closure:
    """Give the first argument; the others only say of what else it depends."""
    return arguments[0]


FUNCTIONS = (
    Function("if", "value lazy lazy", Kind.ANY, build=_if),
    Function("coalesce", "lazy lazy lazy*", Kind.TEXT, build=_coalesce),
    Function("once", "lazy", Kind.TEXT, build=_once),
    Function("true", "", Kind.BOOLEAN, build=lambda _arguments: constant(value=True, kind=Kind.BOOLEAN)),
    Function("false", "", Kind.BOOLEAN, build=lambda _arguments: constant(value=False, kind=Kind.BOOLEAN)),
    Function("not", "boolean", Kind.BOOLEAN, build=_not),
    Function("boolean", "boolean", Kind.BOOLEAN, lambda value: value),
    Function("boolean-from-string", "value", Kind.BOOLEAN, _from_text),
    Function("depend", "lazy lazy*", Kind.ANY, build=_depend),
    Function("checklist", "number number value*", Kind.BOOLEAN, build=_checklist),
    Function("weighted-checklist", "number number value*", Kind.BOOLEAN, build=_weighted, step=2),
)
