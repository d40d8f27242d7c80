"""The answers of one question in all instances of a repeat, counted and added up as they change.

A column gives what `count()`, `sum()`, `min()` and `max()` over its nodes give, bit for bit, without looking at those
that stayed the same. Where it cannot be sure of that it gives none, and the nodes are walked.
"""

import math
from collections.abc import Iterable
from heapq import heapify, heappop, heappush

from fieldapp.xpath import Environment, Node
from fieldapp.xpath.values import from_units, in_units, number_of

_SLACK = 64
"""Entries that a heap may hold beyond twice its nodes before it is made anew."""


class Column:
    """The nodes of one path that goes through repeats, from one node above them."""

    __slots__ = (
        "_blanks",
        "_env",
        "_extremes",
        "_is_leaf",
        "_levels",
        "_numbers",
        "_odd",
        "_top",
        "_touched",
        "_units",
    )

    def __init__(
        self, top: Node, levels: int, nodes: Iterable[Node], *, env: Environment, is_leaf: bool
    ) -> None:
        self._top = top
        self._levels = levels
        self._env = env
        self._is_leaf = is_leaf
        self._touched = dict.fromkeys(nodes)
        self._numbers: dict[Node, float | None] = {}
        """Of the nodes in play; none for a blank."""
        self._blanks = self._odd = self._units = 0
        self._extremes: dict[str, _Extreme] = {}

    def touch(self, node: Node) -> None:
        """Look at a node again when the column is asked next: it came, went or changed."""
        self._touched[node] = None

    def total(self, name: str) -> float | None:
        """Return what a function of the name gives over the nodes; none where walking them must tell."""
        if self._touched:
            self._refresh()
        if name == "count":
            return float(len(self._numbers))
        if not self._is_leaf:
            return None
        if name == "count-non-empty":
            return float(len(self._numbers) - self._blanks)
        if self._odd:
            return None
        return self._sum() if name == "sum" else self._extreme(name)

    def _sum(self) -> float:
        return math.nan if self._blanks else from_units(self._units)

    def _extreme(self, name: str) -> float:
        if len(self._numbers) == self._blanks:
            return math.nan
        extreme = self._extremes.get(name)
        if extreme is None:
            extreme = self._extremes[name] = _Extreme(self._numbers, sign=1 if name == "min" else -1)
        return extreme.found()

    def _refresh(self) -> None:
        touched, self._touched = self._touched, {}
        numbers, env = self._numbers, self._env
        for node in touched:
            if node in numbers:
                self._weigh(node, numbers.pop(node), times=-1)
            if node.relevant and self._holds(node):
                numbers[node] = number_of(node, env) if node.text else None
                self._weigh(node, numbers[node], times=1)

    def _holds(self, node: Node) -> bool:
        above: Node | None = node
        for _ in range(self._levels):
            above = above.parent if above is not None else None
        return above is self._top

    def _weigh(self, node: Node, number: float | None, *, times: int) -> None:
        """Add what a node contributes, or take away what it did."""
        if number is None:
            self._blanks += times
        elif not math.isfinite(number):
            self._odd += times
        else:
            self._units += times * in_units(number)
            if times > 0:
                for extreme in self._extremes.values():
                    extreme.add(node, number)


class _Extreme:
    """The least or greatest of some numbers: a heap whose outdated entries are dropped when they come up."""

    __slots__ = ("_heap", "_numbers", "_serial", "_sign")

    def __init__(self, numbers: dict[Node, float | None], *, sign: int) -> None:
        self._numbers = numbers
        self._sign = sign
        self._serial = 0
        self._heap: list[tuple[float, int, Node]] = []
        self._fill()

    def add(self, node: Node, number: float) -> None:
        self._serial += 1
        heappush(self._heap, (self._sign * number, self._serial, node))

    def found(self) -> float:
        """Return it, while there is a number."""
        if len(self._heap) > 2 * len(self._numbers) + _SLACK:
            self._fill()
        while True:
            number, _, node = self._heap[0]
            if self._numbers.get(node) == self._sign * number:
                return self._sign * number + 0.0
            heappop(self._heap)

    def _fill(self) -> None:
        self._heap = []
        for node, number in self._numbers.items():
            if number is not None:
                self._serial += 1
                self._heap.append((self._sign * number, self._serial, node))
        heapify(self._heap)
