"""Makes whoever guesses passphrases wait a little longer each time; forgotten at the end, so nobody is shut out."""

import time
from collections.abc import Callable
from math import ceil
from pathlib import Path

_FREE = 3
"""Mistakes that cost nothing: anybody mistypes."""
_LONGEST = 30
"""Seconds."""


class Patience:
    """Counts mistakes, workspace by workspace."""

    def __init__(self, ticking: Callable[[], float] = time.monotonic) -> None:
        self._ticking = ticking
        self._mistakes: dict[Path, int] = {}
        self._until: dict[Path, float] = {}

    def note_mistake(self, folder: Path) -> None:
        """Count a wrong passphrase."""
        count = self._mistakes.get(folder, 0) + 1
        self._mistakes[folder] = count
        if count >= _FREE:
            self._until[folder] = self._ticking() + min(_LONGEST, 2 ** (count - _FREE + 1))

    def forget(self, folder: Path) -> None:
        """Begin anew: the right passphrase was given."""
        self._mistakes.pop(folder, None)
        self._until.pop(folder, None)

    def seconds_left(self, folder: Path) -> int:
        """Return how long to wait before the next attempt."""
        return max(0, ceil(self._until.get(folder, 0.0) - self._ticking()))
