"""What a draft's author changed, when others' changes came into the record while it was being written.

A draft holds every answer of its record, so a plain difference would undo, unseen, whatever came meanwhile. Properties,
proved in `tests/records/test_rebasing.py`:

1. A value that the author left alone stays as it is now, whatever the session still showed.
2. A value that the author changed names as its parents what they had before them when they first changed it; where
   others changed it too, both stand in a conflict.
3. Who changed a value after others' change had come, and before their eyes, has seen that one and replaces it.
4. In a conflict nobody has seen the heads who saw the agreed value alone: their change stands beside the heads. Only
   a person who was shown them all resolves it, by an act of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.records.merge import FieldState
from fieldapp.records.record import Answers

_NOTHING = FieldState((), None, is_conflict=False, choices=())


@dataclass(frozen=True, slots=True)
class Seen:
    """What stood at a path before the author's eyes."""

    value: str | None
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Underway:
    """How a draft stands to what came meanwhile."""

    before: Mapping[str, Seen]
    """Paths that others changed since the draft was begun -> what stood there before."""
    typed_over: Mapping[str, str | None]
    """Paths the author changed in the draft -> the value they first changed."""


@dataclass(frozen=True, slots=True)
class NetField:
    """One value that finalising sets."""

    path: str
    old_value: str | None
    new_value: str | None
    parents: tuple[str, ...]


def net_difference(
    state: Mapping[str, FieldState], after: Answers, underway: Underway
) -> tuple[NetField, ...]:
    """Return what a draft changes, by path.

    Args:
        state: What the record holds now, everybody's changes merged.
        after: All answers as the author finalises them.
        underway: How the draft stands to what came meanwhile.
    """
    found = []
    for path in sorted(state.keys() | after.keys()):
        new = after.get(path)
        seen = _seen(path, state.get(path, _NOTHING), new, underway)
        if new != seen.value:
            found.append(NetField(path, seen.value, new, seen.heads))
    return tuple(found)


def _seen(path: str, now: FieldState, new: str | None, underway: Underway) -> Seen:
    present = Seen(now.value, now.seen)
    before = underway.before.get(path)
    if before is None:
        return present
    if path not in underway.typed_over:
        return present if new == now.value else before
    has_seen_present = underway.typed_over[path] == now.value and now.value != before.value
    return present if has_seen_present else before
