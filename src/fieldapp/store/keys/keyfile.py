"""The wrapped key beside the database, kept twice, so that one torn file never locks a person out.

Each copy is written under another name, synced, re-opened and only then made current. Whichever copy opens with
the passphrase given is right, and the other is made equal to it. Where neither is whole, `keysearch` looks further.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from fieldapp.base.errors import BugError, KnownError
from fieldapp.base.files import known_from_os, sync_folder
from fieldapp.signing.wrapping import (
    GUARDED,
    Cost,
    read_key_file,
    rewrap,
    unwrap_with_passphrase,
    wrap_key,
)

KEY_FILES = ("workspace.keys", "workspace.keys.copy")
"""Names of the two copies."""
_MODE = 0o600


def write_keys(
    folder: Path, key: bytes, *, passphrase: str, recovery_recipients: Sequence[str], cost: Cost = GUARDED
) -> None:
    """Wrap a new workspace's key and write both copies.

    Raises:
        KnownError: `file.disk_full`… ; the copies that stood there still stand.
    """
    wrapped = wrap_key(key, passphrase=passphrase, recovery_recipients=recovery_recipients, cost=cost)
    put_keys(folder, wrapped)
    if unwrap_with_passphrase((folder / KEY_FILES[0]).read_bytes(), passphrase) != key:
        raise BugError("store.key_not_kept")


def read_key(folder: Path, passphrase: str) -> bytes:
    """Return the workspace's key, and repair a torn or missing copy from its twin.

    Raises:
        KnownError: `workspace.keys_missing`, `workspace.keys_damaged`, `workspace.wrong_passphrase`.
    """
    return read_key_with(folder, lambda wrapped: unwrap_with_passphrase(wrapped, passphrase))


def read_key_with(folder: Path, unwrap: Callable[[bytes], bytes], *, repairs: bool = True) -> bytes:
    """Return the key by any way of unwrapping it; the same repair, unless the folder is only to be looked at.

    A repair that the disk refuses keeps nobody out: it is tried again at the next opening.
    """
    copies = key_copies(folder)
    if not any(copies):
        raise KnownError("workspace.keys_missing", path=str(folder / KEY_FILES[0]))
    refusals: list[KnownError] = []
    for wrapped in dict.fromkeys(copy for copy in copies if copy):
        try:
            key = unwrap(wrapped)
        except KnownError as refusal:
            refusals.append(refusal)
            continue
        if repairs:
            with suppress(KnownError):
                put_keys(folder, wrapped)
        return key
    wrong = [refusal for refusal in refusals if refusal.code != "workspace.keys_damaged"]
    raise (wrong or refusals)[0]


def whole_keys(folder: Path, key: bytes) -> bytes:
    """Return the copy of the key file that holds together and is this key's.

    Raises:
        KnownError: `workspace.keys_damaged` when neither does.
    """
    for wrapped in key_copies(folder):
        if wrapped and belongs(wrapped, key):
            return wrapped
    raise KnownError("workspace.keys_damaged", path=str(folder))


def are_of_another(folder: Path, key: bytes) -> bool:
    """Whether a whole key file lies there that is not this key's: another workspace stands there."""
    return any(is_whole(wrapped) and not belongs(wrapped, key) for wrapped in key_copies(folder))


def key_copies(folder: Path) -> list[bytes]:
    """Return the bytes of both copies; blank for one that is missing or that the disk does not give back."""
    return [_read(folder / name) for name in KEY_FILES]


def put_keys(folder: Path, wrapped: bytes) -> None:
    """Make both copies these bytes; a copy that is so already is left alone.

    Raises:
        KnownError: `file.disk_full`, `file.read_only`…
    """
    for name in KEY_FILES:
        if _read(folder / name) != wrapped:
            _replace(folder / name, wrapped)


def is_whole(wrapped: bytes) -> bool:
    """Whether a key file holds together; whose it is only unwrapping proves."""
    try:
        read_key_file(wrapped)
    except KnownError:
        return False
    return True


def belongs(wrapped: bytes, key: bytes) -> bool:
    """Whether a key file is whole and this key's."""
    try:
        rewrap(wrapped, key)
    except KnownError:
        return False
    return True


def renew_passphrase(folder: Path, unwrap: Callable[[bytes], bytes], *, passphrase: str) -> None:
    """Put another passphrase in the place of the old one; the key, and so the database, stays as it is.

    Raises:
        KnownError: Why it could not be unwrapped, or `file.disk_full`… ; the old passphrase still opens then.
    """
    key = read_key_with(folder, unwrap)
    put_keys(folder, rewrap(whole_keys(folder, key), key, passphrase=passphrase))


def _read(path: Path) -> bytes:
    """Return a copy's bytes; blank when it is missing, or lies where the disk has gone bad."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _replace(path: Path, wrapped: bytes) -> None:
    part = path.with_name(path.name + ".new")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _MODE)
        with os.fdopen(descriptor, "wb") as out:
            out.write(wrapped)
            out.flush()
            os.fsync(out.fileno())
        if part.read_bytes() != wrapped:
            raise KnownError("file.failed", path=str(path), system="read back differs")
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise known_from_os(error, path) from error
