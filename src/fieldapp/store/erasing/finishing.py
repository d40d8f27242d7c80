"""Carries an erasure to its end: the file is written anew, then every copy in the workspace's own folder.

In this order, so that there is at every moment a good backup, and so that a program killed at any moment only has to
do it again (`Erasures.pending`):

1. The file: the index merges its segments, every page is written anew (VACUUM), the log is emptied and cut off.
2. A new backup, proved whole.
3. Every older backup and everything set aside that still holds what was erased is copied, brought to this program's
   shape, erased alike, cleaned, proved whole, and put in the place of the old one. What does not open because it is
   damaged is dropped: nobody can erase in it.

A file takes with it what a disk keeps of deleted blocks; those are encrypted, and no program reads them. Copies on
sticks and other disks are out of reach: whoever erases is told where the last one is, and restoring one erases again.
"""

import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from fieldapp.base.clock import Clock
from fieldapp.base.errors import KnownError
from fieldapp.base.files import known_from_os, sync_folder, write_atomically
from fieldapp.base.ids import Ids
from fieldapp.store.connection import Database, connect, connect_reader
from fieldapp.store.copying.backups import BACKUPS, Backups
from fieldapp.store.copying.copies import (
    Source,
    drop_copy,
    opened_copy,
    remove_leftovers,
    unreported,
    write_copy,
)
from fieldapp.store.copying.reapplying import reapply_erasures
from fieldapp.store.copying.replacing import SET_ASIDE
from fieldapp.store.erasing.erasures import Erasure, Erasures
from fieldapp.store.keys.keyfile import KEY_FILES, whole_keys
from fieldapp.store.listing.search import purge_index
from fieldapp.store.marker import DATABASE, is_workspace, read_marker, write_marker
from fieldapp.store.migrations import migrate
from fieldapp.store.workspace import Opened, Workspace

_BEING_ERASED, _ERASED = ".being-erased", ".erased"
"""What the names of work in progress end in: the copy that is worked on, and the one that takes the old one's place."""
_ATTEMPTS = 10
"""So often the log is asked to be emptied while somebody reads; each time waits as long as any statement does."""
_FILE_MODE = 0o600
_FOLDER_MODE = 0o700

Told = Callable[[int, int], None]


@dataclass(slots=True)
class Finished:
    """What came of it."""

    rewritten: list[Path] = field(default_factory=list)
    """Copies from which the values were taken."""
    dropped: list[Path] = field(default_factory=list)
    """Copies that are damaged, and could only be removed."""
    left: list[Path] = field(default_factory=list)
    """Copies that nothing could be done about: of a newer program, or the disk refuses. It is tried again."""

    @property
    def is_done(self) -> bool:
        """Whether nothing in the folder holds the values any longer."""
        return not self.left


@dataclass(frozen=True, slots=True)
class _Hands:
    """What the work needs throughout."""

    source: Source
    clock: Clock
    ids: Ids

    def workspace(self, db: Database) -> Workspace:
        return Workspace(
            Opened(self.source.folder, db, self.source.held, None), clock=self.clock, ids=self.ids
        )


def finish_erasures(workspace: Workspace, *, told: Told = unreported) -> Finished:
    """Do what is left to do of every erasure; nothing when there is nothing. Works in any thread.

    Nobody may type meanwhile: an answer would have to wait until the file is written.

    Raises:
        KnownError: `file.disk_full`, `workspace.in_use`… ; what was done is done, the rest is done next time.
    """
    source = workspace.erasing.source
    with closing(connect(source.folder / DATABASE, source.key)) as db:
        hands = _Hands(Source(source.folder, db, source.held), workspace.clock, workspace.ids)
        erasures = Erasures(db)
        if not erasures.pending():
            return Finished()
        return _finish(hands, erasures, told)


def clean(db: Database, folder: Path, clock: Clock) -> None:
    """Write a file anew, so that no page and no log holds what was erased from it.

    Raises:
        KnownError: `file.disk_full`, `workspace.in_use` while somebody else reads or writes…
    """
    purge_index(db)
    db.execute("VACUUM")
    Erasures(db).note_cleaned(clock)
    _empty_log(db, folder)


def known_in(folder: Path, key: bytes) -> list[Erasure]:
    """Return every erasure that a workspace's file or a copy in its folder knows of; what does not open knows none."""
    found: dict[str, Erasure] = {}
    for place in _copies(folder):
        with suppress(KnownError), opened_copy(place, key) as db:
            found |= {one.erasure_id: one for one in Erasures(db).known()}
    if (folder / DATABASE).is_file():
        with suppress(KnownError), closing(connect_reader(folder / DATABASE, key)) as db:
            found |= {one.erasure_id: one for one in Erasures(db).known()}
    return sorted(found.values(), key=lambda one: (one.at, one.erasure_id))


