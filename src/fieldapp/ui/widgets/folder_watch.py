"""Waits for the file that the system's own camera or recorder is about to write into a folder."""

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

LOOK_MS = 1000
"""A file whose size stays the same from one look to the next is written to its end."""

Sizes = dict[Path, int]


class FolderWatch(QObject):
    """Looks into one folder for one question at a time: a photo goes where it was asked for last, and nowhere else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._endings: Collection[str] = ()
        self._before: Sizes = {}
        self._last: Sizes = {}
        self._found: Callable[[Path], object] | None = None
        self._ended: Callable[[], object] | None = None
        self._asker: QObject | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_waiting(self) -> bool:
        """Whether a question waits for a file."""
        return self._found is not None

    def wait_for(
        self,
        folder: Path,
        endings: Collection[str],
        *,
        found: Callable[[Path], object],
        ended: Callable[[], object],
        asker: QObject,
    ) -> None:
        """Begin to wait, in place of who waited before.

        Args:
            folder: Where the file will appear; what lies there already is not meant.
            endings: Its possible endings, with the dot.
            found: Told the file.
            ended: Told that nobody waits for this question any more, found or not.
            asker: Who is told; once it is gone, nobody waits.
        """
        self.stop()
        self._folder, self._endings = folder, endings
        self._before, self._last = self._sizes(), {}
        self._found, self._ended, self._asker = found, ended, asker
        self._timer.start()

    def stop(self) -> None:
        """Wait no longer."""
        self._timer.stop()
        ended, self._found, self._ended = self._ended, None, None
        if ended is not None and self._is_asked:
            ended()

    @property
    def _is_asked(self) -> bool:
        return self._asker is not None and isValid(self._asker)

    def look(self) -> None:
        """Look whether a new file is there, written to its end."""
        if not self._is_asked:
            self.stop()
            return
        now = self._sizes()
        new = {path: size for path, size in now.items() if self._before.get(path) != size and size}
        whole = sorted(path for path, size in new.items() if self._last.get(path) == size)
        self._last = new
        if whole and self._found is not None:
            found = self._found
            self.stop()
            found(whole[0])

    def _sizes(self) -> Sizes:
        sizes = {}
        try:
            for path in self._folder.iterdir():
                if path.suffix.lower() in self._endings and path.is_file():
                    sizes[path] = path.stat().st_size
        except OSError:  # a telephone that was unplugged: it may come back
            return sizes
        return sizes
