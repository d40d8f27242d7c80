"""Compiles paths and predicates: a quick way for the plain paths of which forms are full, a general way for all."""

import math
from collections.abc import Callable, Mapping, Sequence

from fieldapp.xpath.axes import REVERSE, WALKS, in_document_order, node_test
from fieldapp.xpath.closures import Closure, Kind
from fieldapp.xpath.context import Context
from fieldapp.xpath.finders import Absolute, relative
from fieldapp.xpath.nodes import Node
from fieldapp.xpath.syntax import Call, Step, Syntax, parts

Start = Callable[[Context], Node | None]
Run = Callable[[Context], list[Node]]
Predicate = Callable[[Context, Sequence[Node]], list[Node]]
StepRun = Callable[[Context, list[Node]], list[Node]]

_DEEP = "descendant-or-self"


def from_root(context: Context) -> Node:
    """Where an absolute path begins."""
    return context.env.start


def from_here(context: Context) -> Node:
    """Where a relative path begins."""
    return context.node


def in_play(nodes: Sequence[Node]) -> list[Node]:
    """Return the nodes that are relevant: ODK leaves the others out of whatever reads them."""
    return [node for node in nodes if node.relevant]


def plain_length(steps: Sequence[Step]) -> int:
    """Return how many steps at the beginning are plain: first `.` and `..`, then names without predicates."""
    count = 0
    while count < len(steps) and _is_up(steps[count]):
        count += 1
    while count < len(steps) and is_name(steps[count]) and not steps[count].predicates:
        count += 1
    return count


def _is_up(step: Step) -> bool:
    return step.axis in ("self", "parent") and step.test == "node()" and not step.predicates


def is_name(step: Step) -> bool:
    """Whether a step goes to children of a name without prefix."""
    return step.axis == "child" and step.test[-1] not in "*)" and ":" not in step.test


def plain_path(start: Start, steps: Sequence[Step]) -> Closure:
    """Compile a path of `..` and names only."""
    ups = sum(step.axis == "parent" for step in steps)
    names = tuple(step.test for step in steps if step.axis == "child")
    begin = _raised(start, ups)
    walk, first = _walks(begin, names)
    plain = (begin, names)
    if start is from_root and names and not ups:
        path = Absolute(names, walk, first)
        return Closure(
            Kind.NODES, path.nodes, first=path.first, only=path.only, number=path.number, plain=plain
        )
    if start is not from_here:
        return Closure(Kind.NODES, walk, first=first, plain=plain)
    only = relative(ups, names)

    def find_all(context: Context) -> list[Node]:
        node = only(context)
        if node is None:
            return walk(context)
        return [node] if node.relevant else []

    def find(context: Context) -> Node | None:
        node = only(context)
        if node is None:
            return first(context)
        return node if node.relevant else None

    return Closure(Kind.NODES, find_all, first=find, only=only, plain=plain)


def _walks(begin: Start, names: Sequence[str]) -> tuple[Run, Start]:
    """Return what walks a plain path: for all its nodes, and for the first without making lists."""

    def run(context: Context) -> list[Node]:
        node = begin(context)
        nodes: Sequence[Node] = () if node is None else (node,)
        for name in names:
            if len(nodes) != 1:
                nodes = [child for each in nodes for child in each.named(name)]
                continue
            nodes = nodes[0].named(name)
        return [each for each in nodes if each.relevant]

    def first(context: Context) -> Node | None:
        node = begin(context)
        if node is None:
            return None
        for name in names:
            found = node.named(name)
            if len(found) != 1:
                several = run(context) if found else ()
                return several[0] if several else None
            node = found[0]
        return node if node.relevant else None

    return run, first


def _raised(start: Start, ups: int) -> Start:
    if ups == 0:
        return start
    if ups == 1 and start is from_here:
        return lambda context: context.node.parent

    def raised(context: Context) -> Node | None:
        node = start(context)
        for _ in range(ups):
            if node is None:
                return None
            node = node.parent
        return node

    return raised


