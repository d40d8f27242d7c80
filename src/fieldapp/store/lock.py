"""One program at a time on a workspace: the operating system's lock, which ends with the program, even a killed one."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from fieldapp.base.errors import KnownError
from fieldapp.base.files import known_from_os

LOCK_FILE = "workspace.lock"
_LONGEST_NOTE = 64


class FolderLock:
    """Holds a workspace folder until released.

    Attributes:
        left: The note found: a program did not come to take its own away (it was killed, or the power went), or
            left one on purpose.
        leaves: The note to be left on purpose.
        is_noted: Whether this program has written one.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / LOCK_FILE
        try:
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise known_from_os(error, path) from error
        try:
            _lock(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            raise KnownError("workspace.in_use", path=str(folder)) from error
        self.left = os.read(self._descriptor, _LONGEST_NOTE).decode("ascii", "ignore").strip()

        self.leaves = ""
        self.is_noted = False

    def note(self, text: str) -> None:
        """Write a note for whoever comes after a program that was killed; a disk that refuses it refuses more."""
        self.is_noted = True
        with suppress(OSError):
            os.ftruncate(self._descriptor, 0)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, text.encode())
            os.fsync(self._descriptor)

    def release(self) -> None:
        """Take the note away, or leave the other one, and let another program in; a second call does nothing."""
        if self._descriptor >= 0:
            if self.is_noted or self.leaves:
                self.note(self.leaves)
            os.close(self._descriptor)
            self._descriptor = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
