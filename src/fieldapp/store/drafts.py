"""Answers as they are typed: each a step, committed before the next question, and the list that undo walks.

Steps are never deleted. A step undone may be done again until another answer is given; then it stays, overtaken.
Finalising marks the pending steps with the revision they went into, and undo does not reach behind it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fieldapp.base.clock_guard import Doubt
from fieldapp.base.errors import BugError, KnownError
from fieldapp.engine.effects import Edit
from fieldapp.records.former import FORM_VERSION
from fieldapp.records.record import Status
from fieldapp.store.connection import Database
from fieldapp.store.events import Events, Moment

_COLUMNS = "step, at, actor_id, question, edits, tick, clock"
_DONE, _UNDONE, _OVERTAKEN = 0, 1, 2
_OVERTAKE = "UPDATE draft_step SET undone = ? WHERE record_id = ? AND undone = 1 AND revision IS NULL"


@dataclass(frozen=True, slots=True)
class DraftStep:
    """One answer given: what it moved, when, by whom."""

    step: int
    at: str
    actor_id: str
    question: str
    """Reference of the question answered; blank when none was, as for a repeat instance added."""
    edits: tuple[Edit, ...]
    tick: int = 0
    """Its place in the order of events."""
    clock: Doubt = Doubt.NONE
    """What speaks against the time it bears."""


class Drafts:
    """The steps of every draft."""

    def __init__(self, db: Database, events: Events) -> None:
        self._db = db
        self._events = events

    def append(
        self,
        record_id: str,
        edits: Sequence[Edit],
        *,
        question: str = "",
        actor_id: str,
        title: str | None = None,
    ) -> int:
        """Commit one answer and return its step number; when this returns, no crash can lose it.

        Raises:
            KnownError: `record.not_found`, `record.not_a_draft`, `file.disk_full`…
        """
        if not edits:
            raise BugError("store.step_without_edits", record_id=record_id)
        with self._db.atomic():
            self._require_draft(record_id)
            self._db.execute(_OVERTAKE, [_OVERTAKEN, record_id])
            now = self._events.take()
            row = [record_id, now.at, now.tick, str(now.clock), actor_id, question, edits_text(edits), _DONE]
            self._db.execute(
                "INSERT INTO draft_step (record_id, at, tick, clock, actor_id, question, edits, undone, step)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?,"
                " (SELECT coalesce(max(step), 0) + 1 FROM draft_step WHERE record_id = ?))",
                [*row, record_id],
            )
            self._touch(record_id, now, title=title)
            self._follow_form(record_id, edits)
            return self._last_number(record_id)

    def undo(self, record_id: str) -> tuple[Edit, ...] | None:
        """Take the last step back; return the edits that do so in a session, or nothing when there is none."""
        return self._move(record_id, "max", _DONE, _UNDONE)

    def redo(self, record_id: str) -> tuple[Edit, ...] | None:
        """Do the step undone last again; return its edits, or nothing when there is none."""
        return self._move(record_id, "min", _UNDONE, _DONE)

    def can_undo(self, record_id: str) -> bool:
        """Whether `undo` would find a step."""
        return self._pick(record_id, "max", _DONE) is not None

    def can_redo(self, record_id: str) -> bool:
        """Whether `redo` would find a step."""
        return self._pick(record_id, "min", _UNDONE) is not None

    def steps(self, record_id: str) -> list[DraftStep]:
        """Return the pending steps that count, in order."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM draft_step"  # noqa: S608  (a constant)
            " WHERE record_id = ? AND revision IS NULL AND undone = 0 ORDER BY step",
            [record_id],
        )
        return [_step(row) for row in rows]

    def last_step(self, record_id: str) -> DraftStep | None:
        """Return the last step that counts, to tell where a person was interrupted."""
        step = self._pick(record_id, "max", _DONE)
        if step is None:
            return None
        query = f"SELECT {_COLUMNS} FROM draft_step WHERE record_id = ? AND step = ?"  # noqa: S608  (a constant)
        row = self._db.execute(query, [record_id, step]).fetchone()
        return _step(row)

    def applied_to(self, base: Mapping[str, str], record_id: str) -> dict[str, str]:
        """Return answers with the pending steps applied in order."""
        answers = dict(base)
        for step in self.steps(record_id):
            for edit in step.edits:
                if edit.path != FORM_VERSION:
                    answers[edit.path] = edit.new or ""
        return {path: value for path, value in answers.items() if value}

    def fold(self, record_id: str, revision: int) -> None:
        """Mark the pending steps as part of a revision. Belongs inside the transaction that finalises."""
        self._db.execute(
            "UPDATE draft_step SET revision = ? WHERE record_id = ? AND revision IS NULL",
            [revision, record_id],
        )

    def _move(self, record_id: str, which: str, before: int, after: int) -> tuple[Edit, ...] | None:
        with self._db.atomic():
            self._require_draft(record_id)
            step = self._pick(record_id, which, before)
            if step is None:
                return None
            key = [record_id, step]
            self._db.execute(
                "UPDATE draft_step SET undone = ? WHERE record_id = ? AND step = ?", [after, *key]
            )
            self._touch(record_id, self._events.take(), title=None)
            query = "SELECT edits FROM draft_step WHERE record_id = ? AND step = ?"
            edits = edits_from_text(self._db.execute(query, key).fetchone()[0])
            edits = _reversed(edits) if after == _UNDONE else edits
            self._follow_form(record_id, edits)
        return edits

    def _pick(self, record_id: str, which: str, undone: int) -> int | None:
        row = self._db.execute(
            f"SELECT {which}(step) FROM draft_step WHERE record_id = ? AND revision IS NULL AND undone = ?",  # noqa: S608  (max or min)
            [record_id, undone],
        ).fetchone()
        return None if row[0] is None else int(row[0])

    def _touch(self, record_id: str, now: Moment, *, title: str | None) -> None:
        self._db.execute(
            "UPDATE record SET updated_at = ?, touched = ?, is_indexed = 0, title = coalesce(?, title)"
            " WHERE record_id = ?",
            [now.at, now.tick, title, record_id],
        )

    def _follow_form(self, record_id: str, edits: Sequence[Edit]) -> None:
        """Let the row say the version of the form that a step takes the record to."""
        for edit in edits:
            if edit.path == FORM_VERSION:
                query = "UPDATE record SET form_version = ? WHERE record_id = ?"
                self._db.execute(query, [edit.new, record_id])

    def _require_draft(self, record_id: str) -> None:
        query = "SELECT status, trashed_at FROM record WHERE record_id = ?"
        row = self._db.execute(query, [record_id]).fetchone()
        if row is None:
            raise KnownError("record.not_found", record_id=record_id)
        if row[1] is not None:
            raise KnownError("record.trashed", record_id=record_id)
        if row[0] != Status.DRAFT:
            raise KnownError("record.not_a_draft", record_id=record_id)

    def _last_number(self, record_id: str) -> int:
        query = "SELECT max(step) FROM draft_step WHERE record_id = ?"
        return int(self._db.execute(query, [record_id]).fetchone()[0])


def _step(row: Any) -> DraftStep:
    step, at, actor_id, question, edits, tick, clock = row
    return DraftStep(step, at, actor_id, question, edits_from_text(edits), tick, Doubt(clock))


def _reversed(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    return tuple(Edit(edit.path, edit.new, edit.old) for edit in reversed(edits))


def edits_text(edits: Sequence[Edit]) -> str:
    """Write the edits of a step as its row holds them."""
    rows = [[edit.path, edit.old, edit.new] for edit in edits]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def edits_from_text(text: str) -> tuple[Edit, ...]:
    """Read what `edits_text` wrote."""
    return tuple(Edit(path, old, new) for path, old, new in json.loads(text))
