"""The manifest `datapackage.json`: a Frictionless Data Package that carries the digest of everything else."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from fieldapp.base.errors import KnownError
from fieldapp.bundle import limits
from fieldapp.bundle.tables import FORM_TYPES, KNOWN, Column, ForeignKey, TableSpec

MANIFEST = "datapackage.json"
SIGNATURE = "datapackage.json.p7s"
SYNC = "fieldapp:sync"
ROWS = "fieldapp:rows"
AUTHORITIES = "fieldapp:authorities"
"""Certificates (PEM) that an enrolment brings, so that its own signature can be followed to them."""
_SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"
_PROFILE = "data-package"
"""The v1 profile, for readers that do not know `$schema`."""
_TABLE_SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"
_DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}
_PATH = re.compile(r"(LISEZMOI\.txt|schema\.sql|dictionnaire\.csv|(data|files)/[a-z0-9][a-z0-9_.\-]*)")
_HASH = re.compile(r"sha256:([0-9a-f]{64})")
_MEDIA_TYPES = {"txt": "text/plain", "sql": "application/sql", "csv": "text/csv"}

T = TypeVar("T")

Manifest = Mapping[str, Any]
"""A manifest as JSON gives it; whatever it holds that we do not know stays in it."""


@dataclass(frozen=True, slots=True)
class Resource:
    """One entry of the ZIP as the manifest names it."""

    path: str
    size: int
    sha256: str
    media_type: str = ""
    table: TableSpec | None = None
    rows: int = 0

    @property
    def name(self) -> str:
        """Its name in the data package: the table's, or one made of the path."""
        return self.table.name if self.table else self.path.lower().replace("/", "-")


def write_manifest(
    sync: Mapping[str, object], resources: Iterable[Resource], extra: Mapping[str, object] | None = None
) -> bytes:
    """Write the manifest's exact bytes, the same for the same content.

    Raises:
        KnownError: `bundle.content_too_large`.
    """
    package: dict[str, object] = {
        "$schema": _SCHEMA,
        "profile": _PROFILE,
        "name": f"fieldapp-{sync['bundle_id']}",
        "id": sync["bundle_id"],
        "resources": [_descriptor(one) for one in sorted(resources, key=lambda one: one.path)],
        SYNC: dict(sync),
        **(extra or {}),
    }
    data = json.dumps(package, ensure_ascii=False, allow_nan=False, indent=1).encode() + b"\n"
    if len(data) > limits.MANIFEST_BYTES:
        raise KnownError("bundle.content_too_large", limit=limits.MANIFEST_BYTES)
    return data


