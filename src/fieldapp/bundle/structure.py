"""The last check of a bundle: what its tables say holds together, with itself and with the signed header.

Rows are streamed; of a table, only the keys that others may refer to are held.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fieldapp.base.errors import KnownError
from fieldapp.bundle import limits
from fieldapp.bundle.attachments import is_medium
from fieldapp.bundle.changes import read_changes
from fieldapp.bundle.content import FIELD_KINDS, BundleHeader, Kind, StreamedChange
from fieldapp.bundle.manifest import Resource
from fieldapp.bundle.naming import is_form_table
from fieldapp.bundle.tables import (
    ATTACHMENT,
    CHANGE,
    CHANGE_FIELD,
    CONFLICT,
    ENROLMENT,
    RECEIPT,
    RECEIPT_ITEM,
    REQUEST,
)
from fieldapp.bundle.tabular import ReadRow, checked_rows, table_of
from fieldapp.bundle.zipping import ZipEntries
from fieldapp.records.change import check_digests, content_hash
from fieldapp.signing.certificates import Role
from fieldapp.signing.trust import Signer

_CHANGE_TABLES = frozenset({CHANGE.name, CHANGE_FIELD.name, ATTACHMENT.name})
_TABLES: dict[Kind, frozenset[str]] = {
    Kind.FULL: _CHANGE_TABLES,
    Kind.DELTA: _CHANGE_TABLES,
    Kind.RECEIPT: frozenset({RECEIPT.name, RECEIPT_ITEM.name, CONFLICT.name}),
    Kind.REFERENCE: frozenset(),
    Kind.ENROLMENT_REQUEST: frozenset({REQUEST.name}),
    Kind.ENROLMENT: frozenset({ENROLMENT.name}),
}
"""Tables that a bundle of a kind must have; only bundles of changes may have more, one for each form and repeat."""
_LIMITS = {CHANGE.name: limits.CHANGES, CHANGE_FIELD.name: limits.FIELD_ROWS}


@dataclass(slots=True)
class _Bundle:
    """What the checks look at."""

    entries: ZipEntries
    header: BundleHeader
    signer: Signer
    tables: Mapping[str, Resource]
    keys: dict[str, set[str]] = field(default_factory=dict)
    """Table -> the values of its one-column primary key."""


def check_structure(
    entries: ZipEntries, tables: Mapping[str, Resource], *, header: BundleHeader, signer: Signer
) -> None:
    """Refuse a bundle whose tables are not what the format says they are.

    Raises:
        KnownError: `bundle.unknown_table`, `table_missing`, `too_many_rows`, what `checked_rows` finds,
            `duplicate_key`, `broken_reference`, `stream_gap`, `foreign_change`, `unknown_form`,
            `change_altered`, `change.value_altered`, `rows_out_of_order`, `attachment_missing`…
    """
    bundle = _Bundle(entries, header, signer, tables)
    _check_names(bundle)
    if header.kind in FIELD_KINDS:
        _check_change_rows(bundle)
        _check_changes(bundle)
        _check_attachments(bundle)
    for name in _parents_first(tables):
        if name not in _CHANGE_TABLES:
            _check_table(bundle, name)


def _check_names(bundle: _Bundle) -> None:
    expected = _TABLES[bundle.header.kind]
    forms = bundle.header.form_versions if bundle.header.kind in FIELD_KINDS else ()
    for name, resource in bundle.tables.items():
        if name not in expected and not any(is_form_table(name, form) for form in forms):
            raise KnownError("bundle.unknown_table", table=name)
        if not 0 <= resource.rows <= _LIMITS.get(name, limits.FIELD_ROWS):
            raise KnownError("bundle.too_many_rows", table=name, limit=_LIMITS.get(name, limits.FIELD_ROWS))
    for name in sorted(expected - bundle.tables.keys()):
        raise KnownError("bundle.table_missing", table=name)


def _check_change_rows(bundle: _Bundle) -> None:
    """Check `change.csv` by itself, and keep its change_ids."""
    header = bundle.header
    ids = bundle.keys.setdefault(CHANGE.name, set())
    expected = header.seq_from
    for row in checked_rows(bundle.entries, bundle.tables[CHANGE.name]):
        if int(row[0] or 0) != expected:
            raise KnownError("bundle.stream_gap", expected=expected, found=int(row[0] or 0))
        expected += 1
        _add_key(ids, row[1] or "", CHANGE.name)
        if row[2] != header.device_id and bundle.signer.role is not Role.LEAD:
            raise KnownError("bundle.foreign_change", change_id=row[1], device_id=row[2])
        if (row[8] or "") not in header.form_versions.get(row[7] or "", ()):
            raise KnownError("bundle.unknown_form", form_id=row[7], form_version=row[8] or "")
    if expected != header.seq_to + 1:
        raise KnownError("bundle.stream_gap", expected=header.seq_to, found=expected - 1)


def _check_changes(bundle: _Bundle) -> None:
    """Check each change with its values against the digests it came with."""
    rows = checked_rows(bundle.entries, bundle.tables[CHANGE.name])
    for streamed, claimed in read_changes(rows, _field_rows(bundle)):
        _check_paths(streamed)
        check_digests(streamed.change)
        if content_hash(streamed.change) != claimed:
            raise KnownError("bundle.change_altered", change_id=streamed.change.change_id)


def _field_rows(bundle: _Bundle) -> Iterator[ReadRow]:
    known = bundle.keys[CHANGE.name]
    for row in checked_rows(bundle.entries, bundle.tables[CHANGE_FIELD.name]):
        if row[0] not in known:
            raise KnownError(
                "bundle.broken_reference", table=CHANGE_FIELD.name, column="change_id", value=row[0]
            )
        yield row


def _check_paths(streamed: StreamedChange) -> None:
    before = ""
    for one in streamed.change.fields:
        if one.path == before:
            raise KnownError("bundle.duplicate_key", table=CHANGE_FIELD.name, key=one.path)
        if one.path < before:
            raise KnownError(
                "bundle.rows_out_of_order", table=CHANGE_FIELD.name, change_id=streamed.change.change_id
            )
        before = one.path


def _check_attachments(bundle: _Bundle) -> None:
    """See that every attached file is there, is what its name says, and belongs to an answer."""
    unclaimed = {name for name in bundle.entries.names if name.startswith("files/")}
    seen: set[str] = set()
    for row in checked_rows(bundle.entries, bundle.tables[ATTACHMENT.name]):
        sha256, extension, media_type, size, record_id, path = (cell or "" for cell in row)
        _add_key(seen, f"{sha256} {record_id} {path}", ATTACHMENT.name)
        name = f"files/{sha256}.{extension}"
        if name not in bundle.entries.names or int(size) != bundle.entries.size(name):
            raise KnownError("bundle.attachment_missing", entry=name)
        if not is_medium(extension, media_type, next(bundle.entries.chunks(name), b"")):
            raise KnownError(
                "bundle.attachment_type", sha256=sha256, extension=extension, media_type=media_type
            )
        unclaimed.discard(name)
    for name in sorted(unclaimed):
        raise KnownError("bundle.attachment_unclaimed", entry=name)


def _parents_first(tables: Mapping[str, Resource]) -> list[str]:
    """Order tables so that each comes after those it refers to.

    Raises:
        KnownError: `bundle.broken_reference`, when one refers to a table that is not there, or in a circle.
    """
    ordered: list[str] = []
    waiting = dict(tables)
    while waiting:
        ready = [
            name
            for name, resource in waiting.items()
            if all(key.table in ordered for key in table_of(resource).foreign_keys)
        ]
        if not ready:
            raise KnownError("bundle.broken_reference", table=min(waiting), column="", value="")
        ordered += ready
        for name in ready:
            del waiting[name]
    return ordered


def _check_table(bundle: _Bundle, name: str) -> None:
    """Check a table whose layout says all there is to know: types, unique keys, references."""
    table = table_of(bundle.tables[name])
    columns = [table.header.index(column) for column in table.primary_key]
    references = [(table.header.index(key.column), key) for key in table.foreign_keys]
    seen = bundle.keys.setdefault(name, set())
    for row in checked_rows(bundle.entries, bundle.tables[name]):
        if columns:
            _add_key(seen, "\n".join(row[column] or "" for column in columns), name)
        for column, key in references:
            if row[column] is not None and row[column] not in bundle.keys[key.table]:
                raise KnownError("bundle.broken_reference", table=name, column=key.column, value=row[column])


def _add_key(seen: set[str], key: str, table: str) -> None:
    if key in seen:
        raise KnownError("bundle.duplicate_key", table=table, key=key)
    seen.add(key)
