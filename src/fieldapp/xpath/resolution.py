"""Tells without evaluating which question a path leads to, whether to more than one node, what a text counts."""

import math
from collections.abc import Collection
from datetime import UTC

from fieldapp.xpath.context import Environment
from fieldapp.xpath.dates import looks_like_date
from fieldapp.xpath.nodes import Node
from fieldapp.xpath.syntax import Call, Filter, Path, Step, Syntax
from fieldapp.xpath.values import number_from_text

NOWHERE = Environment(root=Node("nowhere"), zone=UTC)
"""What a constant is evaluated in: it asks for nothing."""


def constant_number(text: str) -> float:
    """Return the number that a text in quotes counts as, wherever it is evaluated; NaN for a date too."""
    return math.nan if looks_like_date(text.strip()) else number_from_text(text, NOWHERE)


def nodeset_of(syntax: Syntax, here: str, *, current: str = "") -> str | None:
    """Return the absolute nodeset, without positions, that a path leads to; None where it cannot be told.

    Args:
        syntax: Any expression; only a plain path of names, `.`, `..`, `@name` and predicates can be told.
        here: The absolute nodeset it is asked at; blank where that is not known.
        current: What `current()` stands for; `here` unless the path stands in a predicate.
    """
    if isinstance(syntax, Call) and syntax.name == "current":
        return current or here or None
    if isinstance(syntax, Filter):
        return nodeset_of(syntax.primary, here, current=current)
    if not isinstance(syntax, Path):
        return None
    place: str | None = here
    if syntax.start is not None:
        place = nodeset_of(syntax.start, here, current=current)
    elif syntax.is_absolute:
        return _walked("", syntax.steps)
    return _walked(place, syntax.steps) if place else None


def _walked(place: str, steps: Collection[Step]) -> str | None:
    for step in steps:
        reached = _stepped(place, step)
        if reached is None:
            return None
        place = reached
    return place or None


def _stepped(place: str, step: Step) -> str | None:
    if step.test == "node()" and step.axis in ("self", "parent"):
        return place if step.axis == "self" else place.rpartition("/")[0]
    if step.axis not in ("child", "attribute") or step.test[-1] in "*)":
        return None
    return f"{place}/{'@' if step.axis == 'attribute' else ''}{step.test}"


def is_single(syntax: Syntax, here: str, *, repeats: Collection[str]) -> bool:
    """Whether a path that `nodeset_of` can tell leads to one node at most: it goes down into no repeat."""
    if isinstance(syntax, Call):
        return syntax.name == "current"
    if not isinstance(syntax, Path) or (syntax.start is not None and not isinstance(syntax.start, Call)):
        return False
    place = "" if syntax.is_absolute else here
    for step in syntax.steps:
        reached = _stepped(place, step)
        if reached is None or (step.axis == "child" and reached in repeats):
            return False
        place = reached
    return True
