"""Reads a list that somebody already has: a CSV file, or the sheet of a workbook that holds the most rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from fieldapp.base.csv_rows import csv_rows
from fieldapp.base.errors import KnownError
from fieldapp.forms.problems import FormProblems
from fieldapp.forms.workbook.xlsx import read_raw_sheets

MOST_ROWS = 20_000
"""Rows of one list; the ministry's has some thousands."""
_WORKBOOKS = frozenset({".xlsx", ".xlsm"})
_TITLE_ROWS = 20
"""Among so many first rows the headings stand: titles and logos may stand above them."""
Lines = Sequence[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row below the headings."""

    line: int
    """Number of the line in the file, or of the row in the sheet."""
    cells: dict[str, str]
    """By column."""


@dataclass(frozen=True, slots=True)
class PeopleList:
    """A list as it was read."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[ListRow, ...]


def read_list(data: bytes, *, name: str) -> PeopleList:
    """Read a list.

    Raises:
        KnownError: `table.not_utf8`, `table.bad_line`, `list.not_a_table`, `list.empty`, `list.too_long`.
    """
    is_workbook = PurePath(name).suffix.lower() in _WORKBOOKS
    lines = _largest_sheet(data, name) if is_workbook else list(csv_rows(name, data))
    if len(lines) > MOST_ROWS:
        raise KnownError("list.too_long", file=name, rows=len(lines), limit=MOST_ROWS)
    top = _heading_line(lines)
    if top is None or top + 1 >= len(lines):
        raise KnownError("list.empty", file=name)
    columns = _named(lines[top][1])
    rows = [
        ListRow(line, {column: _clean(cell) for column, cell in zip(columns, cells, strict=False) if column})
        for line, cells in lines[top + 1 :]
    ]
    return PeopleList(name, tuple(column for column in columns if column), tuple(rows))


def _largest_sheet(data: bytes, name: str) -> Lines:
    try:
        sheets = read_raw_sheets(data, source=name)
    except FormProblems as error:
        raise KnownError("list.not_a_table", file=name, system=error.problems[0].code) from error
    return max((sheet.lines for sheet in sheets), key=len, default=[])


def _heading_line(lines: Lines) -> int | None:
    """Return where the headings stand: the first row that is as wide as any among the first ones."""
    widths = [sum(1 for cell in cells if cell.strip()) for _, cells in lines[:_TITLE_ROWS]]
    if not widths:
        return None
    wide = max(2, round(max(widths) * 0.75)) if max(widths) > 1 else 1
    return next((number for number, width in enumerate(widths) if width >= wide), None)


def _named(cells: Sequence[str]) -> list[str]:
    """Return a name for each column that has one; the second of a name gets a number, so that none is lost."""
    seen: dict[str, int] = {}
    named = []
    for cell in cells:
        name = _clean(cell)
        if name:
            seen[name] = seen.get(name, 0) + 1
            name = name if seen[name] == 1 else f"{name} ({seen[name]})"
        named.append(name)
    return named


def _clean(cell: str) -> str:
    return " ".join(cell.replace("\xa0", " ").split())