def parse_manifest(data: bytes) -> Manifest:
    """Read the manifest's JSON, refusing what readers understand differently.

    Raises:
        KnownError: `bundle.manifest_json`, `bundle.manifest_duplicate_key`, `bundle.manifest_nan`.
    """
    try:
        parsed = json.loads(data.decode(), object_pairs_hook=_no_duplicates, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise KnownError("bundle.manifest_json") from error
    if not isinstance(parsed, dict):
        raise KnownError("bundle.manifest_json")
    return parsed


def read_resources(manifest: Manifest) -> tuple[Resource, ...]:
    """Read what the manifest lists.

    Raises:
        KnownError: `bundle.manifest_field`, `bundle.resource_path`, `bundle.resource_twice`,
            `bundle.unknown_table`, `bundle.schema_differs`.
    """
    listed = manifest.get("resources")
    if not isinstance(listed, list) or len(listed) > limits.ENTRIES:
        raise KnownError("bundle.manifest_field", field="resources")
    resources = tuple(_resource(one) for one in listed)
    seen: set[str] = set()
    for resource in resources:
        if resource.path in seen:
            raise KnownError("bundle.resource_twice", entry=resource.path)
        seen.add(resource.path)
    return resources


def _descriptor(resource: Resource) -> dict[str, object]:
    described: dict[str, object] = {
        "name": resource.name,
        "path": resource.path,
        "bytes": resource.size,
        "hash": f"sha256:{resource.sha256}",
        "mediatype": resource.media_type or _MEDIA_TYPES[resource.path.rpartition(".")[2]],
    }
    if resource.table is not None:
        described |= {
            "type": "table",
            "format": "csv",
            "encoding": "utf-8",
            "profile": "tabular-data-resource",
        }
        described |= {"dialect": _DIALECT, "schema": _table_schema(resource.table), ROWS: resource.rows}
    return described


def _table_schema(table: TableSpec) -> dict[str, object]:
    schema: dict[str, object] = {
        "$schema": _TABLE_SCHEMA,
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.primary_key:
        schema["primaryKey"] = list(table.primary_key)
    if table.foreign_keys:
        schema["foreignKeys"] = [
            {"fields": [key.column], "reference": {"resource": key.table, "fields": [key.reference]}}
            for key in table.foreign_keys
        ]
    return schema


def _field(column: Column) -> dict[str, object]:
    constraints = ({"required": True} if column.is_required else {}) | dict(column.cells.constraints)
    described: dict[str, object] = {"name": column.name, "type": column.cells.frictionless}
    if constraints:
        described["constraints"] = constraints
    return described


def _no_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise KnownError("bundle.manifest_duplicate_key")
    return found


def _refuse_constant(name: str) -> object:
    raise KnownError("bundle.manifest_nan", value=name)


def _resource(described: object) -> Resource:
    if not isinstance(described, dict):
        raise KnownError("bundle.manifest_field", field="resources")
    path = _typed(described, "path", str)
    if not _PATH.fullmatch(path):
        raise KnownError("bundle.resource_path", entry=path)
    digest = _HASH.fullmatch(_typed(described, "hash", str))
    if digest is None:
        raise KnownError("bundle.manifest_field", field="hash")
    size = _typed(described, "bytes", int)
    media_type = _typed(described, "mediatype", str)
    if not path.startswith("data/"):
        return Resource(path, size, digest[1], media_type)
    table = _read_table(path, _typed(described, "name", str), _typed(described, "schema", dict))
    return Resource(path, size, digest[1], media_type, table, _typed(described, ROWS, int))


def _read_table(path: str, name: str, schema: Manifest) -> TableSpec:
    """Read a table's layout: ours, to the letter, for a table the format knows; the form's for any other."""
    if path != f"data/{name}.csv":
        raise KnownError("bundle.manifest_field", field="name")
    if known := KNOWN.get(name):
        if dict(schema) != _table_schema(known):
            raise KnownError("bundle.schema_differs", table=name)
        return known
    listed = _typed(schema, "fields", list)
    if not 0 < len(listed) <= limits.COLUMNS:
        raise KnownError("bundle.manifest_field", field="fields")
    table = TableSpec(
        name, tuple(map(_read_column, listed)), _texts(schema, "primaryKey"), _read_keys(schema)
    )
    named = {*table.primary_key, *(key.column for key in table.foreign_keys)}
    if len(set(table.header)) != len(table.header) or not named <= {*table.header}:
        raise KnownError("bundle.manifest_field", field="fields")
    return table


def _read_column(described: object) -> Column:
    if not isinstance(described, dict):
        raise KnownError("bundle.manifest_field", field="fields")
    kind = _typed(described, "type", str)
    if kind not in FORM_TYPES:
        raise KnownError("bundle.manifest_field", field="type")
    constraints = described.get("constraints", {})
    is_required = isinstance(constraints, dict) and constraints.get("required") is True
    return Column(_typed(described, "name", str), FORM_TYPES[kind], is_required)


def _read_keys(schema: Manifest) -> tuple[ForeignKey, ...]:
    keys = schema.get("foreignKeys", [])
    if not isinstance(keys, list):
        raise KnownError("bundle.manifest_field", field="foreignKeys")
    found = []
    for key in keys:
        reference = _typed(key, "reference", dict) if isinstance(key, dict) else {}
        fields, referred = _texts(key if reference else {}, "fields"), _texts(reference, "fields")
        if len(fields) != 1 or len(referred) != 1:
            raise KnownError("bundle.manifest_field", field="foreignKeys")
        found.append(ForeignKey(fields[0], _typed(reference, "resource", str), referred[0]))
    return tuple(found)


def _texts(described: Manifest, name: str) -> tuple[str, ...]:
    listed = described.get(name, [])
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        raise KnownError("bundle.manifest_field", field=name)
    return tuple(cast("list[str]", listed))


def _typed(described: Manifest, name: str, kind: type[T]) -> T:
    """Return a member that must be there and of this very type (JSON's true is no number)."""
    value = described.get(name)
    if type(value) is not kind:
        raise KnownError("bundle.manifest_field", field=name)
    return value
