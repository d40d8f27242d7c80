"""Finds a workspace's key: in the files beside the database, else in those of a backup, and makes them again.

A change of passphrase or of recovery key reaches the backups in the folder too: whoever knows only what was in force
before opens none of them. It is carried on at the next opening when it was cut short. What lies on a stick keeps the
passphrase of its day.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from fieldapp.base.errors import KnownError
from fieldapp.store.connection import connect_reader
from fieldapp.store.copying.backups import BACKUPS
from fieldapp.store.copying.copies import moment_of, opened_copy
from fieldapp.store.copying.replacing import SET_ASIDE
from fieldapp.store.keys.keyfile import belongs, is_whole, key_copies, put_keys, read_key_with
from fieldapp.store.marker import DATABASE

Unwrap = Callable[[bytes], bytes]
"""Returns the key of a key file: by passphrase or by recovery key."""
_LOST = frozenset({"workspace.keys_missing", "workspace.keys_damaged"})
_WRONG = frozenset({"workspace.wrong_passphrase", "workspace.no_recovery"})


@dataclass(frozen=True, slots=True)
class Mending:
    """Key files that were made again from those of a backup."""

    made_at: datetime | None
    """When the backup was made: what opens from now on is the passphrase of that day."""
    refusal: KnownError | None = None
    """Why they could not be written; it is tried again at the next opening."""


@dataclass(frozen=True, slots=True)
class FoundKey:
    """The key, and how it was come by."""

    key: bytes = field(repr=False)
    mending: Mending | None = None


def find_key(folder: Path, unwrap: Unwrap, *, repairs: bool = True) -> FoundKey:
    """Return the key of a workspace; both key files are made again from a backup when neither is whole.

    Raises:
        KnownError: `workspace.wrong_passphrase`, `workspace.keys_missing`, `workspace.keys_damaged`, or
            `workspace.keys_older` when only backups hold whole ones and this opens none of them.
    """
    try:
        return FoundKey(read_key_with(folder, unwrap, repairs=repairs))
    except KnownError as refusal:
        if refusal.code not in _LOST:
            raise
        found = _in_backups(folder, unwrap, repairs=repairs)
        if found is None:
            raise
        return found


def spread_keys(folder: Path, wrapped: bytes, key: bytes) -> tuple[Path, ...]:
    """Give every backup of the folder these key files; return those in which the old ones stay."""
    left = []
    for place in _places(folder):
        if key_copies(place) == [wrapped, wrapped] or not _is_of(place, key):
            continue
        try:
            put_keys(place, wrapped)
        except KnownError:
            left.append(place)
    return tuple(left)


def _in_backups(folder: Path, unwrap: Unwrap, *, repairs: bool) -> FoundKey | None:
    """Try the key files of the backups, the newest first, until one opens this database."""
    is_wrong = False
    for place, wrapped in _wrapped(folder):
        try:
            key = unwrap(wrapped)
        except KnownError as refusal:
            is_wrong = is_wrong or refusal.code in _WRONG
            continue
        if _opens(folder, key):
            prevented = _put(folder, wrapped) if repairs else None
            return FoundKey(key, Mending(moment_of(place), prevented))
    if is_wrong:
        raise KnownError("workspace.keys_older", path=str(folder))
    return None


def _put(folder: Path, wrapped: bytes) -> KnownError | None:
    try:
        put_keys(folder, wrapped)
    except KnownError as refusal:
        return refusal
    return None


def _wrapped(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield each key file that differs, with the newest place it lies in: unwrapping one is slow on purpose."""
    seen = {b""}
    for place in _places(folder):
        for wrapped in key_copies(place):
            if wrapped not in seen:
                seen.add(wrapped)
                yield place, wrapped


def _places(folder: Path) -> list[Path]:
    """Return the backups, the newest first, then what restorations set aside."""
    found = []
    for parent in (folder / BACKUPS, folder / SET_ASIDE):
        inside = parent.iterdir() if parent.is_dir() else ()
        found += sorted((place for place in inside if place.name[0] != "."), reverse=True)
    return found


def _is_of(place: Path, key: bytes) -> bool:
    """Whether a backup is this workspace's: by its key files, or by its database where those are not whole."""
    whole = [wrapped for wrapped in key_copies(place) if is_whole(wrapped)]
    if whole:
        return all(belongs(wrapped, key) for wrapped in whole)
    try:
        with opened_copy(place, key):
            return True
    except KnownError:
        return False


def _opens(folder: Path, key: bytes) -> bool:
    try:
        connect_reader(folder / DATABASE, key).close()
    except KnownError:
        return False
    return True
