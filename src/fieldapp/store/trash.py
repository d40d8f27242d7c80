"""What lies in the trash, since when, by whom and why: the last act that put each record there."""

from dataclasses import dataclass

from fieldapp.base.clock_guard import Doubt
from fieldapp.store.connection import Database
from fieldapp.store.events import Act, Moment

_ENTRIES = """WITH trashed AS (SELECT record_id FROM record WHERE trashed_at IS NOT NULL)
    SELECT record_id, max(tick), at, clock, actor_id, reason FROM (
        SELECT record_id, tick, at, clock, actor_id, reason FROM record_act JOIN trashed USING (record_id)
        WHERE kind = ?
        UNION ALL SELECT record_id, tick, at, clock, actor_id, reason FROM change JOIN trashed USING (record_id)
        WHERE op = 'delete'
    ) GROUP BY record_id"""
"""A deletion that came from another laptop is a change alone. With max(), SQLite takes the row that holds it."""


@dataclass(frozen=True, slots=True)
class TrashEntry:
    """How a record came there."""

    moment: Moment
    actor_id: str
    reason: str
    """Blank when none was given."""


class Trash:
    """The records that were put aside; they are in the list of records no more, and nowhere destroyed."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def entries(self) -> dict[str, TrashEntry]:
        """Return how each record in the trash came there."""
        rows = self._db.execute(_ENTRIES, [str(Act.TRASHED)])
        return {
            record_id: TrashEntry(Moment(tick, at, Doubt(clock)), actor_id, reason)
            for record_id, tick, at, clock, actor_id, reason in rows
        }
