"""What tests look at in a centre's database."""

from sqlalchemy import select

from fieldapp.central import schema
from fieldapp.central.database import transaction


def rows(centre, table, *columns):
    chosen = [table.c[name] for name in columns] if columns else [table]
    with transaction(centre.engine, writes=False) as connection:
        return [tuple(row) for row in connection.execute(select(*chosen))]


def values(centre, record_id):
    """Return path -> agreed value of one record."""
    state = schema.field_state
    with transaction(centre.engine, writes=False) as connection:
        found = connection.execute(select(state.c.path, state.c.value).where(state.c.record_id == record_id))
        return {row.path: row.value for row in found if row.value is not None}


def merged_state(centre):
    """Return everything the merge decides, without times and orders of arrival."""
    state = rows(centre, schema.field_state, "record_id", "path", "value", "heads", "is_conflict")
    waiting = rows(centre, schema.quarantine, "change_id", "code", "path")
    changes = rows(centre, schema.change, "change_id")
    files = rows(centre, schema.attachment_use) + rows(centre, schema.attachment, "sha256")
    flat = [(record_id, path, value, tuple(heads), clash) for record_id, path, value, heads, clash in state]
    return sorted(flat, key=str), sorted(waiting), sorted(changes), sorted(files)


def content(centre):
    """Return every row of every table: what a refusal must leave as it was, down to the last value, but its answer."""
    tables = {table.name: sorted(map(str, rows(centre, table))) for table in schema.metadata.sorted_tables}
    return {name: found for name, found in tables.items() if name not in ("centre", "device", "refusal")}
