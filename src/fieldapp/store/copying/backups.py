"""Backups beside the workspace's file: made while it is in use and when it is closed, ten of them kept.

The four newest stay whatever their age, then the last one of each of four earlier days, then the last one of each of
two earlier weeks; places left over go to the next newest. An older one is dropped only after the new one was
proved whole. They are numbered, so that a clock that jumps confuses nobody about which one is the newest.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from fieldapp.base.clock import Clock
from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes
from fieldapp.store.copying.contents import Contents, contents_of
from fieldapp.store.copying.copies import (
    Copy,
    Progress,
    Source,
    copy_name,
    drop_copy,
    read_copy,
    remove_leftovers,
    unreported,
    write_copy,
)
from fieldapp.store.keys.keyfile import KEY_FILES, whole_keys
from fieldapp.store.marker import is_workspace

BACKUPS = "backups"
"""Name of their folder, inside the workspace's own."""
EVERY = timedelta(hours=1)
KEPT = 10
RECENT, DAYS, WEEKS = 4, 4, 2
_NUMBER = re.compile(r"(\d{6})_.*")


class Backups:
    """The backups of a workspace. Made by a reader too, and so in a worker's thread."""

    def __init__(self, source: Source, clock: Clock) -> None:
        self._source = source
        self._clock = clock
        self.folder = source.folder / BACKUPS

    def list(self) -> list[Copy]:
        """Return the backups, the newest first."""
        return list_backups(self.folder.parent)

    def make(self, *, progress: Progress = unreported) -> Copy | None:
        """Write a backup and drop those that are too many; nothing when the newest one holds all of this already.

        Raises:
            KnownError: `file.disk_full`… , or why the file is not whole; every earlier backup stands as it stood.
        """
        remove_leftovers(self.folder)
        newest = next(iter(self.list()), None)
        if newest is not None and self._is_current(newest):
            return None
        number = 1 + max((_number(copy.path) for copy in self.list()), default=0)
        place = self.folder / copy_name(f"{number:06d}", self._clock.now())
        write_copy(self._source, place, clock=self._clock, progress=progress)
        self._thin()
        return read_copy(place)

    def is_due(self) -> bool:
        """Whether the newest backup is an hour old; one from the future says that a clock was wrong."""
        newest = next(iter(self.list()), None)
        if newest is None or newest.made_at is None:
            return True
        return not timedelta(0) <= self._clock.now() - newest.made_at < EVERY

    def copy_to(self, folder: Path, *, progress: Progress = unreported) -> tuple[Copy, Contents]:
        """Write a copy into a folder that a person chose: a stick, another disk.

        Raises:
            KnownError: `copy.inside` for a folder of the workspace itself, `file.disk_full`…
        """
        home = self._source.folder.resolve()
        if home == folder.resolve() or home in folder.resolve().parents:
            raise KnownError("copy.inside", path=str(folder))
        remove_leftovers(folder)
        place = folder / copy_name(self._source.folder.name, self._clock.now())
        contents = write_copy(self._source, place, clock=self._clock, progress=progress)
        return read_copy(place), contents

    def unwrap(self, _wrapped: bytes) -> bytes:
        """Return the key of the open workspace, for a look at one of its backups or for restoring it."""
        return self._source.key

    def _is_current(self, newest: Copy) -> bool:
        """Whether a backup holds all that is here, and opens with today's passphrase."""
        wrapped = whole_keys(self._source.folder, self._source.key)
        if not all(
            (newest.path / name).is_file() and read_bytes(newest.path / name) == wrapped for name in KEY_FILES
        ):
            return False
        return newest.mark == contents_of(self._source.db).mark

    def _thin(self) -> None:
        copies = {_number(copy.path): copy for copy in self.list()}
        now = self._clock.now()
        kept = to_keep({number: copy.made_at or now for number, copy in copies.items()})
        for number in copies.keys() - kept:
            drop_copy(copies[number].path)


def list_backups(folder: Path) -> list[Copy]:
    """Return the backups of a workspace's folder, the newest first; the workspace itself need not open."""
    places = folder / BACKUPS
    found = places.iterdir() if places.is_dir() else ()
    named = [path for path in found if _NUMBER.fullmatch(path.name) and is_workspace(path)]
    return [read_copy(path) for path in sorted(named, key=_number, reverse=True)]


def to_keep(made: Mapping[int, datetime]) -> frozenset[int]:
    """Return the numbers of the backups to keep, given when each was made."""
    newest_first = sorted(made, reverse=True)
    kept = newest_first[:RECENT]
    for period, places in ((_day, DAYS), (_week, WEEKS)):
        kept += _one_a_period(made, newest_first, kept=kept, period=period)[:places]
    spare = [number for number in newest_first if number not in kept]
    return frozenset(kept + spare[: KEPT - len(kept)])


def _one_a_period(
    made: Mapping[int, datetime],
    newest_first: list[int],
    *,
    kept: list[int],
    period: Callable[[datetime], object],
) -> list[int]:
    """Return the last backup of each period in which none is kept yet."""
    seen = {period(made[number]) for number in kept}
    found = []
    for number in newest_first:
        if period(made[number]) not in seen:
            seen.add(period(made[number]))
            found.append(number)
    return found


def _day(moment: datetime) -> object:
    return moment.date()


def _week(moment: datetime) -> object:
    return moment.isocalendar()[:2]


def _number(path: Path) -> int:
    match = _NUMBER.fullmatch(path.name)
    return int(match[1]) if match else 0
