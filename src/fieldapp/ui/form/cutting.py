"""How a section is cut into pages: whole while it is short, in parts when long, in small steps for an interview."""

from collections.abc import Callable

from fieldapp.engine import LiveControl
from fieldapp.forms.definition import Control, FormDefinition, Group, Question, Repeat
from fieldapp.ui.form.reader import FormReader

Pieces = list[tuple[LiveControl, ...]]
Cut = Callable[[FormReader, tuple[LiveControl, ...]], Pieces]
"""Cuts what stands in a section, in order, into what is shown together."""

MOST_ON_A_PAGE = 60
"""A page of more questions takes longer to build than a person notices as a wait, and to read."""
_PER_PART = 40
_PER_STEP = 3
"""Questions that stand together before a person who is listening; those that depend on them come along…"""
_MOST_IN_STEP = 7
"""…as long as there are no more than these in all."""


def pages(_reader: FormReader, roots: tuple[LiveControl, ...]) -> Pieces:
    """Leave a section whole, unless it has so many questions that it is parted."""
    weights = [_count(live.control) for live in roots]
    if sum(weights) <= MOST_ON_A_PAGE:
        return [roots]
    return _filled(roots, weights, most=_PER_PART, most_roots=_PER_PART)


def steps(reader: FormReader, roots: tuple[LiveControl, ...]) -> Pieces:
    """Put a few questions together; one that depends on another stays with it, and a repeat stands alone."""
    weights = [_weight(reader.definition, live.control) for live in roots]
    return _filled(roots, weights, most=_PER_STEP, most_roots=_MOST_IN_STEP)


def _filled(roots: tuple[LiveControl, ...], weights: list[int], *, most: int, most_roots: int) -> Pieces:
    pieces: list[list[LiveControl]] = []
    filled = most
    for live, weight in zip(roots, weights, strict=True):
        if pieces and filled + weight <= most and len(pieces[-1]) < most_roots:
            pieces[-1].append(live)
            filled += weight
        else:
            pieces.append([live])
            filled = weight
    return [tuple(piece) for piece in pieces]


def _count(control: Control) -> int:
    """Count the questions of a control; an instance of a repeat counts as what it asks, folded or not."""
    return 1 if isinstance(control, Question) else sum(map(_count, control.children))


def _weight(definition: FormDefinition, control: Control) -> int:
    if isinstance(control, Repeat):
        return _PER_STEP
    if isinstance(control, Group):
        return max(1, sum(_weight(definition, child) for child in control.children))
    bind = definition.bind(control.nodeset)
    return 0 if bind.relevant is not None or bind.is_computed else 1
