"""Turns a syntax tree into closures, and gathers every problem on the way instead of stopping at the first."""

import math
import operator
from collections.abc import Callable, Mapping

from fieldapp.xpath.axes import in_document_order
from fieldapp.xpath.closures import Closure, Kind, as_boolean, as_nodes, as_number, constant, number_written
from fieldapp.xpath.compare import comparison
from fieldapp.xpath.context import Context, Value
from fieldapp.xpath.functions import FUNCTIONS
from fieldapp.xpath.functions.table import Function, built
from fieldapp.xpath.lookups import conditions, key_and_value, key_filter, key_step, wanted_values
from fieldapp.xpath.nodes import Node
from fieldapp.xpath.paths import (
    Predicate,
    Run,
    StepRun,
    filtered_rows,
    from_here,
    from_root,
    general_path,
    in_order,
    is_name,
    joined_steps,
    plain_length,
    plain_path,
    predicate,
    step_run,
)
from fieldapp.xpath.problems import XPathError, XPathProblem, nearest
from fieldapp.xpath.syntax import (
    PRECEDENCE,
    Call,
    Filter,
    Literal,
    Negation,
    Number,
    Operation,
    Path,
    Step,
    Syntax,
)

JAVAROSA = "http://openrosa.org/javarosa"

_SUM = PRECEDENCE["+"]


def divide(left: float, right: float) -> float:
    """Divide as IEEE 754 does: by zero there is an infinity, or NaN."""
    if right != 0:
        return left / right
    if left == 0 or math.isnan(left):
        return math.nan
    return math.copysign(math.inf, left) * math.copysign(1.0, right)


def remainder(left: float, right: float) -> float:
    """Return what is left of a division that truncates (XPath 1.0 `mod`)."""
    if right == 0 or math.isnan(left) or math.isnan(right) or math.isinf(left):
        return math.nan
    return math.fmod(left, right)


_ARITHMETIC: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": divide,
    "mod": remainder,
}


class _Pair:
    """Two numbers to be computed with; smaller than a closure over both, since forms have thousands."""

    __slots__ = ("_left", "_right")

    def __init__(self, left: Callable[[Context], float], right: Callable[[Context], float]) -> None:
        self._left = left
        self._right = right

    def plus(self, context: Context) -> float:
        return self._left(context) + self._right(context)

    def minus(self, context: Context) -> float:
        return self._left(context) - self._right(context)

    def times(self, context: Context) -> float:
        return self._left(context) * self._right(context)


def _computed(
    left: Callable[[Context], float],
    operate: Callable[[float, float], float],
    right: Callable[[Context], float],
) -> Callable[[Context], float]:
    """Return an operation on two numbers; the common ones without a call."""
    pair = _Pair(left, right)
    if operate is operator.add:
        return pair.plus
    if operate is operator.sub:
        return pair.minus
    if operate is operator.mul:
        return pair.times
    return lambda context: operate(left(context), right(context))


