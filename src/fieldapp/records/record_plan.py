"""What receiving changes does to one record: what is written, what waits, what is taken back. Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from fieldapp.base.errors import KnownError
from fieldapp.records.change import Change, Op
from fieldapp.records.settle import Rules, Settled, order_of, settle


@dataclass(frozen=True, slots=True)
class RecordPlan:
    """What becomes of one record."""

    record_id: str
    settled: Settled
    is_known: bool
    """Whether it stood in the database before."""
    fresh: tuple[Change, ...]
    """Changes to write: applied now and not before."""
    dropped: tuple[str, ...]
    """Changes that stood and now wait behind one that came late through another laptop."""
    erasures: tuple[tuple[str, str], ...]
    """(change_id, path) of values that stood and are taken back."""

    @property
    def conflicts(self) -> tuple[str, ...]:
        """Paths on which several values stand against each other."""
        return tuple(path for path, state in self.settled.state.items() if state.is_conflict)

    @property
    def is_deleted(self) -> bool:
        """Whether the record as a whole was deleted, and not restored later by someone who knew of it."""
        applied = self.settled.applied
        restores = [change for change in applied if change.op is Op.RESTORE]
        deletes = [change for change in applied if change.op is Op.DELETE]
        return any(not any(_follows(restore, one) for restore in restores) for one in deletes)


def plan_record(
    record_id: str,
    new: Iterable[Change],
    *,
    before: Collection[Change],
    waited: Collection[Change],
    rules: Rules,
    in_workspace: bool = False,
) -> RecordPlan:
    """Settle a record with its new changes.

    Args:
        record_id: The record.
        new: Changes received now.
        before: Changes that stand.
        waited: Changes that were received earlier and wait.
        rules: What is known of its form.
        in_workspace: Whether this is a workspace, whose journal lets nothing go again, and not a centre.
    """
    stood = {change.change_id: change for change in before}
    settled = settle(
        [*stood.values(), *waited, *new],
        rules,
        standing=stood if in_workspace else (),
        stream=not in_workspace,
    )
    now = {change.change_id: change for change in settled.applied}
    return RecordPlan(
        record_id,
        settled,
        is_known=bool(stood),
        fresh=tuple(sorted((now[change_id] for change_id in now.keys() - stood.keys()), key=order_of)),
        dropped=tuple(sorted(stood.keys() - now.keys())),
        erasures=tuple(_erasures(stood, now)),
    )


def check_unaltered(change: Change, held: Change | None) -> None:
    """Refuse a change that we hold by its id with another value on a path that both carry.

    Raises:
        KnownError: `bundle.change_differs`.
    """
    if held is None:
        return
    digests = {one.path: one.digest for one in held.fields}
    same_head = (change.device_id, change.record_id, change.op) == (held.device_id, held.record_id, held.op)
    if not same_head or any(digests.get(one.path, one.digest) != one.digest for one in change.fields):
        raise KnownError("bundle.change_differs", change_id=change.change_id, device=change.device_id)


def _erasures(before: Mapping[str, Change], now: Mapping[str, Change]) -> Iterable[tuple[str, str]]:
    for change_id in sorted(before.keys() & now.keys()):
        for old, new in zip(before[change_id].fields, now[change_id].fields, strict=True):
            if old != new:
                yield change_id, new.path


def _follows(later: Change, earlier: Change) -> bool:
    """Tell whether the author of one change knew of another: same laptop and later, or built upon it."""
    parents = {parent for one in later.fields for parent in one.parents}
    return earlier.change_id in parents or (later.device_id == earlier.device_id and later.seq > earlier.seq)
