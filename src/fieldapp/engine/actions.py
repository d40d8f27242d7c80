"""The actions of a form (`setvalue`): on opening, in a new repeat instance, and after a changed answer."""

from collections.abc import Callable, Iterable, MutableMapping

from fieldapp.engine.cells import Cell, cell_of
from fieldapp.engine.tree import InstanceTree, nodes_named
from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.rules import SetValue
from fieldapp.forms.xform.setvalues import VALUE_CHANGED
from fieldapp.xpath import Context, Environment, Expression, Node, XPathError

_KIND = "setvalue"
"""What a fault of an action stands under."""


class Actions:
    """Runs the actions of one session; values are given through the function it was made with."""

    def __init__(
        self,
        definition: FormDefinition,
        tree: InstanceTree,
        env: Environment,
        *,
        give: Callable[[Cell, str], None],
        faults: MutableMapping[tuple[str, str], XPathError],
    ) -> None:
        self._all = definition.model.set_values
        self._tree = tree
        self._env = env
        self._give = give
        self._faults = faults
        """Takes why an action could not be worked out; the answer that fired it stays."""
        self._fired_by = _by_trigger(definition)
        self._triggered: list[tuple[SetValue, Cell]] = []

    def fire(self, event: str) -> None:
        """Run the form's actions for an event of the whole form, in their order."""
        for action in self._all:
            if event in action.events:
                for cell in self._targets(action):
                    self._set(action, cell)

    def _targets(self, action: SetValue) -> list[Cell]:
        if action.exact is not None:
            return self._exact(action.exact, self._tree.root)
        single = self._tree.find(action.target)
        if single is None or not single.spec.in_repeat:
            return [single] if single is not None else []
        return [cell for cell in self._tree.cells() if cell.spec is single.spec]

    def _exact(self, path: Expression, seen_from: Node) -> list[Cell]:
        try:
            found = path.nodes(Context(seen_from, self._env))
        except XPathError as error:
            self._faults[path.text, _KIND] = error
            return []
        return [cell for cell in map(cell_of, found) if cell is not None]

    def fire_in(self, cells: Iterable[Cell], event: str) -> None:
        """Run the actions for an event that happened to these cells alone: a new repeat instance."""
        by_nodeset = {cell.spec.nodeset: cell for cell in cells}
        for action in self._all:
            cell = by_nodeset.get(action.target) if event in action.events else None
            if cell is not None:
                self._set(action, cell)

    def note_change(self, cell: Cell) -> None:
        """Remember the actions that a changed answer fires; they run once everything is worked out."""
        if cell.spec.nodeset in self._fired_by:
            self._triggered += [(action, cell) for action in self._fired_by[cell.spec.nodeset]]

    def forget(self, cells: Iterable[Cell]) -> None:
        """Drop what was fired by cells that go: it would set questions which are no longer there."""
        gone = frozenset(cells)
        self._triggered = [(action, cell) for action, cell in self._triggered if cell not in gone]

    def run_triggered(self) -> bool:
        """Run what changed answers fired; tell whether there was anything."""
        triggered, self._triggered = self._triggered, []
        for action, cell in triggered:
            if action.exact is not None:
                targets = self._exact(action.exact, cell.node)
            else:
                target = self._beside(cell, action.target)
                targets = [target] if target is not None else []
            for each in targets:
                self._set(action, each)
        return bool(triggered)

    def _beside(self, cell: Cell, nodeset: str) -> Cell | None:
        """Return the node of a nodeset in the same repeat instances as a cell."""
        above: Cell | None = cell
        while above is not None and not nodeset.startswith(above.spec.nodeset + "/"):
            above = above.parent
        if above is None:
            return None
        node: Node | None = above.node
        for step in nodeset[len(above.spec.nodeset) + 1 :].split("/"):
            node = next(iter(nodes_named(node, step)), None) if node is not None else None
        return cell_of(node) if node is not None else None

    def _set(self, action: SetValue, cell: Cell) -> None:
        fault = action.target, _KIND
        try:
            text = action.literal if action.value is None else action.value.string(cell.context)
        except XPathError as error:
            self._faults[fault] = error
            return
        self._faults.pop(fault, None)
        self._give(cell, "" if text == "NaN" else text)


def triggers_of(definition: FormDefinition) -> frozenset[str]:
    """Return the nodesets whose changes fire actions."""
    return frozenset(_by_trigger(definition))


def _by_trigger(definition: FormDefinition) -> dict[str, list[SetValue]]:
    found: dict[str, list[SetValue]] = {}
    for action in definition.model.set_values:
        if action.trigger and VALUE_CHANGED in action.events:
            found.setdefault(action.trigger, []).append(action)
    return found
