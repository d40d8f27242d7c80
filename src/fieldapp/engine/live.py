"""The working parts of one session: tree, texts and pending rules, and the actions that change several of them."""

from collections.abc import Callable, Iterable, Mapping

from fieldapp.base.clock import Clock
from fieldapp.base.errors import KnownError
from fieldapp.base.ids import Ids
from fieldapp.engine.actions import Actions, triggers_of
from fieldapp.engine.cells import Cell, cell_of
from fieldapp.engine.chosen import in_list_order, is_of_kind, still_offered
from fieldapp.engine.drafts import PRESENT, RANK, instances_in, make_instance, stored_answers
from fieldapp.engine.effects import Effects
from fieldapp.engine.lookups import Lookups
from fieldapp.engine.moves import Moves
from fieldapp.engine.preloads import END, preload_value, timestamp
from fieldapp.engine.recalculation import Recalculation
from fieldapp.engine.texts import Texts
from fieldapp.engine.totals import Totals
from fieldapp.engine.tree import InstanceTree
from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.rules import MAX_INSTANCES, NodeSpec, Rule, RuleKind
from fieldapp.forms.xform.setvalues import NEW_REPEAT
from fieldapp.xpath import Context, Environment, Node, XPathError


class LiveForm:
    """What `FormSession` drives. Every public action ends with `finish`, which works everything out."""

    def __init__(
        self,
        definition: FormDefinition,
        root: Node,
        *,
        secondary: Mapping[str, Node],
        clock: Clock,
        ids: Ids,
        metadata: Mapping[str, str],
    ) -> None:
        self.definition = definition
        self.clock = clock
        self.ids = ids
        self.metadata = metadata
        self.env = Environment(
            root=root,
            instances=secondary,
            clock=clock,
            language=definition.default_language,
            ids=ids,
            properties=metadata,
        )
        self.env.lookup = Lookups(secondary).find
        self.tree = InstanceTree(definition, root, self.env, ids=ids)
        self.texts = Texts(definition, self.env)
        self.rules = Recalculation(
            self._adjust_count,
            self._range_context,
            self._prune_choices,
            self._note_change,
            triggers_of(definition),
            Totals(definition.model.specs, self.env),
            self._run_triggered,
        )
        self.actions = Actions(
            definition, self.tree, self.env, give=self.rules.give, faults=self.rules.faults
        )
        self._is_quiet = False
        self._taken_back: dict[tuple[Cell, NodeSpec], list[dict[str, str]]] = {}
        """What counts took away, as a draft would keep it, the last one last: a number is typed digit by digit."""

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
        self._is_quiet = True
        try:
            action()
            return self.finish()
        finally:
            self._is_quiet = False

    def add_instance(self, parent: Cell, spec: NodeSpec, *, position: int = 0) -> Cell:
        """Add a repeat instance as a person or a count does: template, then its dynamic defaults."""
        if len(parent.node.named(spec.name)) >= MAX_INSTANCES:
            raise KnownError("engine.too_many_instances", reference=spec.nodeset, limit=MAX_INSTANCES)
        cells = self.tree.insert(parent, spec, position=position)
        self.announce(cells, parent)
        self.shifted(parent, spec, cells[0].position)
        self.actions.fire_in(cells, NEW_REPEAT)
        return cells[0]

    def remove_instance(self, cell: Cell) -> None:
        """Remove a repeat instance and what it holds."""
        parent = cell.parent
        assert parent is not None
        below = list(self.tree.cells(cell.node))
        self.moves.instance_removed(parent, below)
        self.touch_outside(below, cell)
        self.rules.forget(below)
        self.actions.forget(below)
        position = cell.position
        self.tree.remove(cell)
        self.shifted(parent, cell.spec, position - 1)

    def announce(self, cells: list[Cell], parent: Cell) -> None:
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
        self.touch_outside(cells, cells[0])
        self.moves.structure[parent] = None

    def touch_outside(self, cells: Iterable[Cell], top: Cell) -> None:
        """Let the rules that stand outside an instance and read something in it be worked out again."""
        depth = top.spec.nodeset.count("/")
        for cell in cells:
            inside = cell.spec.nodeset.count("/") - depth
            for reader in cell.spec.readers:
                if reader.climb > inside:
                    self.rules.push_reader(cell, reader)

    def shifted(self, parent: Cell, spec: NodeSpec, start: int) -> None:
        """Let what depends on a position be worked out again in the instances that moved."""
        if not spec.has_positions or start >= len(parent.node.named(spec.name)):
            return
        for instance in self.tree.instances(parent, spec)[start:]:
            for cell in self.tree.cells(instance.node):
                for rule in cell.spec.rules.values():
                    if rule.uses_position and rule.kind is not RuleKind.COUNT:
                        self.rules.push(rule, cell)

    def _range_context(self, parent: Cell, rule: Rule) -> Context:
        instances = self.tree.instances(parent, rule.target)
        return (instances[0] if instances else self.tree.stand_in(parent, rule.target)).context

    def _adjust_count(self, parent: Cell, rule: Rule, wanted: int) -> None:
        spec = rule.target
        instances = parent.node.named(spec.name)
        missing, needless = wanted - len(instances), instances[wanted:][::-1]
        taken = self._taken_back.setdefault((parent, spec), [])
        for instance in filter(None, map(cell_of, needless)):
            taken.append(stored_answers(self.tree, instance.node))
            self.remove_instance(instance)
        for _ in range(missing):
            if not (taken and self._bring_back(taken.pop())):
                self.add_instance(parent, spec)

    def _bring_back(self, values: Mapping[str, str]) -> bool:
        """Let an instance stand again with all it held; whether it could: an undo may have brought it back before."""
        if self.tree.find_path(instances_in(values)[0]) is not None:
            return False
        self.make_present(values)
        for path, value in values.items():
            cell = None if path.endswith((PRESENT, RANK)) else self.tree.find_path(path)
            if cell is not None:
                self.rules.give(cell, value)
        return True

    def make_present(self, values: Mapping[str, str]) -> None:
        """Make the repeat instances that some values say are present and that are not there yet, empty."""
        for path in instances_in(values):
            if self.tree.find_path(path) is None:
                cells = make_instance(self.tree, path, values.get(f"{path}/{RANK}", ""))
                if cells:
                    parent = cells[0].parent
                    assert parent is not None
                    self.announce(cells, parent)
                    self.shifted(parent, cells[0].spec, cells[0].position)

    def _prune_choices(self, cell: Cell) -> None:
        """Take away chosen values that the filter no longer offers, as ODK Web Forms does."""
        if self._is_quiet:
            return
        self.rules.set_text(cell, still_offered(cell.spec.control, cell.node.text, self.texts.values(cell)))

    def answer(self, cell: Cell, text: str) -> None:
        """Give a question what a person says."""
        if " " in text and is_of_kind(cell.spec.control, "select"):
            text = self._in_list_order(cell, text)
        self.rules.answer(cell, text)

    def _in_list_order(self, cell: Cell, text: str) -> str:
        try:
            return in_list_order(text, self.texts.values(cell))
        except XPathError as error:
            self.rules.faults[cell.spec.nodeset, str(RuleKind.CHOICES)] = error
            return text

    def _note_change(self, cell: Cell) -> None:
        if not self._is_quiet:
            self.actions.note_change(cell)

    def _run_triggered(self) -> bool:
        return self.actions.run_triggered()

    def speak(self, language: str) -> None:
        """Change the language: every label is another, and so is what an expression makes of labels."""
        self.env.language = language
        for cell in self.tree.cells():
            if cell.spec.control is not None:
                self.moves.labels[cell] = None
            for rule in cell.spec.rules.values():
                if rule.reads_language and rule.kind is not RuleKind.COUNT:
                    self.rules.push(rule, cell)

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
