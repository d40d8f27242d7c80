"""Copies an open encrypted file byte for byte, as it is in one moment, while answers are committed beside it.

What is committed goes into the log first. When a reading begins on an empty log, it reads the file alone, and until
it ends SQLite puts nothing of the log back into the file: the file stands still, and its bytes are a whole copy. No
page has to be decrypted and encrypted again, which is most of what a copy costs otherwise.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from fieldapp.base.errors import KnownError
from fieldapp.store.connection import BUSY_SECONDS, PAGE_BYTES, Database

_ATTEMPTS = 10
"""So often the log is emptied again when an answer came in between."""
_CHUNK = 1024 * 1024
_FILE_MODE = 0o600


@contextmanager
def one_moment(db: Database, file: Path) -> Iterator[bool]:
    """Hold one moment of an open file, and say whether the file itself stands still in it.

    It does not when answers came too quickly, when somebody else reads what is still in the log, or when the disk
    is so full that answers may soon need the room the log has.
    """
    is_still = _has_room(file) and any(_begins_still(db, file) for _ in range(_ATTEMPTS))
    if not is_still:
        _begin(db)
    try:
        yield is_still
    finally:
        db.execute("ROLLBACK")


def copy_still(file: Path, place: Path, *, progress: Callable[[int, int], None]) -> str:
    """Copy the bytes of a file that stands still to where none is; return their digest.

    Closing the file lets go of this process's own POSIX locks on it, which keep other processes out: that is done
    by the lock of the folder.

    Raises:
        OSError: What the disk said.
    """
    digest = hashlib.sha256()
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _FILE_MODE)
    with file.open("rb") as source, os.fdopen(descriptor, "wb") as target:
        total = os.fstat(source.fileno()).st_size
        while chunk := source.read(_CHUNK):
            target.write(chunk)
            digest.update(chunk)
            progress(source.tell() // PAGE_BYTES, total // PAGE_BYTES)
    return digest.hexdigest()


def _has_room(file: Path) -> bool:
    """Whether the log can be written back on this disk, and a copy be written beside it."""
    log = _log_of(file)
    needed = file.stat().st_size + (log.stat().st_size if log.exists() else 0)
    return shutil.disk_usage(file.parent).free > needed


def _log_of(file: Path) -> Path:
    return file.with_name(f"{file.name}-wal")


def _begins_still(db: Database, file: Path) -> bool:
    """Begin a reading on an empty log; whether that was so."""
    _empty_log(db)
    _begin(db)
    log = _log_of(file)
    if not log.exists() or log.stat().st_size == 0:
        return True
    db.execute("ROLLBACK")
    return False


def _begin(db: Database) -> None:
    db.execute("BEGIN DEFERRED")
    db.execute("SELECT count(*) FROM setting").fetchall()  # the reading begins here


def _empty_log(db: Database) -> None:
    """Write the log back and empty it, waiting for nobody: whoever commits an answer meanwhile is not held up."""
    db.execute("PRAGMA busy_timeout=0")
    try:
        for how in ("PASSIVE", "TRUNCATE"):  # the second, which lets nobody commit, finds little left to do
            db.execute(f"PRAGMA wal_checkpoint({how})").fetchall()
    except KnownError:  # a full disk: what is in the log stays there, and is copied from there
        return
    finally:
        db.execute(f"PRAGMA busy_timeout={int(1000 * BUSY_SECONDS)}")
