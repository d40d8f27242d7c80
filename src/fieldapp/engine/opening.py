"""Opens a form: a new one with its preloads and defaults, or one that was begun, exactly as it was left."""

from collections.abc import Mapping

from fieldapp.engine.drafts import put_text, restore, stored_answers
from fieldapp.engine.effects import Edit, Effects
from fieldapp.engine.instance_xml import read_instance
from fieldapp.engine.live import LiveForm
from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.instances import copy_tree
from fieldapp.forms.setvalues import FIRST_LOAD, LOAD
from fieldapp.xpath import Node, document_of


def root_of(definition: FormDefinition, instance: bytes | None) -> Node:
    """Return the tree that a session will fill: the form's own, or that of a saved instance."""
    empty = definition.model.instance
    assert empty is not None, "only a definition that was read has a model to fill"
    if instance is None:
        root = copy_tree(empty)
    else:
        root = read_instance(instance, definition.model.specs[definition.root], empty)
    document_of(root)
    return root


def begin(live: LiveForm) -> Effects:
    """Open a new form; the edits are all that a draft of it begins with."""
    hold(live)
    live.rules.push_all(list(live.tree.cells()))
    live.finish()
    live.preload()
    live.rules.run()
    live.actions.fire(FIRST_LOAD)
    live.actions.fire(LOAD)
    effects = live.finish()
    edits = tuple(Edit(path, None, value) for path, value in stored_answers(live.tree).items())
    return Effects(edits, values=effects.values, structure=effects.structure)


def resume(live: LiveForm, answers: Mapping[str, str] | None) -> Effects:
    """Open a form that was begun: stored answers are put as they are, then everything is worked out."""
    if answers is not None:
        restore(live.tree, answers)
    else:
        hold(live)
    live.rules.push_all(list(live.tree.cells()))
    live.quietly(_nothing)
    live.actions.fire(LOAD)
    return live.finish()


def hold(live: LiveForm) -> None:
    """Read the texts of a form or instance as values of their types."""
    for cell in live.tree.cells():
        if cell.node.text and cell.spec.is_leaf:
            put_text(cell, cell.node.text)


def _nothing() -> None:
    """Leave the answers as they are."""
