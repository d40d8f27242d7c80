"""What an expression says, as a tree; and the same tree written out again as text.

Nothing changes a tree once it is made; its classes are not frozen only because a form makes ten thousand of these,
and a frozen one takes three times as long to make.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True, unsafe_hash=True)
class Literal:
    """A text in quotes."""

    value: str
    offset: int = field(default=0, compare=False)
    length: int = field(default=0, compare=False)


@dataclass(slots=True, unsafe_hash=True)
class Number:
    """A number written in the expression."""

    value: float
    written: str
    offset: int = field(default=0, compare=False)
    length: int = field(default=0, compare=False)


@dataclass(slots=True, unsafe_hash=True)
class Step:
    """One step of a path."""

    axis: str
    test: str
    """A name, `*`, `prefix:*`, or a kind test: `node()`, `text()`, `comment()`, `processing-instruction()`."""
    predicates: tuple["Syntax", ...] = ()
    target: str = ""
    """Of `processing-instruction('target')`."""
    offset: int = field(default=0, compare=False)
    length: int = field(default=0, compare=False)


@dataclass(slots=True, unsafe_hash=True)
class Path:
    """Steps from a start: the root, the context node, or what another expression gives."""

    start: "Syntax | None"
    """None for the root when `is_absolute`, else for the context node."""
    steps: tuple[Step, ...]
    offset: int = field(default=0, compare=False)
    length: int = field(default=0, compare=False)
    is_absolute: bool = field(default=False, kw_only=True)


@dataclass(slots=True, unsafe_hash=True)
class Filter:
    """An expression in brackets, or a call, with predicates behind it."""

    primary: "Syntax"
    predicates: tuple["Syntax", ...]
    offset: int = field(default=0, compare=False)
    length: int = field(default=0, compare=False)


@dataclass(slots=True, unsafe_hash=True)
class Call:
    """A function and its arguments."""

    name: str
    arguments: tuple["Syntax", ...]
    offset: int = field(default=0, compare=False)
    length: int = field(default=0, compare=False)


@dataclass(slots=True, unsafe_hash=True)
class Operation:
    """Operands joined by one operator; `and`, `or` and `|` take as many as stand in a row, the others two."""

    operator: str
    operands: tuple["Syntax", ...]
    offset: int = field(default=0, compare=False)
    length: int = field(default=0, compare=False)


@dataclass(slots=True, unsafe_hash=True)
class Negation:
    """A minus before an expression."""

    operand: "Syntax"
    offset: int = field(default=0, compare=False)
    length: int = field(default=0, compare=False)


Syntax = Literal | Number | Path | Filter | Call | Operation | Negation

PRECEDENCE = {
    "or": 1, "and": 2, "=": 3, "!=": 3, "<": 4, "<=": 4, ">": 4, ">=": 4,
    "+": 5, "-": 5, "*": 6, "div": 6, "mod": 6, "|": 8,
}  # fmt: skip
"""How tightly an operator binds (XPath 1.0 §3.5); a minus sign stands at `NEGATION`."""

NEGATION = 7
_TIGHTEST = 9
VARIADIC = frozenset({"or", "and", "|"})


def parts(syntax: Syntax) -> Iterator[Syntax]:
    """Yield what stands directly inside an expression."""
    match syntax:
        case Path(start=start, steps=steps):
            if start is not None:
                yield start
            for step in steps:
                yield from step.predicates
        case Filter(primary=primary, predicates=predicates):
            yield primary
            yield from predicates
        case Call(arguments=inside) | Operation(operands=inside):
            yield from inside
        case Negation(operand=operand):
            yield operand
        case _:
            return


def to_text(syntax: Syntax) -> str:
    """Write an expression out so that parsing it gives the same tree."""
    match syntax:
        case Literal(value=value):
            return f"'{value}'" if "'" not in value else f'"{value}"'
        case Number(written=written):
            return written
        case Call(name=name, arguments=arguments):
            return f"{name}({', '.join(map(to_text, arguments))})"
        case Negation(operand=operand):
            return f"-{_inside(operand, NEGATION)}"
        case Operation(operator=operator, operands=operands):
            return _operation_text(operator, operands)
        case Filter(primary=primary, predicates=predicates):
            return f"{_primary_text(primary)}{_predicates_text(predicates)}"
        case Path():
            return _path_text(syntax)


def _operation_text(operator: str, operands: tuple[Syntax, ...]) -> str:
    level = PRECEDENCE[operator]
    first_level = level + 1 if operator in VARIADIC else level
    first, *others = operands
    written = [_inside(first, first_level), *(_inside(each, level + 1) for each in others)]
    return f" {operator} ".join(written)


def _level(syntax: Syntax) -> int:
    match syntax:
        case Operation(operator=operator):
            return PRECEDENCE[operator]
        case Negation():
            return NEGATION
        case _:
            return _TIGHTEST


def _inside(syntax: Syntax, level: int) -> str:
    return to_text(syntax) if _level(syntax) >= level else f"({to_text(syntax)})"


def _primary_text(primary: Syntax) -> str:
    return to_text(primary) if isinstance(primary, Literal | Number | Call) else f"({to_text(primary)})"


def _predicates_text(predicates: tuple[Syntax, ...]) -> str:
    return "".join(f"[{to_text(each)}]" for each in predicates)


def _path_text(path: Path) -> str:
    steps = "/".join(map(_step_text, path.steps))
    if path.start is not None:
        start = to_text(path.start) if isinstance(path.start, Filter) else _primary_text(path.start)
        return f"{start}/{steps}"
    return f"/{steps}" if path.is_absolute else steps


def _step_text(step: Step) -> str:
    test = f"processing-instruction('{step.target}')" if step.target else step.test
    return f"{step.axis}::{test}{_predicates_text(step.predicates)}"
