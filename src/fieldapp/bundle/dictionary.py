"""What explains the tables: `schema.sql`, which creates and loads them, and `dictionnaire.csv`."""

from collections.abc import Iterable

from fieldapp.bundle.cells import write_table
from fieldapp.bundle.tables import Column, TableSpec

_HEADER = ("table", "field", "type", "label_fr", "label_ar", "label_en", "code_list", "since_version")
_PREFACE = """\
-- Crée les tables de ce lot et les remplit : psql -v ON_ERROR_STOP=1 -f schema.sql, dans ce dossier (PostgreSQL 15).
-- Autre base : n'exécuter que les CREATE TABLE, puis charger chaque CSV (UTF-8, case vide = NULL).
-- Creates the tables of this bundle and fills them. Other databases: run the CREATE TABLEs, then load each CSV.
"""


def schema_sql(tables: Iterable[TableSpec]) -> bytes:
    """Write the tables as plain SQL, parents first, then psql's commands that load them."""
    ordered = list(tables)
    create = [_create(table) for table in ordered]
    load = [
        f"\\copy \"{table.name}\" FROM '{table.path}' WITH (FORMAT csv, HEADER match, ENCODING 'UTF8')\n"
        for table in ordered
    ]
    return "\n".join([_PREFACE, *create, "-- psql\n" + "".join(load)]).encode()


def dictionary_csv(tables: Iterable[TableSpec]) -> bytes:
    """Write one row for each column of each table."""
    return write_table(_HEADER, (_row(table, column) for table in tables for column in table.columns))


def _row(table: TableSpec, column: Column) -> tuple[str | None, ...]:
    labels = [column.labels.get(code) for code in ("fr", "ar", "en")]
    return (table.name, column.name, column.cells.frictionless, *labels, column.code_list, column.since)


def _create(table: TableSpec) -> str:
    lines = [f"  {_quoted(column.name)} {_sql_type(column)}" for column in table.columns]
    if table.primary_key:
        lines.append(f"  PRIMARY KEY ({', '.join(map(_quoted, table.primary_key))})")
    lines.extend(
        f"  FOREIGN KEY ({_quoted(key.column)}) REFERENCES {_quoted(key.table)} ({_quoted(key.reference)})"
        for key in table.foreign_keys
    )
    return f"CREATE TABLE {_quoted(table.name)} (\n" + ",\n".join(lines) + "\n);\n"


def _sql_type(column: Column) -> str:
    return column.cells.sql + (" NOT NULL" if column.is_required else "")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
