"""Finds the one node at the end of a plain path without walking: most paths of a form lead to exactly one.

A finder returns the node when it is certain that the path has no other, in play or not; otherwise none, and the
path is walked as any other.
"""

import math
import sys
from collections.abc import Callable, Sequence

from fieldapp.xpath.context import Context
from fieldapp.xpath.nodes import Node
from fieldapp.xpath.values import number_of

Finder = Callable[[Context], Node | None]


def _here(context: Context) -> Node:
    return context.node


class Absolute:
    """A path such as `/data/group/question`: the session knows the nodes outside repeats by their path.

    A form has thousands of these: one object each, instead of a closure for everything that may be asked of it.
    """

    __slots__ = ("_key", "_walk", "_walk_first")

    def __init__(
        self, names: Sequence[str], walk: Callable[[Context], list[Node]], walk_first: Finder
    ) -> None:
        """Take the names of its steps, and how to walk it where the session does not know it."""
        self._key = sys.intern("/" + "/".join(names))
        self._walk = walk
        self._walk_first = walk_first

    def only(self, context: Context) -> Node | None:
        """Return its one node, in play or not; none where it may have several."""
        return context.env.singles.get(self._key)

    def nodes(self, context: Context) -> list[Node]:
        """Return its nodes in play."""
        node = context.env.singles.get(self._key)
        if node is None:
            return self._walk(context)
        return [node] if node.relevant else []

    def first(self, context: Context) -> Node | None:
        """Return the first of them."""
        node = context.env.singles.get(self._key)
        if node is None:
            return self._walk_first(context)
        return node if node.relevant else None

    def number(self, context: Context) -> float:
        """Return the number of the first of them."""
        node = context.env.singles.get(self._key) or self._walk_first(context)
        if node is None or not node.relevant:
            return math.nan
        return node.number if node.text is node.numbered else number_of(node, context.env)


def relative(ups: int, names: Sequence[str]) -> Finder:
    """Return the finder of `.`, `..`, `../question` and the like."""
    if not ups and not names:
        return _here
    if ups == 1 and len(names) == 1:
        return _beside(names[0])

    def find(context: Context) -> Node | None:
        node: Node | None = context.node
        for _ in range(ups):
            node = node.parent if node is not None else None
        for name in names:
            node = node.only(name) if node is not None else None
        return node

    return find


def _beside(name: str) -> Finder:
    def find(context: Context) -> Node | None:
        above = context.node.parent
        return None if above is None else above.only(name)

    return find
