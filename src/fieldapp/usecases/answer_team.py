"""Answers what came from the team: a receipt beside every file that was taken, or that the sender has to make again."""

from collections.abc import Iterable
from dataclasses import replace

from fieldapp.base.errors import KnownError
from fieldapp.base.files import sha256_hex
from fieldapp.base.sentences import sentence
from fieldapp.bundle.content import ReceiptContent, ReceiptStatus
from fieldapp.bundle.receipts import write_receipt
from fieldapp.bundle.verified import VerifiedBundle
from fieldapp.records.receipt import ConflictHead, ItemSeverity, ReceiptItem
from fieldapp.store import Membership, ReadFile, Workspace
from fieldapp.usecases.laptop_identity import age_identity, team_identity
from fieldapp.usecases.read_team_files import ANSWERED, GAP, RefusedFile
from fieldapp.usecases.team_bundle import file_name

TAKEN = "taken"
"""Outcome of a file whose changes are here."""
_NOBODY = "E00"
"""Code of a device that is not in our list: a member speaks to the lead alone."""


def membership_of(workspace: Workspace) -> Membership:
    """Return what this workspace is in its team.

    Raises:
        KnownError: `team.none`.
    """
    membership = workspace.exchange.team.membership
    if membership is None:
        raise KnownError("team.none")
    return membership


def answer_taken(workspace: Workspace, bundle: VerifiedBundle, digest: str, *, at: str) -> None:
    """Seal the answer to a bundle that was taken, and keep it: the same file gets the same answer."""
    header = bundle.header
    inbox = workspace.exchange.inbox
    stream = inbox.stream(header.device_id, header.device_epoch, header.stream)
    brought = {one.change.change_id: one.change for one in bundle.changes}
    items = tuple(
        ReceiptItem(
            ItemSeverity.ERROR,
            one.code,
            change_id=one.change.change_id,
            record_id=one.change.record_id,
            path=one.path,
            advice_fr=sentence(one.code, one.facts, "fr"),
            advice_ar=sentence(one.code, one.facts, "ar"),
        )
        for one in inbox.waiting()
        if one.change.change_id in brought
    )
    heads = _heads(workspace, {change.record_id for change in brought.values()})
    status = ReceiptStatus.PARTIAL if items else ReceiptStatus.APPLIED
    content = replace(
        _receipt_of(workspace, bundle, status, at=at),
        ack_seq=stream.last_seq,
        need_from_seq=stream.last_seq + 1,
        items=items,
        conflicts=tuple(heads),
    )
    _seal_answer(workspace, content, digest, TAKEN, at=at)


def answer_refusal(workspace: Workspace, refused: RefusedFile, *, at: str) -> None:
    """Tell a member why nothing of a sound file was taken; once for each file."""
    bundle, error = refused.bundle, refused.error
    inbox = workspace.exchange.inbox
    if bundle is None or error.code not in ANSWERED or inbox.read_file(refused.file_sha256):
        return
    header = bundle.header
    stream = inbox.stream(header.device_id, header.device_epoch, header.stream)
    item = ReceiptItem(
        ItemSeverity.ERROR,
        error.code,
        advice_fr=sentence(error.code, error.facts, "fr"),
        advice_ar=sentence(error.code, error.facts, "ar"),
    )
    status = ReceiptStatus.GAP if error.code == GAP else ReceiptStatus.FORK
    content = replace(
        _receipt_of(workspace, bundle, status, at=at),
        ack_seq=stream.last_seq,
        need_from_seq=stream.last_seq + 1,
        items=(item,),
    )
    _seal_answer(workspace, content, refused.file_sha256, error.code, at=at)


def _receipt_of(
    workspace: Workspace, bundle: VerifiedBundle, status: ReceiptStatus, *, at: str
) -> ReceiptContent:
    header, team = bundle.header, workspace.exchange.team
    return ReceiptContent(
        receipt_no=team.take_receipt_no(header.device_id, header.last_receipt_no),
        bundle_id=header.bundle_id,
        bundle_no=header.bundle_no,
        device_id=header.device_id,
        device_code=header.device_code or _NOBODY,
        stream=header.stream,
        status=status,
        manifest_sha256=bundle.manifest_sha256,
        ack_seq=0,
        need_from_seq=1,
        received_at=at,
    )


def _seal_answer(
    workspace: Workspace, content: ReceiptContent, digest: str, outcome: str, *, at: str
) -> None:
    peer = workspace.exchange.team.peer(content.device_id)
    if peer is None:
        raise KnownError("team.not_a_member", device=content.device_code)
    mark = workspace.ids.uuid7()
    sealed = write_receipt(
        content,
        identity=team_identity(workspace),
        recipients=(peer.age_recipient, age_identity(workspace).recipient),
        bundle_id=mark,
        at=workspace.clock.now(),
    )
    code = membership_of(workspace).own_code
    name = file_name(code, peer.code, number=content.receipt_no, mark=mark, kind="RECU_")
    workspace.exchange.inbox.note_file(ReadFile(digest, outcome, name, sealed.data), at=at)
    workspace.exchange.note_written(name, sha256_hex(sealed.data))


def _heads(workspace: Workspace, record_ids: Iterable[str]) -> Iterable[ConflictHead]:
    """Give every value that stands against another in these records."""
    codes = {peer.device_id: peer.code for peer in workspace.exchange.team.peers()}
    codes[workspace.device.device_id] = membership_of(workspace).own_code
    touched = set(record_ids)
    for one in workspace.exchange.conflicts.list():
        if one.record_id not in touched:
            continue
        changes = {change.change_id: change for change in workspace.changes.of_record(one.record_id)}
        state = workspace.changes.state(one.record_id)[one.path]
        for change_id, value in zip(state.heads, state.choices, strict=True):
            change = changes[change_id]
            yield ConflictHead(
                one.record_id,
                one.path,
                change_id,
                value,
                state.value,
                device_code=codes.get(change.device_id, _NOBODY),
                actor_id=change.actor_id,
                at=change.at,
            )