def general_path(start: Run, steps: Sequence[StepRun]) -> Run:
    """Compile any path: each step takes a nodeset to the next."""

    def run(context: Context) -> list[Node]:
        nodes = start(context)
        for step in steps:
            if not nodes:
                break
            nodes = step(context, nodes)
        return in_play(nodes)

    return run


def joined_steps(steps: Sequence[Step]) -> list[Step]:
    """Join `//name` into one step down, where no predicate counts positions."""
    joined: list[Step] = []
    for step in steps:
        before = joined[-1] if joined else None
        if before and _is_double(before) and step.axis == "child" and not any(map(counts, step.predicates)):
            joined[-1] = Step("descendant", step.test, step.predicates, step.target, step.offset, step.length)
        else:
            joined.append(step)
    return joined


def _is_double(step: Step) -> bool:
    return step.axis == _DEEP and step.test == "node()" and not step.predicates


def counts(predicate: Syntax) -> bool:
    """Whether a predicate may depend on positions; a comparison without `position()` and `last()` does not."""
    return getattr(predicate, "operator", "") not in ("=", "!=", "<", "<=", ">", ">=", "and", "or") or calls(
        predicate, "position", "last"
    )


def calls(syntax: Syntax, *names: str) -> bool:
    """Whether an expression calls one of some functions anywhere."""
    return (isinstance(syntax, Call) and syntax.name in names) or any(
        calls(part, *names) for part in parts(syntax)
    )


def step_run(step: Step, predicates: Sequence[Predicate], namespaces: Mapping[str, str]) -> StepRun:
    """Compile one step of a general path."""
    if is_name(step) and not predicates:
        name = step.test
        return lambda _context, nodes: [child for node in nodes for child in node.named(name)]
    one = _from_one(step, namespaces)
    is_reverse = step.axis in REVERSE
    is_ordered = step.axis in ("child", "attribute", "self")

    def run(context: Context, nodes: list[Node]) -> list[Node]:
        found: list[Node] = []
        for node in nodes:
            near: Sequence[Node] = one(node)
            for predicate in predicates:
                near = predicate(context, near)
            found.extend(near)
        if is_ordered or (len(nodes) == 1 and not is_reverse):
            return found
        return found[::-1] if len(nodes) == 1 else in_document_order(found)

    return run


def in_order(step: StepRun) -> StepRun:
    """Sort what a step reaches from several nodes of which one may stand inside another: `//c/a`."""

    def run(context: Context, nodes: list[Node]) -> list[Node]:
        found = step(context, nodes)
        return found if len(nodes) < 2 or len(found) < 2 else in_document_order(found)

    return run


def filtered_rows(rows: StepRun, predicates: Sequence[Predicate]) -> StepRun:
    """Compile further predicates behind a step; positions count within each parent's rows."""

    def run(context: Context, nodes: list[Node]) -> list[Node]:
        found: list[Node] = []
        for node in nodes:
            near: Sequence[Node] = rows(context, [node])
            for predicate in predicates:
                near = predicate(context, near)
            found.extend(near)
        return found

    return run


def _from_one(step: Step, namespaces: Mapping[str, str]) -> Callable[[Node], Sequence[Node]]:
    if is_name(step):
        name = step.test
        return lambda node: node.named(name)
    walk = WALKS[step.axis]
    test = node_test(step, namespaces)
    if test is None:
        return lambda node: list(walk(node))
    return lambda node: [each for each in walk(node) if test(each)]


def predicate(condition: Closure) -> Predicate:
    """Compile a predicate: a number stands for a position, anything else for its truth."""
    if condition.kind is Kind.NUMBER and isinstance(condition.constant, float):
        place = condition.constant
        index = int(place) if math.isfinite(place) and place == int(place) and place > 0 else 0
        return lambda _context, nodes: list(nodes[index - 1 : index]) if index else []
    run = condition.run

    def keep(context: Context, nodes: Sequence[Node]) -> list[Node]:
        inner = Context(context.node, context.env, size=len(nodes), current=context.current)
        kept: list[Node] = []
        for position, node in enumerate(nodes, 1):
            inner.node = node
            inner.position = position
            value = run(inner)
            if value == position if isinstance(value, float) else value:
                kept.append(node)
        return kept

    return keep