def _finish(hands: _Hands, erasures: Erasures, told: Told) -> Finished:
    folder, known = hands.source.folder, erasures.known()
    copies = _copies(folder)
    steps = len(copies) + 3
    _clear_way(folder)
    if any(one.cleaned_at is None for one in known):
        clean(hands.source.db, folder, hands.clock)
    told(1, steps)
    Backups(hands.source, hands.clock).make()
    told(2, steps)
    done = Finished()
    for number, place in enumerate(_copies(folder)):
        _reach(hands, place, known, done=done)
        told(min(3 + number, steps - 1), steps)
    _clear_way(folder)
    if done.is_done:
        erasures.note_finished(hands.clock)
        _empty_log(hands.source.db, folder)
    told(steps, steps)
    return done


def _reach(hands: _Hands, place: Path, known: Sequence[Erasure], *, done: Finished) -> None:
    """Take the values from one copy, or remove it."""
    try:
        missing = _missing_in(place, hands.source.key, known)
        if missing:
            _rewrite(hands, place, missing)
            done.rewritten.append(place)
    except KnownError as refusal:
        if refusal.code == "workspace.damaged":
            drop_copy(place)
            done.dropped.append(place)
        elif refusal.code == "file.disk_full":
            raise
        else:
            done.left.append(place)


def _missing_in(place: Path, key: bytes, known: Sequence[Erasure]) -> list[Erasure]:
    """Return the erasures that a copy has records of, and was not cleaned of."""
    with opened_copy(place, key) as db:
        clean_of = {one.erasure_id for one in Erasures(db).known() if one.cleaned_at is not None}
        records = {row[0] for row in db.execute("SELECT record_id FROM record")}
    return [one for one in known if one.record_id in records and one.erasure_id not in clean_of]


def _rewrite(hands: _Hands, place: Path, missing: Iterable[Erasure]) -> None:
    key, clock = hands.source.key, hands.clock
    part, made = _beside(place, _BEING_ERASED), _beside(place, _ERASED)
    try:
        part.mkdir(mode=_FOLDER_MODE)
        _copy(hands.source, place, part)
        with closing(connect(part / DATABASE, key)) as db:
            migrate(db, clock)
            reapply_erasures(hands.workspace(db), missing)
            clean(db, part, clock)
            write_copy(Source(part, db, hands.source.held), made, clock=clock)
        drop_copy(place)
        made.rename(place)
        sync_folder(place.parent)
    except OSError as error:
        raise known_from_os(error, place) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _copy(source: Source, place: Path, part: Path) -> None:
    """Make a workspace of a copy that can be worked on, with the keys of its day where they are whole."""
    for name in (DATABASE, f"{DATABASE}-wal"):
        if (place / name).exists():
            shutil.copyfile(place / name, part / name)
    try:
        wrapped = whole_keys(place, source.key)
    except KnownError:
        wrapped = whole_keys(source.folder, source.key)
    for name in KEY_FILES:
        write_atomically(part / name, wrapped, mode=_FILE_MODE)
    write_marker(part, read_marker(place))


def _copies(folder: Path) -> list[Path]:
    """Return every copy in the folder, the newest backup first."""
    found: list[Path] = []
    for parent in (folder / BACKUPS, folder / SET_ASIDE):
        inside = parent.iterdir() if parent.is_dir() else ()
        found += sorted((path for path in inside if _is_copy(path)), reverse=True)
    return found


def _is_copy(path: Path) -> bool:
    return not path.name.startswith(".") and is_workspace(path)


def _beside(place: Path, ending: str) -> Path:
    return place.with_name(f".{place.name}{ending}")


def _clear_way(folder: Path) -> None:
    """Finish or clear away what a killed program left, and make sure that nothing is left of what was dropped."""
    for parent in (folder / BACKUPS, folder / SET_ASIDE):
        for left in parent.glob(".*"):
            if left.name.endswith(_ERASED) and not _place_of(left).exists():
                left.rename(_place_of(left))
            elif _ERASED in left.name or _BEING_ERASED in left.name:
                shutil.rmtree(left, ignore_errors=True)
        remove_leftovers(parent)
        if any(left.name.endswith(".dropped") for left in parent.glob(".*")):
            raise KnownError("file.failed", path=str(parent), system="not removed")
    for left in folder.glob(f"{DATABASE}.being-*"):
        left.unlink(missing_ok=True)


def _place_of(made: Path) -> Path:
    return made.with_name(made.name.removeprefix(".").removesuffix(_ERASED))


def _empty_log(db: Database, folder: Path) -> None:
    for _ in range(_ATTEMPTS):
        is_busy, *_rest = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not is_busy:
            return
    raise KnownError("workspace.in_use", path=str(folder))
