"""What an expression is evaluated in: the trees, the clock and zone, the language, and where in the tree it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo

from fieldapp.base.clock import Clock, SystemClock
from fieldapp.base.ids import Ids, SystemIds
from fieldapp.xpath.nodes import Node, document_of
from fieldapp.xpath.problems import XPathError

Value = bool | float | str | list[Node]
"""What an expression gives; a date is a float that knows how it is written (`dates.DateValue`)."""


def _no_choice_name(value: str, reference: str, node: Node) -> str:
    del reference, node
    return value


def _no_lookup(table: str, column: str, key_column: str, key: str) -> str:
    del column, key_column, key
    raise XPathError("xpath.unknown_table", name=table)


def _no_total(name: str, top: Node | None, names: tuple[str, ...]) -> float | None:
    del name, top, names
    return None


def _own_name(text_id: str) -> Value:
    return text_id


@dataclass(slots=True)
class Environment:
    """Everything an expression may ask for beside its context node."""

    root: Node
    """Root element of the primary instance: the first step of an absolute path names it."""
    instances: Mapping[str, Node] = field(default_factory=dict)
    """Root elements of the secondary instances, by id."""
    clock: Clock = field(default_factory=SystemClock)
    zone: tzinfo | None = None
    """Zone in which days begin; None for the clock's own. Give a named zone where summer time matters."""
    language: str = ""
    itext: Callable[[str], Value] = _own_name
    """`jr:itext`: the text with this id in the active language."""
    choice_name: Callable[[str, str, Node], str] = _no_choice_name
    """`jr:choice-name`: label of a value of the select at a reference, seen from the context node."""
    lookup: Callable[[str, str, str, str], str] = _no_lookup
    """`pulldata`: table, column wanted, key column, key."""
    total: Callable[[str, Node | None, tuple[str, ...]], float | None] = _no_total
    """What `count`, `count-non-empty`, `sum`, `min` or `max` gives over the nodes that lie so many steps below a
    node, where that is known without looking at each."""
    ids: Ids = field(default_factory=SystemIds)
    properties: Mapping[str, str] = field(default_factory=dict)
    """`property`: deviceid, username, phonenumber, email."""

    singles: dict[str, Node] = field(default_factory=dict)
    """Nodes of the primary instance known to be the only ones at their absolute path; whoever owns the tree tells."""
    start: Node = field(init=False)
    """The node above the root, where absolute paths begin."""

    def __post_init__(self) -> None:
        self.start = document_of(self.root)


class Context:
    """Where an evaluation stands; predicates move it from node to node."""

    __slots__ = ("current", "env", "node", "position", "size")

    def __init__(
        self, node: Node, env: Environment, *, position: int = 1, size: int = 1, current: Node | None = None
    ) -> None:
        self.node = node
        self.env = env
        self.position = position
        self.size = size
        self.current = current or node
        """The node the whole expression is asked for: what `current()` gives inside a predicate."""
