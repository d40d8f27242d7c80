"""Keeps the files that bundles carry, and lets go of those that hold what was taken back.

What a withdrawal or an erasure takes out of the history must not survive in a file. Whether a file still stands is
decided from everything received so far, never from the order of arrival, so a late bundle brings nothing back:

* A file of an answer that was taken back stands only while a value that was not taken back names it.
* A document of the whole record stands only while one who sent it knew, when sending, of every withdrawal and
  erasure of the record: it stood in their stream by then, or was what a change there built upon. Someone else's
  document may show what was taken back and nothing proves that it does not; it is drawn again from the record.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from fieldapp.bundle.verified import VerifiedBundle
from fieldapp.central import schema
from fieldapp.central.snapshot import chunks, read_applied, read_waiting
from fieldapp.records.change import Change, Op

_ERASES = (str(Op.ERASE), str(Op.WITHDRAW))
TakenBack = Mapping[str, set[str]]
"""change_id of a withdrawal or an erasure -> the paths it takes back."""


def write_attachments(connection: Connection, bundle: VerifiedBundle, *, stream_id: int) -> None:
    """Write the files of a bundle, what they belong to, and how far its sender had come; known ones stay."""
    file, use = schema.attachment, schema.attachment_use
    rows = {one.sha256: one for one in bundle.attachments}
    uses = {(one.record_id, one.path or schema.WHOLE_RECORD, one.sha256) for one in bundle.attachments}
    sent = uses.copy()
    for part in chunks(rows):
        known = set(connection.scalars(select(file.c.sha256).where(file.c.sha256.in_(part))))
        for sha256 in (one for one in part if one not in known):
            names = ("sha256", "extension", "media_type", "size")
            row = {name: getattr(rows[sha256], name) for name in names}
            connection.execute(insert(file), [row | {"content": bundle.read_attachment(sha256)}])
        found = connection.execute(select(use).where(use.c.sha256.in_(part)))
        uses -= {(row.record_id, row.path, row.sha256) for row in found}
    keys = ("record_id", "path", "sha256")
    if uses:
        connection.execute(insert(use), [dict(zip(keys, one, strict=True)) for one in sorted(uses)])
    for record_id, path, sha256 in sorted(sent):
        if path == schema.WHOLE_RECORD:
            key = {"record_id": record_id, "sha256": sha256, "stream_id": stream_id}
            _note_source(connection, key, seq_to=bundle.header.seq_to)


def drop_withdrawn(connection: Connection, record_ids: Iterable[str]) -> None:
    """Take away the files of these records that may hold what was taken back; to do it again changes nothing."""
    gone: list[Row[Any]] = []
    for part in chunks(record_ids):
        taken = _taken_back(connection, part)
        uses = _uses(connection, taken)
        applied, waiting = read_applied(connection, uses), read_waiting(connection, uses)
        for record_id, found in uses.items():
            changes = [*applied.get(record_id, ()), *waiting.get(record_id, ())]
            gone += _fallen(connection, found, taken[record_id], changes=changes)
    _delete(connection, gone)


def _note_source(connection: Connection, key: Mapping[str, Any], *, seq_to: int) -> None:
    table = schema.document_source
    where = [table.c[name] == value for name, value in key.items()]
    before = connection.scalar(select(table.c.seq_to).where(*where))
    if before is None:
        connection.execute(insert(table), [{**key, "seq_to": seq_to}])
    elif before < seq_to:
        connection.execute(update(table).where(*where).values(seq_to=seq_to))


def _taken_back(connection: Connection, record_ids: list[str]) -> dict[str, dict[str, set[str]]]:
    """Return record_id -> withdrawals and erasures that stand."""
    change, field = schema.change, schema.change_field
    where = (change.c.record_id.in_(record_ids), change.c.op.in_(_ERASES), field.c.new_value.is_(None))
    query = select(change.c.record_id, change.c.change_id, field.c.path).join(field).where(*where)
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for record_id, change_id, path in connection.execute(query):
        found[record_id][change_id].add(path)
    return found


def _uses(connection: Connection, record_ids: Collection[str]) -> dict[str, list[Row[Any]]]:
    use = schema.attachment_use
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for part in chunks(record_ids):
        for row in connection.execute(select(use).where(use.c.record_id.in_(part))):
            found[row.record_id].append(row)
    return found


def _fallen(
    connection: Connection, uses: Iterable[Row[Any]], taken: TakenBack, *, changes: Collection[Change]
) -> Iterable[Row[Any]]:
    """Return the uses of one record that may not stand."""
    paths = {path for some in taken.values() for path in some}
    for use in uses:
        if use.path == schema.WHOLE_RECORD:
            if not _is_sent_knowing(connection, use, taken, changes=changes):
                yield use
        elif use.path in paths and not _is_named(use, changes):
            yield use


def _is_named(use: Row[Any], changes: Iterable[Change]) -> bool:
    values = (one.new_value for change in changes for one in change.fields if one.path == use.path)
    return any(use.sha256 in value for value in values if value)


def _is_sent_knowing(
    connection: Connection, use: Row[Any], taken: TakenBack, *, changes: Collection[Change]
) -> bool:
    """Tell whether one of those who sent a document knew of everything that was taken back."""
    table = schema.document_source
    where = (table.c.record_id == use.record_id) & (table.c.sha256 == use.sha256)
    sources = connection.execute(select(table.c.stream_id, table.c.seq_to).where(where)).all()
    return any(
        taken.keys() <= _known_to(connection, changes, stream_id=one.stream_id, seq_to=one.seq_to)
        for one in sources
    )


def _known_to(
    connection: Connection, changes: Collection[Change], *, stream_id: int, seq_to: int
) -> set[str]:
    """Return the changes a sender had sent by then, and everything these build upon."""
    entry = schema.stream_entry
    todo: list[str] = []
    for part in chunks(change.change_id for change in changes):
        where = (entry.c.stream_id == stream_id) & (entry.c.stream_seq <= seq_to)
        todo += connection.scalars(select(entry.c.change_id).where(where, entry.c.change_id.in_(part)))
    parents = {
        change.change_id: {parent for one in change.fields for parent in one.parents} for change in changes
    }
    known: set[str] = set()
    while todo:
        change_id = todo.pop()
        if change_id not in known:
            known.add(change_id)
            todo.extend(parents.get(change_id, ()))
    return known


def _delete(connection: Connection, uses: Collection[Row[Any]]) -> None:
    """Delete uses, and the bytes that nobody uses any longer."""
    use, source, file = schema.attachment_use, schema.document_source, schema.attachment
    for one in uses:
        key = {"record_id": one.record_id, "path": one.path, "sha256": one.sha256}
        connection.execute(delete(use).where(*(use.c[name] == value for name, value in key.items())))
        if one.path == schema.WHOLE_RECORD:
            where = (source.c.record_id == one.record_id) & (source.c.sha256 == one.sha256)
            connection.execute(delete(source).where(where))
    for part in chunks(one.sha256 for one in uses):
        used = set(connection.scalars(select(use.c.sha256).where(use.c.sha256.in_(part))))
        unused = [sha256 for sha256 in part if sha256 not in used]
        connection.execute(delete(file).where(file.c.sha256.in_(unused)))
