"""The reviews of a workspace: moves and comments written as changes, read again from the journal, marked as read."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from fieldapp.base.errors import KnownError
from fieldapp.forms.definition import FormDefinition
from fieldapp.records.aside import REVIEW_PATH, REVIEWED_PATH
from fieldapp.records.change import Change, Op
from fieldapp.records.comments import Thread, threads_of
from fieldapp.records.merge import FieldState
from fieldapp.records.rebasing import NetField
from fieldapp.records.record import Record
from fieldapp.records.review import Review, ReviewState, mark_of, review_of
from fieldapp.store.change_writing import Pen
from fieldapp.store.connection import Database
from fieldapp.store.finalising import Finalising
from fieldapp.store.records import Records

_UNREAD = """SELECT c.record_id, c.change_id FROM change c INDEXED BY change_comment
    JOIN record r USING (record_id) JOIN change_field f USING (change_id)
    WHERE c.op = 'comment' AND r.trashed_at IS NULL AND f.new_value IS NOT NULL
    AND c.actor_id NOT IN (SELECT actor_id FROM actor WHERE is_own = 1)
    AND NOT EXISTS (SELECT 1 FROM comment_read k WHERE k.change_id = c.change_id)"""
_READ = """INSERT OR IGNORE INTO comment_read
    SELECT change_id FROM change WHERE op = 'comment' AND change_id IN (SELECT value FROM json_each(?))"""
_IS_COMMENTED = "SELECT 1 FROM change WHERE op = 'comment' AND record_id = ? LIMIT 1"
_STATES = """SELECT r.number, v.state FROM record r JOIN record_review v USING (number)
    WHERE r.number IN (SELECT value FROM json_each(?))"""
_IN_STATE = """SELECT r.record_id FROM record_review v JOIN record r USING (number)
    WHERE v.state = ? AND r.trashed_at IS NULL ORDER BY r.touched DESC"""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What is said of a record."""

    review: Review
    threads: tuple[Thread, ...]
    answers: dict[str, FieldState]
    """What it holds, everybody's changes merged."""


class Reviews:
    """What people say of the records here, and how far each is validated."""

    def __init__(self, db: Database, *, records: Records, finalising: Finalising) -> None:
        self._db = db
        self._records = records
        self._journal = finalising.journal
        self._writer = finalising.writer

    def of(self, record_id: str) -> Reviewed:
        """Return where the review of a record stands, and what was said of it.

        Raises:
            KnownError: `record.not_found`.
        """
        self._records.get(record_id)
        changes = self._journal.of_record(record_id)
        state = self._journal.state(record_id)
        return Reviewed(review_of(changes, state), threads_of(changes), state)

    def threads(self, record_id: str) -> tuple[Thread, ...]:
        """Return what was said of a record; nothing is read where nobody said anything."""
        if self._db.execute(_IS_COMMENTED, [record_id]).fetchone() is None:
            return ()
        return threads_of(self._journal.of_record(record_id))

    def moves(self, record_id: str) -> list[Change]:
        """Return every move of a record, in the order it came here."""
        return [change for change in self._journal.of_record(record_id) if change.op is Op.REVIEW]

    def move(self, record_id: str, definition: FormDefinition, *, after: ReviewState, pen: Pen) -> Change:
        """Move the review of a record on; who may is asked before.

        Raises:
            KnownError: `record.trashed`, `review.never_finalised`, `review.is_draft`.
        """
        with self._db.atomic():
            record = self._spoken_of(record_id)
            if record.is_draft:
                raise KnownError("review.is_draft", record_id=record_id)
            now = self.of(record_id)
            fields = (
                NetField(REVIEW_PATH, str(now.review.state), str(after), now.review.heads),
                NetField(REVIEWED_PATH, None, mark_of(now.answers), ()),
            )
            change = self._writer.write_aside(record, definition, op=Op.REVIEW, fields=fields, pen=pen)
            self._touch(record)
        return change

    def comment(
        self,
        record_id: str,
        definition: FormDefinition,
        *,
        path: str,
        text: str,
        parents: Sequence[str],
        pen: Pen,
    ) -> Change:
        """Write a remark; a blank one settles what it builds upon.

        Raises:
            KnownError: `record.trashed`, `review.never_finalised`.
        """
        with self._db.atomic():
            record = self._spoken_of(record_id)
            fields = (NetField(path, None, text or None, tuple(sorted(parents))),)
            change = self._writer.write_aside(record, definition, op=Op.COMMENT, fields=fields, pen=pen)
            self._touch(record)
        return change

    def states(self, numbers: Collection[int]) -> dict[int, ReviewState]:
        """Return the states of records by their row numbers; those that nobody moved are left out."""
        rows = self._db.execute(_STATES, [json.dumps(list(numbers))])
        return {number: ReviewState(state) for number, state in rows}

    def are_there(self) -> bool:
        """Whether anything was ever said of a record here."""
        return self._db.execute("SELECT 1 FROM record_review LIMIT 1").fetchone() is not None

    def in_state(self, state: ReviewState) -> list[str]:
        """Return the records in a state, the one touched last first."""
        return [row[0] for row in self._db.execute(_IN_STATE, [str(state)])]

    def unread(self, record_id: str = "") -> dict[str, list[str]]:
        """Return the remarks of others that were not read here, by record: of one, or of all."""
        query, values = (f"{_UNREAD} AND c.record_id = ?", [record_id]) if record_id else (_UNREAD, [])
        found: dict[str, list[str]] = {}
        for owner, change_id in self._db.execute(f"{query} ORDER BY c.number", values):
            found.setdefault(owner, []).append(change_id)
        return found

    def mark_read(self, change_ids: Collection[str]) -> None:
        """Remember that remarks were read here."""
        with self._db.atomic():
            self._db.execute(_READ, [json.dumps(list(change_ids))])

    def _spoken_of(self, record_id: str) -> Record:
        record = self._records.get(record_id)
        if record.trashed_at is not None:
            raise KnownError("record.trashed", record_id=record_id)
        if not record.revision:
            raise KnownError("review.never_finalised", record_id=record_id)
        return record

    def _touch(self, record: Record) -> None:
        """Let the list show it first; its answers are what they were."""
        self._records.update(record.record_id, updated_at=record.updated_at)
