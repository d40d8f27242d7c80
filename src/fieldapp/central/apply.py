"""Writes an import plan into the tables; the caller's transaction makes it whole or undoes it."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from fieldapp.bundle.content import BundleHeader
from fieldapp.bundle.sequence import Entry, StreamRow
from fieldapp.bundle.verified import VerifiedBundle
from fieldapp.central import schema
from fieldapp.central.attachments import drop_withdrawn, write_attachments
from fieldapp.central.columns import NAME_LENGTH
from fieldapp.central.plan import ImportPlan
from fieldapp.central.rows import change_document, change_row, field_rows
from fieldapp.central.snapshot import chunks
from fieldapp.records.record_plan import RecordPlan
from fieldapp.records.settle import Waiting


def apply_plan(
    connection: Connection, plan: ImportPlan, bundle: VerifiedBundle, *, stream: StreamRow | None, at: str
) -> StreamRow:
    """Write everything a plan says; return the stream as it stands afterwards."""
    now = _write_stream(connection, plan, stream)
    _write_bundle(connection, plan, now.stream_id, at=at)
    _write_entries(connection, plan.entries, now.stream_id)
    write_records(connection, plan.records, at=at)
    write_attachments(connection, bundle, stream_id=now.stream_id)
    touched = {one.record_id for one in plan.records} | {one.record_id for one in bundle.attachments}
    drop_withdrawn(connection, touched)
    return now


def write_records(connection: Connection, plans: Sequence[RecordPlan], *, at: str) -> None:
    """Write what became of records: changes, their merged state, and what waits."""
    _write_quarantine(connection, plans, at=at)
    _write_record_rows(connection, plans, at=at)
    _drop_changes(connection, [change_id for plan in plans for change_id in plan.dropped])
    fresh = [change for plan in plans for change in plan.fresh]
    _insert(connection, schema.change, [change_row(change, applied_at=at) for change in fresh])
    _insert(connection, schema.change_field, [row for change in fresh for row in field_rows(change)])
    _erase(connection, [erasure for plan in plans for erasure in plan.erasures])
    _write_states(connection, plans)
    _drop_empty_records(connection, plans)


def _write_stream(connection: Connection, plan: ImportPlan, stream: StreamRow | None) -> StreamRow:
    header, table = plan.header, schema.stream
    if stream is None:
        newest = connection.execute(select(func.max(table.c.stream_id))).scalar()
        stream = StreamRow((newest or 0) + 1, 0, 0, header.prev_manifest_sha256)
        key = {"device_id": header.device_id, "device_epoch": header.device_epoch, "name": header.stream}
        _insert(connection, table, [{"stream_id": stream.stream_id, **key, **_position(stream)}])
        _note_epoch(connection, header)
    now = _advanced(stream, plan)
    connection.execute(update(table).where(table.c.stream_id == now.stream_id).values(**_position(now)))
    return now


def _advanced(stream: StreamRow, plan: ImportPlan) -> StreamRow:
    header = plan.header
    is_newest = header.bundle_no > stream.last_bundle_no
    return StreamRow(
        stream.stream_id,
        last_seq=max(stream.last_seq, header.seq_to),
        last_bundle_no=max(stream.last_bundle_no, header.bundle_no),
        last_manifest_sha256=plan.manifest_sha256 if is_newest else stream.last_manifest_sha256,
    )


def _position(stream: StreamRow) -> dict[str, Any]:
    names = ("last_seq", "last_bundle_no", "last_manifest_sha256")
    return {name: getattr(stream, name) for name in names}


def _note_epoch(connection: Connection, header: BundleHeader) -> None:
    table = schema.device
    noted = update(table).where(table.c.device_id == header.device_id)
    connection.execute(noted.values(device_epoch=header.device_epoch))


def _write_bundle(connection: Connection, plan: ImportPlan, stream_id: int, *, at: str) -> None:
    header = plan.header
    names = ("bundle_id", "bundle_no", "prev_manifest_sha256", "seq_from", "seq_to", "app_version")
    row = {name: getattr(header, name) for name in names}
    row["app_version"] = header.app_version[:NAME_LENGTH]
    row |= {"stream_id": stream_id, "kind": str(header.kind), "received_at": at}
    _insert(connection, schema.bundle, [row | {"manifest_sha256": plan.manifest_sha256}])


def _write_entries(connection: Connection, entries: Iterable[Entry], stream_id: int) -> None:
    rows = [
        {
            "stream_id": stream_id,
            "stream_seq": entry.stream_seq,
            "change_id": entry.change_id,
            "content_hash": entry.content_hash,
        }
        for entry in entries
    ]
    _insert(connection, schema.stream_entry, rows)


def _write_quarantine(connection: Connection, plans: Sequence[RecordPlan], *, at: str) -> None:
    table = schema.quarantine
    since: dict[str, str] = {}
    for part in chunks(plan.record_id for plan in plans):
        where = table.c.record_id.in_(part)
        rows = connection.execute(select(table.c.change_id, table.c.since_at).where(where))
        since.update({row.change_id: row.since_at for row in rows})
        connection.execute(delete(table).where(where))
    waiting = [one for plan in plans for one in plan.settled.waiting]
    _insert(connection, table, [_waiting_row(one, since.get(one.change.change_id, at)) for one in waiting])


def _waiting_row(waiting: Waiting, since_at: str) -> dict[str, Any]:
    change, fault = waiting.change, waiting.fault
    row = {"change_id": change.change_id, "record_id": change.record_id, "device_id": change.device_id}
    row |= {"code": fault.code, "path": fault.path, "since_at": since_at}
    return row | {"facts": dict(fault.facts), "document": change_document(change)}


def _write_record_rows(connection: Connection, plans: Sequence[RecordPlan], *, at: str) -> None:
    table = schema.record
    new = [plan for plan in plans if plan.settled.applied and not plan.is_known]
    _insert(connection, table, [{"record_id": plan.record_id, **_record_values(plan, at)} for plan in new])
    for plan in plans:
        if plan.settled.applied and plan.is_known and (plan.fresh or plan.dropped):
            where = table.c.record_id == plan.record_id
            connection.execute(update(table).where(where).values(**_record_values(plan, at)))


def _record_values(plan: RecordPlan, at: str) -> dict[str, Any]:
    applied = plan.settled.applied
    newest = max(change.form_version for change in applied)
    values = {"form_id": applied[0].form_id, "form_version": newest}
    return {**values, "is_deleted": plan.is_deleted, "changed_at": at}


def _drop_changes(connection: Connection, change_ids: Iterable[str]) -> None:
    for part in chunks(change_ids):
        for table in (schema.change_field, schema.change):
            connection.execute(delete(table).where(table.c.change_id.in_(part)))


def _erase(connection: Connection, erasures: Iterable[tuple[str, str]]) -> None:
    table = schema.change_field
    for change_id, path in erasures:
        where = (table.c.change_id == change_id) & (table.c.path == path)
        connection.execute(update(table).where(where).values(old_value=None, new_value=None, salt=""))


def _write_states(connection: Connection, plans: Sequence[RecordPlan]) -> None:
    table = schema.field_state
    for part in chunks(plan.record_id for plan in plans if plan.is_known):
        connection.execute(delete(table).where(table.c.record_id.in_(part)))
    rows = [
        {
            "record_id": plan.record_id,
            "path": path,
            "value": state.value,
            "heads": list(state.heads),
            "is_conflict": state.is_conflict,
        }
        for plan in plans
        for path, state in plan.settled.state.items()
    ]
    _insert(connection, table, rows)


def _drop_empty_records(connection: Connection, plans: Sequence[RecordPlan]) -> None:
    """Take away a record none of whose changes stands any longer; they all wait in quarantine."""
    for part in chunks(plan.record_id for plan in plans if plan.is_known and not plan.settled.applied):
        connection.execute(delete(schema.record).where(schema.record.c.record_id.in_(part)))


def _insert(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)
