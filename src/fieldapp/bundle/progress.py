"""How far a bundle is, and whether to go on: asked between rows and entries, never in the middle of one."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from fieldapp.base.errors import KnownError

T = TypeVar("T")
Report = Callable[[int, int], None]
"""Called with what is done and what there is to do."""
IsCancelled = Callable[[], bool]
_EVERY = 500
"""Rows between two reports: some milliseconds of work."""


def unreported(done: int, total: int) -> None:
    """Tell nobody."""


def never() -> bool:
    """Go on."""
    return False


class Progress:
    """Counts steps, reports them, and stops between two of them when asked to."""

    def __init__(self, total: int, report: Report = unreported, is_cancelled: IsCancelled = never) -> None:
        self._total = total
        self._done = 0
        self._report = report
        self._is_cancelled = is_cancelled

    def step(self, count: int = 1) -> None:
        """Count what was done.

        Raises:
            KnownError: `bundle.cancelled`.
        """
        if self._is_cancelled():
            raise KnownError("bundle.cancelled")
        self._done = min(self._done + count, self._total)
        self._report(self._done, self._total)

    def over(self, rows: Iterable[T]) -> Iterator[T]:
        """Pass rows on, counting them."""
        count = 0
        for row in rows:
            yield row
            count += 1
            if count == _EVERY:
                self.step(count)
                count = 0
        self.step(count)
