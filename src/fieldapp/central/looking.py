"""Looks at the whole centre: counts, laptops, how far each has come. Changes nothing."""

from typing import Any

from sqlalchemy import Connection, Row, Table, func, select

from fieldapp.central import schema
from fieldapp.central.results import CentreStatus, DeviceStatus


def read_status(connection: Connection) -> CentreStatus:
    """Return how the centre stands."""
    centre = connection.execute(select(schema.centre)).one()
    record = schema.record
    by_form = (
        select(record.c.form_id, func.count())
        .where(record.c.is_deleted.is_(False))
        .group_by(record.c.form_id)
    )
    return CentreStatus(
        name=centre.name,
        recipient=centre.recipient,
        is_training=centre.is_training,
        records_by_form={row[0]: row[1] for row in connection.execute(by_form)},
        change_count=_count(connection, schema.change),
        conflict_count=_conflicts(connection),
        quarantine_count=_count(connection, schema.quarantine),
        bundle_count=_count(connection, schema.bundle),
        devices=_devices(connection),
    )


def row_counts(connection: Connection) -> dict[str, int]:
    """Return how many rows each table holds: what a refusal must leave alone, but for `refusal`."""
    return {table.name: _count(connection, table) for table in schema.metadata.sorted_tables}


def _count(connection: Connection, table: Table) -> int:
    return int(connection.scalar(select(func.count()).select_from(table)) or 0)


def _conflicts(connection: Connection) -> int:
    state = schema.field_state
    where = state.c.is_conflict.is_(True)
    return int(connection.scalar(select(func.count()).select_from(state).where(where)) or 0)


def _devices(connection: Connection) -> tuple[DeviceStatus, ...]:
    """Return each laptop with the stream of its newest epoch."""
    device, stream, bundle = schema.device, schema.stream, schema.bundle
    on_newest = (stream.c.device_id == device.c.device_id) & (stream.c.device_epoch == device.c.device_epoch)
    received = select(func.max(bundle.c.received_at)).where(bundle.c.stream_id == stream.c.stream_id)
    columns = (
        device,
        stream.c.last_bundle_no,
        stream.c.last_seq,
        received.scalar_subquery().label("last_at"),
    )
    joined = device.outerjoin(stream, on_newest)
    rows = connection.execute(select(*columns).select_from(joined).order_by(device.c.device_code))
    return tuple(map(_device, rows))


def _device(row: Row[Any]) -> DeviceStatus:
    return DeviceStatus(
        device_id=row.device_id,
        device_code=row.device_code,
        name=row.name,
        role=row.role,
        is_revoked=bool(row.revoked_at),
        last_bundle_no=row.last_bundle_no or 0,
        last_seq=row.last_seq or 0,
        last_bundle_at=row.last_at or "",
    )
