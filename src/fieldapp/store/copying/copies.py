"""A copy of a workspace: a folder that opens by itself, with the passphrase or a recovery key of the day it was made.

It is written under another name, every byte synced, read back from the disk, opened, proved whole and compared with
what was copied, and only then given its name. So whatever bears the name of a copy is one, also after a kill.
"""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from fieldapp.base.clock import Clock
from fieldapp.base.errors import KnownError
from fieldapp.base.files import known_from_os, read_bytes, sync_folder, write_atomically
from fieldapp.store.connection import Database, connect_closed, connect_reader, copy_database
from fieldapp.store.copying.contents import Contents, contents_of
from fieldapp.store.copying.proving import prove_whole
from fieldapp.store.copying.still import copy_still, one_moment
from fieldapp.store.events import Events
from fieldapp.store.installed_forms import InstalledForms
from fieldapp.store.journal import Journal
from fieldapp.store.keys.held_key import HeldKey
from fieldapp.store.keys.keyfile import KEY_FILES, whole_keys
from fieldapp.store.marker import DATABASE, is_workspace, read_marker, write_marker
from fieldapp.store.migrations import refuse_newer

NOTE = "copy.json"
"""Beside the copied file: which state it is of, and its digest. Nothing in it tells of anybody."""
_FORMAT = "ma.fieldapp.copy"
_NOTE_BYTES = 65_536
_CHUNK = 1024 * 1024
_STAMP = "%Y-%m-%dT%H%M%SZ"
_NAME = re.compile(r"(?P<before>.+)_(?P<at>\d{4}-\d\d-\d\dT\d{6}Z)")
_LEFTOVER = re.compile(rf"\.{_NAME.pattern}\.(being-made|dropped)")
_MODE = 0o700

Progress = Callable[[int, int], None]


def unreported(_done: int, _total: int) -> None:
    """Tell nobody how far a copy is."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that stands in its place."""

    path: Path
    made_at: datetime | None
    """Nothing when the folder was given another name."""
    mark: str
    """Of the state it holds (`Contents.mark`); blank when its note is lost."""
    sha256: str
    """Of its encrypted file, as written; blank when its note is lost."""


@dataclass(frozen=True, slots=True)
class Source:
    """An open file to be copied, and the folder its keys lie in."""

    folder: Path
    db: Database
    held: HeldKey

    @property
    def key(self) -> bytes:
        """The file's key, while the workspace is open."""
        return self.held.reveal()


def copy_name(before: str, moment: datetime) -> str:
    """Return the name of a copy made at a moment; names of one beginning sort by time."""
    return f"{before}_{moment.astimezone(UTC):{_STAMP}}"


def read_copy(path: Path) -> Copy:
    """Say what is known of a copy without opening it.

    Raises:
        KnownError: `copy.not_found` when there is none.
    """
    if not is_workspace(path):
        raise KnownError("copy.not_found", path=str(path))
    note = _note(path)
    return Copy(path, moment_of(path), mark=str(note.get("mark", "")), sha256=str(note.get("sha256", "")))


def moment_of(path: Path) -> datetime | None:
    """Return when a copy was made; nothing when its folder was given another name."""
    match = _NAME.fullmatch(path.name)
    return datetime.strptime(match["at"], _STAMP).replace(tzinfo=UTC) if match else None


def write_copy(source: Source, place: Path, *, clock: Clock, progress: Progress = unreported) -> Contents:
    """Write a copy, or nothing at all; return what it holds.

    Raises:
        KnownError: `file.disk_full`, `file.read_only`… , `copy.differs` when the disk gave back something else,
            `workspace.damaged` or `journal.altered` when what is copied is not whole itself; what `progress` raises.
    """
    part = place.with_name(f".{place.name}.being-made")
    try:
        place.parent.mkdir(mode=_MODE, parents=True, exist_ok=True)
        _remove(part)
        part.mkdir(mode=_MODE)
        contents = _fill(source, part, clock=clock, progress=progress)
        if place.exists():
            raise KnownError("workspace.exists", path=str(place))
        part.rename(place)
        sync_folder(place.parent)
    except OSError as error:
        raise known_from_os(error, place) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return contents


