"""What an expression reads, told without evaluating it: the edges of the form's dependency graph."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from fieldapp.xpath.functions import FUNCTIONS
from fieldapp.xpath.syntax import Call, Filter, Literal, Operation, Path, Step, Syntax, parts

ABSOLUTE = -1
"""`Spot.up` of a path that begins at the root."""
_BESIDE = frozenset({"following-sibling", "preceding-sibling"})
_ANYWHERE = frozenset({"following", "preceding", "ancestor", "ancestor-or-self"})
_LANGUAGE = frozenset({"jr:itext", "jr:choice-name", "format-date", "format-date-time", "lang"})
_INSTANCE_FUNCTIONS = frozenset({"instance", "pulldata"})
_ABOUT_HERE = frozenset({"string", "number", "string-length", "normalize-space"})


@dataclass(frozen=True, slots=True)
class Reads:
    """Everything whose change may change an expression's value."""

    nodesets: frozenset[str] = frozenset()
    """Absolute nodesets, without positions: `/fiche/sites/site/ville`, `/fiche/a/@id`. A nodeset that stands
    for a group reads all that is under it; one that goes through a repeat reads how many there are."""
    subtrees: frozenset[str] = frozenset()
    """Nodesets under which anything may be read, because of `*` or `//`; a blank one is the whole instance."""
    instances: frozenset[str] = frozenset()
    """Ids of the secondary instances and look-up tables that are named."""
    is_volatile: bool = False
    """Whether the clock or chance is asked: `now()`, `today()`, `random()`, `uuid()`, `randomize()`."""
    uses_position: bool = False
    """Whether the place of a repeat instance among its own matters."""
    uses_language: bool = False


class Spot(NamedTuple):
    """Where a path of an expression comes, told from the node the expression stands at: `../../town`."""

    up: int = 0
    """Steps up from that node, or `ABSOLUTE`."""
    below: str = ""
    """Then down: `/town`."""
    is_loose: bool = False
    """Whether it is somewhere under that, because of `*` or `//`."""

    def base(self, nodeset: str) -> str:
        """Return the highest node through which it goes when the expression stands at a nodeset; blank: any."""
        if self.up == ABSOLUTE:
            return ""
        return nodeset.rsplit("/", self.up)[0] if self.up else nodeset

    def at(self, nodeset: str) -> str:
        """Return its nodeset when the expression stands at a nodeset."""
        return self.base(nodeset) + self.below


@dataclass(frozen=True, slots=True)
class Footprint:
    """What an expression reads, wherever it stands; worked out once an expression."""

    spots: tuple[Spot, ...] = ()
    instances: frozenset[str] = frozenset()
    is_volatile: bool = False
    uses_position: bool = False
    uses_language: bool = False

    def at(self, nodeset: str) -> Reads:
        """Return what it reads when it stands at a nodeset; blank where that is not known."""
        exact: set[str] = set()
        loose: set[str] = set()
        for spot in self.spots:
            found = spot.at(nodeset)
            (loose if spot.is_loose or not found else exact).add(found)
        return Reads(
            frozenset(exact),
            frozenset(loose),
            self.instances,
            self.is_volatile,
            self.uses_position,
            self.uses_language,
        )


_HERE = Spot()
_AT_CONTEXT = frozenset({_HERE})
_ROOT = frozenset({Spot(ABSOLUTE)})
_NOWHERE: frozenset[Spot] = frozenset()


