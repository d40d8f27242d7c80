"""Files that are either whole or not there: written beside, synced, renamed; and digests of exact bytes."""

import errno
import hashlib
import os
from pathlib import Path

from fieldapp.base.errors import KnownError

_CODES = {
    errno.ENOSPC: "file.disk_full",
    errno.EDQUOT: "file.disk_full",
    errno.EACCES: "file.not_allowed",
    errno.EPERM: "file.not_allowed",
    errno.EROFS: "file.read_only",
    errno.ENOENT: "file.not_found",
    errno.EISDIR: "file.is_folder",
    errno.ENOTDIR: "file.not_found",
}


def known_from_os(error: OSError, path: Path) -> KnownError:
    """Translate an operating-system error into a code that a person can act on."""
    code = _CODES.get(error.errno or 0, "file.failed")
    return KnownError(code, path=str(path), system=error.strerror or str(error))


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 digest of exact bytes, in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_bytes(path: Path, *, limit: int | None = None) -> bytes:
    """Read a whole file, refusing one larger than `limit` bytes before reading it.

    Raises:
        KnownError: `file.too_large`, or what the system said.
    """
    try:
        if limit is not None and path.stat().st_size > limit:
            raise KnownError("file.too_large", path=str(path), limit=limit)
        return path.read_bytes()
    except OSError as error:
        raise known_from_os(error, path) from error


def write_atomically(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """Put a whole file in place, or leave what stood there: write beside, fsync, rename, fsync the folder.

    Raises:
        KnownError: `file.disk_full`, `file.not_allowed`… ; nothing is left behind.
    """
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)  # left by a killed program, perhaps with other rights than these
        _write_new(part, data, mode=mode, name=path)
        sync_folder(path.parent)
    except OSError as error:
        raise known_from_os(error, path) from error


def _write_new(part: Path, data: bytes, *, mode: int, name: Path) -> None:
    """Write a file that is not there yet and give it its name; whatever stops it, nothing of it stays."""
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        part.replace(name)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def write_unseen(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Put a whole file in place that anybody could read; until then it bears no name, and a kill leaves nothing.

    Where the system has no such files (Windows, most sticks), it is written as `write_atomically` does.

    Raises:
        KnownError: As `write_atomically`.
    """
    nameless = _nameless(path.parent, mode)
    if nameless < 0:
        write_atomically(path, data, mode=mode)
        return
    part = path.with_name(path.name + ".part")
    try:
        with os.fdopen(nameless, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
            part.unlink(missing_ok=True)
            # Only with a folder given does Python ask for the link to be followed to the file itself.
            os.link(f"/proc/self/fd/{nameless}", part, src_dir_fd=nameless, follow_symlinks=True)
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise known_from_os(error, path) from error


def _nameless(folder: Path, mode: int) -> int:
    """Open a new file without a name in a folder; -1 where there are no such files, or the folder is not to be had."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return os.open(folder, os.O_WRONLY | os.O_TMPFILE, mode)
    except (OSError, AttributeError):
        return -1


def put_in_place(waiting: Path, path: Path) -> None:
    """Give a whole file its name, in place of what stood there.

    Raises:
        KnownError: What the system said.
    """
    try:
        waiting.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise known_from_os(error, path) from error


def sync_folder(folder: Path) -> None:
    """Make a rename durable. Windows has no such call and needs none; some network folders have none either."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)
