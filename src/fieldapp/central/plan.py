"""From a verified bundle and what the centre holds to an import plan: pure, nothing read or written here.

A fault of sequence refuses the whole bundle; the order in which they are looked for:

1. The laptop is enrolled here and not revoked; the stream is the agency's.
2. The very same bundle came before: nothing to do, the same receipt.
3. Its number, or its neighbours by number, came with other content (FORK, `prev_manifest_sha256` mismatch).
4. It begins beyond the last change we hold (GAP).
5. A change that we hold came with other content under the same number or id (FORK).

Everything else applies: what is new is merged by heads, what is faulty waits in quarantine (`settle`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fieldapp.base.errors import KnownError
from fieldapp.bundle.content import ANAPEC, BundleHeader, StreamedChange
from fieldapp.bundle.verified import VerifiedBundle
from fieldapp.central.settle import Rules, Settled, order_of, settle
from fieldapp.records.change import Change, Op, content_hash


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A laptop as the centre enrolled it."""

    device_id: str
    device_code: str
    role: str
    age_recipient: str
    is_revoked: bool


@dataclass(frozen=True, slots=True)
class StreamRow:
    """How far one stream of one laptop has come."""

    stream_id: int
    last_seq: int
    last_bundle_no: int
    last_manifest_sha256: str


