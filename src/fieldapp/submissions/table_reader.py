"""Reads submissions as tables: one row a submission, and one row a repeat instance in tables of their own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from fieldapp.base.csv_rows import csv_rows
from fieldapp.base.errors import KnownError
from fieldapp.base.files import sha256_hex
from fieldapp.base.ids import DerivedIds, id_of_content
from fieldapp.forms.definition import FormDefinition
from fieldapp.records.rank import ranks
from fieldapp.submissions.headings import TRAINING, Heading, Headings, base_of, read_headings
from fieldapp.submissions.instance import id_in

_GIVEN = frozenset({"1", "true", "oui", "yes"})
"""What a column of one choice says when it was chosen."""


@dataclass(frozen=True, slots=True)
class TableRecord:
    """One submission of a table."""

    record_id: str
    line: int
    """Line of the file on which its row begins."""
    answers: Mapping[str, str]
    """By record path, repeat instances with their marks."""


@dataclass(frozen=True, slots=True)
class ReadTables:
    """What the tables hold."""

    records: tuple[TableRecord, ...]
    unknown: tuple[str, ...]
    """Columns that hold something for which the form has no question, each with its file."""
    is_training: bool = False
    """Whether a training workspace wrote some of it."""


@dataclass(slots=True)
class _Row:
    line: int
    cells: Mapping[str, str]
    base: str
    headings: Headings
    children: list["_Row"] = field(default_factory=list)

    @property
    def key(self) -> str:
        return self.cells.get(self.headings.key, "").strip()


def read_tables(files: Mapping[str, bytes], definition: FormDefinition) -> ReadTables:
    """Read the table of a form and those of its repeats.

    Args:
        files: By name; the end of a name says which repeat a table is of.
        definition: The form.

    Raises:
        KnownError: `table.not_utf8`, `table.bad_line`, `table.column_twice`, `table.no_form_table`,
            `table.no_parent`: a repeat instance belongs to no row.
    """
    tables = {name: _table(name, data, definition) for name, data in files.items()}
    top = [rows for rows in tables.values() if rows and rows[0].base == definition.root]
    if not top:
        raise KnownError("table.no_form_table", files=sorted(files), form_id=definition.form_id)
    by_key = {row.key: row for rows in tables.values() for row in rows if row.key}
    for name, rows in tables.items():
        _hang_up(name, rows, by_key, root=definition.root)
    unknown = {
        f"{name}: {column}"
        for name, rows in tables.items()
        for column in (rows[0].headings.unknown if rows else ())
        if any(row.cells.get(column, "").strip() for row in rows)
    }
    records = (_record(row, definition) for rows in top for row in rows)
    is_training = any(row.cells.get(TRAINING, "").strip() for rows in tables.values() for row in rows)
    return ReadTables(tuple(records), tuple(sorted(unknown)), is_training=is_training)


def _table(name: str, data: bytes, definition: FormDefinition) -> list[_Row]:
    base = base_of(name, definition)
    rows = csv_rows(name, data)
    columns = [column.strip() for column in next(rows, (0, []))[1]]
    twice = next((column for column in columns if column and columns.count(column) > 1), "")
    if twice:
        raise KnownError("table.column_twice", file=name, column=twice)
    headings = read_headings(columns, definition, base)
    found = []
    for line, cells in rows:
        if len(cells) > len(columns) and any(cells[len(columns) :]):
            raise KnownError("table.bad_line", file=name, line=line)
        found.append(_Row(line, dict(zip(columns, cells, strict=False)), base, headings))
    return found


def _hang_up(name: str, rows: Iterable[_Row], by_key: Mapping[str, _Row], *, root: str) -> None:
    """Give each repeat instance to the row it belongs to."""
    for row in rows:
        if row.base != root:
            parent = by_key.get(row.cells.get(row.headings.parent, "").strip())
            if parent is None:
                raise KnownError("table.no_parent", file=name, line=row.line)
            parent.children.append(row)


def _record(row: _Row, definition: FormDefinition) -> TableRecord:
    written = "\x1f".join(f"{column}\x1e{cell}" for column, cell in sorted(row.cells.items()))
    record_id = id_in(row.key) or id_of_content(sha256_hex(written.encode()))
    answers: dict[str, str] = {}
    _answer(row, "", definition.root, answers, ids=DerivedIds(record_id))
    return TableRecord(record_id, row.line, answers)


def _answer(row: _Row, prefix: str, base: str, answers: dict[str, str], *, ids: DerivedIds) -> None:
    """Write the answers of a row and of the repeat instances below it."""
    for nodeset, cells in _by_question(row).items():
        value = _value(cells)
        if value:
            answers[prefix + nodeset.removeprefix(base + "/")] = value
    by_base: dict[str, list[_Row]] = {}
    for child in row.children:
        by_base.setdefault(child.base, []).append(child)
    for nodeset, children in by_base.items():
        for child, rank in zip(children, ranks(len(children)), strict=True):
            path = f"{prefix}{nodeset.removeprefix(base + '/')}[{ids.uuid7()}]"
            answers |= {f"{path}/@present": "1", f"{path}/@rank": rank}
            _answer(child, path + "/", nodeset, answers, ids=ids)


def _by_question(row: _Row) -> dict[str, list[tuple[Heading, str]]]:
    found: dict[str, list[tuple[Heading, str]]] = {}
    for column, heading in row.headings.answers.items():
        found.setdefault(heading.nodeset, []).append((heading, row.cells.get(column, "").strip()))
    return found


def _value(cells: Sequence[tuple[Heading, str]]) -> str:
    """Return an answer from its column, or put together from those of its parts."""
    whole = next((cell for heading, cell in cells if not heading.choice and heading.part < 0), "")
    if whole:
        return whole
    chosen = [heading.choice for heading, cell in cells if heading.choice and cell.lower() in _GIVEN]
    if chosen:
        return " ".join(chosen)
    parts = {heading.part: cell for heading, cell in cells if heading.part >= 0 and cell}
    return " ".join(parts.get(part, "0") for part in range(4)) if {0, 1} <= parts.keys() else ""
