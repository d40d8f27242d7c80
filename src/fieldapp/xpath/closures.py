"""What the compiler makes of a piece of syntax: a closure with the type it gives, and its conversions."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from fieldapp.xpath.context import Context, Value
from fieldapp.xpath.nodes import Node
from fieldapp.xpath.problems import XPathError
from fieldapp.xpath.values import fixed_number, number_of, text_from_number, to_boolean, to_number, to_text


class Kind(StrEnum):
    """The type that a closure gives, as far as it is known before evaluation."""

    BOOLEAN = "boolean"
    NUMBER = "number"
    TEXT = "text"
    NODES = "nodes"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Closure:
    """A compiled piece of an expression."""

    kind: Kind
    run: Callable[[Context], Value]
    constant: Value | None = None
    """Its value, when no context can change it."""
    first: Callable[[Context], Node | None] | None = None
    """Of a nodeset: its first node without making the list."""
    only: Callable[[Context], Node | None] | None = None
    """Of a nodeset: its one node, in play or not, where it is certain that there is no other; otherwise none."""
    plain: tuple[Callable[[Context], Node | None], tuple[str, ...]] | None = None
    """Of a path of plain steps: the node from which it goes down, and the names of its steps."""
    number: Callable[[Context], float] | None = None
    """Its number, where that is had with less work than its value."""

    def is_constant(self) -> bool:
        """Whether its value is known already."""
        return self.constant is not None


def constant(value: Value, kind: Kind) -> Closure:
    """Make a closure of a value that never changes."""
    return Closure(kind, lambda _context: value, constant=value)


@lru_cache(maxsize=256)
def number_written(written: str) -> Closure:
    """Make the closure of a number as a form writes it; forms write few different ones."""
    return constant(float(written), Kind.NUMBER)


def as_boolean(piece: Closure) -> Callable[[Context], bool]:
    """Return a closure that gives a boolean."""
    run = piece.run
    if piece.kind is Kind.BOOLEAN:
        return run  # type: ignore[return-value]  # the kind says what it gives
    if piece.first is not None:
        first = piece.first
        return lambda context: first(context) is not None
    if piece.kind in (Kind.NODES, Kind.TEXT):
        return lambda context: bool(run(context))
    return lambda context: to_boolean(run(context))


def as_number(piece: Closure) -> Callable[[Context], float]:
    """Return a closure that gives a number."""
    run = piece.run
    if piece.kind is Kind.NUMBER:
        return run  # type: ignore[return-value]  # the kind says what it gives
    if piece.number is not None:
        return piece.number
    known = fixed_number(piece.constant)
    if known is not None:
        return lambda _context: known
    if piece.first is not None:
        return _number_of_one(piece.first, piece.only or piece.first)
    return lambda context: to_number(run(context), context.env)


def _number_of_one(
    first: Callable[[Context], Node | None], only: Callable[[Context], Node | None]
) -> Callable[[Context], float]:
    def number(context: Context) -> float:
        node = only(context) or first(context)
        if node is None or not node.relevant:
            return math.nan
        return node.number if node.text is node.numbered else number_of(node, context.env)

    return number


def as_text(piece: Closure) -> Callable[[Context], str]:
    """Return a closure that gives a string."""
    run = piece.run
    if piece.kind is Kind.TEXT:
        return run  # type: ignore[return-value]  # the kind says what it gives
    if piece.first is not None:
        return _text_of_one(piece.first, piece.only or piece.first)
    if piece.kind is Kind.NUMBER:
        return lambda context: text_from_number(run(context))  # type: ignore[arg-type]
    return lambda context: to_text(run(context))


def _text_of_one(
    first: Callable[[Context], Node | None], only: Callable[[Context], Node | None]
) -> Callable[[Context], str]:
    def text(context: Context) -> str:
        node = only(context) or first(context)
        if node is None or not node.relevant:
            return ""
        return node.value() if node.children else node.text

    return text


def as_nodes(piece: Closure) -> Callable[[Context], list[Node]]:
    """Return a closure that gives a nodeset, and refuses anything else when it is run."""
    run = piece.run
    if piece.kind is Kind.NODES:
        return run  # type: ignore[return-value]  # the kind says what it gives

    def nodes(context: Context) -> list[Node]:
        value = run(context)
        if not isinstance(value, list):
            raise XPathError("xpath.not_nodes")
        return value

    return nodes
