"""The headings of a workbook: columns that are missing, twice there, unknown or misspelt, and odd cells below them."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from fieldapp.forms.support import Area, column_of, names
from fieldapp.forms.workbook.findings import NO_ROW, Findings, rows_named
from fieldapp.forms.workbook.sheets import SHEETS, Row, Sheet, Workbook

_NEEDED = {"survey": ("type", "name"), "choices": ("list_name", "name")}
_AREAS = {"survey": Area.SURVEY, "choices": Area.CHOICES, "settings": Area.SETTINGS}
_HARMLESS = re.compile(
    r"disabled|rows|noapperrorstring|compact_tag|sms_.*|prefix|delimiter|export_policy|control::.*|bind::.*"
    r"|add_none_option|omit_instanceid|flat|_.*"
)
"""Columns that other programs of the ecosystem know; a heading that begins with `_` is a note of the author's."""
_CELL_ERRORS = frozenset({"#REF!", "#N/A", "#NAME?", "#DIV/0!", "#VALUE!", "#NULL!", "#NUM!", "#SPILL!"})
_CLOSE = 0.8
"""How like a known heading an own column of the choices must be to be taken for a slip of the pen."""
_CELLS_NAMED = 8


def check_headings(workbook: Workbook, findings: Findings) -> None:
    """Note all that is wrong with headings and sheets."""
    for sheet in workbook.sheets.values():
        _check_headings(sheet, findings)
        _check_oddities(sheet, findings)
        _check_cells(sheet, findings)
    _check_sheet_names(workbook, findings)
    if not workbook.sheet("survey").rows:
        findings.error("form.no_questions", workbook.sheet("survey"), NO_ROW)


def _check_headings(sheet: Sheet, findings: Findings) -> None:
    if sheet.columns:
        for needed in _NEEDED.get(sheet.name, ()):
            if needed not in {column.partition("::")[0] for column in sheet.columns}:
                findings.error("form.missing_heading", sheet, NO_ROW, missing=needed)
    for header, other in _twice(sheet):
        findings.error("form.duplicate_column", sheet, Row(sheet.heading_row, {}), header=header, other=other)
    area = _AREAS.get(sheet.name)
    if area is not None:
        for column in dict.fromkeys(sheet.columns):
            _check_known(sheet, area, column, findings=findings)


def _twice(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield the headings that mean what one before them means, and that one where it is spelt otherwise."""
    first: dict[str, str] = {}
    written = [heading for heading in sheet.written if heading]
    for column, heading in zip(sheet.columns, written, strict=False):
        if column in first:
            yield heading, "" if first[column] == heading else first[column]
        first.setdefault(column, heading)


def _check_known(sheet: Sheet, area: Area, column: str, *, findings: Findings) -> None:
    if column_of(area, column) is not None or _HARMLESS.fullmatch(column):
        return
    head = column.partition("::")[0]
    known = [name.removesuffix("::") for name in names(area)]
    guesses = findings.guess(head, known)[:1]
    if area is Area.CHOICES:
        close = get_close_matches(head, known, cutoff=_CLOSE)
        guesses = tuple(guess for guess in close if guess not in sheet.columns)
        if not guesses:
            return
    if any(row.get(column) for row in sheet.rows):
        heading = sheet.headings.get(column, column)
        findings.warn("form.unknown_column", sheet, NO_ROW, column, name=heading, nearest=guesses)


def _check_oddities(sheet: Sheet, findings: Findings) -> None:
    odd = sheet.oddities
    numbers = {row.number: row for row in sheet.rows}
    for number, place in sorted(odd.uncounted):
        heading = sheet.written[place - 1] if place <= len(sheet.written) else ""
        if heading:
            row = numbers.get(number) or Row(number, {})
            findings.error("form.formula_without_value", sheet, row, heading)
    merged = [each for each in odd.merged if _reaches_below(each, sheet)]
    if merged:
        findings.warn("form.merged_cells", sheet, NO_ROW, cells=merged[:_CELLS_NAMED])
    hidden = [numbers[number] for number in sorted(odd.hidden_rows) if number in numbers]
    if hidden:
        findings.warn("form.hidden_rows", sheet, hidden[0], rows=rows_named(hidden))
    if odd.is_hidden and sheet.rows:
        findings.warn("form.hidden_sheet", sheet, NO_ROW, name=sheet.name)


def _reaches_below(cells: str, sheet: Sheet) -> bool:
    """Whether merged cells take in rows that count: below the headings, and not below the last row."""
    first, last = (int(number) for number in re.findall(r"\d+", cells)[:2])
    end = sheet.rows[-1].number if sheet.rows else 0
    return last > sheet.heading_row and first <= end


def _check_cells(sheet: Sheet, findings: Findings) -> None:
    for row in sheet.rows:
        for column, text in row.cells.items():
            if text in _CELL_ERRORS:
                findings.error("form.cell_error", sheet, row, column, value=text)


def _check_sheet_names(workbook: Workbook, findings: Findings) -> None:
    """Note tabs that look like a sheet which is not there: `choises`."""
    missing = [known for known in SHEETS if known not in workbook.sheets]
    for title in workbook.titles:
        name = title.strip().lower()
        guesses = () if name in SHEETS or name.startswith("_") else findings.guess(name, missing)
        if guesses:
            findings.warn("form.sheet_misspelt", Sheet(title), NO_ROW, name=title, nearest=guesses)
