"""The order of several chosen values, as ODK Web Forms keeps it: that of the list, or of a rank that covers it."""

from collections.abc import Sequence

from fieldapp.forms.definition import Control, Question


def is_of_kind(control: Control | None, kind: str) -> bool:
    """Whether a control is a question of a kind: `select`, `select1`, `rank`."""
    return isinstance(control, Question) and control.kind == kind


def in_list_order(text: str, offered: Sequence[str]) -> str:
    """Return chosen values in the order of their list; what the list does not offer comes last."""
    places = {value: place for place, value in enumerate(offered)}
    return " ".join(sorted(text.split(), key=lambda value: places.get(value, len(places))))


def still_offered(control: Control | None, text: str, offered: Sequence[str]) -> str:
    """Return what is left of an answer when the choices are others; in a rank, new choices come last."""
    chosen = [text] if is_of_kind(control, "select1") else text.split()
    known = frozenset(offered)
    kept = [value for value in chosen if value in known]
    if kept and is_of_kind(control, "rank"):
        kept += [value for value in offered if value not in kept]
    return text if kept == chosen else " ".join(kept)
