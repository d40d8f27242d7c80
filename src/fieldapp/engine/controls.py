"""Where the controls of a form stand in a live instance, and the texts that belong to them."""

from fieldapp.engine.cells import Cell
from fieldapp.engine.effects import LiveControl, Violation
from fieldapp.engine.texts import Texts
from fieldapp.engine.tree import InstanceTree
from fieldapp.engine.validation import REQUIRED, TYPE
from fieldapp.forms.definition import Control, Question, Text


def cell_at(tree: InstanceTree, reference: str) -> Cell:
    """Return the cell at a reference; of a repeat without any instance, one that stands in for them.

    Raises:
        KnownError: `engine.unknown_reference`.
    """
    found = tree.find(reference)
    if found is not None or reference.endswith("]"):
        return found or tree.get(reference)
    above = tree.find(reference.rpartition("/")[0])
    spec = above.spec.children.get(reference.rpartition("/")[2]) if above is not None else None
    if above is None or spec is None or not spec.is_repeat:
        return tree.get(reference)
    return tree.stand_in(above, spec)


def live_controls(controls: tuple[Control, ...], top: Cell, above: str) -> tuple[LiveControl, ...]:
    """Return controls as they stand under a node, relevant or not.

    Args:
        controls: Those of the form, or of a group or repeat in it.
        top: The node they stand under.
        above: Its reference.
    """
    return tuple(LiveControl(control, _reference(control.nodeset, top, above)) for control in controls)


def _reference(nodeset: str, top: Cell, above: str) -> str:
    """Return where a control stands: under the node around it, or beside it, where the body puts it otherwise."""
    if not nodeset or nodeset == top.spec.nodeset:
        return above
    cell: Cell | None = top
    while cell is not None and not nodeset.startswith(cell.spec.nodeset + "/"):
        cell = cell.parent
    if cell is None:
        return nodeset
    return (above if cell is top else cell.reference) + nodeset[len(cell.spec.nodeset) :]


def violation_at(cell: Cell, texts: Texts) -> Violation | None:
    """Return the violation that holds for a cell, in the form's own words."""
    if not cell.violation:
        return None
    bind = cell.spec.bind
    message = bind.required_message if cell.violation == REQUIRED else bind.constraint_message
    shown = "" if cell.violation == TYPE else texts.show(message, cell.context)
    return Violation(cell.reference, cell.violation, shown)


def hint_of(control: Control | None) -> Text:
    """Return the hint of a question; blank for anything else."""
    return control.hint if isinstance(control, Question) else Text()
