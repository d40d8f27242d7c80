"""What was being filled when a program was killed: each draft, and the last answer it had kept.

An open workspace leaves a note in its lock: the place in the order of events at which it was opened. Closing takes
the note away. Whoever finds one knows that the answers behind that place were given to a program that never closed.
It is told at every opening until a person has seen it.
"""

from dataclasses import dataclass

from fieldapp.records.record import Record, Status
from fieldapp.store.connection import Database
from fieldapp.store.drafts import Drafts, DraftStep
from fieldapp.store.lock import FolderLock
from fieldapp.store.records import Records

_TOUCHED = """SELECT draft_step.record_id, max(draft_step.tick) AS last FROM draft_step
    JOIN record USING (record_id)
    WHERE draft_step.tick > ? AND draft_step.tick <= ? AND draft_step.revision IS NULL AND draft_step.undone = 0
    AND record.status = ? AND record.trashed_at IS NULL
    GROUP BY draft_step.record_id ORDER BY last DESC"""

_NO_END = 2**62


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A draft that was being filled."""

    record: Record
    last: DraftStep
    """The last answer that was kept: at most the one after it was lost."""


class Interruption:
    """How the program before this one ended."""

    def __init__(self, db: Database, lock: FolderLock | None, *, records: Records, drafts: Drafts) -> None:
        self._db = db
        self._lock = lock
        self._records = records
        self._drafts = drafts
        self._span = _span(lock.left) if lock is not None else None

    @property
    def is_told(self) -> bool:
        """Whether there is one that nobody has seen."""
        return self._span is not None

    def begin(self) -> None:
        """Write the note of this run; what nobody has seen yet is told again at the next opening."""
        if self._lock is None:
            return
        now = int(self._db.execute("SELECT tick FROM event_order").fetchone()[0])
        if self._span is not None and not self.drafts():
            self._span = None
        if self._span is None:
            self._lock.leaves = ""
            self._lock.note(str(now))
            return
        self._span = (self._span[0], min(self._span[1], now))
        self._lock.leaves = " ".join(map(str, self._span))
        self._lock.note(str(self._span[0]))

    def drafts(self) -> list[Interrupted]:
        """Return the drafts that were being filled, the last one first; none when that program was closed."""
        if self._span is None:
            return []
        rows = self._db.execute(_TOUCHED, [*self._span, str(Status.DRAFT)]).fetchall()
        found = [(self._records.get(record_id), self._drafts.last_step(record_id)) for record_id, _ in rows]
        return [Interrupted(record, step) for record, step in found if step is not None]

    def seen(self) -> None:
        """Take a person's word that nothing more needs to be told of it."""
        self._span = None
        self.begin()


def _span(note: str) -> tuple[int, int] | None:
    """Return behind which place in the order of events the answers lie that a killed program took, and up to which.

    A note with one number alone was left by a kill: everything behind it belongs to it.
    """
    numbers = note.split()
    if not numbers or not all(number.isdecimal() for number in numbers):
        return None
    return int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else _NO_END
