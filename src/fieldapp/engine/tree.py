"""The primary instance as it lives: nodes with cells, found by reference or path; repeat instances come and go."""

import re
import sys
from collections.abc import Iterator, Sequence

from fieldapp.base.errors import BugError, KnownError
from fieldapp.base.ids import Ids
from fieldapp.engine.cells import Cell, cell_of
from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.instances import copy_tree
from fieldapp.forms.rules import NodeSpec, RuleKind
from fieldapp.records.rank import rank_between, ranks
from fieldapp.xpath import Context, Environment, Node, XPathError

_STEP = re.compile(r"([^\[\]]+)(?:\[([^\]]+)\])?")


class InstanceTree:
    """The nodes of one session and the ways to find them."""

    def __init__(self, definition: FormDefinition, root: Node, env: Environment, *, ids: Ids) -> None:
        self.root = root
        self._env = env
        self._ids = ids
        self._specs = definition.model.specs
        self._top = definition.root
        self._serial = 0
        self._singles: dict[str, Cell] = {}
        env.singles = self._nodes_alone(self.attach(root, self._specs[definition.root]))

    def _nodes_alone(self, cells: list[Cell]) -> dict[str, Node]:
        """Return the nodes outside repeats by their path; not one that an odd instance holds twice."""
        alone: dict[str, Node] = {}
        several: list[str] = []
        for cell in cells:
            nodeset = cell.spec.nodeset
            if not cell.spec.in_repeat and alone.setdefault(sys.intern(nodeset), cell.node) is not cell.node:
                several.append(nodeset)
        for nodeset in several:
            alone.pop(nodeset, None)
        return alone

    def attach(self, node: Node, spec: NodeSpec) -> list[Cell]:
        """Give a subtree its cells, in document order; repeat instances get identity, rank and position."""
        cells: list[Cell] = []
        todo = [(node, spec)]
        while todo:
            each, its_spec = todo.pop()
            cells.append(self._attach_one(each, its_spec))
            if each.children:
                children = its_spec.children
                below = [(child, children[child.tag]) for child in each.children if child.tag in children]
                todo.extend(reversed(below))
            for kind in its_spec.attributes.values():
                todo.extend((one, kind) for one in nodes_named(each, kind.name))
        for cell in cells:
            for repeat in cell.spec.repeats:
                self._number(cell, repeat)
        return cells

    def _attach_one(self, node: Node, spec: NodeSpec) -> Cell:
        self._serial += 1
        cell = Cell(node, spec, self._serial, Context(node, self._env))
        node.state = cell
        if not spec.in_repeat:
            cell.fixed = spec.nodeset
            self._singles.setdefault(spec.nodeset, cell)
        elif spec.is_repeat:
            cell.uuid = self._ids.uuid7()
        return cell

    def _number(self, parent: Cell, spec: NodeSpec) -> None:
        """Give the instances that a tree brings their places."""
        instances = self.instances(parent, spec)
        for place, (cell, rank) in enumerate(zip(instances, ranks(len(instances)), strict=True), 1):
            cell.position, cell.rank = place, rank
            cell.node.place = place - 1

    def cells(self, top: Node | None = None) -> Iterator[Cell]:
        """Walk the cells of a subtree in document order."""
        todo = [top or self.root]
        while todo:
            node = todo.pop()
            cell = node.state
            if isinstance(cell, Cell):
                yield cell
                if cell.spec.attributes:
                    yield from attributes_of(cell)
            if node.children:
                todo.extend(reversed(node.children))

    def find(self, reference: str) -> Cell | None:
        """Return the cell at a reference; a repeat step without a position means the first instance."""
        found = self._singles.get(reference)
        if found is not None:
            return found
        node = self.root
        if not (reference + "/").startswith(self._top + "/"):
            return None
        for step in reference[len(self._top) + 1 :].split("/"):
            match = _STEP.fullmatch(step)
            candidates = nodes_named(node, match[1]) if match else ()
            place = int(match[2]) - 1 if match and match[2] and match[2].isdecimal() else 0
            if not 0 <= place < len(candidates):
                return None
            node = candidates[place]
        return cell_of(node)

    def get(self, reference: str) -> Cell:
        """Return the cell at a reference.

        Raises:
            KnownError: `engine.unknown_reference`.
        """
        cell = self.find(reference)
        if cell is None:
            raise KnownError("engine.unknown_reference", reference=reference)
        return cell

    def find_path(self, path: str) -> Cell | None:
        """Return the cell at a record path, or none when its repeat instance is not there."""
        cell = self._singles.get(f"{self._top}/{path}")
        if cell is not None:
            return cell
        node = self.root
        for step in path.split("/"):
            match = _STEP.fullmatch(step)
            child = self._by_uuid(node, match[1], match[2] or "") if match else None
            if child is None:
                return None
            node = child
        return cell_of(node)

    def _by_uuid(self, node: Node, name: str, uuid: str) -> Node | None:
        if not uuid:
            return next(iter(nodes_named(node, name)), None)
        for child in node.named(name):
            cell = cell_of(child)
            if cell is not None and cell.uuid == uuid:
                return child
        return None

    def range_of(self, reference: str) -> tuple[Cell, NodeSpec]:
        """Return the parent and the spec of a repeat named by its reference, with or without a last position.

        Raises:
            KnownError: `engine.unknown_reference`, `engine.not_a_repeat`.
        """
        above, _, step = reference.rpartition("/")
        parent = self.find(above)
        spec = parent.spec.children.get(step.partition("[")[0]) if parent else None
        if parent is None or spec is None:
            raise KnownError("engine.unknown_reference", reference=reference)
        if not spec.is_repeat:
            raise KnownError("engine.not_a_repeat", reference=reference)
        return parent, spec

    def stand_in(self, parent: Cell, spec: NodeSpec) -> Cell:
        """Return a cell for a repeat that has no instance, so that its own rules and label can be worked out."""
        node = Node(spec.name)
        node.parent = parent.node
        cell = Cell(node, spec, 0, Context(node, self._env))
        node.relevant = parent.node.relevant and _is_in_play(cell)
        return cell

    def instances(self, parent: Cell, spec: NodeSpec) -> list[Cell]:
        """Return the instances of a repeat under one parent, in order."""
        found = (cell_of(node) for node in parent.node.named(spec.name))
        return [cell for cell in found if cell is not None]

    def insert(
        self, parent: Cell, spec: NodeSpec, *, position: int = 0, uuid: str = "", rank: str = ""
    ) -> list[Cell]:
        """Make a repeat instance from its template and return its cells.

        Args:
            parent: Where it stands.
            spec: The repeat.
            position: From 1; 0 puts it last, or where its rank says.
            uuid: Identity, when a draft or an undo brings it back.
            rank: Likewise.
        """
        assert spec.template is not None
        siblings = parent.node.named(spec.name)
        index = _index(siblings, position=position, uuid=uuid, rank=rank)
        before = siblings[index - 1].state if index > 0 else None
        after = siblings[index].state if index < len(siblings) else None
        node = copy_tree(spec.initial[index] if index < len(spec.initial) else spec.template)
        self._place(parent, spec, node, siblings=siblings, index=index)
        cells = self.attach(node, spec)
        new = cells[0]
        new.uuid = uuid or new.uuid
        new.rank = rank or rank_between(_rank(before), _rank(after))
        new.position = index + 1
        node.place = index
        if after is not None:
            self.renumber(parent, spec, start=index)
        return cells

    def _place(
        self, parent: Cell, spec: NodeSpec, node: Node, *, siblings: Sequence[Node], index: int
    ) -> None:
        children = parent.node.children
        if index < len(siblings):
            place = _index_of(children, siblings[index])
        elif siblings:
            place = _index_of(children, siblings[-1]) + 1
        else:
            place = self._place_of_first(parent, spec)
        if place == len(children):
            parent.node.append(node)
        else:
            parent.node.insert(place, node)

    def _place_of_first(self, parent: Cell, spec: NodeSpec) -> int:
        for place, child in enumerate(parent.node.children):
            cell = cell_of(child)
            if cell is not None and cell.spec.order > spec.order:
                return place
        return len(parent.node.children)

    def remove(self, cell: Cell) -> None:
        """Take a repeat instance out."""
        parent = cell.parent
        assert parent is not None
        parent.node.remove(cell.node)
        self.renumber(parent, cell.spec, start=cell.position - 1)

    def renumber(self, parent: Cell, spec: NodeSpec, *, start: int = 0) -> None:
        """Bring the positions of a repeat's instances up to date."""
        for place, node in enumerate(parent.node.named(spec.name)[start:], start):
            node.place = place
            cell = cell_of(node)
            if cell is not None:
                cell.position = place + 1

    def move_by_rank(self, cell: Cell, rank: str) -> None:
        """Give an instance another rank and the place that goes with it."""
        parent = cell.parent
        assert parent is not None
        cell.rank = rank
        parent.node.remove(cell.node)
        siblings = parent.node.named(cell.spec.name)
        index = _index(siblings, uuid=cell.uuid, rank=rank)
        self._place(parent, cell.spec, cell.node, siblings=siblings, index=index)
        self.renumber(parent, cell.spec)


