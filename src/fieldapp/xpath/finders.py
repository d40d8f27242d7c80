"""Finds the one node at the end of a plain path without walking: most paths of a form lead to exactly one.

A finder returns the node when it is certain that the path has no other, in play or not; otherwise none, and the
path is walked as any other.
"""

import sys
from collections.abc import Callable, Sequence

from fieldapp.xpath.context import Context
from fieldapp.xpath.nodes import Node

Finder = Callable[[Context], Node | None]


def _here(context: Context) -> Node:
    return context.node


def absolute(names: Sequence[str]) -> Finder:
    """Return the finder of `/data/group/question`: the session knows the nodes outside repeats by their path."""
    key = sys.intern("/" + "/".join(names))
    return lambda context: context.env.singles.get(key)


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
