"""The receipt: the centre's signed answer to one bundle, sealed to the laptop that sent it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from fieldapp.base.errors import KnownError
from fieldapp.bundle.content import (
    BundleHeader,
    Kind,
    ReceiptContent,
    ReceiptStatus,
    SealedBundle,
    SealedFile,
)
from fieldapp.bundle.packing import FilledTable, Parcel, Row, filled, pack
from fieldapp.bundle.progress import Progress
from fieldapp.bundle.reader import open_bundle
from fieldapp.bundle.tables import CONFLICT, RECEIPT, RECEIPT_ITEM
from fieldapp.bundle.verified import VerifiedBundle
from fieldapp.records.receipt import ConflictHead, ItemSeverity, ReceiptItem
from fieldapp.signing.certificates import device_of
from fieldapp.signing.identity import Identity
from fieldapp.signing.trust import Signer, TrustStore

ReadRow = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt whose signature by the centre holds and which is for this laptop."""

    content: ReceiptContent
    signer: Signer
    manifest_sha256: str
    """Of the receipt itself: recognises one that was read before."""


def write_receipt(
    content: ReceiptContent, *, identity: Identity, recipients: Sequence[str], bundle_id: str, at: datetime
) -> SealedFile:
    """Write, sign and seal a receipt.

    Args:
        content: What it says.
        identity: The centre's, of role `central`.
        recipients: The laptop's age recipient, and the escrow's if there is one.
        bundle_id: Identifier of the receipt itself; the same receipt given again keeps it.
        at: The moment of signing.
    """
    header = BundleHeader(
        kind=Kind.RECEIPT,
        bundle_id=bundle_id,
        device_id=device_of(identity.certificate),
        device_code="",
        device_epoch="",
        recipient=content.device_id,
        stream=content.stream,
        bundle_no=content.receipt_no,
    )
    name = f"AF_RECU_{content.device_code}_{content.bundle_no:06d}.zip"
    parcel = Parcel(name, header, _tables(content))
    return pack(parcel, identity=identity, recipients=recipients, at=at, progress=Progress(parcel.steps))


def open_receipt(
    sealed: SealedBundle, *, identities: Sequence[str], trust: TrustStore, device_id: str, at: datetime
) -> Receipt:
    """Open a receipt that the centre signed for this laptop.

    Raises:
        KnownError: as `open_bundle`; `bundle.wrong_role` when a laptop signed it, `bundle.other_recipient` when it
            is another laptop's, `bundle.receipt_damaged` when it does not hold together.
    """
    kinds = frozenset({Kind.RECEIPT})
    bundle = open_bundle(sealed, identities=identities, trust=trust, recipient=device_id, at=at, kinds=kinds)
    return read_receipt(bundle, device_id=device_id)


def read_receipt(bundle: VerifiedBundle, *, device_id: str) -> Receipt:
    """Read a receipt out of a file that was opened as one.

    Raises:
        KnownError: `bundle.receipt_damaged`.
    """
    content = _read(bundle)
    is_whole = content.device_id == device_id and content.need_from_seq <= content.ack_seq + 1
    if not is_whole or (content.receipt_no, content.stream) != (
        bundle.header.bundle_no,
        bundle.header.stream,
    ):
        raise KnownError("bundle.receipt_damaged")
    return Receipt(content, bundle.signer, bundle.manifest_sha256)


def _tables(content: ReceiptContent) -> list[FilledTable]:
    head: Row = (
        str(content.receipt_no),
        content.bundle_id,
        str(content.bundle_no),
        content.device_id,
        content.device_code,
        content.stream,
        str(content.status),
        content.manifest_sha256,
        str(content.ack_seq),
        str(content.need_from_seq),
        content.received_at,
    )
    items = [_item_row(number, item) for number, item in enumerate(content.items, start=1)]
    conflicts = [_conflict_row(head) for head in content.conflicts]
    return [filled(RECEIPT, [head]), filled(RECEIPT_ITEM, items), filled(CONFLICT, conflicts)]


def _item_row(number: int, item: ReceiptItem) -> Row:
    where = (item.change_id, item.record_id, item.path, item.value)
    return (str(number), str(item.severity), item.code, *where, item.advice_fr, item.advice_ar)


def _conflict_row(head: ConflictHead) -> Row:
    values = (head.value, head.agreed_value)
    return (head.record_id, head.path, head.change_id, *values, head.device_code, head.actor_id, head.at)


def _read(bundle: VerifiedBundle) -> ReceiptContent:
    rows = list(bundle.table(RECEIPT.name))
    if len(rows) != 1:
        raise KnownError("bundle.receipt_damaged")
    text = {name: cell or "" for name, cell in rows[0].items()}
    return ReceiptContent(
        receipt_no=int(text["receipt_no"]),
        bundle_id=text["bundle_id"],
        bundle_no=int(text["bundle_no"]),
        device_id=text["device_id"],
        device_code=text["device_code"],
        stream=text["stream"],
        status=ReceiptStatus(text["status"]),
        manifest_sha256=text["manifest_sha256"],
        ack_seq=int(text["ack_seq"]),
        need_from_seq=int(text["need_from_seq"]),
        received_at=text["received_at"],
        items=tuple(map(_read_item, bundle.table(RECEIPT_ITEM.name))),
        conflicts=tuple(map(_read_conflict, bundle.table(CONFLICT.name))),
    )


def _read_item(row: ReadRow) -> ReceiptItem:
    text = {name: cell or "" for name, cell in row.items() if name != "item_no"}
    return ReceiptItem(ItemSeverity(text.pop("severity")), **text)


def _read_conflict(row: ReadRow) -> ConflictHead:
    return ConflictHead(
        record_id=row["record_id"] or "",
        path=row["path"] or "",
        change_id=row["change_id"] or "",
        value=row["value"],
        agreed_value=row["agreed_value"],
        device_code=row["device_code"] or "",
        actor_id=row["actor_id"] or "",
        at=row["at"] or "",
    )