class Compiler:
    """Compiles one expression."""

    def __init__(self, namespaces: Mapping[str, str], *, keeps_going: bool) -> None:
        self.namespaces = namespaces
        self.keeps_going = keeps_going
        """Whether a problem is raised only when evaluation reaches it."""
        self.problems: list[XPathProblem] = []

    def closure(self, syntax: Syntax) -> Closure:
        """Compile any piece of syntax."""
        match syntax:
            case Literal(value=value):
                return constant(value, Kind.TEXT)
            case Number(value=number):
                return number_written(repr(number))
            case Negation():
                return self._negation(syntax)
            case Operation():
                return self._operation(syntax)
            case Path():
                return self._path(syntax)
            case Filter():
                return self._filter(syntax)
            case Call():
                return self._call(syntax)

    def _problem(self, code: str, syntax: Call | Step, facts: Mapping[str, object]) -> Closure:
        problem = XPathProblem(code, syntax.offset, syntax.length, facts)
        if not self.keeps_going:
            self.problems.append(problem)

        def fail(_context: Context) -> Value:
            raise XPathError(code, **facts)

        return Closure(Kind.ANY, fail)

    def _negation(self, syntax: Negation) -> Closure:
        inside = self.closure(syntax.operand)
        if isinstance(inside.constant, float):
            return constant(-inside.constant, Kind.NUMBER)
        number = as_number(inside)
        return Closure(Kind.NUMBER, lambda context: -number(context))

    def _operation(self, syntax: Operation) -> Closure:
        match syntax.operator:
            case "or" | "and" | "|":
                pieces = [self.closure(operand) for operand in syntax.operands]
                return _JOINS[syntax.operator](pieces)
            case sign if PRECEDENCE[sign] >= _SUM:
                return self._chain(syntax)
            case sign:
                left, right = syntax.operands
                return comparison(sign, self.closure(left), self.closure(right))

    def _chain(self, syntax: Operation) -> Closure:
        """Compile `a + b - c` into a loop, so that a long sum needs no deep stack."""
        level = PRECEDENCE[syntax.operator]
        rest: list[tuple[Callable[[float, float], float], Callable[[Context], float]]] = []
        left: Syntax = syntax
        while isinstance(left, Operation) and PRECEDENCE[left.operator] == level:
            rest.append((_ARITHMETIC[left.operator], as_number(self.closure(left.operands[1]))))
            left = left.operands[0]
        first = as_number(self.closure(left))
        rest.reverse()
        if len(rest) == 1:
            return Closure(Kind.NUMBER, _computed(first, *rest[0]))

        def run(context: Context) -> float:
            total = first(context)
            for operate, number in rest:
                total = operate(total, number(context))
            return total

        return Closure(Kind.NUMBER, run)

    def _path(self, path: Path) -> Closure:
        if path.start is None:
            start = from_root if path.is_absolute else from_here
            length = plain_length(path.steps)
            head = plain_path(start, path.steps[:length])
            if length == len(path.steps):
                return head
            return self._rest(head.run, path.steps[length:], is_fixed=False)
        begin = self.closure(path.start)
        if _is_single(path.start) and plain_length(path.steps) == len(path.steps):
            whole = as_nodes(begin)
            return plain_path(lambda context: next(iter(whole(context)), None), path.steps)
        is_fixed = isinstance(path.start, Call) and path.start.name == "instance"
        return self._rest(as_nodes(begin), path.steps, is_fixed=is_fixed, nests=not _is_single(path.start))

    def _rest(
        self,
        start: Callable[[Context], Value],
        steps: tuple[Step, ...],
        *,
        is_fixed: bool,
        nests: bool = False,
    ) -> Closure:
        """Compile the steps from a start; `nests` says that one of its nodes may stand inside another."""
        runs: list[StepRun] = []
        for step in joined_steps(steps):
            run = self._step(step, is_fixed=is_fixed)
            runs.append(in_order(run) if nests else run)
            nests = nests or step.axis not in ("child", "attribute", "self")
        begin: Run = start  # type: ignore[assignment]  # both callers pass closures of nodesets
        return Closure(Kind.NODES, general_path(begin, runs))

    def _step(self, step: Step, *, is_fixed: bool) -> StepRun:
        """Compile a step; `is_fixed` says that its nodes are of a secondary instance, which never changes."""
        self._check_prefix(step)
        if is_fixed and is_name(step) and step.predicates:
            by_key = self._step_by_key(step)
            if by_key is not None:
                return by_key
        return step_run(step, [self._predicate(each) for each in step.predicates], self.namespaces)

    def _step_by_key(self, step: Step) -> StepRun | None:
        known: list[tuple[str, Callable[[Context], list[str]]]] = []
        others: list[Syntax] = []
        for each in conditions(step.predicates[0]):
            key = self._key(each)
            if key is None:
                others.append(each)
            else:
                known.append(key)
        if not known:
            return None
        rest = [predicate(_all_of([self.closure(each)])) for each in others]
        rest += [self._predicate(each) for each in step.predicates[1:]]
        rows = key_step(step.test, known)
        return filtered_rows(rows, rest) if rest else rows

    def _key(self, syntax: Syntax) -> tuple[str, Callable[[Context], list[str]]] | None:
        """Return the key and the wanted values of a predicate such as `[province = /fiche/province]`."""
        found = key_and_value(syntax)
        if found is None:
            return None
        before = len(self.problems)
        wanted = wanted_values(self.closure(found[1]))
        if wanted is None:
            del self.problems[before:]
            return None
        return found[0], wanted

    def _check_prefix(self, step: Step) -> None:
        prefix, _, _ = step.test.rpartition(":")
        if prefix and prefix not in self.namespaces:
            facts = {"prefix": prefix, "nearest": nearest(prefix, self.namespaces)}
            self.problems.append(XPathProblem("xpath.unknown_prefix", step.offset, step.length, facts))

    def _predicate(self, syntax: Syntax) -> Predicate:
        known = self._key(syntax)
        if known is not None:
            return key_filter(*known)
        return predicate(self.closure(syntax))

    def _filter(self, syntax: Filter) -> Closure:
        nodes = as_nodes(self.closure(syntax.primary))
        predicates = [self._predicate(each) for each in syntax.predicates]

        def run(context: Context) -> list[Node]:
            kept = nodes(context)
            for keep in predicates:
                kept = keep(context, kept)
            return kept

        return Closure(Kind.NODES, run)

    def _known_name(self, name: str) -> str:
        """Return the name of the library, in which the prefix of JavaRosa is always `jr`."""
        prefix, _, local = name.rpartition(":")
        if not prefix:
            return name
        return f"jr:{local}" if self.namespaces.get(prefix) == JAVAROSA else ""

    def _call(self, syntax: Call) -> Closure:
        arguments = [self.closure(argument) for argument in syntax.arguments]
        function = FUNCTIONS.get(self._known_name(syntax.name))
        if function is None:
            facts: dict[str, object] = {"name": syntax.name, "nearest": nearest(syntax.name, FUNCTIONS)}
            return self._problem("xpath.unknown_function", syntax, facts)
        if not function.accepts(len(arguments)):
            facts = {"name": syntax.name, "given": len(arguments)}
            facts |= {"least": function.least, "most": function.most, "step": function.step}
            return self._problem("xpath.arity", syntax, facts)
        wrong = _not_a_nodeset(function, arguments)
        if wrong is not None:
            return self._problem("xpath.not_nodes", syntax, {"name": syntax.name, "argument": wrong + 1})
        try:
            if function.check is not None:
                function.check([argument.constant for argument in arguments])
        except XPathError as error:
            return self._problem(error.code, syntax, error.facts)
        return built(function, arguments)


