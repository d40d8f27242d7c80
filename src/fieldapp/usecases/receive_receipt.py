"""Reads the centre's answer to a bundle: what it applied, what it discusses, what is to be corrected."""

from fieldapp.base.errors import KnownError
from fieldapp.bundle.content import ReceiptContent, SealedBundle
from fieldapp.bundle.receipts import open_receipt
from fieldapp.store import Receipt, Workspace
from fieldapp.usecases.laptop_identity import age_identity, centre_of


def receive_receipt(workspace: Workspace, data: bytes) -> ReceiptContent:
    """Check a receipt and keep what it says; the same receipt again changes nothing.

    Raises:
        KnownError: `bundle.not_enrolled`, or why the file is not a receipt of this laptop's centre; nothing changed.
    """
    centre = centre_of(workspace)
    if centre is None:
        raise KnownError("bundle.not_enrolled")
    receipt = open_receipt(
        SealedBundle(data),
        identities=(age_identity(workspace).secret,),
        trust=centre.trust,
        device_id=workspace.device.device_id,
        at=workspace.clock.now(),
    )
    workspace.receive(as_stored(receipt.content))
    return receipt.content


def as_stored(content: ReceiptContent) -> Receipt:
    """Return a receipt in the store's words; the neighbours `bundle` and `store` do not know each other."""
    return Receipt(
        receipt_no=content.receipt_no,
        bundle_id=content.bundle_id,
        stream=content.stream,
        status=str(content.status),
        ack_seq=content.ack_seq,
        manifest_sha256=content.manifest_sha256,
        issued_at=content.received_at,
        need_from_seq=content.need_from_seq,
        items=content.items,
        conflicts=content.conflicts,
    )
