"""Works out again what an answer touches, and nothing else: rules wait in a heap by their order in the graph."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from heapq import heappush

from fieldapp.engine.cells import Cell, cell_of
from fieldapp.engine.moves import Moves
from fieldapp.engine.tasks import Agenda, Task, tasks_of
from fieldapp.engine.totals import Totals
from fieldapp.engine.tree import attributes_of, nodes_named
from fieldapp.engine.types import held
from fieldapp.engine.validation import violation_of
from fieldapp.forms.definition import Question
from fieldapp.forms.rules import MAX_INSTANCES, Reader, Rule, RuleKind
from fieldapp.xpath import Context, Node, XPathError
from fieldapp.xpath.closures import Kind
from fieldapp.xpath.values import answer_from_number

_NAN = "NaN"
_MAX_ROUNDS = 100
"""Actions that set each other off for ever stop here."""
_MAX_COUNTS = 100
"""So often one action may change the number of a repeat whose instances themselves ask for more."""


class Recalculation:
    """The pending rules of one session; `run` empties them in an order that needs each at most once."""

    def __init__(
        self,
        adjust_count: Callable[[Cell, Rule, int], None],
        range_context: Callable[[Cell, Rule], Context],
        prune_choices: Callable[[Cell], None],
        value_changed: Callable[[Cell], None],
        triggers: frozenset[str],
        totals: Totals,
        settled: Callable[[], bool],
    ) -> None:
        """Take what to do when the form asks for other repeats, other choices, or fires an action.

        Args:
            adjust_count: Bring a repeat to the number of instances that its form asks for.
            range_context: Where the count of a repeat is worked out.
            prune_choices: Take away what a filter no longer offers.
            value_changed: The value of a trigger is another.
            triggers: Nodesets whose changes fire actions.
            totals: What is kept of the values in repeats.
            settled: Nothing is pending; returns whether it set something.
        """
        self.moves = Moves()
        self._counted: Counter[Task] = Counter()
        self.faults: dict[tuple[str, str], XPathError] = {}
        """(nodeset, rule) -> why it could not be worked out: an instance that is missing, a wrong pattern."""
        self._settled = settled
        self._adjust_count = adjust_count
        self._range_context = range_context
        self._prune_choices = prune_choices
        self._value_changed = value_changed
        self._triggers = triggers
        self._totals = totals
        self._agenda = Agenda()
        self._work: dict[RuleKind, Callable[[Task], None]] = {
            RuleKind.RELEVANT: self._relevant,
            RuleKind.CALCULATE: self._calculate,
            RuleKind.COUNT: self._count,
            RuleKind.CHOICES: self._choices,
            RuleKind.REQUIRED: self._required,
            RuleKind.READONLY: self._readonly,
            RuleKind.CONSTRAINT: self._constraint,
            RuleKind.LABEL: self._label,
        }

    def _work_of(self, rule: Rule) -> Callable[[Task], None]:
        """Return what works a rule out."""
        is_bare = _is_bare_number(rule) and rule.target.nodeset not in self._triggers
        return self._number if is_bare else self._work[rule.kind]

    def push(self, rule: Rule, cell: Cell) -> None:
        """Let a rule of a cell be worked out in its turn."""
        self._agenda.push(self._task(rule, cell))

    def _task(self, rule: Rule, cell: Cell) -> Task:
        return next(task for task in tasks_of(cell, self._work_of) if task.rule is rule)

    def push_all(self, cells: Iterable[Cell]) -> None:
        """Let every rule of these cells be worked out: of a new form, of a new repeat instance."""
        tasks: list[Task] = []
        for cell in cells:
            tasks += tasks_of(cell, self._work_of)
            self._totals.touch(cell)
            self.moves.recheck[cell] = None
        self._agenda.push_all(tasks)

    def changed(self, cell: Cell) -> None:
        """Let everything that reads this cell be worked out again."""
        links = cell.links
        if links is None:
            links = cell.links = self._links(cell)
            cell.spreads = cell.spec.spread_readers
        heap = self._agenda.heap
        for task in links:
            if not task.waits:
                task.waits = True
                heappush(heap, task.entry)
        if self._totals.names_to:
            self._totals.touch(cell)
        for reader in cell.spreads:
            self.push_reader(cell, reader)

    def _links(self, cell: Cell) -> tuple[Task, ...]:
        """Find the one target of each reader that has no repeat on its way down: it is the same for good."""
        single = (reader for reader in cell.spec.readers if reader.is_single)
        return tuple(self._task(reader.rule, target) for reader in single for target in targets(cell, reader))

    def push_reader(self, cell: Cell, reader: Reader) -> None:
        """Let one rule that reads this cell be worked out again."""
        for target in targets(cell, reader):
            self.push(reader.rule, target)

    def forget(self, cells: Iterable[Cell]) -> None:
        """Drop what waits for cells that go."""
        for cell in cells:
            self._totals.touch(cell)
            self._totals.forget(cell)
            for task in cell.tasks or ():
                task.waits = False

    def set_text(self, cell: Cell, text: str, *, wrong: str = "") -> None:
        """Give a cell its value, or a blank beside a wrong one, and let its readers know."""
        old, old_stored = cell.node.text, cell.stored
        if text == old and wrong == cell.wrong:
            return
        cell.node.text, cell.wrong = text, wrong
        self.moves.value(cell, old_stored)
        if text != old:
            self.changed(cell)
            if cell.spec.nodeset in self._triggers:
                self._value_changed(cell)

    def give(self, cell: Cell, text: str) -> None:
        """Give a cell a text; what is not of its type is kept as a wrong answer."""
        value = held(cell.spec.value_type, text)
        self.set_text(cell, value or "", wrong=text if value is None else "")

    def answer(self, cell: Cell, text: str) -> None:
        """Give a cell what a person says; what the form calculates is worked out again at once."""
        self.give(cell, text)
        own = cell.spec.rules.get(RuleKind.CALCULATE)
        if own is not None:
            self.push(own, cell)

    def run(self) -> None:
        """Work until nothing is pending, actions of the form included, then look at the violations."""
        self._counted.clear()
        self._empty()
        for _ in range(_MAX_ROUNDS):
            if not self._settled():
                break
            self._empty()
        self._recheck()

    def _empty(self) -> None:
        for task in self._agenda:
            try:
                task.work(task)
            except XPathError as error:
                self.faults[task.rule.target.nodeset, str(task.rule.kind)] = error
            else:
                if self.faults:
                    self.faults.pop((task.rule.target.nodeset, str(task.rule.kind)), None)

    def _recheck(self) -> None:
        moves = self.moves
        for cell in moves.recheck:
            try:
                found = violation_of(cell)
            except XPathError as error:
                self.faults[cell.spec.nodeset, str(RuleKind.CONSTRAINT)] = error
                found = ""
            if found != cell.violation:
                moves.violations.setdefault(cell, cell.violation)
                cell.violation = found
        moves.recheck.clear()

    def _relevant(self, task: Task) -> None:
        cell = task.cell
        cell.own_relevant = _says_relevant(task.rule, cell, totals=self._totals)
        above = cell.node.parent
        if cell.node.relevant != (cell.own_relevant and (above is None or above.relevant)):
            self.spread_relevance(cell)

    def spread_relevance(self, top: Cell) -> None:
        """Bring a cell and all below it into play or out of it, as their rules and ancestors say."""
        todo = [top]
        while todo:
            cell = todo.pop()
            node, above = cell.node, cell.node.parent
            relevant = cell.own_relevant and (above is None or above.relevant)
            if relevant == node.relevant:
                continue
            self.moves.relevance.setdefault(cell, node.relevant)
            node.relevant = relevant
            self.moves.recheck[cell] = None
            self.changed(cell)
            choices = cell.spec.rules.get(RuleKind.CHOICES)
            if (
                relevant and choices is not None
            ):  # what was not taken from a dormant answer may have to go now
                self.push(choices, cell)
            todo.extend(below for below in map(cell_of, node.children) if below is not None)
            if cell.spec.attributes:
                todo.extend(attributes_of(cell))

    def _calculate(self, task: Task) -> None:
        text = _calculated(task.rule, task.cell)
        if text != task.cell.node.text:
            self.set_text(task.cell, text)

    def _number(self, task: Task) -> None:
        """Calculate a number, and keep it beside its text for those that read it."""
        cell = task.cell
        node = cell.node
        assert task.number is not None
        number = task.number(cell.context)
        if number == node.number and node.numbered is node.text and type(number) is float:
            return  # a date may be the same number, but is written otherwise
        text = answer_from_number(number)
        if text == node.text:
            return
        self.moves.computed(cell)
        node.text = text
        cell.wrong = ""
        if type(number) is float:
            node.number, node.numbered = number + 0.0, text
        self.changed(cell)

    def _count(self, task: Task) -> None:
        rule, parent = task.rule, task.cell
        assert rule.expression is not None
        self._counted[task] += 1
        if self._counted[task] > _MAX_COUNTS:
            raise XPathError("engine.endless_repeat", reference=rule.target.nodeset, limit=_MAX_COUNTS)
        wanted = rule.expression.number(self._range_context(parent, rule))
        self._adjust_count(parent, rule, 0 if math.isnan(wanted) else int(min(max(0, wanted), MAX_INSTANCES)))
        if wanted > MAX_INSTANCES:
            raise XPathError("engine.count_too_large", reference=rule.target.nodeset, limit=MAX_INSTANCES)

    def _choices(self, task: Task) -> None:
        cell = task.cell
        self.moves.choices[cell] = None
        if cell.node.text and cell.node.relevant:
            self._prune_choices(cell)

    def _required(self, task: Task) -> None:
        rule, cell = task.rule, task.cell
        assert rule.expression is not None
        required = rule.expression.boolean(cell.context)
        if required != cell.is_required:
            self.moves.required.setdefault(cell, cell.is_required)
            cell.is_required = required
            self.moves.recheck[cell] = None

    def _readonly(self, task: Task) -> None:
        rule, cell = task.rule, task.cell
        assert rule.expression is not None
        readonly = rule.expression.boolean(cell.context)
        if readonly != cell.own_readonly:
            self.moves.readonly.setdefault(cell, cell.own_readonly)
            cell.own_readonly = readonly

    def _constraint(self, task: Task) -> None:
        self.moves.recheck[task.cell] = None

    def _label(self, task: Task) -> None:
        self.moves.labels[task.cell] = None


def _calculated(rule: Rule, cell: Cell) -> str:
    assert rule.expression is not None
    text = rule.expression.string(cell.context)
    if text == _NAN:
        return ""
    return _whole(text) if cell.spec.bind.type == "int" and text else text


def _says_relevant(rule: Rule, cell: Cell, *, totals: Totals) -> bool:
    assert rule.expression is not None
    if cell.node.relevant or not _looks_at_itself(rule):
        return rule.expression.boolean(cell.context)
    shown = _as_if_in_play(cell)
    try:
        with totals.set_aside():
            return rule.expression.boolean(cell.context)
    finally:
        for node in shown:
            node.relevant = False


def _is_bare_number(rule: Rule) -> bool:
    """Whether a rule calculates a number that nobody is asked for and no draft keeps: it has a short way."""
    spec, expression = rule.target, rule.expression
    if rule.kind is not RuleKind.CALCULATE or expression is None or expression.kind is not Kind.NUMBER:
        return False
    return not spec.is_stored and spec.bind.type != "int" and not isinstance(spec.control, Question)


def _looks_at_itself(rule: Rule) -> bool:
    """Whether a relevance reads the node that it decides about, or what is inside."""
    own = rule.target.nodeset
    return any(read.nodeset == own or read.nodeset.startswith(own + "/") for read in rule.reads)


def _as_if_in_play(top: Cell) -> list[Node]:
    """Show a node to its own rule with the answers it holds, not as the blank it is while out of play.

    Otherwise such a rule would say one thing while the node is in play and the other as soon as it is out of it.
    """
    above = top.node.parent
    shown: list[Node] = []
    todo = [top] if above is None or above.relevant else []
    while todo:
        cell = todo.pop()
        if cell is top or cell.own_relevant:
            cell.node.relevant = True
            shown.append(cell.node)
            todo.extend(below for below in map(cell_of, cell.node.children) if below is not None)
    return shown


def _whole(text: str) -> str:
    """Cut a calculated number to an integer, as ODK does for a calculate of that type."""
    return text.partition(".")[0] if text.replace(".", "", 1).lstrip("+-").isdigit() else text


def _climb(cell: Cell, levels: int) -> Cell:
    node = cell.node
    for _ in range(levels):
        assert node.parent is not None
        node = node.parent
    found = cell_of(node)
    assert found is not None
    return found


def targets(cell: Cell, reader: Reader) -> Iterator[Cell]:
    """Walk from a changed cell to the cells of a rule that reads it."""
    nodes = [_climb(cell, reader.climb).node]
    for step in reader.descend:
        nodes = [child for node in nodes for child in nodes_named(node, step.name)]
    for node in nodes:
        found = cell_of(node)
        if found is not None:
            yield found
