"""The one door to SQLCipher and sqlite-utils: opens a connection and translates what the library says.

sqlite-utils looks for a module called `pysqlite3` before the standard `sqlite3`; giving it `sqlcipher3` under
that name, before its first import, makes it work on encrypted files. No other module may import it first.
"""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fieldapp.base.errors import BugError, KnownError

if TYPE_CHECKING:
    from sqlite3 import dbapi2
else:
    import sqlcipher3
    from sqlcipher3 import dbapi2

    sys.modules["pysqlite3"] = sqlcipher3
    sys.modules["pysqlite3.dbapi2"] = dbapi2

from sqlite_utils import Database
from sqlite_utils import utils as _sqlite_utils

if vars(_sqlite_utils)["sqlite3"].connect is not dbapi2.connect:
    raise BugError("store.plain_sqlite")

__all__ = ["PAGE_BYTES", "Database", "connect", "connect_closed", "connect_reader", "copy_database"]

PAGE_BYTES = 4_096
"""Page of SQLCipher 4, each encrypted and authenticated by itself."""
CACHE_KIB = 65_536
"""Pages kept decrypted in memory: with 64 MiB an encrypted file is nearly as quick as a plain one."""
COPIED_PAGES = 2_560
"""Pages copied at a time, 10 MiB: so often a copy tells how far it is, and may be stopped."""
_FILE_MODE = 0o600
BUSY_SECONDS = 5.0
"""How long one of our own connections waits for another."""
LOG_BYTES = 4 * 1024 * 1024
"""What the log keeps of the disk once it is written back, however long a reading had kept it from being."""
_LONG_LOG = 4 * LOG_BYTES
"""A log this long is one that readings keep from being begun anew: then whoever commits waits for them a moment."""
_MOMENT_MS = 50
"""More than a page of the list takes to be read; less than a person who types notices."""
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # one fsync a commit; NORMAL does none in WAL mode
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",  # INSERT OR REPLACE fires the triggers that refuse a deletion
    f"PRAGMA cache_size=-{CACHE_KIB}",
    "PRAGMA temp_store=MEMORY",  # nothing in clear in the system's temporary folder
    f"PRAGMA journal_size_limit={LOG_BYTES}",
)
_DAMAGED = frozenset({"SQLITE_CORRUPT", "SQLITE_NOTADB"})
_FULL = frozenset({"SQLITE_FULL", "SQLITE_IOERR_SHMSIZE"})
_BY_PREFIX = {
    "SQLITE_CORRUPT": "workspace.damaged",
    "SQLITE_NOTADB": "workspace.damaged",
    "SQLITE_FULL": "file.disk_full",
    "SQLITE_READONLY": "file.read_only",
    "SQLITE_CANTOPEN": "file.not_allowed",
    "SQLITE_BUSY": "workspace.in_use",
    "SQLITE_LOCKED": "workspace.in_use",
    "SQLITE_IOERR": "file.failed",
}


_BY_WORDS = {
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "unable to open database file": "SQLITE_CANTOPEN",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "file is not a database": "SQLITE_NOTADB",
    "database is locked": "SQLITE_BUSY",
}
"""What the library says of an error of a copy, for which it gives no name (`sqlite3_errstr`)."""


def connect(path: Path, key: bytes) -> Database:
    """Open an encrypted file for writing, with every pragma the workspace relies on.

    Raises:
        KnownError: `workspace.damaged` when the key does not fit or the file is not whole.
    """
    _make_own(path)
    db = _open(path, key, _PRAGMAS)
    connection: Any = db.conn
    connection.begin = "BEGIN IMMEDIATE"
    return db


def connect_reader(path: Path, key: bytes) -> Database:
    """Open a second connection that only reads, for the thread that calls this."""
    return _open(path, key, (*_PRAGMAS[2:], "PRAGMA query_only=ON"))


def connect_closed(path: Path, key: bytes) -> Database:
    """Open a file that no program has open, only to read it: nothing is written beside it, not even a log."""
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return _open(path, key, (*_PRAGMAS[2:], "PRAGMA query_only=ON"), address=address)


def copy_database(source: Database, path: Path, key: bytes, *, progress: Callable[[int, int], None]) -> None:
    """Write a copy of one moment of an open file; others go on writing to it meanwhile.

    Args:
        source: A connection inside a transaction that has read something, which is what holds the moment still.
        path: Where no file stands yet.
        key: The source's key: SQLCipher copies only between files of one key.
        progress: Told how many pages are copied, of how many; what it raises stops the copy.

    Raises:
        KnownError: `file.disk_full`…
    """

    def report(_status: int, left: int, total: int) -> None:
        progress(total - left, total)

    _make_own(path)
    target = _open(path, key, ("PRAGMA synchronous=FULL", "PRAGMA temp_store=MEMORY"))
    try:
        source.conn.backup(target.conn, pages=COPIED_PAGES, progress=report, sleep=0)
    except dbapi2.Error as error:
        raise translated(error, {"path": str(path)}) from error
    finally:
        target.close()


