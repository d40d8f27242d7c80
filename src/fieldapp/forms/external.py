"""Reads the files beside a form that it takes choices from: CSV, XML and GeoJSON, as secondary instances."""

import csv
import json
from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import PurePosixPath

from fieldapp.forms.official_lists import listed_official
from fieldapp.forms.problems import FormProblems, Problem
from fieldapp.forms.record_lists import listed_form
from fieldapp.forms.xml import parse_xml
from fieldapp.xpath import Node, document_of, parse_tree

Files = Mapping[str, bytes]
"""File name -> content; only names, never paths, so that nothing outside the form's folder is reached."""
LAST_SAVED = "jr://instance/last-saved"
MAX_CELL = 1_000_000
"""Characters of one CSV cell: a geoshape may be long."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""How a text saved as "Unicode" by a spreadsheet begins."""


def file_name(source: str) -> str:
    """Return the name in `jr://file-csv/communes.csv`; folders in it mean nothing."""
    return PurePosixPath(source.replace("\\", "/")).name


def read_external(source: str, files: Files) -> Node | None:
    """Return the tree of an external instance, or none when its file is not there.

    Raises:
        FormProblems: `form.bad_file`, `form.file_not_utf8`, `form.file_column_twice`, `form.file_row_too_long`.
    """
    name = file_name(source)
    if source == LAST_SAVED or listed_form(name) is not None or listed_official(name) is not None:
        return _root()
    data = files.get(name)
    if data is None:
        return None
    suffix = PurePosixPath(name).suffix.lower()
    try:
        return _READERS.get(suffix, _from_xml)(data)
    except FormProblems as error:
        problem = error.problems[0]
        system = problem.facts.get("system", problem.code)
        raise _bad(name, line=problem.facts.get("line", 0), system=str(system)) from error
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise FormProblems(
            name, [Problem("form.file_not_utf8", facts={"file": name, "line": line})]
        ) from error
    except _LineError as error:
        raise FormProblems(name, [Problem(error.code, facts={"file": name, **error.facts})]) from error
    except json.JSONDecodeError as error:
        raise _bad(name, line=error.lineno, system=error.msg) from error
    except (csv.Error, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise _bad(name, line=0, system=f"{type(error).__name__}: {error}") from error


class _LineError(Exception):
    """A line of a file that says something else than it seems to."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def _bad(name: str, *, line: object, system: str) -> FormProblems:
    return FormProblems(
        name, [Problem("form.bad_file", facts={"file": name, "line": line or "", "system": system})]
    )


def _root() -> Node:
    root = Node("root")
    document_of(root)
    return root


def _from_csv(data: bytes) -> Node:
    csv.field_size_limit(MAX_CELL)
    text = data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    rows = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    columns = [name.strip() for name in next(rows, [])]
    for name in columns:
        if name and columns.count(name) > 1:
            raise _LineError("form.file_column_twice", column=name)
    return _items(_pairs(columns, row, rows.line_num) for row in rows if any(row))


def _pairs(columns: list[str], row: list[str], line: int) -> list[tuple[str, str]]:
    if any(cell.strip() for cell in row[len(columns) :]):
        raise _LineError("form.file_row_too_long", line=line, columns=len(columns), cells=len(row))
    cells = [*row, *[""] * (len(columns) - len(row))]
    return [(name, cell) for name, cell in zip(columns, cells, strict=False) if name]


def _delimiter(text: str) -> str:
    """Return what separates the headings: a comma, or what spreadsheets here write instead."""
    first_line = text.partition("\n")[0]
    return max(",;\t", key=first_line.count)


def _from_xml(data: bytes) -> Node:
    return parse_tree(parse_xml(data, ""))


def _from_geojson(data: bytes) -> Node:
    found = []
    for feature in json.loads(data)["features"]:
        properties = dict(feature.get("properties") or {})
        if "id" in feature and "id" not in properties:
            properties["id"] = feature["id"]
        pairs = [("geometry", _geometry(feature.get("geometry") or {}))]
        pairs += [(name, _json_text(value)) for name, value in properties.items()]
        found.append(pairs)
    return _items(found)


def _geometry(geometry: Mapping[str, object]) -> str:
    """Write a geometry as ODK does: latitude first, points joined by semicolons."""
    coordinates = geometry.get("coordinates")
    if not isinstance(coordinates, list):
        return ""
    if geometry.get("type") == "Point":
        return _point(coordinates)
    ring = coordinates[0] if geometry.get("type") == "Polygon" else coordinates
    return ";".join(_point(point) for point in ring)


def _point(coordinates: list[object]) -> str:
    return f"{coordinates[1]} {coordinates[0]} 0 0"


def _json_text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _items(rows: Iterable[list[tuple[str, str]]]) -> Node:
    root = _root()
    for pairs in rows:
        item = Node("item")
        for name, value in pairs:
            item.append(Node(name, value))
        root.append(item)
    return root


_READERS = {".csv": _from_csv, ".geojson": _from_geojson, ".json": _from_geojson}
"""All else is read as XML."""
