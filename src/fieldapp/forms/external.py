"""Reads the files beside a form that it takes choices from: CSV, XML and GeoJSON, as secondary instances."""

import csv
import json
from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import PurePosixPath

from fieldapp.forms.problems import FormProblems, Problem
from fieldapp.forms.xml import parse_xml
from fieldapp.xpath import Node, document_of, parse_tree

Files = Mapping[str, bytes]
"""File name -> content; only names, never paths, so that nothing outside the form's folder is reached."""
LAST_SAVED = "jr://instance/last-saved"
MAX_CELL = 1_000_000
"""Characters of one CSV cell: a geoshape may be long."""


def file_name(source: str) -> str:
    """Return the name in `jr://file-csv/communes.csv`; folders in it mean nothing."""
    return PurePosixPath(source.replace("\\", "/")).name


def read_external(source: str, files: Files) -> Node | None:
    """Return the tree of an external instance, or none when its file is not there.

    Raises:
        FormProblems: `form.bad_file`, or what is wrong with its XML.
    """
    if source == LAST_SAVED:
        return _root()
    name = file_name(source)
    data = files.get(name)
    if data is None:
        return None
    suffix = PurePosixPath(name).suffix.lower()
    try:
        if suffix == ".csv":
            return _from_csv(data)
        if suffix in (".geojson", ".json"):
            return _from_geojson(data)
    except (csv.Error, ValueError, KeyError, TypeError, AttributeError) as error:
        problem = Problem("form.bad_file", facts={"file": name, "system": f"{type(error).__name__}: {error}"})
        raise FormProblems(name, [problem]) from error
    return parse_tree(parse_xml(data, name))


def _root() -> Node:
    root = Node("root")
    document_of(root)
    return root


def _from_csv(data: bytes) -> Node:
    csv.field_size_limit(MAX_CELL)
    text = data.decode("utf-8-sig")
    first_line = text.partition("\n")[0]
    delimiter = ";" if ";" in first_line and "," not in first_line else ","
    rows = csv.DictReader(StringIO(text), delimiter=delimiter, strict=True)
    pairs = (
        [(name.strip(), value or "") for name, value in row.items() if name and name.strip()] for row in rows
    )
    return _items(pairs)


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
