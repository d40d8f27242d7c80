"""Where a verified bundle stands among those of its stream: what it brings again, what is missing before it, forks.

A fault of sequence refuses the whole bundle; the order in which they are looked for:

1. Its number, or its neighbours by number, came with other content (FORK, `prev_manifest_sha256` mismatch).
2. It begins beyond the last change we hold (GAP).
3. A change that we hold came with other content under the same number (FORK).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fieldapp.base.errors import KnownError
from fieldapp.bundle.content import BundleHeader, StreamedChange
from fieldapp.bundle.verified import VerifiedBundle
from fieldapp.records.change import content_hash


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


def is_same(bundle: VerifiedBundle, near: Iterable[BundleRow]) -> bool:
    """Whether this very bundle was received before."""
    return any(
        row.manifest_sha256 == bundle.manifest_sha256 and row.bundle_no == bundle.header.bundle_no
        for row in near
    )


def check_sequence(bundle: VerifiedBundle, stream: StreamRow | None, near: Iterable[BundleRow]) -> None:
    """Refuse a bundle that does not fit those received before.

    Args:
        bundle: One that was not received before.
        stream: How far its stream has come; nothing before its first bundle.
        near: Received bundles with its number, the one before and the one after, or with its identifier.

    Raises:
        KnownError: `bundle.fork`, `bundle.wrong_previous`, `bundle.gap`.
    """
    header = bundle.header
    _check_neighbours(header, bundle.manifest_sha256, tuple(near))
    _check_gap(header, stream)


def entries_of(bundle: VerifiedBundle, held: Mapping[int, Entry]) -> tuple[Entry, ...]:
    """Return the numbers of the stream that a bundle fills, those held already included.

    Raises:
        KnownError: `bundle.fork`, when something else stands at one of them.
    """
    header = bundle.header
    entries = tuple(_entry(streamed) for streamed in bundle.changes)
    for entry in entries:
        if held.get(entry.stream_seq, entry) != entry:
            raise KnownError(
                "bundle.fork", device=header.device_code, bundle_no=header.bundle_no, seq=entry.stream_seq
            )
    return entries


def _check_neighbours(header: BundleHeader, sha256: str, near: tuple[BundleRow, ...]) -> None:
    by_no = {row.bundle_no: row for row in near}
    if header.bundle_no in by_no or any(row.bundle_id == header.bundle_id for row in near):
        raise KnownError(
            "bundle.fork", device=header.device_code, bundle_no=header.bundle_no, seq=header.seq_from
        )
    before, after = by_no.get(header.bundle_no - 1), by_no.get(header.bundle_no + 1)
    is_before = before is None or before.manifest_sha256 == header.prev_manifest_sha256
    is_after = after is None or after.prev_manifest_sha256 == sha256
    if not (is_before and is_after):
        raise KnownError("bundle.wrong_previous", device=header.device_code, bundle_no=header.bundle_no)


def _check_gap(header: BundleHeader, stream: StreamRow | None) -> None:
    last_seq = stream.last_seq if stream else 0
    if header.seq_from > last_seq + 1:
        missing = {"need_from": last_seq + 1, "need_to": header.seq_from - 1}
        raise KnownError("bundle.gap", device=header.device_code, bundle_no=header.bundle_no, **missing)


def _entry(streamed: StreamedChange) -> Entry:
    return Entry(streamed.stream_seq, streamed.change.change_id, content_hash(streamed.change))
