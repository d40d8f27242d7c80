"""From a verified bundle and what the centre holds to an import plan: pure, nothing read or written here.

A fault of sequence refuses the whole bundle; the order in which they are looked for:

1. The laptop is enrolled here and not revoked; the stream is the agency's.
2. The very same bundle came before: nothing to do, the same receipt.
3. Its number, or its neighbours by number, came with other content (FORK, `prev_manifest_sha256` mismatch).
4. It begins beyond the last change we hold (GAP).
5. A change that we hold came with other content under the same number or id (FORK).

Everything else applies: what is new is merged by heads, what is faulty waits in quarantine (`records.settle`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fieldapp.base.errors import KnownError
from fieldapp.bundle.content import ANAPEC, BundleHeader
from fieldapp.bundle.sequence import BundleRow, Entry, StreamRow, check_sequence, entries_of, is_same
from fieldapp.bundle.verified import VerifiedBundle
from fieldapp.records.change import Change
from fieldapp.records.record_plan import RecordPlan, check_unaltered, plan_record
from fieldapp.records.settle import Rules


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A laptop as the centre enrolled it."""

    device_id: str
    device_code: str
    role: str
    age_recipient: str
    is_revoked: bool


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
    if is_same(bundle, state.bundles):
        return ImportPlan(header, sha256, is_same=True)
    check_sequence(bundle, state.stream, state.bundles)
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


def _plan_changes(bundle: VerifiedBundle, state: CentreState, rules: Rules) -> ImportPlan:
    changes, header = bundle.changes, bundle.header
    entries = entries_of(bundle, state.entries)
    held = {change.change_id: change for change in _all(state.applied) + _all(state.waiting)}
    fresh = [streamed.change for streamed in changes if streamed.change.change_id not in held]
    for streamed in changes:
        check_unaltered(streamed.change, held.get(streamed.change.change_id))
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
    return plan_record(
        record_id,
        new,
        before=state.applied.get(record_id, ()),
        waited=state.waiting.get(record_id, ()),
        rules=rules,
    )


def _by_record(changes: Iterable[Change]) -> dict[str, list[Change]]:
    grouped: dict[str, list[Change]] = {}
    for change in changes:
        grouped.setdefault(change.record_id, []).append(change)
    return grouped


def _all(by_record: Mapping[str, tuple[Change, ...]]) -> list[Change]:
    return [change for changes in by_record.values() for change in changes]
