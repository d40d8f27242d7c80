"""Where the controls of a form stand in a live instance, and the texts that belong to them."""

from fieldapp.engine.cells import Cell
from fieldapp.engine.effects import LiveControl
from fieldapp.engine.tree import InstanceTree
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
    depth = len(top.spec.nodeset)
    return tuple(
        LiveControl(control, above + control.nodeset[depth:] if control.nodeset else above)
        for control in controls
    )


def hint_of(control: Control | None) -> Text:
    """Return the hint of a question; blank for anything else."""
    return control.hint if isinstance(control, Question) else Text()
