"""The rows of an XLSForm as text, each with its place: the model, and the reading of Markdown tables."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from fieldapp.forms.problems import FormProblems, Problem

SHEETS = ("survey", "choices", "settings", "external_choices", "osm", "entities")
MAX_COLUMNS = 500
_PREFIXED = ("bind", "attribute", "control", "body", "instance", "media")
_ALIASES = {
    "relevance": "relevant",
    "calculate": "calculation",
    "read_only": "readonly",
    "count": "repeat_count",
    "jr:count": "repeat_count",
    "repeat-count": "repeat_count",
    "command": "type",
    "tag": "name",
    "value": "name",
    "list name": "list_name",
    "id_string": "form_id",
    "set_form_id": "form_id",
    "title": "form_title",
    "set_form_title": "form_title",
    "constraining_message": "constraint_message",
    "constraint-msg": "constraint_message",
    "requiredmsg": "required_message",
    "no_app_error_string": "noapperrorstring",
    "caption": "label",
    "image": "media::image",
    "big-image": "media::big-image",
    "audio": "media::audio",
    "video": "media::video",
}
_LONG_NAMES = {
    "bind::relevant": "relevant",
    "bind::required": "required",
    "bind::readonly": "readonly",
    "bind::constraint": "constraint",
    "bind::calculate": "calculation",
    "bind::jr:constraintMsg": "constraint_message",
    "bind::jr:requiredMsg": "required_message",
    "control::appearance": "appearance",
    "body::appearance": "appearance",
    "control::jr:count": "repeat_count",
    "body::jr:count": "repeat_count",
}
_YES = frozenset({"yes", "true", "true()"})
"""Of the old column `disabled`: the row is not there."""
Lines = list[tuple[int, list[str]]]
"""The rows of a sheet with their numbers, blank ones left out; the first holds the headings."""


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
class Oddities:
    """What a spreadsheet program keeps about a sheet beside its texts, where forms go wrong unseen."""

    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    merged: tuple[str, ...] = ()
    """Ranges of merged cells, such as `A3:A5`."""
    uncounted: frozenset[tuple[int, int]] = frozenset()
    """(row, column), both from 1, of formulas without a value: no program ever worked them out."""


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet as the file has it."""

    title: str
    """As written on its tab."""
    lines: Lines
    oddities: Oddities = Oddities()

    @property
    def name(self) -> str:
        """What XLSForm calls it."""
        return self.title.strip().lower()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a form."""

    name: str
    columns: tuple[str, ...] = ()
    """Canonical names, in order; twice where two headings mean the same."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """Canonical name -> the heading as written."""
    rows: tuple[Row, ...] = ()
    heading_row: int = 1
    written: tuple[str, ...] = ()
    """Every heading as written, blank ones too, in order."""
    oddities: Oddities = Oddities()


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a form that mean something to XLSForm."""

    source: str
    sheets: Mapping[str, Sheet]
    titles: tuple[str, ...] = ()
    """The tabs of all sheets, as written, also of those that mean nothing."""

    def sheet(self, name: str) -> Sheet:
        """Return a sheet; an empty one if the workbook has none of that name."""
        return self.sheets.get(name) or Sheet(name)


def workbook_from(source: str, sheets: Sequence[RawSheet]) -> Workbook:
    """Put the sheets of a file together.

    Raises:
        FormProblems: `form.no_survey`.
    """
    found = {raw.name: _sheet(raw) for raw in sheets if raw.name in SHEETS}
    if len(sheets) == 1 and not found and _looks_like_survey(sheets[0]):
        found = {"survey": _sheet(replace(sheets[0], title="survey"))}
    titles = tuple(raw.title for raw in sheets)
    if "survey" not in found:
        raise FormProblems(source, [Problem("form.no_survey", facts={"sheets": list(titles)})])
    return Workbook(source, found, titles)


def read_markdown(data: bytes, *, source: str) -> Workbook:
    """Read the rows of a form written as Markdown tables: `| survey |`, then `| | type | name |`.

    Raises:
        FormProblems: `form.empty`, `form.not_utf8`, `form.no_survey`.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise FormProblems(source, [Problem("form.not_utf8", facts={"line": line})]) from error
    if not text.strip():
        raise FormProblems(source, [Problem("form.empty")])
    return workbook_from(source, _markdown_sheets(text))


def column_name(heading: str, *, mark: str = "::") -> str:
    """Return the canonical name of a column: case, spaces and old spellings made one.

    Args:
        heading: As written.
        mark: What stands before the language; old forms write one colon.
    """
    head, *rest = (part.strip() for part in re.sub(r"\s+", " ", heading.strip()).split(mark))
    head = head.lower()
    if head not in _PREFIXED:
        head = _ALIASES.get(head, head).replace(" ", "_")
        head = _ALIASES.get(head, head)
    name = "::".join([head, *rest])
    return _LONG_NAMES.get(name, name)


def _looks_like_survey(raw: RawSheet) -> bool:
    """Whether the only sheet of a workbook holds questions, whatever its tab says: other programs take it too."""
    headings = {column_name(heading) for heading in raw.lines[0][1]} if raw.lines else set()
    return {"type", "name"} <= headings


def _sheet(raw: RawSheet) -> Sheet:
    if not raw.lines:
        return Sheet(raw.name, oddities=raw.oddities)
    number, headings = raw.lines[0]
    mark = "::" if any("::" in heading for heading in headings) else ":"
    columns = [column_name(heading, mark=mark) for heading in headings]
    rows = []
    for row_number, texts in raw.lines[1:]:
        cells = {column: text for column, text in zip(columns, texts, strict=False) if column and text}
        if cells and cells.get("disabled", "").lower() not in _YES:
            rows.append(Row(row_number, cells))
    written = {column: heading for column, heading in zip(columns, headings, strict=True) if column}
    return Sheet(
        raw.name,
        tuple(column for column in columns if column),
        written,
        tuple(rows),
        number,
        tuple(headings),
        raw.oddities,
    )


def _markdown_sheets(text: str) -> list[RawSheet]:
    found: dict[str, RawSheet] = {}
    lines: Lines = []
    for cells in _markdown_rows(text):
        if cells[0]:
            lines = found.setdefault(cells[0], RawSheet(cells[0], [])).lines
        elif any(cells):
            lines.append((len(lines) + 1, cells[1:]))
    return list(found.values())


def _markdown_rows(text: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        line = line.strip()
        if not line.startswith("|") or re.fullmatch(r"[|\s:-]+", line):
            continue
        body = line[1:].removesuffix("|")
        yield [cell.strip().replace("\\|", "|") for cell in _split(body)]


def _split(body: str) -> Iterable[str]:
    return re.split(r"(?<!\\)\|", body)
