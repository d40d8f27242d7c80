"""The rules of one session that wait to be worked out, in the order of the form's graph."""

from collections.abc import Callable, Iterable, Iterator
from heapq import heapify, heappop, heappush

from fieldapp.engine.cells import Cell
from fieldapp.forms.rules import Rule, RuleKind
from fieldapp.xpath import Context
from fieldapp.xpath.closures import Kind

_SHIFT = 32
"""A key is the rule's order, then the cell's serial: far fewer than 2**32 cells fit in memory."""


class Task:
    """One rule of one cell; it waits at most once."""

    __slots__ = ("cell", "entry", "number", "rule", "waits", "work")

    def __init__(self, rule: Rule, cell: Cell, work: "Callable[[Task], None]") -> None:
        self.rule = rule
        self.number = _number_of(rule)
        """What a calculated number is worked out by."""
        self.cell = cell
        self.work = work
        """What works it out."""
        self.waits = False
        self.entry = ((rule.order << _SHIFT) | cell.serial, self)


def _number_of(rule: Rule) -> Callable[[Context], float] | None:
    expression = rule.expression
    if rule.kind is not RuleKind.CALCULATE or expression is None or expression.kind is not Kind.NUMBER:
        return None
    return expression.number


class Agenda:
    """The tasks that wait."""

    def __init__(self) -> None:
        self.heap: list[tuple[int, Task]] = []
        """May hold tasks that wait no more: of cells that went."""

    def push(self, task: Task) -> None:
        """Let a task wait its turn."""
        if not task.waits:
            task.waits = True
            heappush(self.heap, task.entry)

    def push_all(self, tasks: Iterable[Task]) -> None:
        """Let many tasks wait: those of a new form."""
        new = [task for task in tasks if not task.waits]
        for task in new:
            task.waits = True
        self.heap += [task.entry for task in new]
        heapify(self.heap)

    def __iter__(self) -> Iterator[Task]:
        """Yield each task in its turn, those that come meanwhile too."""
        heap = self.heap
        while heap:
            task = heappop(heap)[1]
            if task.waits:
                task.waits = False
                yield task


def tasks_of(cell: Cell, work: Callable[[Rule], Callable[[Task], None]]) -> tuple[Task, ...]:
    """Return the tasks of a cell, made when they are first asked for; a repeat is counted where it stands."""
    if cell.tasks is None:
        spec = cell.spec
        rules = [rule for rule in spec.rules.values() if rule.kind is not RuleKind.COUNT]
        rules += [each.rules[RuleKind.COUNT] for each in spec.repeats if RuleKind.COUNT in each.rules]
        cell.tasks = tuple(Task(rule, cell, work(rule)) for rule in rules)
    return cell.tasks
