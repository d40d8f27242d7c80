"""What of one record's changes applies, what waits and why: a pure function of the set of changes received.

Because nothing here looks at the order of arrival, any order and repetition of bundles gives the same record:

1. A change with a faulty value waits until it is corrected or the rule is (`Rules.fault_of`).
2. A record is known once a sound `create` or `publish` of it has come; until then its other changes wait.
3. A change waits for the changes whose values its author saw (its parents), and stands behind every earlier
   change of the same laptop that waits: a laptop's edits of one record apply in the order they were made.
4. `erase` and `withdraw` take values out of the history (`records.erasure`), out of what waits too: a faulty value
   that is erased is no fault any longer. The digests stay.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from fieldapp.records.change import Change, Op
from fieldapp.records.erasure import ERASES, taken_back, without
from fieldapp.records.merge import FieldState, merge_record

_INTRODUCES = frozenset({Op.CREATE, Op.PUBLISH})


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a change waits."""

    code: str
    path: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    """What the sentence needs; never an answer."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A change in quarantine."""

    change: Change
    fault: Fault


@dataclass(frozen=True, slots=True)
class Settled:
    """One record after the merge."""

    applied: tuple[Change, ...]
    """By change_id; values that were taken back are erased."""
    waiting: tuple[Waiting, ...]
    state: Mapping[str, FieldState]
    """Path -> what stands there."""


class Rules(Protocol):
    """What whoever receives knows of the forms."""

    def fault_of(self, change: Change) -> Fault | None:
        """Return what is wrong with a change taken alone."""
        ...

    def set_paths(self, form_id: str) -> frozenset[str]:
        """Return the generic paths of a form whose answers are sets of choices."""
        ...


def settle(
    changes: Iterable[Change], rules: Rules, *, standing: Collection[str] = (), stream: bool = True
) -> Settled:
    """Decide everything about one record from all of its changes received so far, in any order.

    Args:
        changes: All that is known of the record.
        rules: What is known of its form.
        standing: Changes that stand already and cannot be taken out again: those in a workspace's journal.
        stream: Read the changes as a centre does; in a workspace, `publish` and `withdraw` say only what travelled.
    """
    known = {change.change_id: change for change in changes}
    taken = taken_back(known.values(), ops=ERASES if stream else {Op.ERASE})
    received = {change_id: without(change, taken) for change_id, change in known.items()}
    faults = _faults_alone(received, rules, standing)
    applied = _applicable(received, faults, standing)
    for change_id in received.keys() - applied.keys() - faults.keys():
        faults[change_id] = _reason(received[change_id], received, applied)
    kept = tuple(change for _, change in sorted(applied.items()))
    form_id = next((change.form_id for change in applied.values()), "")
    state = merge_record(kept, set_paths=rules.set_paths(form_id) if form_id else frozenset(), stream=stream)
    waiting = tuple(Waiting(received[change_id], faults[change_id]) for change_id in sorted(faults))
    return Settled(kept, waiting, state)


def order_of(change: Change) -> tuple[str, int, str]:
    """Return where a change stands among those of its laptop."""
    return (change.device_id, change.seq, change.change_id)


def _faults_alone(
    received: Mapping[str, Change], rules: Rules, standing: Collection[str]
) -> dict[str, Fault]:
    """Find what no other change can repair; and, while nobody has introduced the record, that it is unknown."""
    found = {
        change_id: rules.fault_of(change)
        for change_id, change in received.items()
        if change_id not in standing
    }
    faults = {change_id: fault for change_id, fault in found.items() if fault}
    sound = [change for change_id, change in sorted(received.items()) if change_id not in faults]
    form_id = next((change.form_id for change in sound if change.op in _INTRODUCES), None)
    for change in (one for one in sound if one.change_id not in standing):
        if form_id is None:
            faults[change.change_id] = Fault("change.unknown_record")
        elif change.form_id != form_id:
            faults[change.change_id] = Fault("change.wrong_form", facts={"form": change.form_id})
    return faults


def _applicable(
    received: Mapping[str, Change], faults: Mapping[str, Fault], standing: Collection[str]
) -> dict[str, Change]:
    applied = {change_id: change for change_id, change in received.items() if change_id in standing}
    todo = sorted((one for one in received.values() if one.change_id not in applied), key=order_of)
    while True:
        left: list[Change] = []
        blocked: set[str] = set()
        for change in todo:
            is_free = change.change_id not in faults and change.device_id not in blocked
            if is_free and not _missing(change, applied):
                applied[change.change_id] = change
            else:
                left.append(change)
                blocked.add(change.device_id)
        if len(left) == len(todo):
            return applied
        todo = left


def _missing(change: Change, applied: Mapping[str, Change]) -> tuple[str, str] | None:
    """Return the first parent that is not applied, with the path it is a parent on."""
    for changed in change.fields:
        for parent in changed.parents:
            if parent not in applied or not _sets(applied[parent], changed.path):
                return parent, changed.path
    return None


def _sets(change: Change, path: str) -> bool:
    return any(changed.path == path for changed in change.fields)


def _reason(change: Change, received: Mapping[str, Change], applied: Mapping[str, Change]) -> Fault:
    missing = _missing(change, applied)
    if missing and missing[0] not in received:
        return Fault("change.parent_missing", missing[1], {"parent": missing[0]})
    return Fault("change.held", missing[1] if missing else "")
