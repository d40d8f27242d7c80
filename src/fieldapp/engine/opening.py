"""Opens a form: a new one with its preloads and defaults, or one that was begun, exactly as it was left."""

from collections.abc import Mapping

from fieldapp.base.errors import KnownError
from fieldapp.engine.drafts import put_text, restore, stored_answers
from fieldapp.engine.effects import Edit, Effects
from fieldapp.engine.identity import replace_identity
from fieldapp.engine.instance_xml import complete
from fieldapp.engine.live import LiveForm
from fieldapp.engine.saved_xml import SavedXml
from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.instances import copy_tree
from fieldapp.forms.official_lists import file_of
from fieldapp.forms.record_lists import Served, served_tree
from fieldapp.forms.xform.setvalues import FIRST_LOAD, LOAD
from fieldapp.xpath import Node, document_of


def new_tree(definition: FormDefinition) -> Node:
    """Return the tree that a new form fills."""
    empty = definition.model.instance
    assert empty is not None, "only a definition that was read has a model to fill"
    root = copy_tree(empty)
    document_of(root)
    return root


def read_saved(definition: FormDefinition, instance: bytes) -> SavedXml:
    """Read a saved instance and give it what the form has and the file lacks.

    Raises:
        FormProblems: It is not XML.
        KnownError: `engine.other_instance`: it belongs to another form.
    """
    empty = definition.model.instance
    assert empty is not None, "only a definition that was read has a model to fill"
    saved = SavedXml(instance)
    if saved.root.name != empty.name:
        raise KnownError("engine.other_instance", root=saved.root.name, expected=empty.name)
    saved.root.prefix, saved.root.tag = empty.prefix, empty.tag
    complete(saved.root, definition.model.specs[definition.root], empty)
    return saved


def secondary_of(definition: FormDefinition, last_saved: bytes | None, records: Served) -> Mapping[str, Node]:
    """Return the secondary instances by id, with the record saved last and what the workspace serves if the form asks.

    Raises:
        FormProblems: The record saved last is not XML.
    """
    model = definition.model
    official = {name: file_of(listed) for name, listed in model.official_lists.items()}
    lists = {**model.record_lists, **official}
    served = {name: served_tree(records.get(listed, ())) for name, listed in lists.items()}
    if last_saved is not None and model.last_saved:
        served |= dict.fromkeys(model.last_saved, SavedXml(last_saved).root)
    return {**model.secondary, **served} if served else model.secondary


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


def resume(
    live: LiveForm, answers: Mapping[str, str] | None, saved: SavedXml | None, *, is_edit: bool
) -> Effects:
    """Open a form that was begun: stored answers are put as they are, then everything is worked out."""
    if saved is not None:
        hold(live)
        saved.remember()
    if answers is not None:
        restore(live.tree, answers)
    live.rules.push_all(list(live.tree.cells()))
    live.quietly(_nothing)
    if is_edit:
        live.quietly(lambda: replace_identity(live))
    live.actions.fire(LOAD)
    return live.finish()


def hold(live: LiveForm) -> None:
    """Read the texts of a form or instance as values of their types."""
    for cell in live.tree.cells():
        if cell.node.text and cell.spec.is_leaf:
            put_text(cell, cell.node.text)


def _nothing() -> None:
    """Leave the answers as they are."""
