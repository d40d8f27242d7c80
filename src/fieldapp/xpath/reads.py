"""What an expression reads, told without evaluating it: the edges of the form's dependency graph."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from fieldapp.xpath.functions import FUNCTIONS
from fieldapp.xpath.syntax import Call, Filter, Literal, Operation, Path, Step, Syntax, parts

_BESIDE = frozenset({"following-sibling", "preceding-sibling"})
_ANYWHERE = frozenset({"following", "preceding", "ancestor", "ancestor-or-self"})
_LANGUAGE = frozenset({"jr:itext", "jr:choice-name", "format-date", "format-date-time", "lang"})
_INSTANCE_FUNCTIONS = frozenset({"instance", "pulldata"})


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


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the primary instance a path has come; `is_loose` when it is somewhere under that."""

    nodeset: str
    is_loose: bool = False


class _Reader:
    def __init__(self, current: str) -> None:
        self.current = _Place(current)
        self.nodesets: set[str] = set()
        self.subtrees: set[str] = set()
        self.instances: set[str] = set()
        self.names: set[str] = set()

    def read(self, syntax: Syntax, here: frozenset[_Place]) -> frozenset[_Place]:
        """Note what an expression reads; return where its nodes lie."""
        match syntax:
            case Path():
                return self._path(syntax, here)
            case Filter(primary=primary, predicates=predicates):
                places = self.read(primary, here)
                for predicate in predicates:
                    self.read(predicate, places)
                return places
            case Call():
                return self._call(syntax, here)
            case _:
                inside = [self.read(part, here) for part in parts(syntax)]
                is_union = isinstance(syntax, Operation) and syntax.operator == "|"
                return frozenset().union(*inside) if is_union else frozenset()

    def _call(self, call: Call, here: frozenset[_Place]) -> frozenset[_Place]:
        self.names.add(call.name)
        if call.name == "current":
            self._note({self.current})
            return frozenset({self.current})
        if call.name in _INSTANCE_FUNCTIONS and call.arguments and isinstance(call.arguments[0], Literal):
            self.instances.add(call.arguments[0].value)
        if call.name == "once" or (call.name in _ABOUT_HERE and not call.arguments):
            self._note(here)
        if call.name == "id":
            self.subtrees.add("")
        inside = [self.read(argument, here) for argument in call.arguments]
        return frozenset().union(*inside)

    def _path(self, path: Path, here: frozenset[_Place]) -> frozenset[_Place]:
        places = here
        if path.start is not None:
            places = self._start(path.start, here)
        elif path.is_absolute:
            places = frozenset({_Place("")})
        for step in path.steps:
            places = self._step(step, places)
            for predicate in step.predicates:
                self.read(predicate, places)
        self._note(places)
        return places

    def _start(self, start: Syntax, here: frozenset[_Place]) -> frozenset[_Place]:
        if isinstance(start, Call) and start.name == "current":
            self.names.add("current")
            return frozenset({self.current})
        return self.read(start, here)

    def _step(self, step: Step, places: Iterable[_Place]) -> frozenset[_Place]:
        return frozenset(_stepped(step, place) for place in places)

    def _note(self, places: Iterable[_Place]) -> None:
        for place in places:
            (self.subtrees if place.is_loose or not place.nodeset else self.nodesets).add(place.nodeset)


_ABOUT_HERE = frozenset({"string", "number", "string-length", "normalize-space"})


def _stepped(step: Step, place: _Place) -> _Place:
    if step.axis in _ANYWHERE:
        return _Place("", is_loose=True)
    if step.axis == "parent" or step.axis in _BESIDE:
        up = _Place(place.nodeset.rpartition("/")[0], is_loose=place.is_loose)
        return up if step.axis == "parent" else replace(up, is_loose=True)
    if step.axis in ("self", "namespace"):
        return place
    if step.test in ("text()", "comment()", "processing-instruction()") and step.axis == "child":
        return place
    if place.is_loose or step.axis.startswith("descendant") or step.test[-1] in "*)":
        return replace(place, is_loose=True)
    mark = "@" if step.axis == "attribute" else ""
    return _Place(f"{place.nodeset}/{mark}{step.test}")


def reads_of(syntax: Syntax, context_nodeset: str) -> Reads:
    """Return what an expression reads when it stands at a nodeset; blank where that is not known."""
    reader = _Reader(context_nodeset)
    reader.read(syntax, frozenset({reader.current}))
    functions = [FUNCTIONS[name] for name in reader.names if name in FUNCTIONS]
    return Reads(
        nodesets=frozenset(reader.nodesets),
        subtrees=frozenset(reader.subtrees),
        instances=frozenset(reader.instances),
        is_volatile=any(function.is_volatile for function in functions),
        uses_position=bool(reader.names & {"position", "last"}),
        uses_language=bool(reader.names & _LANGUAGE),
    )
