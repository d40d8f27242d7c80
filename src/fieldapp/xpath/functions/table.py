"""What a function of the library is: its name, what it takes, what it gives, and how it is run.

Parameters are written in words: `text number?` takes a text and, if given, a number; `value*` any number of values
of any type, none too; `nodes+` one nodeset or more. A function that must not evaluate all its arguments, or whose
type follows from theirs, is built from their closures instead (`build`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from fieldapp.xpath.closures import Closure, Kind, as_boolean, as_nodes, as_number, as_text
from fieldapp.xpath.context import Context, Value

ANY_NUMBER = 1_000_000
"""`most` of a function that takes as many arguments as are given."""

_CONVERSIONS: dict[str, Callable[[Closure], Callable[[Context], Any]]] = {
    "text": as_text,
    "number": as_number,
    "boolean": as_boolean,
    "nodes": as_nodes,
    "value": lambda closure: closure.run,
    "lazy": lambda closure: closure.run,
}


@dataclass(frozen=True, slots=True)
class Function:
    """One function of the library."""

    name: str
    parameters: str
    kind: Kind
    run: Callable[..., Any] | None = None
    """Called with the converted arguments, after the context when `with_context`."""
    with_context: bool = False
    build: Callable[[list[Closure]], Closure] | None = None
    """Makes the closure from those of the arguments; then `run` is not asked."""
    is_volatile: bool = False
    """Whether it may give something else each time: the clock, chance."""
    check: Callable[[Sequence[Value | None]], None] | None = None
    """Looks at the arguments that are literals (None for the others) when a form is loaded; raises XPathError."""
    step: int = 1
    """How many arguments more come together: 2 where they stand in pairs."""
    least: int = field(init=False)
    most: int = field(init=False)
    words: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        written = self.parameters.split()
        repeats = bool(written) and written[-1][-1] in "*+"
        least = sum(word[-1] not in "?*" for word in written)
        object.__setattr__(self, "least", least)
        object.__setattr__(self, "most", ANY_NUMBER if repeats else len(written))
        object.__setattr__(self, "words", tuple(word.rstrip("?*+") for word in written))

    def accepts(self, count: int) -> bool:
        """Whether so many arguments may be given."""
        return self.least <= count <= self.most and (count - self.least) % self.step == 0

    def parameter(self, place: int) -> str:
        """Return the word of the parameter that takes the argument at a place, from 0."""
        return self.words[min(place, len(self.words) - 1)]


def built(function: Function, arguments: list[Closure]) -> Closure:
    """Return the closure of a call."""
    if function.build is not None:
        return function.build(arguments)
    converted = [
        _CONVERSIONS[function.parameter(place)](argument) for place, argument in enumerate(arguments)
    ]
    assert function.run is not None, function.name
    run = _with_context if function.with_context else _without_context
    return Closure(function.kind, run(function.run, converted))


def _without_context(
    run: Callable[..., Any], arguments: Sequence[Callable[[Context], Any]]
) -> Callable[[Context], Any]:
    if not arguments:
        return lambda _context: run()
    if len(arguments) == 1:
        only = arguments[0]
        return lambda context: run(only(context))
    if len(arguments) == 2:
        one, two = arguments
        return lambda context: run(one(context), two(context))
    return lambda context: run(*[argument(context) for argument in arguments])


def _with_context(
    run: Callable[..., Any], arguments: Sequence[Callable[[Context], Any]]
) -> Callable[[Context], Any]:
    if not arguments:
        return run
    if len(arguments) == 1:
        only = arguments[0]
        return lambda context: run(context, only(context))
    return lambda context: run(context, *[argument(context) for argument in arguments])
