"""Which values an erasure on request (law 09-08), or a consent taken back, takes out of the history.

Properties, proved in `tests/records/test_erasure.py`; per path, of the graph that `merge` knows:

1. A withdrawal takes what it replaces: the values that its author had seen, directly or not.
2. An erasure takes those, and whatever somebody made of one of them without knowing of the erasure. The correction,
   typed elsewhere, of a number that is erased is still that person's number, and quotes it as its old value. So a
   late edit brings nothing back and stands in no conflict, in whatever order the changes arrive.
3. What was written by somebody who knew of the erasure stands; and so does a first value that nobody made of an
   erased one: it is a head beside the erasure, and a person decides.
4. To take twice takes nothing more; the digests stay, and with them every hash over them.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from fieldapp.records.change import Change, ChangeField, Op, erased, is_erased

ERASES = frozenset({Op.ERASE, Op.WITHDRAW})
"""Changes that take values out of the history of those who read a stream."""
_Parents = Mapping[str, tuple[str, ...]]


class Reason(StrEnum):
    """Why values are erased: one of these, never a free text, since the journal keeps a reason for ever."""

    REQUEST = "demande de la personne"
    CONSENT = "consentement retiré"
    MISTAKE = "saisie par erreur"
    EXPIRED = "durée de conservation échue"
    AUTHORITY = "décision d'une autorité"


def taken_back(changes: Iterable[Change], *, ops: Collection[Op] = ERASES) -> frozenset[tuple[str, str]]:
    """Return (change_id, path) of every value that may not stand, the erasing changes' own included.

    Args:
        changes: All that is known of one record, in any order, waiting ones included.
        ops: `ERASE` alone in an author's own workspace, where `withdraw` says only what travelled.
    """
    known = {change.change_id: change for change in changes}
    erasing = [
        (change, field.path)
        for change in known.values()
        if change.op in ops
        for field in change.fields
        if field.new_value is None
    ]
    graphs = {path: _parents_on(path, known.values()) for path in {path for _, path in erasing}}
    return frozenset(
        (change_id, path) for change, path in erasing for change_id in _taken_by(change, graphs[path])
    )


def without(change: Change, taken: Collection[tuple[str, str]]) -> Change:
    """Return a change without those of its values that are taken back."""
    return replace(change, fields=tuple(_unless_taken(change, field, taken) for field in change.fields))


def _unless_taken(change: Change, field: ChangeField, taken: Collection[tuple[str, str]]) -> ChangeField:
    is_taken = (change.change_id, field.path) in taken and not is_erased(field)
    return erased(field) if is_taken else field


def _parents_on(path: str, changes: Iterable[Change]) -> _Parents:
    return {
        change.change_id: field.parents for change in changes for field in change.fields if field.path == path
    }


def _taken_by(erasing: Change, graph: _Parents) -> set[str]:
    seen = _ancestors(graph, erasing.change_id)
    taken = seen | {erasing.change_id}
    if erasing.op is Op.ERASE:
        for change_id in graph.keys() - taken:
            before = _ancestors(graph, change_id)
            if before & seen and erasing.change_id not in before:
                taken.add(change_id)
    return taken


def _ancestors(graph: _Parents, change_id: str) -> set[str]:
    """Return what the author of a change had on this path, directly or not; a parent need not be known itself."""
    seen: set[str] = set()
    todo = list(graph.get(change_id, ()))
    while todo:
        parent = todo.pop()
        if parent not in seen:
            seen.add(parent)
            todo.extend(graph.get(parent, ()))
    return seen
