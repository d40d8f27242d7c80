"""Keeps every receipt the centre made, of bundles taken and of bundles refused, so that it can be given again."""

from sqlalchemy import Connection, delete, insert, select

from fieldapp.base.errors import KnownError
from fieldapp.bundle.content import ReceiptContent
from fieldapp.central import schema
from fieldapp.central.results import ReceiptFile


def keep_receipt(
    connection: Connection, content: ReceiptContent, receipt: ReceiptFile, *, stream_id: int
) -> None:
    """Keep the receipt of a bundle that was taken."""
    row = {
        "bundle_id": content.bundle_id,
        "stream_id": stream_id,
        "receipt_no": content.receipt_no,
        "status": str(content.status),
        "ack_seq": content.ack_seq,
        "made_at": content.received_at,
        "file_name": receipt.name,
        "content": receipt.data,
    }
    connection.execute(insert(schema.receipt), [row])


def keep_refusal(connection: Connection, content: ReceiptContent, receipt: ReceiptFile, *, code: str) -> None:
    """Keep the receipt of a refused bundle, in the place of an earlier one for the same bundle."""
    table = schema.refusal
    row = {
        "manifest_sha256": content.manifest_sha256,
        "bundle_id": content.bundle_id,
        "device_id": content.device_id,
        "receipt_no": content.receipt_no,
        "code": code,
        "made_at": content.received_at,
        "file_name": receipt.name,
        "content": receipt.data,
    }
    connection.execute(delete(table).where(table.c.manifest_sha256 == content.manifest_sha256))
    connection.execute(insert(table), [row])


def named_apart(receipt: ReceiptFile, *, receipt_no: int) -> ReceiptFile:
    """Name a refusal's receipt so that it never lies over another of a bundle with the same number."""
    stem, dot, rest = receipt.name.partition(".")
    return ReceiptFile(f"{stem}_REFUS_{receipt_no:06d}{dot}{rest}", receipt.data)


def read_applied_receipt(connection: Connection, bundle_id: str) -> ReceiptFile:
    """Return the receipt of a bundle that was taken, always the same one.

    Raises:
        KnownError: `central.unknown_bundle`.
    """
    table = schema.receipt
    row = connection.execute(select(table).where(table.c.bundle_id == bundle_id)).one_or_none()
    if row is None:
        raise KnownError("central.unknown_bundle", bundle_id=bundle_id)
    return ReceiptFile(row.file_name, row.content)


def read_receipts(connection: Connection, bundle_id: str) -> list[ReceiptFile]:
    """Return every receipt made under a bundle's identifier: refused, then taken; or refused as a fork of it.

    Raises:
        KnownError: `central.unknown_bundle`.
    """
    found: list[tuple[int, ReceiptFile]] = []
    for table in (schema.receipt, schema.refusal):
        columns = (table.c.receipt_no, table.c.file_name, table.c.content)
        for row in connection.execute(select(*columns).where(table.c.bundle_id == bundle_id)):
            found.append((row.receipt_no, ReceiptFile(row.file_name, row.content)))
    if not found:
        raise KnownError("central.unknown_bundle", bundle_id=bundle_id)
    return [receipt for _, receipt in sorted(found, key=lambda one: one[0])]


def read_latest(connection: Connection) -> list[ReceiptFile]:
    """Return the newest receipt of every stream, and every refusal that its laptop still has to hear of."""
    receipt, stream = schema.receipt, schema.stream
    joined = receipt.join(stream, stream.c.stream_id == receipt.c.stream_id)
    query = select(receipt.c.receipt_no, receipt.c.file_name, receipt.c.content, stream.c.stream_id)
    query = query.add_columns(stream.c.device_id).select_from(joined)
    taken = connection.execute(query.order_by(stream.c.stream_id, receipt.c.receipt_no)).all()
    newest = {row.stream_id: ReceiptFile(row.file_name, row.content) for row in taken}
    last_no: dict[str, int] = {}
    for row in taken:
        last_no[row.device_id] = max(last_no.get(row.device_id, 0), row.receipt_no)
    return [*newest.values(), *_pending(connection, last_no)]


def _pending(connection: Connection, last_no: dict[str, int]) -> list[ReceiptFile]:
    """Leave out a gap that a later bundle closed; a fork is for the copy of the laptop and does not pass away."""
    table = schema.refusal
    rows = connection.execute(select(table).order_by(table.c.device_id, table.c.receipt_no))
    return [
        ReceiptFile(row.file_name, row.content)
        for row in rows
        if row.code != "bundle.gap" or row.receipt_no > last_no.get(row.device_id, 0)
    ]