def _open(path: Path, key: bytes, pragmas: Sequence[str], *, address: str = "") -> Database:
    facts = {"path": str(path)}
    try:
        connection = dbapi2.connect(
            address or str(path),
            timeout=BUSY_SECONDS,
            isolation_level=None,
            uri=bool(address),
            factory=_factory(facts),
        )
    except dbapi2.Error as error:
        raise translated(error, facts) from error
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")  # first: a wrong key writes to stderr otherwise
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")  # cannot be bound
        connection.execute("SELECT count(*) FROM sqlite_master")
        for pragma in pragmas:
            connection.execute(pragma)
    except (KnownError, BugError):
        connection.close()
        raise
    return Database(connection, execute_plugins=False)


def _make_own(path: Path) -> None:
    """Make a file that is not there yet one that only its owner reads; its log takes the same rights."""
    with suppress(OSError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE_MODE))


def translated(error: Exception, facts: dict[str, str]) -> KnownError | BugError:
    """Say in our codes what the library said: what a person can act on, or else a fault of ours."""
    name = str(getattr(error, "sqlite_errorname", "") or _BY_WORDS.get(str(error), ""))
    if name in _FULL:
        return KnownError("file.disk_full", **facts)
    for prefix, code in _BY_PREFIX.items():
        if name.startswith(prefix):
            return KnownError(code, **facts, system=name)
    return BugError("store.refused", system=name, message=str(error))


class _Place:
    """Where a file was opened. What is pulled out or moved away can often still be written to, and leads nowhere."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._identity: tuple[int, int] | None = None
        if path.exists():
            self.require()

    def require(self) -> None:
        """Refuse to call kept what went into a file that is no longer in its place.

        Raises:
            KnownError: `workspace.taken_away`.
        """
        try:
            found = self._path.stat()
        except OSError as error:
            raise KnownError("workspace.taken_away", path=str(self._path.parent)) from error
        if self._identity is None:
            self._identity = found.st_dev, found.st_ino
        if self._identity != (found.st_dev, found.st_ino):
            raise KnownError("workspace.taken_away", path=str(self._path.parent))


class _Log:
    """The log beside a file. SQLite begins it anew by itself once nobody reads; here, when somebody always does."""

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(f"{path.name}-wal")
        self._next = _LONG_LOG

    def keep_short(self, execute: Callable[[str], Any]) -> None:
        """Begin a long log anew, waiting a moment for those who read; who begins meanwhile needs nothing of it.

        Done once when it is long, and again each time it has grown by as much.
        """
        size = self._size()
        if size < self._next:
            self._next = max(_LONG_LOG, min(self._next, size + LOG_BYTES))
            return
        self._next = size + LOG_BYTES
        with suppress(KnownError):  # what was committed is kept, whatever the disk says of this
            execute(f"PRAGMA busy_timeout={_MOMENT_MS}")
            execute("PRAGMA wal_checkpoint(RESTART)").fetchall()
        execute(f"PRAGMA busy_timeout={int(1000 * BUSY_SECONDS)}")

    def _size(self) -> int:
        try:
            return self._path.stat().st_size
        except OSError:
            return 0


def _factory(facts: dict[str, str]) -> type[dbapi2.Connection]:
    """Make the connection class of one file: every statement and every row fetched goes through `translated`."""

    def guarded(method: Callable[..., Any]) -> Any:
        def call(*args: Any) -> Any:
            try:
                return method(*args)
            except dbapi2.Error as error:
                raise translated(error, facts) from error

        return call

    class Cursor(dbapi2.Cursor):
        execute = guarded(dbapi2.Cursor.execute)
        executemany = guarded(dbapi2.Cursor.executemany)
        fetchone = guarded(dbapi2.Cursor.fetchone)
        fetchall = guarded(dbapi2.Cursor.fetchall)
        __next__ = guarded(dbapi2.Cursor.__next__)

    place, log = _Place(Path(facts["path"])), _Log(Path(facts["path"]))

    class Connection(dbapi2.Connection):
        begin = "BEGIN"
        """How a transaction begins: one that will write waits its turn first, since it cannot once it has read."""

        def execute(self, *args: Any) -> Any:
            done = super().execute(*((self.begin,) if args == ("BEGIN",) else args))
            if args[0] == "COMMIT":
                place.require()
                log.keep_short(super().execute)
            return done

        @guarded
        def cursor(self, factory: Any = Cursor) -> Any:
            return super().cursor(factory)

    return Connection
