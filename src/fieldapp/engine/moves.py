"""Gathers what one action moved, and tells it as `Effects` at the end."""

from collections.abc import Collection, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from fieldapp.engine.cells import Cell
from fieldapp.engine.effects import Edit, Effects

Cells = dict[Cell, None]
"""An ordered set."""
_NONE: frozenset[str] = frozenset()


@dataclass(slots=True)
class Moves:
    """What moved so far."""

    values: dict[Cell, str] = field(default_factory=dict)
    """With what was stored before the action, since what moves may come back; so are the next ones."""
    relevance: dict[Cell, bool] = field(default_factory=dict)
    required: dict[Cell, bool] = field(default_factory=dict)
    readonly: dict[Cell, bool] = field(default_factory=dict)
    violations: dict[Cell, str] = field(default_factory=dict)
    choices: Cells = field(default_factory=dict)
    labels: Cells = field(default_factory=dict)
    structure: Cells = field(default_factory=dict)
    recheck: Cells = field(default_factory=dict)
    """Cells whose violation may be another."""
    _again: list[Cell] = field(default_factory=list)
    """Cells whose value moved more than once."""
    _edits: list[Edit | Cell] = field(default_factory=list)

    def value(self, cell: Cell, old: str) -> None:
        """Note that a value is another; of a stored one, what it was before the action."""
        self.recheck[cell] = None
        if cell in self.values:
            self._again.append(cell)
        else:
            self.values[cell] = old
            if cell.spec.is_stored:
                self._edits.append(cell)

    def computed(self, cell: Cell) -> None:
        """Note that a value which no draft keeps and nobody is asked for is about to be another."""
        if cell in self.values:
            self._again.append(cell)
        else:
            self.values[cell] = cell.wrong or cell.node.text

    def instance_added(self, cell: Cell, parent: Cell, values: list[Cell]) -> None:
        """Note a new repeat instance, with the values it brings from its template."""
        self.structure[parent] = None
        path = cell.path
        self._edits += [Edit(f"{path}/@present", None, "1"), Edit(f"{path}/@rank", None, cell.rank)]
        for each in values:
            self.value(each, "")

    def instance_removed(self, parent: Cell, below: list[Cell]) -> None:
        """Note that a repeat instance goes, with what it holds; called while it still stands."""
        self.structure[parent] = None
        gone: list[Edit | Cell] = []
        for each in reversed(below):
            if each.spec.is_repeat:
                path = each.path
                gone += [Edit(f"{path}/@rank", each.rank, None), Edit(f"{path}/@present", "1", None)]
            elif each.spec.is_leaf and each.spec.is_stored:
                before = self.values.get(each, each.stored)
                if before:
                    gone.append(Edit(each.path, before, None))
        removed = set(below)
        self._edits = [edit for edit in self._edits if edit not in removed] + gone
        for moved in (self.values, self.relevance, self.required, self.readonly, self.violations):
            _drop(moved, removed)
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
            values=_references(self._moved_values()),
            relevance=_references(
                [cell for cell, old in self.relevance.items() if cell.node.relevant != old]
            ),
            required=_references([cell for cell, old in self.required.items() if cell.is_required != old]),
            readonly=_references([cell for cell, old in self.readonly.items() if cell.own_readonly != old]),
            violations=_references([cell for cell, old in self.violations.items() if cell.violation != old]),
            choices=_references(self.choices),
            labels=_references(self.labels),
            structure=_references(self.structure),
        )

    def _moved_values(self) -> Cells | dict[Cell, str]:
        """Return the cells whose value is another; only one that moved twice may have come back."""
        values = self.values
        back = {cell for cell in self._again if cell in values and cell.stored == values[cell]}
        return {cell: None for cell in values if cell not in back} if back else values

    def _all_edits(self) -> tuple[Edit, ...]:
        found: list[Edit] = []
        for edit in self._edits:
            if isinstance(edit, Edit):
                found.append(edit)
                continue
            old, new = self.values[edit], edit.stored
            if old != new:
                found.append(Edit(edit.path, old or None, new or None))
        return tuple(found)


def _drop(cells: MutableMapping[Cell, Any], removed: set[Cell]) -> None:
    for cell in removed & cells.keys():
        del cells[cell]


def _references(cells: Collection[Cell]) -> frozenset[str]:
    if not cells:
        return _NONE
    return frozenset([cell.fixed or cell.reference for cell in cells])