@dataclass(frozen=True, slots=True)
class BundleRow:
    """A bundle that was received."""

    bundle_id: str
    bundle_no: int
    manifest_sha256: str
    prev_manifest_sha256: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A change at its number in a stream."""

    stream_seq: int
    change_id: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class CentreState:
    """What a plan needs of the database; read under the importers' lock."""

    device: DeviceRow | None
    stream: StreamRow | None
    """`None` before the first bundle of this laptop, epoch and stream."""
    bundles: tuple[BundleRow, ...] = ()
    """Received bundles of this stream with the same number, the one before and the one after; and any bundle
    with the same bundle_id."""
    entries: Mapping[int, Entry] = field(default_factory=dict)
    """stream_seq -> what we hold there, for the numbers that the bundle brings again."""
    applied: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    """record_id -> changes that stand, for every record the bundle touches."""
    waiting: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    """record_id -> changes in quarantine, for every record the bundle touches."""


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


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do."""

    header: BundleHeader
    manifest_sha256: str
    is_same: bool
    """The very same bundle stands already: nothing to do, its receipt is given again."""
    entries: tuple[Entry, ...] = ()
    """New numbers of the stream."""
    records: tuple[RecordPlan, ...] = ()
    new_count: int = 0
    """Changes the centre never saw."""
    known_count: int = 0
    """Changes it had, from this laptop or through a team lead."""
    quarantined: frozenset[str] = frozenset()
    """Changes of this bundle that wait."""


def plan_import(bundle: VerifiedBundle, state: CentreState, *, rules: Rules) -> ImportPlan:
    """Say what importing a bundle does, or refuse it whole.

    Raises:
        KnownError: `central.not_enrolled`, `bundle.signer_revoked`, `central.wrong_stream`, `bundle.fork`,
            `bundle.wrong_previous`, `bundle.gap`, `bundle.change_differs`.
    """
    header, sha256 = bundle.header, bundle.manifest_sha256
    _check_sender(header, state)
    if any(row.manifest_sha256 == sha256 and row.bundle_no == header.bundle_no for row in state.bundles):
        return ImportPlan(header, sha256, is_same=True)
    _check_neighbours(header, sha256, state)
    _check_gap(header, state)
    return _plan_changes(bundle, state, rules)


def _check_sender(header: BundleHeader, state: CentreState) -> None:
    if state.device is None:
        raise KnownError("central.not_enrolled", device=header.device_code or header.device_id)
    if state.device.is_revoked:
        raise KnownError("bundle.signer_revoked", signer="", name="", device=header.device_id)
    if not header.device_epoch:
        raise KnownError("bundle.manifest_field", field="device_epoch")
    if header.stream != ANAPEC:
        raise KnownError("central.wrong_stream", stream=header.stream)


def _check_neighbours(header: BundleHeader, sha256: str, state: CentreState) -> None:
    by_no = {row.bundle_no: row for row in state.bundles}
    if header.bundle_no in by_no or any(row.bundle_id == header.bundle_id for row in state.bundles):
        raise KnownError(
            "bundle.fork", device=header.device_code, bundle_no=header.bundle_no, seq=header.seq_from
        )
    before, after = by_no.get(header.bundle_no - 1), by_no.get(header.bundle_no + 1)
    is_before = before is None or before.manifest_sha256 == header.prev_manifest_sha256
    is_after = after is None or after.prev_manifest_sha256 == sha256
    if not (is_before and is_after):
        raise KnownError("bundle.wrong_previous", device=header.device_code, bundle_no=header.bundle_no)


def _check_gap(header: BundleHeader, state: CentreState) -> None:
    last_seq = state.stream.last_seq if state.stream else 0
    if header.seq_from > last_seq + 1:
        missing = {"need_from": last_seq + 1, "need_to": header.seq_from - 1}
        raise KnownError("bundle.gap", device=header.device_code, bundle_no=header.bundle_no, **missing)


def _plan_changes(bundle: VerifiedBundle, state: CentreState, rules: Rules) -> ImportPlan:
    changes, header = bundle.changes, bundle.header
    entries = tuple(_entry(streamed) for streamed in changes)
    for entry in entries:
        if state.entries.get(entry.stream_seq, entry) != entry:
            raise KnownError(
                "bundle.fork", device=header.device_code, bundle_no=header.bundle_no, seq=entry.stream_seq
            )
    held = {change.change_id: change for change in _all(state.applied) + _all(state.waiting)}
    fresh = [streamed.change for streamed in changes if streamed.change.change_id not in held]
    for streamed in changes:
        _check_unaltered(streamed.change, held.get(streamed.change.change_id))
    records = tuple(
        _plan_record(record_id, new, state, rules=rules)
        for record_id, new in sorted(_by_record(fresh).items())
    )
    waiting = {one.change.change_id for record in records for one in record.settled.waiting}
    return ImportPlan(
        header,
        bundle.manifest_sha256,
        is_same=False,
        entries=tuple(entry for entry in entries if entry.stream_seq not in state.entries),
        records=records,
        new_count=len(fresh),
        known_count=len(changes) - len(fresh),
        quarantined=frozenset(waiting & {change.change_id for change in fresh}),
    )


def plan_replay(record_id: str, state: CentreState, *, rules: Rules) -> RecordPlan:
    """Settle a record anew without any new change: after the centre learnt a form."""
    return _plan_record(record_id, [], state, rules=rules)


def _plan_record(record_id: str, new: list[Change], state: CentreState, *, rules: Rules) -> RecordPlan:
    before = {change.change_id: change for change in state.applied.get(record_id, ())}
    waited = state.waiting.get(record_id, ())
    settled = settle([*before.values(), *waited, *new], rules)
    now = {change.change_id: change for change in settled.applied}
    return RecordPlan(
        record_id,
        settled,
        is_known=bool(before),
        fresh=tuple(sorted((now[change_id] for change_id in now.keys() - before.keys()), key=order_of)),
        dropped=tuple(sorted(before.keys() - now.keys())),
        erasures=tuple(_erasures(before, now)),
    )


def _erasures(before: Mapping[str, Change], now: Mapping[str, Change]) -> Iterable[tuple[str, str]]:
    for change_id in sorted(before.keys() & now.keys()):
        for old, new in zip(before[change_id].fields, now[change_id].fields, strict=True):
            if old != new:
                yield change_id, new.path


def _check_unaltered(change: Change, held: Change | None) -> None:
    """Refuse a change that we hold by its id with another value on a path that both carry."""
    if held is None:
        return
    digests = {one.path: one.digest for one in held.fields}
    same_head = (change.device_id, change.record_id, change.op) == (held.device_id, held.record_id, held.op)
    if not same_head or any(digests.get(one.path, one.digest) != one.digest for one in change.fields):
        raise KnownError("bundle.change_differs", change_id=change.change_id, device=change.device_id)


def _follows(later: Change, earlier: Change) -> bool:
    """Tell whether the author of one change knew of another: same laptop and later, or built upon it."""
    parents = {parent for one in later.fields for parent in one.parents}
    return earlier.change_id in parents or (later.device_id == earlier.device_id and later.seq > earlier.seq)


def _entry(streamed: StreamedChange) -> Entry:
    return Entry(streamed.stream_seq, streamed.change.change_id, content_hash(streamed.change))


def _by_record(changes: Iterable[Change]) -> dict[str, list[Change]]:
    grouped: dict[str, list[Change]] = {}
    for change in changes:
        grouped.setdefault(change.record_id, []).append(change)
    return grouped


def _all(by_record: Mapping[str, tuple[Change, ...]]) -> list[Change]:
    return [change for changes in by_record.values() for change in changes]
