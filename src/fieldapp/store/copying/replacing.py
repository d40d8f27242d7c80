"""Puts another file in the place of a workspace's own, which is never overwritten but set aside under a dated name.

The new file is first made whole under a name of its own; once it bears that name, the exchange is carried out to its
end, if need be by the next program that opens the folder. The old log moves with the old file: SQLite would apply it
to the new one.
"""

import re
from pathlib import Path

from fieldapp.base.errors import KnownError
from fieldapp.base.files import known_from_os, read_bytes, sync_folder, write_atomically
from fieldapp.store.keys.keyfile import KEY_FILES
from fieldapp.store.marker import DATABASE, MARKER, WAITING

SET_ASIDE = "set-aside"
"""Name of the folder, inside the workspace's own, that keeps what was replaced."""
_NEXT = re.compile(rf"{re.escape(WAITING)}(?P<name>[\w.-]+)")
_MOVED = ("", "-wal", "-shm")
"""What SQLite adds to the file's name; the file itself goes first, so that it never stands without its log."""
_MODE = 0o700
_FILE_MODE = 0o600


def waiting_path(folder: Path, name: str) -> Path:
    """Return the name under which a file that is whole waits to take the workspace's place.

    Args:
        folder: The workspace's.
        name: Under which the present file will be set aside.
    """
    return folder / f"{WAITING}{name}"


def keep_keys(folder: Path, name: str) -> None:
    """Set the key files and the marker aside, as copies, before others are written in their place."""
    aside = folder / SET_ASIDE / name
    aside.mkdir(mode=_MODE, parents=True, exist_ok=True)
    for file in (*KEY_FILES, MARKER):
        if not (aside / file).exists():
            _keep(folder / file, aside / file)


def finish_replacing(folder: Path) -> Path | None:
    """Carry out what was begun; return where the old file was set aside. The caller holds the folder's lock.

    Raises:
        KnownError: `file.read_only`… ; it is carried out next time.
    """
    aside = None
    for waiting, name in _waiting(folder):
        aside = folder / SET_ASIDE / name
        try:
            _set_aside(folder, aside)
            waiting.rename(folder / DATABASE)
            sync_folder(folder)
        except OSError as error:
            raise known_from_os(error, folder) from error
    return aside if aside is not None and (aside / DATABASE).is_file() else None


def require_one_file(part: Path) -> None:
    """Refuse a file whose log could not be written back on closing it: SQLite closes it all the same."""
    log = part.with_name(f"{part.name}-wal")
    if log.exists() and log.stat().st_size:
        raise KnownError("file.failed", path=str(part), system="log not written back")


def clear_part(part: Path) -> None:
    """Take away a file that was being made, with all that SQLite puts beside it."""
    for suffix in (*_MOVED, "-journal"):
        part.with_name(part.name + suffix).unlink(missing_ok=True)


def _waiting(folder: Path) -> list[tuple[Path, str]]:
    found = [(path, _NEXT.fullmatch(path.name)) for path in sorted(folder.glob(f"{WAITING}*"))]
    return [(path, match["name"]) for path, match in found if match]


def _set_aside(folder: Path, aside: Path) -> None:
    if not any((folder / (DATABASE + suffix)).exists() for suffix in _MOVED):
        return
    keep_keys(folder, aside.name)
    for suffix in _MOVED:
        old = folder / (DATABASE + suffix)
        if old.exists():
            old.rename(aside / (DATABASE + suffix))
    sync_folder(aside)
    sync_folder(folder)


def _keep(path: Path, copy: Path) -> None:
    try:
        data = read_bytes(path)
    except KnownError:  # missing or unreadable: there is nothing to keep of it
        return
    write_atomically(copy, data, mode=_FILE_MODE)
