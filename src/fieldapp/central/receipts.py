"""What the centre answers to a bundle: what it holds, what waits and why, where values stand against each other.

An accepted bundle's receipt is made once, in the import's own transaction, and kept: the same file again gets the
same receipt. A refusal that the laptop should hear of (GAP, FORK…) is answered by a receipt as well; it and its number
are all that a refused bundle leaves here (`receipt_shelf`).
"""

from collections.abc import Iterator

from sqlalchemy import Connection, Select, select, update

from fieldapp.base.errors import KnownError
from fieldapp.bundle.content import ReceiptContent, ReceiptStatus
from fieldapp.bundle.sequence import StreamRow
from fieldapp.bundle.verified import VerifiedBundle
from fieldapp.central import schema
from fieldapp.central.plan import ImportPlan
from fieldapp.central.report import advice
from fieldapp.records.receipt import ConflictHead, ItemSeverity, ReceiptItem

_REFUSALS = {
    "bundle.gap": ReceiptStatus.GAP,
    "bundle.fork": ReceiptStatus.FORK,
    "bundle.wrong_previous": ReceiptStatus.FORK,
    "bundle.change_differs": ReceiptStatus.FORK,
    "central.wrong_stream": ReceiptStatus.REFUSED,
}
"""Refusals that are answered; the others come from nobody we may or can answer."""


def is_answered(error: KnownError) -> bool:
    """Tell whether the laptop gets a receipt for this refusal."""
    return error.code in _REFUSALS


def take_receipt_no(connection: Connection, device_id: str) -> int:
    """Return the next number of a laptop's receipts; later ones are always higher."""
    table = schema.device
    raised = (
        update(table)
        .where(table.c.device_id == device_id)
        .values(last_receipt_no=table.c.last_receipt_no + 1)
    )
    return int(connection.execute(raised.returning(table.c.last_receipt_no)).scalar_one())


def receipt_of_import(
    connection: Connection, plan: ImportPlan, *, stream: StreamRow, device_code: str, receipt_no: int, at: str
) -> ReceiptContent:
    """Return the receipt of a bundle just applied."""
    header = plan.header
    items = tuple(_items(connection, header.device_id))
    return ReceiptContent(
        receipt_no=receipt_no,
        bundle_id=header.bundle_id,
        bundle_no=header.bundle_no,
        device_id=header.device_id,
        device_code=device_code,
        stream=header.stream,
        status=ReceiptStatus.PARTIAL if plan.quarantined else ReceiptStatus.APPLIED,
        manifest_sha256=plan.manifest_sha256,
        ack_seq=stream.last_seq,
        need_from_seq=stream.last_seq + 1,
        received_at=at,
        items=items,
        conflicts=tuple(_conflicts(connection, header.device_id)),
    )


def receipt_of_refusal(
    bundle: VerifiedBundle, error: KnownError, *, stream: StreamRow | None, receipt_no: int, at: str
) -> ReceiptContent:
    """Return the receipt of a bundle of which nothing was taken."""
    header, last_seq = bundle.header, stream.last_seq if stream else 0
    item = ReceiptItem(
        ItemSeverity.ERROR,
        error.code,
        advice_fr=advice(error.code, error.facts, "fr"),
        advice_ar=advice(error.code, error.facts, "ar"),
    )
    return ReceiptContent(
        receipt_no=receipt_no,
        bundle_id=header.bundle_id,
        bundle_no=header.bundle_no,
        device_id=header.device_id,
        device_code=header.device_code,
        stream=header.stream,
        status=_REFUSALS[error.code],
        manifest_sha256=bundle.manifest_sha256,
        ack_seq=last_seq,
        need_from_seq=last_seq + 1,
        received_at=at,
        items=(item,),
    )


def _items(connection: Connection, device_id: str) -> Iterator[ReceiptItem]:
    """Give everything that waits among what this laptop sent, its own or relayed."""
    table = schema.quarantine
    where = table.c.change_id.in_(_sent_by(device_id))
    for row in connection.execute(select(table).where(where).order_by(table.c.change_id)):
        values = {one["path"]: one["new_value"] for one in row.document["fields"]}
        yield ReceiptItem(
            ItemSeverity.ERROR,
            row.code,
            change_id=row.change_id,
            record_id=row.record_id,
            path=row.path,
            value=values.get(row.path) or "",
            advice_fr=advice(row.code, row.facts, "fr"),
            advice_ar=advice(row.code, row.facts, "ar"),
        )


def _conflicts(connection: Connection, device_id: str) -> Iterator[ConflictHead]:
    """Give every value that stands against another, in every record this laptop had a hand in."""
    state, change = schema.field_state, schema.change
    own = select(change.c.record_id).where(change.c.change_id.in_(_sent_by(device_id)))
    found = select(state).where(state.c.is_conflict, state.c.record_id.in_(own))
    for row in connection.execute(found.order_by(state.c.record_id, state.c.path)).all():
        yield from _heads(connection, row.record_id, row.path, heads=row.heads, agreed=row.value)


def _heads(
    connection: Connection, record_id: str, path: str, *, heads: list[str], agreed: str | None
) -> Iterator[ConflictHead]:
    change, field, device = schema.change, schema.change_field, schema.device
    columns = (change.c.change_id, change.c.actor_id, change.c.at, field.c.new_value, device.c.device_code)
    joined = change.join(field, field.c.change_id == change.c.change_id)
    joined = joined.outerjoin(device, device.c.device_id == change.c.device_id)
    where = change.c.change_id.in_(heads) & (field.c.path == path)
    query = select(*columns).select_from(joined).where(where).order_by(change.c.change_id)
    for row in connection.execute(query):
        yield ConflictHead(
            record_id,
            path,
            row.change_id,
            row.new_value,
            agreed,
            device_code=row.device_code or "",
            actor_id=row.actor_id,
            at=row.at,
        )


def _sent_by(device_id: str) -> Select[tuple[str]]:
    stream, entry = schema.stream, schema.stream_entry
    joined = entry.join(stream, stream.c.stream_id == entry.c.stream_id)
    return select(entry.c.change_id).select_from(joined).where(stream.c.device_id == device_id)
