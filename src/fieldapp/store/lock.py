"""One program at a time on a workspace: the operating system's lock, which ends with the program, even a killed one."""

import os
import sys
from pathlib import Path

from fieldapp.base.errors import KnownError
from fieldapp.base.files import known_from_os

LOCK_FILE = "workspace.lock"


class FolderLock:
    """Holds a workspace folder until released."""

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

    def release(self) -> None:
        """Let another program in; a second call does nothing."""
        if self._descriptor >= 0:
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
