"""Exchanges with the team through a folder: takes what others left there for us, answers it, leaves what they lack.

Three acts, of which only the second and the last write to the workspace::

    read_folder (a reader)  ->  take_in (one transaction, then the answers' files)
    seal_waiting (a reader) ->  keep_sealed

A file of ours is taken out of the folder when its answer has come, an answer of ours when the file it answers is gone;
nothing else in the folder is ever touched.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from fieldapp.base.clock import utc_text
from fieldapp.base.errors import KnownError
from fieldapp.base.files import known_from_os, sha256_hex, write_atomically
from fieldapp.bundle.progress import IsCancelled, Report, never, unreported
from fieldapp.records.aside import ASIDE
from fieldapp.records.change import Op
from fieldapp.store import (
    Actor,
    InboxBundle,
    InboxEntry,
    ReadFile,
    Workspace,
    stream_to,
)
from fieldapp.usecases.answer_team import answer_refusal, answer_taken, membership_of
from fieldapp.usecases.erase_record import finish_at_opening
from fieldapp.usecases.make_bundle import WrittenBundle, keep_bundle, seal_bundle
from fieldapp.usecases.merge_records import merge_records
from fieldapp.usecases.read_team_files import (
    ReadFolder,
    RefusedFile,
    TakenBundle,
    TakenReceipt,
    read_folder,
)
from fieldapp.usecases.receive_receipt import as_stored
from fieldapp.usecases.team_bundle import collect_for, digest_of

_RECEIPT, _UNKNOWN = "receipt", "unknown"


@dataclass(frozen=True, slots=True)
class Received:
    """What came from one person."""

    name: str
    record_ids: tuple[str, ...]
    """Records that changed here because of it."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What was left for one person."""

    name: str
    records: int


@dataclass(slots=True)
class Exchanged:
    """What an exchange did."""

    received: list[Received] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)
    refused: list[RefusedFile] = field(default_factory=list)
    receipts: int = 0
    """Answers to files of ours."""
    for_others: int = 0
    conflicts: int = 0
    """Questions to be decided, of this exchange or earlier ones."""
    to_review: int = 0
    """Records whose answers, merged, break a rule of their form."""
    erased: int = 0
    """Erasures asked for elsewhere that were carried out here; `finish_erasures` has to follow."""
    waiting: int = 0
    """Changes that cannot stand yet."""
    missing_forms: tuple[tuple[str, str], ...] = ()
    """Forms to install, with their versions, for which changes wait."""


def exchange_team(workspace: Workspace) -> Exchanged:
    """Do everything at once, for the commands.

    Raises:
        KnownError: `team.none`, `team.no_folder`, `team.folder_missing`, what the disk said…
    """
    folder = exchange_folder(workspace)
    done = take_in(workspace, read_folder(workspace, folder))
    while written := seal_waiting(workspace, folder):
        keep_sealed(workspace, written, done)
    if done.erased:
        finish_at_opening(workspace)
    return done


def exchange_folder(workspace: Workspace) -> Path:
    """Return the folder of the exchange.

    Raises:
        KnownError: `team.none`, `team.no_folder`, `team.folder_missing`.
    """
    membership = membership_of(workspace)
    if not membership.folder:
        raise KnownError("team.no_folder")
    folder = Path(membership.folder)
    if not folder.is_dir():
        raise KnownError("team.folder_missing", path=str(folder))
    return folder


def choose_folder(workspace: Workspace, folder: Path) -> Path:
    """Exchange in this folder from now on; return it in full.

    Raises:
        KnownError: `team.none`, `team.folder_missing`, `team.folder_inside` for one within the workspace.
    """
    membership_of(workspace)
    if not folder.is_dir():
        raise KnownError("team.folder_missing", path=str(folder))
    if folder.resolve().is_relative_to(workspace.folder.resolve()):
        raise KnownError("team.folder_inside", path=str(folder))
    chosen = folder.absolute()
    workspace.exchange.team.choose_folder(str(chosen))
    return chosen