def open_copy(path: Path, key: bytes, *, clock: Clock) -> Contents:
    """Prove a copy whole and say what it holds; nothing is written, so it may lie on a protected medium.

    Raises:
        KnownError: `workspace.damaged` also when the key is not its own, `workspace.newer`, `journal.altered`…
    """
    read_marker(path)
    with opened_copy(path, key) as db:
        refuse_newer(db)
        contents = contents_of(db)
        prove_whole(
            db,
            Journal(db, InstalledForms(db, clock), events=Events(db, clock)),
            path=path / DATABASE,
            is_fresh=True,
        )
    return contents


@contextmanager
def opened_copy(path: Path, key: bytes) -> Iterator[Database]:
    """Open a copy without writing beside it, also one that somebody made by hand while its log was not written back."""
    log = path / f"{DATABASE}-wal"
    if not (log.is_file() and log.stat().st_size):
        with closing(connect_closed(path / DATABASE, key)) as db:
            yield db
        return
    with TemporaryDirectory(prefix="fieldapp-") as folder:  # the files are encrypted, and stay so
        for name in (DATABASE, log.name):
            shutil.copyfile(path / name, Path(folder) / name)
        with closing(connect_reader(Path(folder) / DATABASE, key)) as db:
            yield db


def remove_leftovers(folder: Path) -> None:
    """Clear away what a killed program left under a name of work in progress."""
    for left in folder.glob(".*"):
        if _LEFTOVER.fullmatch(left.name):
            shutil.rmtree(left, ignore_errors=True)


def drop_copy(path: Path) -> None:
    """Remove a copy; killed half-way, it leaves nothing that bears the name of one."""
    gone = path.with_name(f".{path.name}.dropped")
    try:
        path.rename(gone)
    except OSError as error:
        raise known_from_os(error, path) from error
    shutil.rmtree(gone, ignore_errors=True)


def _fill(source: Source, part: Path, *, clock: Clock, progress: Progress) -> Contents:
    contents, copied = _copy_moment(source, part / DATABASE, progress)
    wrapped = whole_keys(source.folder, source.key)
    for name in KEY_FILES:
        write_atomically(part / name, wrapped, mode=0o600)
    # Whose it is may be shown on this computer's first page, and on no stick that gets lost.
    write_marker(part, replace(read_marker(source.folder), person="", organisation=""))
    digest = _synced_digest(part / DATABASE)
    if copied not in ("", digest) or open_copy(part, source.key, clock=clock) != contents:
        raise KnownError("copy.differs", path=str(part))
    note = {"format": _FORMAT, "format_version": 1, "mark": contents.mark, "sha256": digest}
    write_atomically(part / NOTE, json.dumps(note, indent=1).encode(), mode=0o600)
    sync_folder(part)
    return contents


def _copy_moment(source: Source, path: Path, progress: Progress) -> tuple[Contents, str]:
    """Copy the file as it is in one moment, and count it in that same moment.

    Its digest comes with it when the bytes were copied as they are; else it is blank.
    """
    file = source.folder / DATABASE
    with one_moment(source.db, file) as is_still:
        contents = contents_of(source.db)
        if is_still:
            return contents, copy_still(file, path, progress=progress)
        copy_database(source.db, path, source.key, progress=progress)
    return contents, ""


def _synced_digest(path: Path) -> str:
    """Have the file written to the disk, and read it back from there where the system can forget what it cached."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))  # Windows reads text unless told
    try:
        os.fsync(descriptor)
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        digest = hashlib.sha256()
        while chunk := os.read(descriptor, _CHUNK):
            digest.update(chunk)
    finally:
        os.close(descriptor)
    return digest.hexdigest()


def _remove(part: Path) -> None:
    if part.exists():  # left by a program that was killed
        shutil.rmtree(part)


def _note(path: Path) -> dict[str, object]:
    try:
        stored = json.loads(read_bytes(path / NOTE, limit=_NOTE_BYTES))
    except (KnownError, ValueError):
        return {}
    return stored if isinstance(stored, dict) else {}
