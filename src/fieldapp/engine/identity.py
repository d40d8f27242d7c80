"""The identity of an instance: its instanceID, and the deprecatedID that an edit of a submitted one carries."""

from fieldapp.engine.cells import Cell
from fieldapp.engine.live import LiveForm
from fieldapp.engine.tree import InstanceTree
from fieldapp.xpath import Node

INSTANCE_ID, DEPRECATED_ID = "instanceID", "deprecatedID"


def meta_cell(tree: InstanceTree, root: str, name: str) -> Cell | None:
    """Return a cell of the form's metadata, whichever of the two ways ODK knows it writes them."""
    return tree.find(f"{root}/meta/{name}") or tree.find(f"{root}/orx:meta/orx:{name}")


def replace_identity(live: LiveForm) -> None:
    """Give an instance that is edited a new instanceID; the one it had becomes its deprecatedID."""
    root = live.definition.root
    own = meta_cell(live.tree, root, INSTANCE_ID)
    if own is None or not own.node.text:
        return
    old = own.node.text
    replaced = meta_cell(live.tree, root, DEPRECATED_ID) or _new_deprecated_id(live, own)
    live.rules.set_text(replaced, old)
    if own.spec.bind.calculate is None:
        live.rules.set_text(own, f"uuid:{live.ids.uuid4()}")


def _new_deprecated_id(live: LiveForm, own: Cell) -> Cell:
    above = own.parent
    assert above is not None
    prefix = own.node.prefix
    spec = above.spec.children[f"{prefix}:{DEPRECATED_ID}" if prefix else DEPRECATED_ID]
    node = Node(DEPRECATED_ID, namespace=own.node.namespace, prefix=prefix)
    above.node.append(node)
    return live.tree.attach(node, spec)[0]
