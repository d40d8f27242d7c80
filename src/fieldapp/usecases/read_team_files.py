"""Reads the folder of an exchange: every file that is for this workspace, checked in order, and what it would change.

Nothing is written here: this may run in a worker's thread, with a reader's connection (`exchange_team` writes).
What is not for us, not whole, or not of our team is left alone and told; a file read before is not read again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from fieldapp.base.errors import KnownError
from fieldapp.base.files import known_from_os, read_bytes, sha256_hex
from fieldapp.bundle.content import FIELD_KINDS, Kind, ReceiptContent, SealedBundle
from fieldapp.bundle.limits import OUTER_BYTES
from fieldapp.bundle.progress import IsCancelled, Report, never, unreported
from fieldapp.bundle.reader import TEAM_ROLES, open_bundle
from fieldapp.bundle.receipts import read_receipt
from fieldapp.bundle.sequence import BundleRow, Entry, StreamRow, check_sequence, entries_of, is_same
from fieldapp.bundle.verified import VerifiedBundle
from fieldapp.records.change import Change
from fieldapp.records.record_plan import check_unaltered
from fieldapp.store import InboxStream, MergedRecord, Workspace, stream_to
from fieldapp.usecases.laptop_identity import age_identity, team_trust
from fieldapp.usecases.merge_records import merge_records

_SUFFIX = ".zip.age"
_NOT_OURS = frozenset({"age.not_for_us", "bundle.other_recipient"})
GAP = "bundle.gap"
ANSWERED = frozenset({GAP, "bundle.fork", "bundle.wrong_previous", "bundle.change_differs"})
"""Refusals of which the sender hears by a receipt."""


@dataclass(frozen=True, slots=True)
class TakenBundle:
    """A bundle that fits behind those received before."""

    file_sha256: str
    bundle: VerifiedBundle
    entries: tuple[Entry, ...]
    """Numbers of its stream that were free."""


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that was left alone."""

    name: str
    error: KnownError
    file_sha256: str = ""
    bundle: VerifiedBundle | None = None
    """Where it is sound in itself, and its sender hears of it."""


@dataclass(frozen=True, slots=True)
class TakenReceipt:
    """Somebody's answer to a file of ours."""

    file_sha256: str
    name: str
    content: ReceiptContent


@dataclass(slots=True)
class ReadFolder:
    """What lies in the folder for us, and what it makes of our records."""

    mark: tuple[int, int]
    """State of the journal when this was worked out."""
    bundles: list[TakenBundle] = field(default_factory=list)
    receipts: list[TakenReceipt] = field(default_factory=list)
    refused: list[RefusedFile] = field(default_factory=list)
    for_others: int = 0
    """Files that are somebody else's to read."""
    merged: list[MergedRecord] = field(default_factory=list)
    present: frozenset[str] = frozenset()
    """Digests of all files that lie there."""


def read_folder(
    workspace: Workspace, folder: Path, *, progress: Report = unreported, is_cancelled: IsCancelled = never
) -> ReadFolder:
    """Read every file once and work out what it changes.

    Raises:
        KnownError: `team.none`, `team.folder_missing`, `bundle.cancelled`.
    """
    found = ReadFolder(workspace.changes.mark())
    own = set(workspace.exchange.written())
    present: set[str] = set()
    opened: list[tuple[str, str, VerifiedBundle]] = []
    paths = [path for path in _files(folder) if path.name not in own]
    for number, path in enumerate(paths):
        if is_cancelled():
            raise KnownError("bundle.cancelled")
        present.add(_open(workspace, path, found, opened, seen=present))
        progress(number + 1, len(paths) + 1)
    found.present = frozenset(present)
    changes = _in_sequence(workspace, opened, found)
    found.merged = merge_records(workspace, changes)
    return found


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.name.endswith(_SUFFIX) and path.is_file())
    except FileNotFoundError as error:
        raise KnownError("team.folder_missing", path=str(folder)) from error
    except OSError as error:
        raise known_from_os(error, folder) from error


def _open(
    workspace: Workspace,
    path: Path,
    found: ReadFolder,
    opened: list[tuple[str, str, VerifiedBundle]],
    *,
    seen: set[str],
) -> str:
    """Open one file by every check up to its structure; return its digest."""
    digest = ""
    try:
        data = read_bytes(path, limit=OUTER_BYTES)
        digest = sha256_hex(data)
        known = workspace.exchange.inbox.read_file(digest)
        if digest in seen or (known is not None and known.outcome != GAP):
            return digest
        bundle = _checked(workspace, data)
        if bundle.header.kind is Kind.RECEIPT:
            content = _receipt(workspace, bundle)
            found.receipts.append(TakenReceipt(digest, path.name, content))
        else:
            opened.append((path.name, digest, bundle))
    except KnownError as error:
        if error.code in _NOT_OURS:
            found.for_others += 1
        else:
            found.refused.append(RefusedFile(path.name, error))
    return digest


