"""What a draft keeps of a session, what finalising takes, and how a stored draft comes back."""

from collections.abc import Iterable, Mapping

from fieldapp.engine.cells import Cell, cell_of
from fieldapp.engine.tree import InstanceTree
from fieldapp.engine.types import held
from fieldapp.xpath import Node

PRESENT, RANK = "@present", "@rank"


def stored_answers(tree: InstanceTree, top: Node | None = None) -> dict[str, str]:
    """Return every stored value by path, of all or under one node: dormant ones included, calculates left out."""
    found: dict[str, str] = {}
    for cell in tree.cells(top):
        if cell.spec.is_repeat:
            _add_instance(found, cell)
        elif cell.stored and cell.spec.is_stored and cell.spec.is_leaf:
            found.setdefault(cell.path, cell.stored)
    return found


def relevant_answers(tree: InstanceTree) -> dict[str, str]:
    """Return the answers in play that a person gave or that the form fixed: not what is computed."""
    found: dict[str, str] = {}
    for cell in tree.cells():
        if not cell.node.relevant or cell.spec.is_attribute:
            continue
        if cell.spec.is_repeat:
            _add_instance(found, cell)
        elif cell.node.text and cell.spec.is_leaf and not cell.spec.bind.is_computed:
            found.setdefault(cell.path, cell.node.text)
    return found


def computed_values(tree: InstanceTree) -> dict[str, str]:
    """Return the calculates and preloads in play."""
    return {
        cell.path: cell.node.text
        for cell in tree.cells()
        if cell.node.relevant
        and cell.node.text
        and cell.spec.is_leaf
        and cell.spec.bind.is_computed
        and not cell.spec.is_attribute
    }


def restore(tree: InstanceTree, answers: Mapping[str, str]) -> None:
    """Make the tree hold exactly the stored values given: no others, no default, no other repeat instance."""
    for cell in list(tree.cells()):
        if cell.spec.is_repeat and cell.node.parent is not None:
            tree.remove(cell)
    clear(tree.cells())
    for path in instances_in(answers):
        make_instance(tree, path, answers.get(f"{path}/{RANK}", ""))
    for path, value in answers.items():
        leaf = None if path.endswith((PRESENT, RANK)) else tree.find_path(path)
        if leaf is not None and leaf.spec.is_leaf:
            put_text(leaf, value)


def instances_in(values: Mapping[str, str | None]) -> list[str]:
    """Return the paths of the repeat instances that some values say are present: outer first, in order of rank."""
    suffix = "/" + PRESENT
    paths = [path.removesuffix(suffix) for path, value in values.items() if path.endswith(suffix) and value]
    return sorted(paths, key=lambda path: (path.count("["), values.get(f"{path}/{RANK}") or "", path))


def make_instance(tree: InstanceTree, path: str, rank: str) -> list[Cell]:
    """Make the repeat instance of a path, empty, and return its cells; none when its parent is not there."""
    above, _, step = path.rpartition("/")
    name, _, uuid = step.rstrip("]").partition("[")
    parent = tree.find_path(above) if above else cell_of(tree.root)
    spec = parent.spec.children.get(name) if parent is not None else None
    if parent is None or spec is None or not spec.is_repeat:
        return []
    cells = tree.insert(parent, spec, uuid=uuid, rank=rank)
    for cell in cells[1:]:
        if cell.spec.is_repeat and cell.node.parent is not None:
            tree.remove(cell)
    kept = list(tree.cells(cells[0].node))
    clear(kept)
    return kept


def put_text(cell: Cell, text: str) -> None:
    """Give a cell a stored text: held as a value of its type, or kept beside as a wrong one."""
    value = held(cell.spec.value_type, text)
    cell.node.text, cell.wrong = ("", text) if value is None else (value, "")


def clear(cells: Iterable[Cell]) -> None:
    """Blank every stored value."""
    for cell in cells:
        if cell.spec.is_stored and cell.spec.is_leaf:
            cell.node.text = cell.wrong = ""


def _add_instance(found: dict[str, str], cell: Cell) -> None:
    path = cell.path
    found[f"{path}/{PRESENT}"] = "1"
    if cell.rank:
        found[f"{path}/{RANK}"] = cell.rank
