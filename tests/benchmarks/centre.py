"""The centre: one bundle imported into a fresh SQLite database, in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, Table, create_engine, insert, select

from fieldapp.central import schema
from tests.benchmarks.measuring import Benchmark, Pair, timed
from tests.benchmarks.site import Site

Rows = dict[Table, list[dict[str, Any]]]


@contextmanager
def _imported(site: Site) -> Iterator[Pair]:
    _, data = site.bundle
    rows = _rows_of_import(site, data)

    def ours() -> float:
        centre, _ = site.centre()
        return timed(lambda: centre.import_data(data))

    def floor() -> float:
        engine = _engine(site.centre()[1])
        took = timed(lambda: _insert(engine, rows))
        engine.dispose()
        return took

    yield Pair(ours, floor)


def _rows_of_import(site: Site, data: bytes) -> Rows:
    """Return what an import wrote into tables that were empty before it."""
    centre, file = site.centre()
    before = _all_rows(file)
    assert not centre.import_data(data).is_refused
    return {table: rows for table, rows in _all_rows(file).items() if rows and not before[table]}


def _all_rows(file: Path) -> Rows:
    engine = _engine(file)
    with engine.connect() as connection:
        found = {
            table: [dict(row) for row in connection.execute(select(table)).mappings()]
            for table in schema.metadata.sorted_tables
        }
    engine.dispose()
    return found


def _insert(engine: Engine, rows: Rows) -> None:
    with engine.begin() as connection:
        for table, written in rows.items():
            connection.execute(insert(table), written)


def _engine(file: Path) -> Engine:
    return create_engine(f"sqlite:///{file}")


BENCHMARKS = (
    Benchmark(
        "import",
        "the bundle of 5 fiches opened, planned, written, its receipt signed and sealed",
        "plain SQLAlchemy inserts the same rows in one transaction",
        20,
        _imported,
    ),
)