def take_in(workspace: Workspace, found: ReadFolder) -> Exchanged:
    """Write what was read, all of it or nothing; then put the answers into the folder.

    Raises:
        KnownError: What the disk said; answers that could not be written are written by the next exchange.
    """
    folder = exchange_folder(workspace)
    done = Exchanged(refused=found.refused, for_others=found.for_others)
    with workspace.transaction():
        if workspace.changes.mark() != found.mark:  # somebody finalised a record meanwhile
            brought = [one.change for taken in found.bundles for one in taken.bundle.changes]
            found.merged = merge_records(workspace, brought)
        at = utc_text(workspace.clock.now())
        for receipt in found.receipts:
            _take_receipt(workspace, receipt, done, at=at)
        for taken in found.bundles:
            _take_bundle(workspace, taken, at=at)
        for merged in found.merged:
            workspace.exchange.merge(merged, at=at, obey=workspace.erasing.obey)
        workspace.erasing.drop_unnamed(
            {row.sha256 for taken in found.bundles for row in taken.bundle.attachments}
        )
        for one in found.bundles:
            answer_taken(workspace, one.bundle, one.file_sha256, at=at)
        for refused in found.refused:
            answer_refusal(workspace, refused, at=at)
    _write_answers(workspace, folder, found.present)
    _clear(workspace, folder, found.present)
    _tell(workspace, found, done)
    return done


def seal_waiting(
    workspace: Workspace, folder: Path, *, progress: Report = unreported, is_cancelled: IsCancelled = never
) -> list[WrittenBundle]:
    """Write a file for everybody who lacks something; each is read back as they will read it.

    Raises:
        KnownError: `bundle.cancelled`, `file.disk_full`… ; then no half file is left.
    """
    written: list[WrittenBundle] = []
    peers = workspace.exchange.team.peers()
    try:
        for number, peer in enumerate(peers):
            job = collect_for(workspace, peer, folder)
            if job is not None:
                written.append(seal_bundle(job, folder, is_cancelled=is_cancelled))
            progress(number + 1, len(peers))
    except BaseException:
        for one in written:
            one.path.unlink(missing_ok=True)
        raise
    return written


def keep_sealed(workspace: Workspace, written: Iterable[WrittenBundle], done: Exchanged) -> None:
    """Note the files that were sealed, and give them their names.

    Raises:
        KnownError: What the disk said.
    """
    left = list(written)
    try:
        while left:
            _keep(workspace, left[0], done)
            left.pop(0)
    finally:
        for one in left:
            one.path.unlink(missing_ok=True)


def _keep(workspace: Workspace, written: WrittenBundle, done: Exchanged) -> None:
    header, team = written.header, workspace.exchange.team
    keep_bundle(workspace, written)
    with workspace.transaction():
        workspace.exchange.note_written(
            written.sealed.name,
            sha256_hex(written.sealed.data),
            stream=header.stream,
            bundle_id=header.bundle_id,
        )
        team.mark_needs_all(header.recipient, 0)
    peer = team.peer(header.recipient)
    records = workspace.streams.records_between(
        header.stream, header.seq_from, header.seq_to, but_of=header.recipient
    )
    done.sent.append(Sent(peer.name if peer else "", len(records)))


def _take_receipt(workspace: Workspace, receipt: TakenReceipt, done: Exchanged, *, at: str) -> None:
    outcome = _RECEIPT
    try:
        workspace.receive(as_stored(receipt.content))
        done.receipts += 1
    except KnownError as error:
        if error.code != "receipt.older":
            done.refused.append(RefusedFile(receipt.name, error))
        outcome = _UNKNOWN
    workspace.exchange.inbox.note_file(ReadFile(receipt.file_sha256, outcome), at=at)


def _take_bundle(workspace: Workspace, taken: TakenBundle, *, at: str) -> None:
    """Write what proves a bundle, its files and its authors."""
    bundle, header, inbox = taken.bundle, taken.bundle.header, workspace.exchange.inbox
    stream = inbox.stream(header.device_id, header.device_epoch, header.stream)
    if not stream.number and inbox.knows(header.device_id):
        workspace.exchange.team.mark_needs_all(header.device_id, 1)
    for actor in header.actors:
        _meet(workspace, Actor(actor.actor_id, actor.name, actor.role))
    for row in bundle.attachments:
        data = bundle.read_attachment(row.sha256)
        workspace.attachments.add(data, row.media_type, extension=row.extension)
    if any(row[0] == header.bundle_id for row in inbox.near(stream, header.bundle_no, header.bundle_id)):
        return
    manifest, signature = bundle.proof
    kept = InboxBundle(
        header.bundle_id,
        header.bundle_no,
        manifest_sha256=bundle.manifest_sha256,
        prev_manifest_sha256=header.prev_manifest_sha256,
        seq_from=header.seq_from,
        seq_to=header.seq_to,
        received_at=at,
        manifest=manifest,
        signature=signature,
    )
    entries = [InboxEntry(one.stream_seq, one.change_id, one.content_hash) for one in taken.entries]
    inbox.note_bundle(stream, kept, entries)


