"""Where values stand against each other, and what a draft's author had before them when others' changes came in."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fieldapp.records.merge import FieldState
from fieldapp.records.rebasing import Seen, Underway
from fieldapp.store.connection import Database
from fieldapp.store.drafts import Drafts


@dataclass(frozen=True, slots=True)
class Conflict:
    """One question of one record on which people do not agree."""

    record_id: str
    path: str


class Conflicts:
    """The questions in conflict, and the drafts that others' changes overtook."""

    def __init__(self, db: Database, drafts: Drafts) -> None:
        self._db = db
        self._drafts = drafts

    def list(self) -> list[Conflict]:
        """Return what is to be decided, record by record."""
        rows = self._db.execute(
            "SELECT record_id, path FROM record_conflict JOIN record USING (record_id) ORDER BY touched DESC, path"
        )
        return [Conflict(record_id, path) for record_id, path in rows]

    def note(self, record_id: str, state: Mapping[str, FieldState]) -> None:
        """Keep which questions of a record are in conflict now. Belongs inside the transaction of the act."""
        paths = [path for path, field in state.items() if field.is_conflict]
        self._db.execute("DELETE FROM record_conflict WHERE record_id = ?", [record_id])
        self._db.conn.executemany(
            "INSERT INTO record_conflict VALUES (?, ?)", [(record_id, path) for path in paths]
        )

    def overtake(self, record_id: str, before: Mapping[str, FieldState], paths: Iterable[str]) -> None:
        """Keep what stood before a draft's author at paths that others change now; what was kept first stays."""
        rows = []
        for path in paths:
            state = before.get(path)
            heads = state.seen if state else ()
            rows.append((record_id, path, json.dumps(heads), state.value if state else None))
        self._db.conn.executemany("INSERT OR IGNORE INTO draft_seen VALUES (?, ?, ?, ?)", rows)

    def underway(self, record_id: str) -> Underway:
        """Return how the draft of a record stands to what came meanwhile."""
        query = "SELECT path, value, heads FROM draft_seen WHERE record_id = ?"
        rows = self._db.execute(query, [record_id]).fetchall()
        before = {path: Seen(value, tuple(json.loads(heads))) for path, value, heads in rows}
        return Underway(before, self._typed_over(record_id) if before else {})

    def forget_underway(self, record_id: str) -> None:
        """The draft is finalised. Belongs inside that transaction."""
        self._db.execute("DELETE FROM draft_seen WHERE record_id = ?", [record_id])

    def _typed_over(self, record_id: str) -> dict[str, str | None]:
        found: dict[str, str | None] = {}
        for step in self._drafts.steps(record_id):
            for edit in step.edits:
                found.setdefault(edit.path, edit.old or None)
        return found
