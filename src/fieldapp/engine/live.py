"""The working parts of one session: tree, texts and pending rules, and the actions that change several of them."""

from collections.abc import Callable, Iterable, Mapping

from fieldapp.base.clock import Clock
from fieldapp.base.errors import KnownError
from fieldapp.base.ids import Ids
from fieldapp.engine.cells import Cell, cell_of
from fieldapp.engine.drafts import PRESENT, RANK, instances_in, make_instance
from fieldapp.engine.effects import Edit, Effects
from fieldapp.engine.lookups import Lookups
from fieldapp.engine.moves import Moves
from fieldapp.engine.preloads import END, preload_value, timestamp
from fieldapp.engine.recalculation import Recalculation
from fieldapp.engine.texts import Texts
from fieldapp.engine.tree import InstanceTree
from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.rules import NodeSpec, Rule, RuleKind, SetValue
from fieldapp.forms.setvalues import NEW_REPEAT, VALUE_CHANGED
from fieldapp.xpath import Context, Environment, Expression, Node

MAX_INSTANCES = 10_000
"""Of one repeat under one parent; a form that asks for more by `repeat_count` gets this many."""


class LiveForm:
    """What `FormSession` drives. Every public action ends with `finish`, which works everything out."""

    def __init__(
        self, definition: FormDefinition, root: Node, *, clock: Clock, ids: Ids, metadata: Mapping[str, str]
    ) -> None:
        self.definition = definition
        self.clock = clock
        self.ids = ids
        self.metadata = metadata
        self.env = Environment(
            root=root,
            instances=definition.model.secondary,
            clock=clock,
            language=definition.default_language,
            ids=ids,
            properties=metadata,
        )
        self.env.lookup = Lookups(definition.model.secondary).find
        self.tree = InstanceTree(definition, root, self.env, ids=ids)
        self.texts = Texts(definition, self.env)
        self.rules = Recalculation(
            self._adjust_count, self._prune_choices, self._note_change, self._run_triggered
        )
        self._triggered: list[tuple[SetValue, Cell]] = []
        self._prunes = True
        self._fired_by = _by_trigger(definition)

    @property
    def moves(self) -> Moves:
        """What the present action moved so far."""
        return self.rules.moves

    def finish(self) -> Effects:
        """Work out all that is pending, and tell what the action moved."""
        self.rules.run()
        effects = self.moves.effects()
        self.rules.moves = Moves()
        return effects

    def quietly(self, action: Callable[[], None]) -> Effects:
        """Run an action that sets values as they are: no choice is pruned, no `setvalue` fires."""
        self._prunes = False
        try:
            action()
            return self.finish()
        finally:
            self._prunes = True

    # -- repeats

    def add_instance(self, parent: Cell, spec: NodeSpec, *, position: int = 0) -> Cell:
        """Add a repeat instance as a person or a count does: template, then its dynamic defaults."""
        if len(parent.node.named(spec.name)) >= MAX_INSTANCES:
            raise KnownError("engine.too_many_instances", reference=spec.nodeset, limit=MAX_INSTANCES)
        cells = self.tree.insert(parent, spec, position=position)
        self._announce(cells, parent)
        self._shifted(parent, spec, cells[0].position)
        self._fire(cells, NEW_REPEAT)
        return cells[0]

    def remove_instance(self, cell: Cell) -> None:
        """Remove a repeat instance and what it holds."""
        parent = cell.parent
        assert parent is not None
        below = list(self.tree.cells(cell.node))
        self.moves.instance_removed(parent, below)
        self._touch_outside(below, cell)
        self.rules.forget(below)
        position = cell.position
        self.tree.remove(cell)
        self._shifted(parent, cell.spec, position - 1)

    def _announce(self, cells: list[Cell], parent: Cell) -> None:
        """Let a new instance be worked out, and all that reads it from outside."""
        for cell in cells:
            above = cell.node.parent
            cell.node.relevant = above is None or above.relevant
            if cell.spec.is_repeat:
                holder = cell.parent
                assert holder is not None
                self.moves.instance_added(cell, holder, [])
        for cell in cells:
            if cell.spec.is_leaf and cell.node.text:
                self.moves.value(cell, "")
        self.rules.push_all(cells)
        self._touch_outside(cells, cells[0])
        self.moves.structure[parent.serial] = parent

    def _touch_outside(self, cells: Iterable[Cell], top: Cell) -> None:
        """Let the rules that stand outside an instance and read something in it be worked out again."""
        depth = top.spec.nodeset.count("/")
        for cell in cells:
            inside = cell.spec.nodeset.count("/") - depth
            for reader in cell.spec.readers:
                if reader.climb > inside:
                    self.rules.push_reader(cell, reader)

    def _shifted(self, parent: Cell, spec: NodeSpec, start: int) -> None:
        """Let what depends on a position be worked out again in the instances that moved."""
        if not spec.has_positions:
            return
        for instance in self.tree.instances(parent, spec)[start:]:
            for cell in self.tree.cells(instance.node):
                for rule in cell.spec.rules.values():
                    if rule.uses_position and rule.kind is not RuleKind.COUNT:
                        self.rules.push(rule, cell)

    def _adjust_count(self, parent: Cell, rule: Rule, wanted: int) -> None:
        instances = self.tree.instances(parent, rule.target)
        wanted = min(wanted, MAX_INSTANCES)
        for instance in reversed(instances[wanted:]):
            self.remove_instance(instance)
        for _ in range(wanted - len(instances)):
            self.add_instance(parent, rule.target)

    # -- choices and actions

    def _prune_choices(self, cell: Cell) -> None:
        """Take away chosen values that the filter no longer offers, as ODK Web Forms does."""
        if not self._prunes:
            return
        offered = set(self.texts.values(cell))
        text = cell.node.text
        is_multiple = cell.spec.control is not None and getattr(cell.spec.control, "kind", "") != "select1"
        chosen = text.split() if is_multiple else [text]
        kept = [value for value in chosen if value in offered]
        if len(kept) != len(chosen):
            self.rules.set_text(cell, " ".join(kept))

    def fire(self, event: str) -> None:
        """Run the form's actions for an event of the whole form, in their order."""
        for action in self.definition.model.set_values:
            if event in action.events:
                for cell in self._targets(action):
                    self._set(action, cell)

    def _targets(self, action: SetValue) -> list[Cell]:
        if action.exact is not None:
            return self._exact(action.exact, self.tree.root)
        single = self.tree.find(action.target)
        if single is None or not single.spec.in_repeat:
            return [single] if single is not None else []
        return [cell for cell in self.tree.cells() if cell.spec is single.spec]

    def _exact(self, path: Expression, seen_from: Node) -> list[Cell]:
        found = path.nodes(Context(seen_from, self.env))
        return [cell for cell in map(cell_of, found) if cell is not None]

    def _fire(self, cells: Iterable[Cell], event: str) -> None:
        by_nodeset = {cell.spec.nodeset: cell for cell in cells}
        for action in self.definition.model.set_values:
            cell = by_nodeset.get(action.target) if event in action.events else None
            if cell is not None:
                self._set(action, cell)

    def _note_change(self, cell: Cell) -> None:
        """Remember the actions that a changed answer fires; they run once everything is worked out."""
        if self._prunes:
            self._triggered += [(action, cell) for action in self._fired_by.get(cell.spec.nodeset, ())]

    def _run_triggered(self) -> bool:
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
            node = node.child(step) if node is not None else None
        return cell_of(node) if node is not None else None

    def _set(self, action: SetValue, cell: Cell) -> None:
        text = action.literal if action.value is None else action.value.string(cell.context)
        self.rules.give(cell, "" if text == "NaN" else text)

    # -- preloads

    def preload(self) -> None:
        """Give the preloads of a new form their values."""
        now = self.clock.now()
        for cell in list(self.tree.cells()):
            preload = cell.spec.bind.preload
            value = preload_value(preload, now, self.ids, metadata=self.metadata) if preload else None
            if value is not None and not cell.node.text:
                self.rules.set_text(cell, value)

    def stamp_end(self) -> None:
        """Give the `end` of the form its moment."""
        for cell in list(self.tree.cells()):
            if cell.spec.bind.preload == END:
                self.rules.set_text(cell, timestamp(self.clock.now()))

    # -- edits by path

    def put(self, edits: Iterable[Edit]) -> None:
        """Set stored values by path, whatever they are; instances come, go and move first."""
        values = {edit.path: edit.new or "" for edit in edits}
        self._remove_absent(values)
        for path in instances_in(values):
            if self.tree.find_path(path) is None:
                cells = make_instance(self.tree, path, values.get(f"{path}/{RANK}", ""))
                if cells:
                    parent = cells[0].parent
                    assert parent is not None
                    self._announce(cells, parent)
                    self._shifted(parent, cells[0].spec, cells[0].position)
        for path, value in values.items():
            self._put_one(path, value)

    def _remove_absent(self, values: Mapping[str, str]) -> None:
        for path, value in values.items():
            if path.endswith(PRESENT) and not value:
                cell = self.tree.find_path(path.rpartition("/")[0])
                if cell is not None and cell.spec.is_repeat:
                    self.remove_instance(cell)

    def _put_one(self, path: str, value: str) -> None:
        above, _, step = path.rpartition("/")
        cell = self.tree.find_path(above if step in (PRESENT, RANK) else path)
        if cell is None or step == PRESENT:
            return
        if step == RANK:
            self._put_rank(cell, value)
        elif cell.spec.is_leaf:
            self.rules.give(cell, value)

    def _put_rank(self, cell: Cell, rank: str) -> None:
        parent = cell.parent
        if parent is None or not cell.spec.is_repeat or cell.rank == rank:
            return
        old = cell.rank
        self.tree.move_by_rank(cell, rank)
        self.moves.instance_moved(cell, parent, old)
        self._shifted(parent, cell.spec, 0)
        below = list(self.tree.cells(cell.node))
        self._touch_outside(below, cell)


def _by_trigger(definition: FormDefinition) -> dict[str, list[SetValue]]:
    found: dict[str, list[SetValue]] = {}
    for action in definition.model.set_values:
        if action.trigger and VALUE_CHANGED in action.events:
            found.setdefault(action.trigger, []).append(action)
    return found
