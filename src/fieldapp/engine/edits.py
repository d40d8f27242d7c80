"""Puts stored values into a live form by record path: undo, redo, and what a merge brings."""

from collections.abc import Iterable, Mapping

from fieldapp.engine.cells import Cell
from fieldapp.engine.drafts import PRESENT, RANK
from fieldapp.engine.effects import Edit
from fieldapp.engine.live import LiveForm


def put(live: LiveForm, edits: Iterable[Edit]) -> None:
    """Set stored values by path, whatever they are; instances come, go and move first."""
    values = {edit.path: edit.new or "" for edit in edits}
    _remove_absent(live, values)
    live.make_present(values)
    for path, value in values.items():
        _put_one(live, path, value=value)


def _remove_absent(live: LiveForm, values: Mapping[str, str]) -> None:
    for path, value in values.items():
        if path.endswith(PRESENT) and not value:
            cell = live.tree.find_path(path.rpartition("/")[0])
            if cell is not None and cell.spec.is_repeat:
                live.remove_instance(cell)


def _put_one(live: LiveForm, path: str, *, value: str) -> None:
    above, _, step = path.rpartition("/")
    cell = live.tree.find_path(above if step in (PRESENT, RANK) else path)
    if cell is None or step == PRESENT:
        return
    if step == RANK:
        _put_rank(live, cell, rank=value)
    elif cell.spec.is_leaf:
        live.rules.give(cell, value)


def _put_rank(live: LiveForm, cell: Cell, *, rank: str) -> None:
    parent = cell.parent
    if parent is None or not cell.spec.is_repeat or cell.rank == rank:
        return
    old = cell.rank
    live.tree.move_by_rank(cell, rank)
    live.moves.instance_moved(cell, parent, old)
    live.shifted(parent, cell.spec, 0)
    below = list(live.tree.cells(cell.node))
    live.touch_outside(below, cell)
