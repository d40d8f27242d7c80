"""Brings a file of an older program to this program's shape: never the file itself, always a copy that takes its place.

The copy is migrated, proved whole and held against what was copied; only then is the old file set aside and the copy
put in its place. Killed at any moment before, or on a full disk, the old file stands as it stood and the program it
belongs to opens it; killed after, the exchange is finished by the next program that opens the folder.
"""

import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from fieldapp.base.clock import Clock
from fieldapp.base.errors import BugError, KnownError
from fieldapp.base.files import known_from_os, sync_folder
from fieldapp.store.connection import Database, connect, connect_reader, copy_database
from fieldapp.store.copying.contents import Contents, contents_of
from fieldapp.store.copying.copies import Progress, unreported
from fieldapp.store.copying.proving import prove_whole
from fieldapp.store.copying.replacing import clear_part, finish_replacing, require_one_file, waiting_path
from fieldapp.store.copying.set_aside import free_name
from fieldapp.store.events import Events
from fieldapp.store.installed_forms import InstalledForms
from fieldapp.store.journal import Journal
from fieldapp.store.marker import DATABASE
from fieldapp.store.migrations import MIGRATIONS, migrate, refuse_newer

SET_ASIDE_AS = "upgraded"
"""Beginning of the name under which the older file is kept."""
_PART = f"{DATABASE}.being-upgraded"
_ROOM = 3
"""How much room the work takes, in sizes of the file: the copy, its log, and some growth."""


@dataclass(frozen=True, slots=True)
class Upgrade:
    """How an older file is upgraded."""

    progress: Progress = unreported
    """Told how many pages are copied, of how many; then 0 of 0 while nobody knows how long it takes.

    What it raises stops the upgrade.
    """
    at_once: int | None = None
    """Largest size in bytes that is upgraded on opening; a larger one is refused, to be upgraded in a thread."""


def open_in_shape(folder: Path, key: bytes, *, clock: Clock, upgrade: Upgrade | None = None) -> Database:
    """Open a workspace's file, upgraded where it is older. The caller holds the folder's lock.

    Raises:
        KnownError: `workspace.newer`, `workspace.older` for a file too large, `workspace.no_room_to_upgrade`,
            `file.disk_full`, `workspace.damaged`… ; the file is as it was.
    """
    path, upgrade = folder / DATABASE, upgrade or Upgrade()
    db = connect(path, key)
    try:
        if _is_in_shape(db, path):
            return db
        if upgrade.at_once is not None and _size(path) > upgrade.at_once:
            raise KnownError("workspace.older", path=str(folder))
        name = _write_upgraded(folder, db, key, clock=clock, progress=upgrade.progress)
    except BaseException:
        db.close()
        raise
    db.close()
    _exchange(folder, name)
    return connect(path, key)


def _is_in_shape(db: Database, path: Path) -> bool:
    done = refuse_newer(db)
    if not done:
        raise KnownError("workspace.damaged", path=str(path), system="no tables")
    return all(step.__name__ in done for step in MIGRATIONS)


def _write_upgraded(folder: Path, db: Database, key: bytes, *, clock: Clock, progress: Progress) -> str:
    """Write the copy under the name that waits for the file's place; return the name to set the file aside by."""
    part = folder / _PART
    try:
        clear_part(part)
        _require_room(folder)
        before = _copy(db, part, key, progress)
        progress(0, 0)
        with closing(connect(part, key)) as copy:
            migrate(copy, clock)
        require_one_file(part)
        progress(0, 0)
        with closing(connect_reader(part, key)) as copy:  # read again from the disk
            journal = Journal(copy, InstalledForms(copy, clock), events=Events(copy, clock))
            prove_whole(copy, journal, path=part, is_fresh=True)
            if _kept(contents_of(copy)) != _kept(before):
                raise BugError("store.upgrade_differs", path=str(part))
        name = free_name(folder, SET_ASIDE_AS, clock)
        part.rename(waiting_path(folder, name))
    except OSError as error:
        raise known_from_os(error, folder) from error
    finally:
        clear_part(part)
    return name


def _copy(db: Database, part: Path, key: bytes, progress: Progress) -> Contents:
    db.execute("BEGIN DEFERRED")  # only read: a copy is refused to a transaction that may write
    try:
        contents = contents_of(db)
        copy_database(db, part, key, progress=progress)
    finally:
        db.execute("ROLLBACK")
    return contents


def _kept(contents: Contents) -> tuple[object, ...]:
    """Return what no step may change."""
    counts = (contents.records, contents.trashed, contents.drafts, contents.changes, contents.steps)
    rest = (contents.attachments, contents.bundles, contents.receipts)
    return (contents.device_id, contents.name, contents.last_hash, *counts, *rest)


def _exchange(folder: Path, name: str) -> None:
    try:
        sync_folder(folder)
    except OSError as error:
        raise known_from_os(error, folder / name) from error
    finish_replacing(folder)


def _require_room(folder: Path) -> None:
    needed, free = _ROOM * _size(folder / DATABASE), shutil.disk_usage(folder).free
    if free < needed:
        raise KnownError(
            "workspace.no_room_to_upgrade",
            path=str(folder),
            needed=_megabytes(needed),
            free=_megabytes(free),
        )


def _size(path: Path) -> int:
    log = path.with_name(f"{path.name}-wal")
    return path.stat().st_size + (log.stat().st_size if log.exists() else 0)


def _megabytes(size: int) -> int:
    return -(-size // 1_000_000)
