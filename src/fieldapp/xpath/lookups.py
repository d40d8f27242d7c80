"""The predicate of which cascading selects are made, `item[province = /fiche/province]`, without trying every row.

The rows of a secondary instance never change, so they are put into a dictionary once by the child asked for.
"""

from collections.abc import Callable, Sequence

from fieldapp.xpath.closures import Closure, Kind, as_nodes, as_text
from fieldapp.xpath.context import Context
from fieldapp.xpath.nodes import Node
from fieldapp.xpath.paths import Predicate, StepRun, calls
from fieldapp.xpath.syntax import Call, Filter, Literal, Operation, Path, Syntax

_SAME_EVERYWHERE = frozenset(
    {"coalesce", "concat", "if", "normalize-space", "selected-at", "string", "substr"}
)
"""Functions that, given arguments, do not ask where they stand."""


def key_and_value(predicate: Syntax) -> tuple[str, Syntax] | None:
    """Return the child's name and what it must equal, of a predicate that is such a comparison."""
    if not isinstance(predicate, Operation) or predicate.operator != "=":
        return None
    left, right = predicate.operands
    for child, value in ((left, right), (right, left)):
        key = _child_name(child)
        if key and _stands_alone(value):
            return key, value
    return None


def key_first(predicates: Sequence[Syntax]) -> tuple[Syntax | None, Sequence[Syntax]]:
    """Return the key comparison of the first predicate, and what else it asks: `[key = 'a' and other > 2]`."""
    first = predicates[0] if predicates else None
    if not isinstance(first, Operation) or first.operator != "and" or calls(first, "position", "last"):
        return first, ()
    keys = [operand for operand in first.operands if key_and_value(operand)]
    if not keys:
        return first, ()
    return keys[0], [operand for operand in first.operands if operand is not keys[0]]


def _child_name(syntax: Syntax) -> str:
    if (
        not isinstance(syntax, Path)
        or syntax.start is not None
        or syntax.is_absolute
        or len(syntax.steps) != 1
    ):
        return ""
    step = syntax.steps[0]
    is_plain = step.axis == "child" and step.test[-1] not in "*)" and ":" not in step.test
    return step.test if is_plain and not step.predicates else ""


def _stands_alone(syntax: Syntax) -> bool:
    """Whether a value is the same for every row."""
    match syntax:
        case Literal():
            return True
        case Path(start=start, is_absolute=is_absolute):
            return is_absolute or (start is not None and _stands_alone(start))
        case Filter(primary=primary):
            return _stands_alone(primary)
        case Call(name="current"):
            return True
        case Call(name=name, arguments=arguments):
            known = name == "instance" or (name in _SAME_EVERYWHERE and bool(arguments))
            return known and all(map(_stands_alone, arguments))
        case _:
            return False


def wanted_values(value: Closure) -> Callable[[Context], list[str]] | None:
    """Return what gives the texts that a child may equal; None where numbers or truths are compared."""
    if value.kind is Kind.TEXT:
        text = as_text(value)
        return lambda context: [text(context)]
    if value.kind is not Kind.NODES:
        return None
    nodes = as_nodes(value)
    return lambda context: [node.value() for node in nodes(context)]


def key_filter(key: str, wanted: Callable[[Context], list[str]]) -> Predicate:
    """Return the predicate over rows that may change: the value is computed once, then each row is tried."""

    def keep(context: Context, rows: Sequence[Node]) -> list[Node]:
        values = frozenset(wanted(context)) if rows else frozenset()
        return [row for row in rows if any(child.value() in values for child in row.named(key))]

    return keep


def key_step(tag: str, key: str, wanted: Callable[[Context], list[str]]) -> StepRun:
    """Return the step `tag[key = value]` over rows that never change: a dictionary look-up."""
    by_trying = key_filter(key, wanted)

    def run(context: Context, nodes: list[Node]) -> list[Node]:
        values = wanted(context)
        if len(values) == 1:
            return [row for node in nodes for row in node.rows_by(tag, key).get(values[0], ())]
        return by_trying(context, [row for node in nodes for row in node.named(tag)])

    return run
