"""Rows of a table in a bundle, streamed; with every cell checked the first time, as they are afterwards."""

from collections.abc import Callable, Iterator

from fieldapp.base.errors import KnownError
from fieldapp.bundle.cells import read_rows
from fieldapp.bundle.manifest import Resource
from fieldapp.bundle.tables import TableSpec
from fieldapp.bundle.zipping import ZipEntries

ReadRow = list[str | None]


def rows_of(entries: ZipEntries, resource: Resource) -> Iterator[ReadRow]:
    """Give the rows of a table that was checked before."""
    rows = read_rows(entries.chunks(resource.path), table=table_of(resource).name)
    next(rows)
    return rows


def checked_rows(entries: ZipEntries, resource: Resource) -> Iterator[ReadRow]:
    """Give the rows of a table, refusing the first thing that is not as its layout says.

    Raises:
        KnownError: what `read_rows` finds; `bundle.csv_empty`, `csv_separator`, `csv_column_order`, `csv_header`,
            `csv_columns`, `value_missing`, `bad_id`, `bad_path`, `bad_number`, `bad_date`, `unknown_op`…,
            `row_count`.
    """
    table = table_of(resource)
    rows = read_rows(entries.chunks(resource.path), table=table.name)
    _check_header(table, next(rows, None))
    check = _row_check(table)
    count = 0
    for count, row in enumerate(rows, start=1):
        if count > resource.rows:
            break
        check(row, count + 1)
        yield row
    if count != resource.rows:
        raise KnownError("bundle.row_count", table=table.name, expected=resource.rows)


def table_of(resource: Resource) -> TableSpec:
    """Return the layout of a resource that is a table."""
    assert resource.table is not None
    return resource.table


def _row_check(table: TableSpec) -> Callable[[ReadRow, int], None]:
    """Return the check of one row, having sorted out once which columns need any."""
    width = len(table.columns)
    required = [index for index, column in enumerate(table.columns) if column.is_required]
    typed = [
        (index, column.cells.accepts)
        for index, column in enumerate(table.columns)
        if column.cells.accepts is not None
    ]

    def check(row: ReadRow, number: int) -> None:
        if len(row) != width:
            raise KnownError("bundle.csv_columns", table=table.name, row=number)
        for index in required:
            if row[index] is None:
                column = table.columns[index].name
                raise KnownError("bundle.value_missing", table=table.name, row=number, column=column)
        for index, accepts in typed:
            cell = row[index]
            if cell is not None and not accepts(cell):
                wrong = table.columns[index]
                raise KnownError(wrong.cells.code, table=table.name, row=number, column=wrong.name)

    return check


def _check_header(table: TableSpec, header: ReadRow | None) -> None:
    if header is None:
        raise KnownError("bundle.csv_empty", table=table.name)
    if tuple(header) == table.header:
        return
    code = "bundle.csv_header"
    if len(header) == 1 and ";".join(table.header) == header[0]:
        code = "bundle.csv_separator"
    elif sorted(cell or "" for cell in header) == sorted(table.header):
        code = "bundle.csv_column_order"
    raise KnownError(code, table=table.name)
