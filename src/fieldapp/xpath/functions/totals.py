"""Counts, sums and extremes of nodes, of which whoever owns the tree may already know the outcome.

A sum is rounded once, at its end, so that it does not depend on the order of what is added: ten times 0.1 is 1.
"""

import math
from collections.abc import Callable

from fieldapp.xpath.closures import Closure, Kind, as_nodes
from fieldapp.xpath.context import Context, Value
from fieldapp.xpath.functions.table import Function
from fieldapp.xpath.nodes import Node
from fieldapp.xpath.values import exact_sum, number_from_text, number_of, to_number

Direct = Callable[[Context], float]


def _known(name: str, build: Callable[[list[Closure]], Direct]) -> Callable[[list[Closure]], Closure]:
    """Ask for the outcome over a plain path first, and work it out where nobody knows it."""

    def built(arguments: list[Closure]) -> Closure:
        direct = build(arguments)
        plain = arguments[0].plain if len(arguments) == 1 else None
        if plain is None:
            return Closure(Kind.NUMBER, direct)
        begin, names = plain

        def run(context: Context) -> float:
            known = context.env.total(name, begin(context), names)
            return direct(context) if known is None else known

        return Closure(Kind.NUMBER, run)

    return built


def _over_nodes(compute: Callable[[Context, list[Node]], float]) -> Callable[[list[Closure]], Direct]:
    def build(arguments: list[Closure]) -> Direct:
        nodes = as_nodes(arguments[0])
        return lambda context: compute(context, nodes(context))

    return build


def _count(_context: Context, nodes: list[Node]) -> float:
    return float(len(nodes))


def _count_non_empty(_context: Context, nodes: list[Node]) -> float:
    return float(sum(node.value() != "" for node in nodes))


def _sum(context: Context, nodes: list[Node]) -> float:
    """Add up all nodes; one that is blank makes the sum NaN, as in ODK Web Forms and Enketo."""
    env = context.env
    return exact_sum([number_of(node, env) for node in nodes])


def _extreme(choose: Callable[[list[float]], float]) -> Callable[[list[Closure]], Direct]:
    def build(arguments: list[Closure]) -> Direct:
        runs = [argument.run for argument in arguments]

        def extreme(context: Context) -> float:
            found = _numbers(context, [run(context) for run in runs])
            if not found or any(math.isnan(number) for number in found):
                return math.nan
            return float(choose(found)) + 0.0

        return extreme

    return build


def _numbers(context: Context, values: list[Value]) -> list[float]:
    """Return the numbers of all values; each node of a nodeset that is not blank counts."""
    found: list[float] = []
    for value in values:
        if isinstance(value, list):
            texts = [node.value() for node in value]
            found.extend(number_from_text(text, context.env) for text in texts if text.strip())
        else:
            found.append(to_number(value, context.env))
    return found


FUNCTIONS = (
    Function("count", "nodes", Kind.NUMBER, build=_known("count", _over_nodes(_count))),
    Function(
        "count-non-empty",
        "nodes",
        Kind.NUMBER,
        build=_known("count-non-empty", _over_nodes(_count_non_empty)),
    ),
    Function("sum", "nodes", Kind.NUMBER, build=_known("sum", _over_nodes(_sum))),
    Function("min", "value*", Kind.NUMBER, build=_known("min", _extreme(min))),
    Function("max", "value*", Kind.NUMBER, build=_known("max", _extreme(max))),
)
