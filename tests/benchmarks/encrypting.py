"""What encryption costs: the program's own work on its encrypted file, and on the same file in clear.

The floor is the same program, library, statements and pragmas; only the key is left out, so that the same SQLCipher
keeps a plain SQLite file. Unwrapping the key with the passphrase is not in it: that is slow on purpose, once a day.
"""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count, cycle
from pathlib import Path
from typing import Any

from fieldapp.base.clock import SystemClock
from fieldapp.base.ids import SystemIds
from fieldapp.engine.effects import Edit
from fieldapp.records.record import Status
from fieldapp.store import Workspace, connection, opening
from fieldapp.store.marker import DATABASE
from fieldapp.usecases.finalise_record import finalise_record
from fieldapp.usecases.records import open_record, save_effects, start_record
from fieldapp.usecases.replay_steps import Step
from tests.benchmarks import many
from tests.benchmarks.measuring import Benchmark, Pair, timed
from tests.benchmarks.site import FORM, Site, filled, taken

_RECORDS, _RECORDS_QUICK = 2_000, 10
"""Fiches in the list, with their words in the index."""
_TYPED = ("caritas", "appui petite", "formation", "جمعية", "rabat", "orient occ", "zzz")
_ANSWERS, _LISTS, _SEARCHES, _OPENED, _FINALISED, _BACKUPS = 300, 40, 40, 20, 10, 3
"""A day at work: answers given, looks at the list, words searched, fiches opened, finalised; a backup now and then."""
_SHARE_QUICK = 10
"""The short form does this part of a day."""

Act = Callable[["Desk"], object]


@contextmanager
def _in_clear() -> Iterator[None]:
    """Let every connection opened meanwhile leave the key out."""
    known = connection._factory

    def keyless(facts: dict[str, str]) -> Any:
        class Plain(known(facts)):  # type: ignore[misc]  # a class made for one file
            def execute(self, *args: Any) -> Any:
                is_key = str(args[0]).startswith("PRAGMA key")
                return super().execute("SELECT 1") if is_key else super().execute(*args)

        return Plain

    connection._factory = keyless
    try:
        yield
    finally:
        connection._factory = known


class Desk:
    """A workspace at work, encrypted or in clear."""

    def __init__(self, folder: Path, key: bytes, samples: list[list[Step]]) -> None:
        self._folder = folder
        self._key = key
        self._chance = random.Random(1)
        self._fiches, self._typed = cycle(samples), cycle(_TYPED)
        self._numbers = count()
        self.open()

    def open(self) -> None:
        """Open it as the program does once the key is known."""
        self.workspace: Workspace = opening._open(
            self._folder, lambda: self._key, clock=SystemClock(), ids=SystemIds()
        )
        self._ids = [record.record_id for record in self.workspace.records.list(limit=500)]
        self._draft = start_record(self.workspace, FORM, language="fr")
        self._steps = iter(())

    def open_again(self) -> None:
        """Close it and open it, and show the list."""
        self.workspace.close()
        self.open()

    def answer(self) -> None:
        """Give one answer of a sample to the session and commit it."""
        step = next(self._steps, None)
        if step is None:
            self._draft = start_record(self.workspace, FORM, language="fr")
            self._steps = iter(next(self._fiches))
            step = next(self._steps)
        effects = taken(self.workspace, self._draft, step)
        save_effects(self.workspace, self._draft, effects, question="")

    def list(self) -> None:
        """Read two hundred rows of the list, somewhere in it."""
        self.workspace.records.list(limit=200, offset=self._chance.randrange(max(len(self._ids) - 200, 1)))
        self.workspace.records.count(status=Status.DRAFT)

    def search(self) -> None:
        """Find the fiches that hold some words."""
        self.workspace.records.list(query=next(self._typed))

    def read(self) -> None:
        """Open a fiche to read it."""
        open_record(self.workspace, self._chance.choice(self._ids), language="fr")

    def finalise(self) -> None:
        """Finalise a fiche that was filled."""
        opened = filled(self.workspace, next(self._fiches))
        assert finalise_record(self.workspace, opened).is_done

    def back_up(self) -> None:
        """Write a backup, read it back and prove it whole."""
        change = [Edit("identite/autres_noms", None, f"{next(self._numbers)}")]
        actor_id = self.workspace.actor.actor_id
        self.workspace.drafts.append(self._draft.record.record_id, change, actor_id=actor_id)
        with self.workspace.reader() as reading:
            assert reading.backups.make() is not None


def _day(share: int) -> Act:
    """Return a day's work, or a part of one, always in the same order."""
    acts: dict[Act, int] = {
        Desk.answer: _ANSWERS,
        Desk.list: _LISTS,
        Desk.search: _SEARCHES,
        Desk.read: _OPENED,
        Desk.finalise: _FINALISED,
        Desk.back_up: _BACKUPS,
    }
    order = [act for act, times in acts.items() for _ in range(max(times // share, 1))]
    random.Random(1).shuffle(order)

    def work(desk: Desk) -> None:
        desk.open_again()
        for act in order:
            act(desk)

    return work


@contextmanager
def _both(site: Site, act: Act, times: int) -> Iterator[Pair]:
    """Let two desks with the same contents do the same, so many times at once."""
    samples = list(site.samples.values())
    folders = _twins(site)
    ours = Desk(folders[0], site.key, samples)
    with _in_clear():
        plain = Desk(folders[1], site.key, samples)

    def work(desk: Desk) -> float:
        return timed(lambda: [act(desk) for _ in range(times)]) / times

    def floor() -> float:
        with _in_clear():
            return work(plain)

    try:
        yield Pair(lambda: work(ours), floor)
    finally:
        ours.workspace.close()
        plain.workspace.close()


def _twins(site: Site) -> tuple[Path, Path]:
    """Return a workspace with many fiches, and the same one whose file is in clear."""
    encrypted = many.crowded(site, _RECORDS_QUICK if site.is_quick else _RECORDS, is_indexed=True)
    plain = Path(shutil.copytree(encrypted, site.new_path("plain")))
    file = plain / DATABASE
    db = connection.connect(encrypted / DATABASE, site.key)
    file.unlink()
    db.execute("ATTACH DATABASE ? AS plain KEY ''", [str(file)])
    db.execute("SELECT sqlcipher_export('plain')").fetchall()
    db.execute("DETACH DATABASE plain")
    db.close()
    return encrypted, plain


def _row(name: str, what: str, *, rounds: int, act: Act, times: int = 1) -> Benchmark:
    def begin(site: Site) -> Any:
        return _both(site, act, 1 if site.is_quick else times)

    return Benchmark(f"encryption-{name}", what, "the same on a plain SQLite file", rounds, begin)


def _a_day() -> Benchmark:
    def begin(site: Site) -> Any:
        return _both(site, _day(_SHARE_QUICK if site.is_quick else 1), 1)

    floor = "the same on a plain SQLite file"
    return Benchmark("encryption-day", "a day at work: all of these, mixed", floor, 15, begin)


BENCHMARKS = (
    _row("open", "opened, the key known, and its list shown", rounds=20, act=Desk.open_again),
    _row("answer", "an answer given and committed", rounds=100, act=Desk.answer, times=5),
    _row("list", "two hundred rows of the list", rounds=100, act=Desk.list),
    _row("search", "words typed → the fiches that hold them", rounds=100, act=Desk.search),
    _row("read", "a fiche opened", rounds=60, act=Desk.read),
    _row("finalise", "a fiche finalised", rounds=30, act=Desk.finalise),
    _row("backup", "a backup written, read back and proved whole", rounds=15, act=Desk.back_up),
    _a_day(),
)
