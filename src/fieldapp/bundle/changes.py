"""Changes as rows of `change.csv` and `change_field.csv`, and back, one at a time."""

from collections.abc import Iterable, Iterator

from fieldapp.base.errors import KnownError
from fieldapp.bundle.content import StreamedChange
from fieldapp.records.change import Change, ChangeField, Op, content_hash

Row = tuple[str | None, ...]
ReadRow = list[str | None]


def change_row(streamed: StreamedChange) -> Row:
    """Write a change's own row."""
    change = streamed.change
    return (
        str(streamed.stream_seq),
        change.change_id,
        change.device_id,
        str(change.seq),
        change.at,
        change.actor_id,
        change.record_id,
        change.form_id,
        change.form_version,
        str(change.op),
        change.reason,
        change.merge_into,
        content_hash(change),
    )


def field_rows(change: Change) -> Iterator[Row]:
    """Write one row for each value that a change sets."""
    for field in change.fields:
        parents = " ".join(field.parents)
        yield (
            change.change_id,
            field.path,
            field.old_value,
            field.new_value,
            parents,
            field.salt,
            field.digest,
        )


def read_changes(rows: Iterable[ReadRow], fields: Iterable[ReadRow]) -> Iterator[tuple[StreamedChange, str]]:
    """Join the two tables, which stand in the same order, and give each change with the hash its row claims.

    Raises:
        KnownError: `bundle.rows_out_of_order`, when rows of `change_field.csv` are left over.
    """
    waiting = iter(fields)
    field = next(waiting, None)
    for row in rows:
        mine: list[ChangeField] = []
        while field is not None and field[0] == row[1]:
            mine.append(_read_field(field))
            field = next(waiting, None)
        yield _read_change(row, tuple(mine)), row[12] or ""
    if field is not None:
        raise KnownError("bundle.rows_out_of_order", table="change_field", change_id=field[0])


def _read_change(row: ReadRow, fields: tuple[ChangeField, ...]) -> StreamedChange:
    text = [cell or "" for cell in row]
    change = Change(
        device_id=text[2],
        seq=int(text[3]),
        change_id=text[1],
        at=text[4],
        actor_id=text[5],
        record_id=text[6],
        form_id=text[7],
        form_version=text[8],
        op=Op(text[9]),
        reason=text[10],
        merge_into=text[11],
        fields=fields,
    )
    return StreamedChange(int(text[0]), change)


def _read_field(row: ReadRow) -> ChangeField:
    return ChangeField(
        path=row[1] or "",
        old_value=row[2],
        new_value=row[3],
        parents=tuple((row[4] or "").split()),
        salt=row[5] or "",
        digest=row[6] or "",
    )
