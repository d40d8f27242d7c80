"""The wrapped key beside the database, kept twice, so that one torn file never locks a person out.

Each copy is written under another name, synced, re-opened and only then made current. Whichever copy opens with
the passphrase given is right, and the other is made equal to it.
"""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from fieldapp.base.errors import BugError, KnownError
from fieldapp.base.files import known_from_os, sync_folder
from fieldapp.signing.wrapping import read_key_file, rewrap, unwrap_with_passphrase, wrap_key

KEY_FILES = ("workspace.keys", "workspace.keys.copy")
"""Names of the two copies."""
_MODE = 0o600


def write_keys(folder: Path, key: bytes, *, passphrase: str, recovery_recipients: Sequence[str]) -> None:
    """Wrap a new workspace's key and write both copies.

    Raises:
        KnownError: `file.disk_full`… ; the copies that stood there still stand.
    """
    wrapped = wrap_key(key, passphrase=passphrase, recovery_recipients=recovery_recipients)
    for name in KEY_FILES:
        _replace(folder / name, wrapped)
    if unwrap_with_passphrase((folder / KEY_FILES[0]).read_bytes(), passphrase) != key:
        raise BugError("store.key_not_kept")


def read_key(folder: Path, passphrase: str) -> bytes:
    """Return the workspace's key, and repair a torn or missing copy from its twin.

    Raises:
        KnownError: `workspace.keys_missing`, `workspace.keys_damaged`, `workspace.wrong_passphrase`.
    """
    return read_key_with(folder, lambda wrapped: unwrap_with_passphrase(wrapped, passphrase))


def read_key_with(folder: Path, unwrap: Callable[[bytes], bytes], *, repairs: bool = True) -> bytes:
    """Return the key by any way of unwrapping it; the same repair, unless the folder is only to be looked at."""
    copies = [_read(folder / name) for name in KEY_FILES]
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
            _repair(folder, wrapped)
        return key
    wrong = [refusal for refusal in refusals if refusal.code != "workspace.keys_damaged"]
    raise (wrong or refusals)[0]


def whole_keys(folder: Path, key: bytes) -> bytes:
    """Return the copy of the key file that holds together and is this key's.

    Raises:
        KnownError: `workspace.keys_damaged` when neither does.
    """
    for name in KEY_FILES:
        wrapped = _read(folder / name)
        if wrapped and _belongs(wrapped, key):
            return wrapped
    raise KnownError("workspace.keys_damaged", path=str(folder))


def are_of_another(folder: Path, key: bytes) -> bool:
    """Whether a whole key file lies there that is not this key's: another workspace stands there."""
    copies = [wrapped for name in KEY_FILES if (wrapped := _read(folder / name)) and _is_whole(wrapped)]
    return any(not _belongs(wrapped, key) for wrapped in copies)


def _is_whole(wrapped: bytes) -> bool:
    try:
        read_key_file(wrapped)
    except KnownError:
        return False
    return True


def _belongs(wrapped: bytes, key: bytes) -> bool:
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
    wrapped = rewrap(_read(folder / KEY_FILES[0]), key, passphrase=passphrase)
    for name in KEY_FILES:
        _replace(folder / name, wrapped)


def _repair(folder: Path, wrapped: bytes) -> None:
    for name in KEY_FILES:
        if _read(folder / name) != wrapped:
            _replace(folder / name, wrapped)


def _read(path: Path) -> bytes:
    """Return a copy's bytes; blank when it is missing."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise known_from_os(error, path) from error


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
        part.unlink(missing_ok=True)
        raise known_from_os(error, path) from error
