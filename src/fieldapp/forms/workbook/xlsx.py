"""Reads workbooks (`.xlsx`, `.xlsm`) as rows of text; macros in them are never run, nothing is unpacked to disk."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Container, Iterable, Iterator
from datetime import date, datetime, time
from io import BytesIO

from fieldapp.forms.problems import FormProblems, Problem
from fieldapp.forms.workbook.sheets import (
    MAX_COLUMNS,
    SHEETS,
    Lines,
    Oddities,
    RawSheet,
    Workbook,
    workbook_from,
)

MAX_ROWS = 200_000
"""Rows of one sheet; the largest choice list we know has 60,000."""
MAX_GAP = 1_000
"""Blank rows after which a sheet is over: spreadsheets keep formatted rows down to the millionth."""
MAX_UNPACKED_BYTES = 128 * 1024 * 1024
"""Of a workbook's parts together: an `.xlsx` is a ZIP and may be a bomb. 200,000 rows take 60 MB."""
MAX_PARTS = 10_000
"""Files inside a workbook; a large one has some hundreds."""
_OLE = b"\xd0\xcf\x11\xe0"
"""First bytes of an old `.xls`, and of a workbook behind a password."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""What the OLE container of a newer workbook behind a password names its content."""
_CHUNK = 1 << 20
_MOST_ODD = 1_000
"""Odd cells of one sheet beyond which nobody needs to know of more."""
_OVERLAP = 16_384
"""Bytes of the chunk before that are read again with the next, so that no mark is cut in two."""
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,
    LookupError,
    ValueError,
    ArithmeticError,
    TypeError,
    AttributeError,
    AssertionError,
    OSError,
    EOFError,
    RuntimeError,
    MemoryError,
)
"""What openpyxl and the libraries under it raise on files that are not what they seem (XML errors are SyntaxErrors)."""
_FORMULA = re.compile(
    rb'<c [^<>]{0,99}?r="([A-Z]{1,3})(\d{1,7})"[^<>]{0,99}>'
    rb"<f\b(?:[^<>]{0,299}/>|[^<>]{0,299}>[^<]{0,9999}</f>)(?:<v\s*/>|<v></v>)?</c>"
)
_MERGED = re.compile(rb'<mergeCell [^<>]{0,99}?ref="([A-Z]+\d+:[A-Z]+\d+)"')
_HIDDEN_ROW = re.compile(rb'<row (?=[^<>]{0,299}\bhidden="(?:1|true)")[^<>]{0,299}?\br="(\d{1,7})"')
_DIGITS_SHOWN = 15
"""Digits of a number that a spreadsheet shows at most."""


def read_workbook(data: bytes, *, source: str) -> Workbook:
    """Read the rows of a workbook.

    Raises:
        FormProblems: `form.empty`, `form.password`, `form.password_or_old_excel`, `form.not_workbook`,
            `form.too_large`, `form.too_many_rows`, `form.no_survey`.
    """
    return workbook_from(source, read_raw_sheets(data, source=source, among=SHEETS))


def read_raw_sheets(data: bytes, *, source: str, among: Container[str] | None = None) -> list[RawSheet]:
    """Read the sheets of a workbook as rows of text, whatever they hold.

    Args:
        data: The workbook.
        source: Name of the file.
        among: Names in lower case of the sheets to read; the others come without their rows, unless there is only
            one. All are read without it.

    Raises:
        FormProblems: As `read_workbook`, but for what a form must have.
    """
    if not data:
        raise _refused(source, "form.empty")
    if data.startswith(_OLE):
        raise _refused(source, "form.password" if _ENCRYPTED in data else "form.password_or_old_excel")
    _check_zip(data, source)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what only a spreadsheet program understands passes unsaid
            return list(_sheets(data, source, among))
    except _DAMAGE as error:
        raise _refused(source, "form.not_workbook", system=f"{type(error).__name__}: {error}") from error


def _check_zip(data: bytes, source: str) -> None:
    """Refuse what is no ZIP, and what would unpack to too much: sizes are those the ZIP itself may not exceed."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, RuntimeError, OSError, EOFError) as error:
        raise _refused(source, "form.not_workbook", system=str(error)) from error
    size = sum(part.file_size for part in parts)
    if size > MAX_UNPACKED_BYTES or len(parts) > MAX_PARTS:
        raise _refused(source, "form.too_large", size=size, limit=MAX_UNPACKED_BYTES)


def _sheets(data: bytes, source: str, among: Container[str] | None) -> Iterator[RawSheet]:
    from openpyxl.reader.excel import ExcelReader

    reader = ExcelReader(BytesIO(data), read_only=True, data_only=True)
    reader.read()
    with reader.archive:
        for sheet in reader.wb.worksheets:
            title = str(sheet.title)
            is_wanted = among is None or title.strip().lower() in among
            if not is_wanted and len(reader.wb.worksheets) > 1:
                yield RawSheet(title, [])
                continue
            lines = _lines(sheet.iter_rows(values_only=True), source)
            part = str(getattr(sheet, "_worksheet_path", ""))
            hidden = str(sheet.sheet_state) != "visible"
            yield RawSheet(title, lines, _oddities(reader.archive, part, is_hidden=hidden))


def _lines(rows: Iterable[tuple[object, ...]], source: str) -> Lines:
    lines: Lines = []
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
    """Write a cell as the sheet shows it: 1.0 is 1, a date is its day."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else format(value, f".{_DIGITS_SHOWN}g")
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value).replace("\xa0", " ").strip()


def _oddities(archive: zipfile.ZipFile, part: str, *, is_hidden: bool) -> Oddities:
    """Look in the XML of a sheet for what its rows of text do not tell."""
    if part not in archive.namelist():
        return Oddities(is_hidden)
    formulas: set[tuple[int, int]] = set()
    merged: dict[str, None] = {}
    hidden: set[int] = set()
    with archive.open(part) as stream:
        before = b""
        while chunk := stream.read(_CHUNK):
            window = before + chunk
            found = _FORMULA.findall(window) if len(formulas) < _MOST_ODD else []
            formulas.update((int(row), _column_number(column)) for column, row in found)
            merged.update(dict.fromkeys(each.decode() for each in _MERGED.findall(window)[:_MOST_ODD]))
            hidden.update(int(row) for row in _HIDDEN_ROW.findall(window))
            before = window[-_OVERLAP:]
    return Oddities(is_hidden, frozenset(hidden), tuple(merged), frozenset(formulas))


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """Return the letters a spreadsheet gives a column: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _refused(source: str, code: str, **facts: object) -> FormProblems:
    return FormProblems(source, [Problem(code, facts=facts)])


__all__ = ["column_letters", "read_workbook"]
