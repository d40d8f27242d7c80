"""Compares values by the rules of XPath 1.0 §3.4: nodesets node by node, dates as the days they count."""

import operator
from collections.abc import Callable
from typing import Any

from fieldapp.xpath.closures import Closure, Kind, as_boolean, as_nodes, as_number, as_text
from fieldapp.xpath.context import Context, Environment, Value
from fieldapp.xpath.nodes import Node
from fieldapp.xpath.values import fixed_number, number_of, to_boolean, to_number

_OPERATIONS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


def comparison(sign: str, left: Closure, right: Closure) -> Closure:
    """Compile a comparison, choosing the rule now where the types are known now."""
    return Closure(Kind.BOOLEAN, _quick(sign, left, right) or _general(sign, left, right))


def _quick(sign: str, left: Closure, right: Closure) -> Callable[[Context], bool] | None:
    kinds = (left.kind, right.kind)
    operate = _OPERATIONS[sign]
    if Kind.ANY in kinds:
        return None
    if Kind.NODES in kinds:
        return _nodes_and_constant(sign, left, right)
    if sign in ("=", "!=") and Kind.BOOLEAN in kinds:
        one_truth, other_truth = as_boolean(left), as_boolean(right)
        return lambda context: operate(one_truth(context), other_truth(context))
    if sign in ("=", "!=") and kinds == (Kind.TEXT, Kind.TEXT):
        one_text, other_text = as_text(left), as_text(right)
        return lambda context: operate(one_text(context), other_text(context))
    one, other = as_number(left), as_number(right)
    return lambda context: operate(one(context), other(context))


def _nodes_and_constant(sign: str, left: Closure, right: Closure) -> Callable[[Context], bool] | None:
    if left.kind is not Kind.NODES:
        return _nodes_and_constant(_MIRRORED[sign], right, left)
    value = right.constant
    if value is None or isinstance(value, bool | list):
        return None
    operate = _OPERATIONS[sign]
    nodes = as_nodes(left)
    if isinstance(value, str) and sign in ("=", "!="):
        return _text_test(nodes, operate, value, only=left.only)
    any_number = _any_number(nodes, operate, as_number(right))
    fixed = fixed_number(value)
    if left.only is None or fixed is None:
        return any_number
    return _number_test(left.only, operate, fixed, otherwise=any_number)


def _any_number(
    nodes: Callable[[Context], list[Node]],
    operate: Callable[[Any, Any], bool],
    number: Callable[[Context], float],
) -> Callable[[Context], bool]:
    def compare(context: Context) -> bool:
        found = nodes(context)
        if not found:
            return False
        wanted, env = number(context), context.env
        for node in found:  # noqa: SIM110 - a generator costs as much as the comparison
            if operate(number_of(node, env), wanted):
                return True
        return False

    return compare


def _number_test(
    only: Callable[[Context], Node | None],
    operate: Callable[[Any, Any], bool],
    wanted: float,
    *,
    otherwise: Callable[[Context], bool],
) -> Callable[[Context], bool]:
    """Compare the one node of a path with a number."""

    def compare(context: Context) -> bool:
        node = only(context)
        if node is None:
            return otherwise(context)
        if not node.relevant:
            return False
        return operate(node.number if node.text is node.numbered else number_of(node, context.env), wanted)

    return compare


def _text_test(
    nodes: Callable[[Context], list[Node]],
    operate: Callable[[Any, Any], bool],
    wanted: str,
    *,
    only: Callable[[Context], Node | None] | None,
) -> Callable[[Context], bool]:
    def compare(context: Context) -> bool:
        for node in nodes(context):  # noqa: SIM110 - a generator costs as much as the comparison
            if operate(node.value(), wanted):
                return True
        return False

    def compare_one(context: Context) -> bool:
        assert only is not None
        node = only(context)
        if node is None:
            return compare(context)
        return node.relevant and operate(node.value() if node.children else node.text, wanted)

    return compare if only is None else compare_one


def _general(sign: str, left: Closure, right: Closure) -> Callable[[Context], bool]:
    one, other = left.run, right.run
    return lambda context: compare(sign, one(context), other(context), env=context.env)


def compare(sign: str, left: Value, right: Value, *, env: Environment) -> bool:
    """Compare two values of any types."""
    if isinstance(left, list):
        return _compare_nodes(sign, left, right, env=env)
    if isinstance(right, list):
        return _compare_nodes(_MIRRORED[sign], right, left, env=env)
    operate = _OPERATIONS[sign]
    if sign in ("=", "!="):
        if isinstance(left, bool) or isinstance(right, bool):
            return operate(to_boolean(left), to_boolean(right))
        if isinstance(left, str) and isinstance(right, str):
            return operate(left, right)
    return operate(to_number(left, env), to_number(right, env))


def _compare_nodes(sign: str, nodes: list[Node], other: Value, *, env: Environment) -> bool:
    operate = _OPERATIONS[sign]
    if isinstance(other, bool) and sign in ("=", "!="):
        return operate(bool(nodes), other)
    by_text = sign in ("=", "!=") and not isinstance(other, float)
    if by_text:
        wanted = [node.value() for node in other] if isinstance(other, list) else [other]
        return any(operate(node.value(), each) for node in nodes for each in wanted)
    against = [each.value() for each in other] if isinstance(other, list) else [other]
    numbers = [to_number(each, env) for each in against]
    return any(operate(number_of(node, env), each) for node in nodes for each in numbers)
