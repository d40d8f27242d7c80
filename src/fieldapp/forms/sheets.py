"""Reads the rows of an XLSForm as text, each with its place: workbooks with openpyxl, Markdown by hand."""

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO

from fieldapp.forms.problems import FormProblems, Problem

SHEETS = ("survey", "choices", "settings", "external_choices", "osm", "entities")
MAX_ROWS = 200_000
"""Rows of one sheet; the largest choice list we know has 60,000."""
MAX_GAP = 1_000
"""Blank rows after which a sheet is over: spreadsheets keep formatted rows down to the millionth."""
MAX_COLUMNS = 500
MAX_UNPACKED_BYTES = 512 * 1024 * 1024
"""Of a workbook's parts together: an `.xlsx` is a ZIP and may be a bomb."""
_OLE = b"\xd0\xcf\x11\xe0"
"""First bytes of an old `.xls`, and of a workbook behind a password."""
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    EOFError,
    RuntimeError,
)
"""What openpyxl and the libraries under it raise on files that are not what they seem (XML errors are SyntaxErrors)."""
Lines = tuple[str, list[tuple[int, list[str]]]]
"""A sheet's name, and its rows with their numbers."""
_ALIASES = {
    "relevance": "relevant",
    "calculate": "calculation",
    "read_only": "readonly",
    "count": "repeat_count",
    "jr:count": "repeat_count",
    "command": "type",
    "tag": "name",
    "value": "name",
    "list name": "list_name",
    "id_string": "form_id",
    "set_form_id": "form_id",
    "title": "form_title",
    "constraining_message": "constraint_message",
    "requiredmsg": "required_message",
    "caption": "label",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the heading."""

    number: int
    """As the spreadsheet counts, from 1."""
    cells: Mapping[str, str]
    """Column -> text, blank ones left out."""

    def get(self, column: str) -> str:
        """Return the text of a column, or blank."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a form."""

    name: str
    columns: tuple[str, ...] = ()
    """Canonical names, in order."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """Canonical name -> the heading as written."""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a form that mean something to XLSForm."""

    source: str
    sheets: Mapping[str, Sheet]

    def sheet(self, name: str) -> Sheet:
        """Return a sheet; an empty one if the workbook has none of that name."""
        return self.sheets.get(name) or Sheet(name)


def read_workbook(data: bytes, *, source: str) -> Workbook:
    """Read the rows of a workbook (`.xlsx`).

    Raises:
        FormProblems: `form.empty`, `form.password_or_old_excel`, `form.not_workbook`, `form.too_large`,
            `form.too_many_rows`, `form.no_survey`.
    """
    if not data:
        raise _refused(source, "form.empty")
    if data.startswith(_OLE):
        raise _refused(source, "form.password_or_old_excel")
    _check_zip(data, source)
    return _workbook(source, _excel_sheets(data, source))


def read_markdown(text: str, *, source: str) -> Workbook:
    """Read the rows of a form written as Markdown tables: `| survey |`, then `| | type | name |`.

    Raises:
        FormProblems: `form.empty`, `form.no_survey`.
    """
    if not text.strip():
        raise _refused(source, "form.empty")
    return _workbook(source, _markdown_sheets(text))


def column_name(heading: str) -> str:
    """Return the canonical name of a column: case, spaces and old spellings made one."""
    name = re.sub(r"\s+", " ", heading.strip())
    head, mark, language = name.partition("::")
    head = head.strip().lower()
    if head in ("bind", "attribute", "control", "body", "instance", "media"):
        return f"{head}{mark}{language.strip()}"
    head = _ALIASES.get(head, head).replace(" ", "_")
    head = _ALIASES.get(head, head)
    return f"{head}{mark}{language.strip()}" if mark else head


def _workbook(source: str, sheets: Iterable[Lines]) -> Workbook:
    found = {name: _sheet(name, lines) for name, lines in sheets}
    if "survey" not in found:
        raise _refused(source, "form.no_survey", sheets=list(found))
    return Workbook(source, found)


def _sheet(name: str, lines: list[tuple[int, list[str]]]) -> Sheet:
    if not lines:
        return Sheet(name)
    headings = lines[0][1]
    columns = [column_name(heading) for heading in headings]
    rows = []
    for number, texts in lines[1:]:
        cells = {column: text for column, text in zip(columns, texts, strict=False) if column and text}
        if cells:
            rows.append(Row(number, cells))
    written = {column: heading for column, heading in zip(columns, headings, strict=True) if column}
    return Sheet(name, tuple(column for column in columns if column), written, tuple(rows))


def _check_zip(data: bytes, source: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, RuntimeError) as error:
        raise _refused(source, "form.not_workbook", system=str(error)) from error
    if size > MAX_UNPACKED_BYTES:
        raise _refused(source, "form.too_large", size=size, limit=MAX_UNPACKED_BYTES)


def _excel_sheets(data: bytes, source: str) -> list[Lines]:
    from openpyxl import load_workbook

    try:
        workbook = load_workbook(BytesIO(data), read_only=True, data_only=True)
        found = []
        for sheet in workbook.worksheets:
            name = sheet.title.strip().lower()
            if name in SHEETS:
                found.append((name, _excel_lines(sheet.iter_rows(values_only=True), source)))
        workbook.close()
    except _DAMAGE as error:
        raise _refused(source, "form.not_workbook", system=f"{type(error).__name__}: {error}") from error
    return found


def _excel_lines(rows: Iterable[tuple[object, ...]], source: str) -> list[tuple[int, list[str]]]:
    lines: list[tuple[int, list[str]]] = []
    for number, values in enumerate(rows, 1):
        texts = [_text(value) for value in values[:MAX_COLUMNS]]
        if any(texts):
            lines.append((number, texts))
        elif number > MAX_GAP + (lines[-1][0] if lines else 0):
            break
        if len(lines) > MAX_ROWS:
            raise _refused(source, "form.too_many_rows", limit=MAX_ROWS)
    return lines


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value).replace("\xa0", " ").strip()


def _markdown_sheets(text: str) -> list[Lines]:
    found: dict[str, list[tuple[int, list[str]]]] = {}
    lines: list[tuple[int, list[str]]] = []
    for cells in _markdown_rows(text):
        name = cells[0].lower()
        if name:
            lines = found.setdefault(name, []) if name in SHEETS else []
        elif any(cells):
            lines.append((len(lines) + 1, cells[1:]))
    return list(found.items())


def _markdown_rows(text: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        line = line.strip()
        if not line.startswith("|") or re.fullmatch(r"[|\s:-]+", line):
            continue
        body = line[1:].removesuffix("|")
        yield [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", body)]


def _refused(source: str, code: str, **facts: object) -> FormProblems:
    return FormProblems(source, [Problem(code, facts=facts)])