class _Reader:
    def __init__(self) -> None:
        self.spots: dict[Spot, None] = {}
        self.instances: set[str] = set()
        self.names: set[str] = set()

    def read(self, syntax: Syntax, here: frozenset[Spot]) -> frozenset[Spot]:
        """Note what an expression reads; return where its nodes lie."""
        if isinstance(syntax, Path):
            return self._path(syntax, here)
        if isinstance(syntax, Call):
            return self._call(syntax, here)
        if isinstance(syntax, Filter):
            spots = self.read(syntax.primary, here)
            for predicate in syntax.predicates:
                self.read(predicate, spots)
            return spots
        if isinstance(syntax, Operation) and syntax.operator == "|":
            return _NOWHERE.union(*[self.read(operand, here) for operand in syntax.operands])
        todo = list(parts(syntax))
        while todo:  # a sum of a thousand terms is a thousand sums inside each other
            part = todo.pop()
            if isinstance(part, Operation) and part.operator != "|":
                todo.extend(part.operands)
            else:
                self.read(part, here)
        return _NOWHERE

    def _call(self, call: Call, here: frozenset[Spot]) -> frozenset[Spot]:
        name = call.name
        self.names.add(name)
        if name == "current":
            self._note(_AT_CONTEXT)
            return _AT_CONTEXT
        if name in _INSTANCE_FUNCTIONS and call.arguments and isinstance(call.arguments[0], Literal):
            self.instances.add(call.arguments[0].value)
        if name == "once" or (name in _ABOUT_HERE and not call.arguments):
            self._note(here)
        if name == "id":
            self._note(_ROOT)
        inside = [self.read(argument, here) for argument in call.arguments]
        return _NOWHERE.union(*inside)

    def _path(self, path: Path, here: frozenset[Spot]) -> frozenset[Spot]:
        plain = _plain_spot(path) if here is _AT_CONTEXT or path.is_absolute else None
        if plain is not None:
            self.spots[plain] = None
            return frozenset((plain,))
        spots = here
        if path.start is not None:
            spots = self._start(path.start, here)
        elif path.is_absolute:
            spots = _ROOT
        for step in path.steps:
            spots = frozenset([_stepped(step, spot) for spot in spots])
            for predicate in step.predicates:
                self.read(predicate, spots)
        self._note(spots)
        return spots

    def _start(self, start: Syntax, here: frozenset[Spot]) -> frozenset[Spot]:
        if isinstance(start, Call) and start.name == "current":
            self.names.add("current")
            return _AT_CONTEXT
        return self.read(start, here)

    def _note(self, spots: Iterable[Spot]) -> None:
        self.spots.update(dict.fromkeys(spots))


def _plain_spot(path: Path) -> Spot | None:
    """Return where a path of `..` and names comes, or none for another: nearly all are such."""
    if path.start is not None:
        return None
    up, names = (ABSOLUTE if path.is_absolute else 0), [""]
    for step in path.steps:
        if step.predicates or step.test[-1] == "*":
            return None
        if step.axis == "child" and step.test[-1] != ")":
            names.append(step.test)
        elif step.axis == "parent" and step.test == "node()" and up != ABSOLUTE and len(names) == 1:
            up += 1
        else:
            return None
    return Spot(up, "/".join(names))


def _stepped(step: Step, spot: Spot) -> Spot:
    axis = step.axis
    if axis in _ANYWHERE:
        return Spot(ABSOLUTE, is_loose=True)
    if axis == "parent":
        return _above(spot)
    if axis in _BESIDE:
        return _above(spot)._replace(is_loose=True)
    if axis in ("self", "namespace"):
        return spot
    if step.test in ("text()", "comment()", "processing-instruction()") and axis == "child":
        return spot
    if spot.is_loose or axis.startswith("descendant") or step.test[-1] in "*)":
        return spot._replace(is_loose=True)
    mark = "@" if axis == "attribute" else ""
    return Spot(spot.up, f"{spot.below}/{mark}{step.test}")


def _above(spot: Spot) -> Spot:
    if spot.below:
        return spot._replace(below=spot.below.rpartition("/")[0])
    return spot if spot.up == ABSOLUTE else spot._replace(up=spot.up + 1)


def footprint_of(syntax: Syntax) -> Footprint:
    """Return what an expression reads, wherever it stands."""
    reader = _Reader()
    reader.read(syntax, _AT_CONTEXT)
    functions = [FUNCTIONS[name] for name in reader.names if name in FUNCTIONS]
    return Footprint(
        tuple(reader.spots),
        frozenset(reader.instances),
        is_volatile=any(function.is_volatile for function in functions),
        uses_position=bool(reader.names & {"position", "last"}),
        uses_language=bool(reader.names & _LANGUAGE),
    )
