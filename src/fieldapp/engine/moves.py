"""Gathers what one action moved, and tells it as `Effects` at the end."""

from dataclasses import dataclass, field

from fieldapp.engine.cells import Cell
from fieldapp.engine.effects import Edit, Effects

Cells = dict[Cell, None]
"""An ordered set."""
_NONE: frozenset[str] = frozenset()


@dataclass(slots=True)
class Moves:
    """What moved so far."""

    values: Cells = field(default_factory=dict)
    relevance: Cells = field(default_factory=dict)
    required: Cells = field(default_factory=dict)
    readonly: Cells = field(default_factory=dict)
    violations: Cells = field(default_factory=dict)
    choices: Cells = field(default_factory=dict)
    labels: Cells = field(default_factory=dict)
    structure: Cells = field(default_factory=dict)
    recheck: Cells = field(default_factory=dict)
    """Cells whose violation may be another."""
    _before: dict[Cell, str] = field(default_factory=dict)
    _edits: list[Edit | Cell] = field(default_factory=list)

    def value(self, cell: Cell, old: str) -> None:
        """Note that a value is another; of a stored one, what it was before the action."""
        self.values[cell] = self.recheck[cell] = None
        if cell not in self._before and cell.spec.is_stored:
            self._before[cell] = old
            self._edits.append(cell)

    def instance_added(self, cell: Cell, parent: Cell, values: list[Cell]) -> None:
        """Note a new repeat instance, with the values it brings from its template."""
        self.structure[parent] = None
        path = cell.path
        self._edits += [Edit(f"{path}/@present", None, "1"), Edit(f"{path}/@rank", None, cell.rank)]
        for each in values:
            self._before[each] = ""
            self._edits.append(each)

    def instance_removed(self, parent: Cell, below: list[Cell]) -> None:
        """Note that a repeat instance goes, with what it holds; called while it still stands."""
        self.structure[parent] = None
        gone: list[Edit | Cell] = []
        for each in reversed(below):
            if each.spec.is_repeat:
                path = each.path
                gone += [Edit(f"{path}/@rank", each.rank, None), Edit(f"{path}/@present", "1", None)]
            elif each.spec.is_leaf and each.spec.is_stored:
                before = self._before.pop(each, each.stored)
                if before:
                    gone.append(Edit(each.path, before, None))
        removed = set(below)
        self._edits = [edit for edit in self._edits if edit not in removed] + gone
        for cells in (self.values, self.relevance, self.required, self.readonly, self.violations):
            _drop(cells, removed)
        for cells in (self.choices, self.labels, self.structure, self.recheck):
            _drop(cells, removed)

    def instance_moved(self, cell: Cell, parent: Cell, old_rank: str) -> None:
        """Note that a repeat instance stands elsewhere among its siblings."""
        self.structure[parent] = None
        self._edits.append(Edit(f"{cell.path}/@rank", old_rank or None, cell.rank or None))

    def effects(self) -> Effects:
        """Tell it all, by reference and path."""
        return Effects(
            edits=self._all_edits(),
            values=_references(self.values),
            relevance=_references(self.relevance),
            required=_references(self.required),
            readonly=_references(self.readonly),
            violations=_references(self.violations),
            choices=_references(self.choices),
            labels=_references(self.labels),
            structure=_references(self.structure),
        )

    def _all_edits(self) -> tuple[Edit, ...]:
        found: list[Edit] = []
        for edit in self._edits:
            if isinstance(edit, Edit):
                found.append(edit)
                continue
            old, new = self._before[edit], edit.stored
            if old != new:
                found.append(Edit(edit.path, old or None, new or None))
        return tuple(found)


def _drop(cells: Cells, removed: set[Cell]) -> None:
    for cell in removed & cells.keys():
        del cells[cell]


def _references(cells: Cells) -> frozenset[str]:
    if not cells:
        return _NONE
    return frozenset([cell.reference if cell.spec.in_repeat else cell.spec.nodeset for cell in cells])