def _meet(workspace: Workspace, actor: Actor) -> None:
    """Remember an author; what is known already of a person is not changed by a file."""
    known = {one.actor_id: one for one in workspace.people.actors()}
    if actor.actor_id not in known or (actor.name and not known[actor.actor_id].name):
        workspace.people.add_actor(actor)


def _write_answers(workspace: Workspace, folder: Path, present: frozenset[str]) -> None:
    """Put the answer beside every file that still lies there; also one that somebody lost."""
    for digest in sorted(present):
        read = workspace.exchange.inbox.read_file(digest)
        if (
            read is not None
            and read.receipt_name
            and digest_of(folder / read.receipt_name) != sha256_hex(read.receipt)
        ):
            write_atomically(folder / read.receipt_name, read.receipt)
            workspace.exchange.note_written(read.receipt_name, sha256_hex(read.receipt))


def _clear(workspace: Workspace, folder: Path, present: frozenset[str]) -> None:
    """Take out our own files that have done their work."""
    done = {name for name in workspace.exchange.written() if _has_served(workspace, name, present)}
    for name in sorted(done):
        if not digest_of(folder / name) or digest_of(folder / name) == workspace.exchange.written_digest(
            name
        ):
            try:
                (folder / name).unlink(missing_ok=True)
            except OSError as error:
                raise known_from_os(error, folder / name) from error
            workspace.exchange.forget_written(name)


def _has_served(workspace: Workspace, name: str, present: frozenset[str]) -> bool:
    stream, bundle_id = workspace.exchange.written_for(name)
    if not stream:
        answered = workspace.exchange.inbox.answered_by(name)
        return answered not in present
    sent, position = workspace.outbox.bundle(bundle_id), workspace.streams.position(stream)
    is_of_now = sent.device_epoch == workspace.device.device_epoch
    return sent.seq_to <= position.acknowledged_seq if is_of_now else position.acknowledged_seq > 0


def _tell(workspace: Workspace, found: ReadFolder, done: Exchanged) -> None:
    changed = {one.record_id: one.fresh for one in found.merged if one.fresh}
    names = {peer.device_id: peer.name for peer in workspace.exchange.team.peers()}
    people = {actor.actor_id: actor.name for actor in workspace.people.actors()}
    by_author: dict[str, list[str]] = {}
    for record_id, changes in changed.items():
        author = people.get(changes[0].actor_id, "") or names.get(changes[0].device_id, "")
        by_author.setdefault(author, []).append(record_id)
    done.received = [Received(name, tuple(ids)) for name, ids in sorted(by_author.items())]
    done.conflicts = len(workspace.exchange.conflicts.list())
    done.to_review = sum(
        1 for one in found.merged if one.violations and any(change.op not in ASIDE for change in one.fresh)
    )
    done.erased = sum(change.op is Op.ERASE for changes in changed.values() for change in changes)
    waiting = workspace.exchange.inbox.waiting()
    done.waiting = len(waiting)
    missing = {
        (one.facts["form"], one.facts["version"]) for one in waiting if one.code == "change.form_missing"
    }
    done.missing_forms = tuple(sorted(missing))


def waiting_for_team(workspace: Workspace) -> int:
    """Return how many changes of ours somebody of the team has not answered yet."""
    counts = []
    for peer in workspace.exchange.team.peers():
        position = workspace.streams.position(stream_to(peer.device_id))
        if workspace.exchange.team.is_news(peer.device_id, position.acknowledged_seq):
            counts.append(position.last_seq - position.acknowledged_seq)
    return max(counts, default=0)
