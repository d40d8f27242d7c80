"""Reads from the database what a plan needs to know, in a fixed number of questions."""

from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import ColumnElement, Connection, or_, select

from fieldapp.bundle.content import BundleHeader
from fieldapp.bundle.sequence import BundleRow, Entry, StreamRow
from fieldapp.bundle.verified import VerifiedBundle
from fieldapp.central import schema
from fieldapp.central.plan import CentreState, DeviceRow
from fieldapp.central.rows import change_from_document, change_from_rows
from fieldapp.records.change import Change

CHUNK = 500
"""How many values stand in one `IN (…)`: Oracle takes a thousand."""


def read_state(connection: Connection, bundle: VerifiedBundle) -> CentreState:
    """Return what the centre holds of everything a bundle touches."""
    header = bundle.header
    stream = find_stream(connection, header)
    changes = [streamed.change for streamed in bundle.changes]
    touched = {change.record_id for change in changes}
    touched |= _records_holding(connection, [change.change_id for change in changes])
    return CentreState(
        device=find_device(connection, header.device_id),
        stream=stream,
        bundles=_bundles(connection, header, stream),
        entries=_entries(connection, header, stream),
        applied=read_applied(connection, touched),
        waiting=read_waiting(connection, touched),
    )


def find_device(connection: Connection, device_id: str) -> DeviceRow | None:
    """Return a laptop, if it is enrolled here."""
    table = schema.device
    row = connection.execute(select(table).where(table.c.device_id == device_id)).one_or_none()
    if row is None:
        return None
    is_revoked = bool(row.revoked_at)
    return DeviceRow(row.device_id, row.device_code, row.role, row.age_recipient, is_revoked=is_revoked)


def find_stream(connection: Connection, header: BundleHeader) -> StreamRow | None:
    """Return how far the stream of a bundle has come, if any of it was received."""
    table = schema.stream
    where = (
        table.c.device_id == header.device_id,
        table.c.device_epoch == header.device_epoch,
        table.c.name == header.stream,
    )
    row = connection.execute(select(table).where(*where)).one_or_none()
    if row is None:
        return None
    return StreamRow(row.stream_id, row.last_seq, row.last_bundle_no, row.last_manifest_sha256)


def read_applied(connection: Connection, record_ids: Collection[str]) -> dict[str, tuple[Change, ...]]:
    """Return the changes that stand, by record."""
    change, field = schema.change, schema.change_field
    found: dict[str, tuple[Change, ...]] = {}
    for part in chunks(record_ids):
        rows = connection.execute(select(change).where(change.c.record_id.in_(part))).all()
        joined = select(field).join(change).where(change.c.record_id.in_(part))
        fields: dict[str, list[object]] = {}
        for one in connection.execute(joined):
            fields.setdefault(one.change_id, []).append(one)
        for row in rows:
            read = change_from_rows(row, fields.get(row.change_id, []))  # type: ignore[arg-type]
            found[read.record_id] = (*found.get(read.record_id, ()), read)
    return found


def read_waiting(connection: Connection, record_ids: Collection[str]) -> dict[str, tuple[Change, ...]]:
    """Return the changes in quarantine, by record."""
    table = schema.quarantine
    found: dict[str, tuple[Change, ...]] = {}
    for part in chunks(record_ids):
        for row in connection.execute(select(table.c.document).where(table.c.record_id.in_(part))):
            read = change_from_document(row.document)
            found[read.record_id] = (*found.get(read.record_id, ()), read)
    return found


def chunks(values: Iterable[str]) -> Iterator[list[str]]:
    """Cut values into lists short enough for one question."""
    ordered = sorted(set(values))
    return (ordered[start : start + CHUNK] for start in range(0, len(ordered), CHUNK))


def _records_holding(connection: Connection, change_ids: Iterable[str]) -> set[str]:
    """Return the records under which we hold any of these changes: a forged one may claim another record."""
    found: set[str] = set()
    for part in chunks(change_ids):
        for table in (schema.change, schema.quarantine):
            found.update(connection.scalars(select(table.c.record_id).where(table.c.change_id.in_(part))))
    return found


def _bundles(connection: Connection, header: BundleHeader, stream: StreamRow | None) -> tuple[BundleRow, ...]:
    table = schema.bundle
    near: ColumnElement[bool] = table.c.bundle_id == header.bundle_id
    if stream is not None:
        numbers = [header.bundle_no - 1, header.bundle_no, header.bundle_no + 1]
        near = or_(near, (table.c.stream_id == stream.stream_id) & table.c.bundle_no.in_(numbers))
    columns = (table.c.bundle_id, table.c.bundle_no, table.c.manifest_sha256, table.c.prev_manifest_sha256)
    return tuple(BundleRow(*row) for row in connection.execute(select(*columns).where(near)))


def _entries(connection: Connection, header: BundleHeader, stream: StreamRow | None) -> dict[int, Entry]:
    if stream is None:
        return {}
    table = schema.stream_entry
    again = (table.c.stream_id == stream.stream_id) & table.c.stream_seq.between(
        header.seq_from, header.seq_to
    )
    rows = connection.execute(
        select(table.c.stream_seq, table.c.change_id, table.c.content_hash).where(again)
    )
    return {row.stream_seq: Entry(*row) for row in rows}