def _not_a_nodeset(function: Function, arguments: list[Closure]) -> int | None:
    for place, argument in enumerate(arguments):
        if function.parameter(place) == "nodes" and argument.kind not in (Kind.NODES, Kind.ANY):
            return place
    return None


def _is_single(start: Syntax) -> bool:
    return isinstance(start, Call) and start.name in ("current", "instance")


def _any_of(pieces: list[Closure]) -> Closure:
    truths = [as_boolean(piece) for piece in pieces]
    if len(truths) == 2:
        left, right = truths
        return Closure(Kind.BOOLEAN, lambda context: left(context) or right(context))
    return Closure(Kind.BOOLEAN, lambda context: any(truth(context) for truth in truths))


def _all_of(pieces: list[Closure]) -> Closure:
    truths = [as_boolean(piece) for piece in pieces]
    if len(truths) == 2:
        left, right = truths
        return Closure(Kind.BOOLEAN, lambda context: left(context) and right(context))
    return Closure(Kind.BOOLEAN, lambda context: all(truth(context) for truth in truths))


def _union(pieces: list[Closure]) -> Closure:
    nodesets = [as_nodes(piece) for piece in pieces]
    return Closure(
        Kind.NODES,
        lambda context: in_document_order(node for nodes in nodesets for node in nodes(context)),
    )


_JOINS: Mapping[str, Callable[[list[Closure]], Closure]] = {"or": _any_of, "and": _all_of, "|": _union}
