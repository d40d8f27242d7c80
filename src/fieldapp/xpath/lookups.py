"""The predicate of which cascading selects are made, `item[province = /fiche/province]`, without trying every row.

The rows of a secondary instance never change, so they are put into a dictionary once by the child asked for.
"""

from collections.abc import Callable, Sequence

from fieldapp.xpath.closures import Closure, Kind, as_nodes, as_text
from fieldapp.xpath.context import Context
from fieldapp.xpath.nodes import Node
from fieldapp.xpath.paths import Predicate, StepRun, calls
from fieldapp.xpath.rows import Key, rows_by
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


def conditions(predicate: Syntax) -> Sequence[Syntax]:
    """Return all that a predicate asks of a row: both of `[key = 'a' and other > 2]`."""
    is_several = isinstance(predicate, Operation) and predicate.operator == "and"
    if not isinstance(predicate, Operation) or not is_several or calls(predicate, "position", "last"):
        return (predicate,)
    return [each for operand in predicate.operands for each in conditions(operand)]


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


def key_step(tag: str, known: Sequence[tuple[str, Callable[[Context], list[str]]]]) -> StepRun:
    """Return the step `tag[key = value and …]` over rows that never change: a dictionary look-up."""
    keys = tuple(key for key, _ in known)
    wanted = [values for _, values in known]
    filters = [key_filter(key, values) for key, values in known]

    def run(context: Context, nodes: list[Node]) -> list[Node]:
        values = [texts(context) for texts in wanted]
        if any(len(texts) != 1 for texts in values):
            rows = [row for node in nodes for row in node.named(tag)]
            for keep in filters:
                rows = keep(context, rows)
            return rows
        key: Key = values[0][0] if len(values) == 1 else tuple([texts[0] for texts in values])
        return [row for node in nodes for row in rows_by(node, tag, keys).get(key, ())]

    return run
