"""The door to the database: an engine from a URL, transactions, and database errors as codes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, update
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from fieldapp.base.errors import KnownError
from fieldapp.central import schema

SQLITE_WAIT_S = 30
"""How long one importer waits for another before it says that the database is busy."""
_WRITES = "fieldapp_writes"
_SECRETS = re.compile(r"^.*@|(?<=password=)[^&]*", re.IGNORECASE | re.DOTALL)
"""Where a password may stand in a URL that cannot be read."""
_CODES = {
    "SQLITE_FULL": "central.disk_full",
    "SQLITE_IOERR_WRITE": "central.disk_full",
    "SQLITE_BUSY": "central.busy",
    "SQLITE_CANTOPEN": "central.not_reachable",
    "SQLITE_NOTADB": "central.not_a_database",
    "SQLITE_CORRUPT": "central.not_a_database",
    "SQLITE_READONLY": "central.read_only",
    "53100": "central.disk_full",
    "55P03": "central.busy",
    "25006": "central.read_only",
    "42501": "central.read_only",
}
"""SQLite's error names and PostgreSQL's SQLSTATEs that a person can do something about."""


def open_engine(url: str) -> Engine:
    """Open a database by its URL: `sqlite:///path`, `postgresql://user@host/name`.

    Raises:
        KnownError: `central.bad_url`.
    """
    parsed = _parse(url)
    if parsed.get_backend_name() == "postgresql" and "+" not in parsed.drivername:
        parsed = parsed.set(drivername="postgresql+psycopg")
    try:
        engine = create_engine(parsed, poolclass=NullPool)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise KnownError("central.bad_url", url=shown(url)) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def sqlite_file(url: str) -> Path | None:
    """Return the file behind a SQLite URL; `None` for a database server."""
    parsed = _parse(url)
    if parsed.get_backend_name() != "sqlite":
        return None
    if not parsed.database or parsed.database == ":memory:":
        raise KnownError("central.bad_url", url=shown(url))
    return Path(parsed.database)


def shown(url: str) -> str:
    """Return a URL for people, without its password, wherever it stands."""
    return _shown(_parse(url))


@contextmanager
def transaction(engine: Engine, *, writes: bool) -> Iterator[Connection]:
    """Run one transaction: all of it is committed, or nothing is.

    Raises:
        KnownError: `central.disk_full`, `central.busy`… ; nothing was written.
    """
    try:
        with engine.connect() as connection:
            connection = connection.execution_options(**{_WRITES: writes})
            with connection.begin():
                yield connection
    except DBAPIError as error:
        raise _known(error, engine) from error


def hold_import_lock(connection: Connection) -> int:
    """Wait until no other importer is at work, until the end of this transaction; return the import's number."""
    table = schema.centre
    raised = (
        update(table).where(table.c.centre_id == schema.CENTRE_ID).values(import_no=table.c.import_no + 1)
    )
    return int(connection.execute(raised.returning(table.c.import_no)).scalar_one())


def _shown(url: URL) -> str:
    secrets = {name: "***" for name in url.query if "password" in name.lower()}
    return url.update_query_dict(secrets).render_as_string(hide_password=True)


def _parse(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError as error:
        raise KnownError("central.bad_url", url=_SECRETS.sub("***", url)) from error


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, see _begin_sqlite
    # secure_delete: what was taken back must not stay in the free pages of the file
    for pragma in (
        "foreign_keys = ON",
        "secure_delete = ON",
        "synchronous = FULL",
        f"busy_timeout = {SQLITE_WAIT_S * 1000}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at the start, so that what an import read is still so when it writes."""
    is_writing = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def _known(error: DBAPIError, engine: Engine) -> KnownError:
    """Translate without the statement's values: they are answers that people gave."""
    state = getattr(error.orig, "sqlite_errorname", None) or getattr(error.orig, "sqlstate", None) or ""
    database = _shown(engine.url)
    if state in _CODES:
        return KnownError(_CODES[state], database=database)
    is_unreached = not state and engine.dialect.name != "sqlite"
    code = "central.not_reachable" if is_unreached else "central.database_failed"
    return KnownError(code, database=database, system=f"{type(error.orig).__name__} {state}".strip())