def nodes_named(node: Node, name: str) -> Sequence[Node]:
    """Return the children of a name, or its attribute: `@id`."""
    if name[0] != "@":
        return node.named(name)
    found = node.attributes.get(name[1:])
    return () if found is None else (found,)


def attributes_of(cell: Cell) -> Iterator[Cell]:
    """Yield the cells of a node's attributes: those that the form gives values."""
    for spec in cell.spec.attributes.values():
        for node in nodes_named(cell.node, spec.name):
            found = cell_of(node)
            if found is not None:
                yield found


def _is_in_play(cell: Cell) -> bool:
    """Whether its own rule lets a cell be in play; as for any other, a rule that cannot be worked out does."""
    rule = cell.spec.rules.get(RuleKind.RELEVANT)
    try:
        return rule is None or rule.expression is None or rule.expression.boolean(cell.context)
    except XPathError:
        return True


def _index_of(children: Sequence[Node], node: Node) -> int:
    """Find a node among its siblings, from the end: there new instances are added."""
    for place in range(len(children) - 1, -1, -1):
        if children[place] is node:
            return place
    raise BugError("engine.lost_node", name=node.name)


def _index(siblings: Sequence[Node], *, position: int = 0, uuid: str, rank: str) -> int:
    """Return how many instances stand before a place: one given by a position, or else by a rank, or else the last."""
    if not siblings or not (position or rank):
        return len(siblings)
    if not rank:
        return min(position - 1, len(siblings))
    last = siblings[-1].state
    if isinstance(last, Cell) and (last.rank, last.uuid) < (rank, uuid):
        return len(siblings)
    cells = (node.state for node in siblings)
    return sum(isinstance(cell, Cell) and (cell.rank, cell.uuid) < (rank, uuid) for cell in cells)


def _rank(neighbour: object) -> str:
    return neighbour.rank if isinstance(neighbour, Cell) else ""
