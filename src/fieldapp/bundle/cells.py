r"""CSV as the sync format writes it: strict RFC 4180, UTF-8, CRLF, NFC, empty for NULL; no carriage return inside.

Line feeds and tabs stand in quoted cells as they are. Characters that would mislead a reader or not survive NFC
are written `\uXXXX` (`\UXXXXXXXX` above U+FFFF) and a backslash `\\`, so every answer comes back to the letter.
"""

import codecs
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count

from fieldapp.base.errors import KnownError
from fieldapp.bundle.limits import CELL_BYTES, ROW_BYTES

_UNSAFE = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff"
"""Controls but tab and line feed, line separators, bidirectional overrides and isolates, the byte order mark."""
_TO_ESCAPE = re.compile(f"[\\\\{_UNSAFE}]")
_FORBIDDEN = re.compile(f"[{_UNSAFE}]")
_ESCAPE = re.compile(r"\\(?:(\\)|u([0-9a-f]{4})|U([0-9a-f]{8})|)")
_PLAIN = re.compile(r"[ !#-+\--\[\]-~]*")
"""Printable ASCII without comma, quote and backslash: nearly every cell, and nothing to do."""
_QUOTED = re.compile('[",\n]')
_WRITTEN = r"""(?:"((?=[^"]|"")[^"]*(?:""[^"]*)*)"|([^",\n\r]*))"""
"""A cell as it is written: quoted and not blank, or plain."""
_CELL = re.compile(f"{_WRITTEN}(?:,|$)")
_ROW = re.compile(f"{_WRITTEN}(?:,{_WRITTEN})*")
_CRLF = "\r\n"


def write_cell(value: str | None) -> str:
    """Write one value; `None` and blank are the empty cell.

    Raises:
        KnownError: `bundle.cell_too_large`.
    """
    if not value:
        return ""
    if _PLAIN.fullmatch(value) and len(value) <= CELL_BYTES:
        return value
    cell = escape(value)
    if _QUOTED.search(cell):
        cell = '"' + cell.replace('"', '""') + '"'
    if len(cell) > CELL_BYTES // 4 and len(cell.encode()) > CELL_BYTES:
        raise KnownError("bundle.cell_too_large", limit=CELL_BYTES)
    return cell


def write_table(header: Sequence[str], rows: Iterable[Sequence[str | None]]) -> bytes:
    """Write a whole table, its header first, without holding its rows."""
    out = io.BytesIO()
    for row in chain([header], rows):
        out.write(",".join(map(write_cell, row)).encode())
        out.write(b"\r\n")
    return out.getvalue()


def escape(value: str) -> str:
    """Write the characters that may not stand raw as escapes; the result is NFC."""
    cell = _TO_ESCAPE.sub(_code, value)
    if cell.isascii() or unicodedata.is_normalized("NFC", cell):
        return cell
    cell = "".join(_code(char) if _is_unsettled(char) else char for char in value)
    if unicodedata.is_normalized("NFC", cell):
        return cell
    return "".join(char if char.isascii() and not _TO_ESCAPE.match(char) else _code(char) for char in value)


def unescape(cell: str) -> str:
    """Give back what `escape` was given.

    Raises:
        KnownError: `bundle.csv_escape`, for a backslash that stands for nothing.
    """
    return _ESCAPE.sub(_character, cell) if "\\" in cell else cell


def read_rows(chunks: Iterable[bytes], *, table: str) -> Iterator[list[str | None]]:
    """Read a table row by row, the header among them, refusing whatever is not written as above.

    Raises:
        KnownError: `bundle.csv_encoding`, `csv_control`, `csv_nfc`, `csv_quote`, `csv_line_end`, `csv_escape`,
            `cell_too_large`, `row_too_large`, each with the table and the row number.
    """
    lines = _lines(_text(chunks))
    for row in count(1):
        try:
            line = next(lines, None)
            if line is None:
                return
            cells = [unescape(cell) or None for cell in _cells(line)]
        except KnownError as error:
            raise KnownError(error.code, **{"table": table, "row": row, **error.facts}) from error
        yield cells


def _text(chunks: Iterable[bytes]) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in chunks:
            yield decoder.decode(chunk)
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise KnownError("bundle.csv_encoding") from error


def _lines(texts: Iterable[str]) -> Iterator[str]:
    """Cut at CRLF, which ends a row wherever it stands: no cell holds a raw carriage return."""
    rest = ""
    for text in texts:
        *lines, rest = (rest + text).split(_CRLF)
        for line in lines:
            _check_line(line)
            yield line
        _check_length(rest)
    if rest:
        _check_line(rest)
        raise KnownError("bundle.csv_line_end")


def _check_length(line: str) -> None:
    if len(line) > ROW_BYTES:
        raise KnownError("bundle.row_too_large", limit=ROW_BYTES)


def _check_line(line: str) -> None:
    _check_length(line)
    if line.isascii() and line.isprintable():
        return
    if found := _FORBIDDEN.search(line):
        code = "bundle.csv_line_end" if found[0] == "\r" else "bundle.csv_control"
        raise KnownError(code, character=f"U+{ord(found[0]):04X}")
    if not unicodedata.is_normalized("NFC", line):
        raise KnownError("bundle.csv_nfc")


def _cells(line: str) -> list[str]:
    if '"' not in line:
        if "\n" in line:
            raise KnownError("bundle.csv_line_end")
        cells = line.split(",")
    else:
        cells = _quoted_cells(line)
    if len(line) > CELL_BYTES // 4 and any(len(cell.encode()) > CELL_BYTES for cell in cells):
        raise KnownError("bundle.cell_too_large", limit=CELL_BYTES)
    return cells


def _quoted_cells(line: str) -> list[str]:
    if not _ROW.fullmatch(line):
        raise KnownError("bundle.csv_quote")
    found = _CELL.findall(line)
    if not line.endswith(","):  # or the pattern finds one blank cell more behind the last
        found.pop()
    return [quoted.replace('""', '"') if quoted else plain for quoted, plain in found]


def _code(found: re.Match[str] | str) -> str:
    char = found if isinstance(found, str) else found[0]
    if char == "\\":
        return "\\\\"
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"


def _is_unsettled(char: str) -> bool:
    """Whether a character must be escaped in a text that NFC would alter: it composes, decomposes or is unsafe."""
    is_composing = unicodedata.combining(char) != 0 or "\u1160" <= char <= "\u11ff"
    return bool(_TO_ESCAPE.match(char)) or is_composing or not unicodedata.is_normalized("NFC", char)


def _character(found: re.Match[str]) -> str:
    if found[1]:
        return "\\"
    number = int(found[2] or found[3] or "d800", 16)
    if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        raise KnownError("bundle.csv_escape")
    return chr(number)
