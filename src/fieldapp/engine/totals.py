"""Which columns one session keeps, and which of them a changed cell stands in."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from fieldapp.engine.cells import Cell, cell_of
from fieldapp.engine.columns import Column
from fieldapp.forms.rules import NodeSpec
from fieldapp.xpath import Environment, Node

Names = tuple[str, ...]


def _no_total(_name: str, _top: Node | None, _names: Names) -> None:
    """Know no outcome, so that nodes are walked."""


class Totals:
    """The columns of one session, made when a total is first asked for."""

    def __init__(self, specs: Mapping[str, NodeSpec], env: Environment) -> None:
        self._specs = specs
        self._env = env
        self._columns: dict[tuple[Node, Names], Column] = {}
        self._kept_from: dict[Node, list[tuple[Node, Names]]] = {}
        """The keys of the columns that begin at a node."""
        self.names_to: dict[str, set[Names]] = {}
        """Nodeset of the nodes in columns -> the steps that lead down to them, as they are asked for."""
        env.total = self.total

    @contextmanager
    def set_aside(self) -> Iterator[None]:
        """Let nodes be walked while they are shown otherwise than they are."""
        self._env.total = _no_total
        try:
            yield
        finally:
            self._env.total = self.total

    def total(self, name: str, top: Node | None, names: Names) -> float | None:
        """Return what a function gives over the nodes at a path; none for one that goes through no repeat."""
        if top is None:
            return None
        column = self._columns.get((top, names)) or self._made(top, names)
        return None if column is None else column.total(name)

    def _made(self, top: Node, names: Names) -> Column | None:
        specs = self._way(top, names)
        if not any(spec.is_repeat for spec in specs):
            return None
        nodes = [top]
        for step in names:
            nodes = [child for node in nodes for child in node.named(step)]
        last, key = specs[-1], (top, names)
        column = Column(top, len(names), nodes, env=self._env, is_leaf=last.is_leaf)
        self._columns[key] = column
        self._kept_from.setdefault(top, []).append(key)
        self.names_to.setdefault(last.nodeset, set()).add(names)
        return column

    def _way(self, top: Node, names: Names) -> list[NodeSpec]:
        """Return the specs of all steps; none where the form does not know one of them."""
        cell = cell_of(top)
        nodeset = cell.spec.nodeset if cell is not None else ""
        if cell is None and top is not self._env.start:
            return []
        found = []
        for step in names:
            nodeset = f"{nodeset}/{step}"
            if nodeset not in self._specs:
                return []
            found.append(self._specs[nodeset])
        return found

    def touch(self, cell: Cell) -> None:
        """Let the columns that a cell stands in look at it again."""
        for names in self.names_to.get(cell.spec.nodeset, ()):
            top: Node | None = cell.node
            for _ in names:
                top = top.parent if top is not None else None
            column = self._columns.get((top, names)) if top is not None else None
            if column is not None:
                column.touch(cell.node)

    def forget(self, cell: Cell) -> None:
        """Drop the columns that begin at a cell that goes."""
        for key in self._kept_from.pop(cell.node, ()):
            del self._columns[key]
