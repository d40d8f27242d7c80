"""Reads the rows of a CSV file as spreadsheets of several countries write it."""

import csv
from collections.abc import Iterator
from io import StringIO

from fieldapp.base.errors import KnownError

MAX_CELL = 1_000_000
"""Characters of one cell: a geoshape may be long."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""How a text saved as "Unicode" by a spreadsheet begins."""


def csv_rows(name: str, data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not blank and the line each ends on; what separates the headings separates all.

    Args:
        name: Of the file, for messages.
        data: UTF-8, or UTF-16 with its mark.

    Raises:
        KnownError: `table.not_utf8`, `table.bad_line`.
    """
    csv.field_size_limit(MAX_CELL)
    try:
        text = data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise KnownError("table.not_utf8", file=name, line=data[: error.start].count(b"\n") + 1) from error
    first = text.partition("\n")[0]
    rows = csv.reader(StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise KnownError("table.bad_line", file=name, line=rows.line_num) from error
        if any(cell.strip() for cell in cells):
            yield rows.line_num, cells