def _checked(workspace: Workspace, data: bytes) -> VerifiedBundle:
    own = workspace.device.device_id
    bundle = open_bundle(
        SealedBundle(data),
        identities=(age_identity(workspace).secret,),
        trust=team_trust(workspace),
        recipient=own,
        at=workspace.clock.now(),
        kinds=FIELD_KINDS | {Kind.RECEIPT},
        roles=TEAM_ROLES,
    )
    header = bundle.header
    if workspace.exchange.team.peer(header.device_id) is None:
        raise KnownError("team.not_a_member", device=header.device_code or header.device_id)
    if header.kind in FIELD_KINDS and (header.stream != stream_to(own) or not header.device_epoch):
        raise KnownError("team.wrong_stream")
    return bundle


def _receipt(workspace: Workspace, bundle: VerifiedBundle) -> ReceiptContent:
    """Read an answer, which only the one a stream goes to can give."""
    content = read_receipt(bundle, device_id=workspace.device.device_id).content
    if content.stream != stream_to(bundle.header.device_id):
        raise KnownError("team.wrong_stream")
    return content


def _in_sequence(
    workspace: Workspace, opened: list[tuple[str, str, VerifiedBundle]], found: ReadFolder
) -> list[Change]:
    """Take the bundles in the order of their numbers, each behind those before it; return what they bring."""
    by_number = sorted(opened, key=lambda one: (one[2].header.device_id, one[2].header.bundle_no, one[0]))
    sequences, changes = _Sequences(workspace), dict[str, Change]()
    left, refusals = by_number, dict[str, RefusedFile]()
    while left:
        again = []
        for one in left:
            name, digest, bundle = one
            try:
                entries = sequences.fit(bundle)
                _check_held(workspace, bundle, changes)
            except KnownError as error:
                refusals[digest] = RefusedFile(name, error, digest, bundle)
                if error.code == GAP:
                    again.append(one)
                continue
            refusals.pop(digest, None)
            found.bundles.append(TakenBundle(digest, bundle, entries))
            sequences.take(bundle)
            changes.update({one.change.change_id: one.change for one in bundle.changes})
        if len(again) == len(left):
            break
        left = again
    found.refused += refusals.values()
    return list(changes.values())


def _check_held(workspace: Workspace, bundle: VerifiedBundle, fresh: dict[str, Change]) -> None:
    """Refuse changes that we hold under their id with other content, wherever they claim to belong."""
    held = {one.change.change_id: one.change for one in workspace.exchange.inbox.waiting()} | fresh
    held |= workspace.changes.held(one.change.change_id for one in bundle.changes)
    for streamed in bundle.changes:
        check_unaltered(streamed.change, held.get(streamed.change.change_id))


class _Sequences:
    """How far each stream has come, with what is taken now and not written yet."""

    def __init__(self, workspace: Workspace) -> None:
        self._inbox = workspace.exchange.inbox
        self._streams: dict[tuple[str, str], InboxStream] = {}
        self._taken: list[VerifiedBundle] = []

    def fit(self, bundle: VerifiedBundle) -> tuple[Entry, ...]:
        """Return the free numbers a bundle fills.

        Raises:
            KnownError: `bundle.fork`, `bundle.wrong_previous`, `bundle.gap`.
        """
        header, stream = bundle.header, self._stream(bundle)
        near = [
            BundleRow(*row) for row in self._inbox.near(stream, header.bundle_no, header.bundle_id)
        ] + self._near(bundle)
        row = StreamRow(stream.number, stream.last_seq, stream.last_bundle_no, stream.last_manifest_sha256)
        if not is_same(bundle, near):
            check_sequence(bundle, row if stream.last_seq else None, near)
        held = {
            one.stream_seq: Entry(one.stream_seq, one.change_id, one.content_hash)
            for one in self._inbox.entries(stream, header.seq_from, header.seq_to)
        }
        for other in self._of_stream(bundle):
            held |= {entry.stream_seq: entry for entry in entries_of(other, {})}
        return tuple(one for one in entries_of(bundle, held) if one.stream_seq not in held)

    def take(self, bundle: VerifiedBundle) -> None:
        """Count a bundle as received."""
        header, stream = bundle.header, self._stream(bundle)
        self._taken.append(bundle)
        self._streams[header.device_id, header.device_epoch] = replace(
            stream,
            last_seq=max(stream.last_seq, header.seq_to),
            last_bundle_no=max(stream.last_bundle_no, header.bundle_no),
        )

    def _stream(self, bundle: VerifiedBundle) -> InboxStream:
        header = bundle.header
        key = header.device_id, header.device_epoch
        if key not in self._streams:
            self._streams[key] = self._inbox.stream(*key, header.stream)
        return self._streams[key]

    def _of_stream(self, bundle: VerifiedBundle) -> Iterator[VerifiedBundle]:
        key = bundle.header.device_id, bundle.header.device_epoch
        for taken in self._taken:
            if (taken.header.device_id, taken.header.device_epoch) == key:
                yield taken

    def _near(self, bundle: VerifiedBundle) -> list[BundleRow]:
        return [
            BundleRow(
                one.header.bundle_id,
                one.header.bundle_no,
                one.manifest_sha256,
                one.header.prev_manifest_sha256,
            )
            for one in self._of_stream(bundle)
            if abs(one.header.bundle_no - bundle.header.bundle_no) <= 1
        ]
