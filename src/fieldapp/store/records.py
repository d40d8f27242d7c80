"""The rows of records, without their answers: those are in drafts and in the journal. Lists of them: `listing`."""

import builtins
import json
from collections.abc import Callable, Mapping

from fieldapp.base.clock import Clock, utc_text
from fieldapp.base.errors import KnownError
from fieldapp.base.folding import words_of
from fieldapp.base.ids import Ids
from fieldapp.records.record import Record, Status
from fieldapp.records.selection import Order, Selection
from fieldapp.store.connection import Database
from fieldapp.store.events import next_tick
from fieldapp.store.listing.listing import RECORD_COLUMNS, Listing, record_of
from fieldapp.store.listing.tally import Tally

_COLUMNS = RECORD_COLUMNS
_TRASHED = f"SELECT {_COLUMNS} FROM record WHERE trashed_at IS NOT NULL ORDER BY touched DESC"  # noqa: S608


class Records:
    """The records of a workspace, without their answers."""

    def __init__(self, db: Database, clock: Clock, ids: Ids, *, catch_up: Callable[[], None]) -> None:
        self._db = db
        self._clock = clock
        self._ids = ids
        self._catch_up = catch_up
        self.listing = Listing(db, clock)
        self.tally = Tally(db, clock)

    def new(self, form_id: str, form_version: str, *, author_id: str, title: str = "") -> Record:
        """Make a draft record, not yet kept."""
        now = utc_text(self._clock.now())
        return Record(
            record_id=self._ids.uuid7(),
            form_id=form_id,
            form_version=form_version,
            status=Status.DRAFT,
            title=title,
            created_at=now,
            updated_at=now,
            author_id=author_id,
            revision=0,
        )

    def add(self, record: Record, *, beside: Mapping[str, str] | None = None) -> None:
        """Keep a new record, with the values its draft begins with.

        Raises:
            KnownError: `form.not_installed`.
        """
        query = "SELECT 1 FROM form WHERE form_id = ? AND version = ?"
        if self._db.execute(query, [record.form_id, record.form_version]).fetchone() is None:
            raise KnownError("form.not_installed", form_id=record.form_id, version=record.form_version)
        row = {column: getattr(record, column) for column in _COLUMNS.split(", ")}
        row |= {"status": str(record.status), "reason": "", "beside": _text(beside or {}), "is_indexed": 0}
        with self._db.atomic():
            tick = next_tick(self._db)
            self._db.table("record").insert(row | {"begun": tick, "touched": tick})

    def get(self, record_id: str) -> Record:
        """Return a record.

        Raises:
            KnownError: `record.not_found`.
        """
        query = f"SELECT {_COLUMNS} FROM record WHERE record_id = ?"  # noqa: S608  (a constant)
        row = self._db.execute(query, [record_id]).fetchone()
        if row is None:
            raise KnownError("record.not_found", record_id=record_id)
        return record_of(row)

    def list(
        self,
        *,
        query: str = "",
        form_id: str | None = None,
        status: Status | None = None,
        trashed: bool = False,
        limit: int = 200,
        offset: int = 0,
    ) -> list[Record]:
        """Return the records that hold every word typed, the one touched last first."""
        selection = Selection(query=query, form_id=form_id or "", status=status, order=Order.TOUCHED)
        if trashed:
            return self._trashed(selection)[offset : offset + limit]
        if query:
            self._catch_up()
        found = self.listing.find(selection, limit=limit + offset)
        return self.listing.records(found[offset:])

    def count(
        self,
        *,
        query: str = "",
        form_id: str | None = None,
        status: Status | None = None,
        trashed: bool = False,
    ) -> int:
        """Return how many records `list` would give without a limit."""
        selection = Selection(query=query, form_id=form_id or "", status=status)
        if trashed:
            return len(self._trashed(selection))
        if query:
            self._catch_up()
        return self.listing.count(selection)

    def last_saved(self, form_id: str, *, beside: str = "") -> Record | None:
        """Return the record of a form that was written to last, in any of its versions and not in the trash.

        Args:
            form_id: The form.
            beside: The id of a record that does not count: the one being filled.
        """
        query = f"""SELECT {_COLUMNS} FROM record WHERE form_id = ? AND record_id <> ? AND trashed_at IS NULL
            AND (revision > 0 OR EXISTS (
                SELECT 1 FROM draft_step WHERE draft_step.record_id = record.record_id AND undone = 0))
            ORDER BY touched DESC LIMIT 1"""  # noqa: S608  (constants of this module)
        row = self._db.execute(query, [form_id, beside]).fetchone()
        return None if row is None else record_of(row)

    def update(self, record_id: str, **columns: str | int | None) -> None:
        """Change columns of the row, and mark it for the index."""
        self.get(record_id)
        names = ", ".join(f"{name} = ?" for name in columns)
        with self._db.atomic():
            self._db.execute(
                f"UPDATE record SET {names}, touched = ?, is_indexed = 0 WHERE record_id = ?",  # noqa: S608  (names of ours)
                [*columns.values(), next_tick(self._db), record_id],
            )

    def beside(self, record_id: str) -> dict[str, str]:
        """Return the values kept beside the journal: dormant and computed ones."""
        query = "SELECT beside FROM record WHERE record_id = ?"
        row = self._db.execute(query, [record_id]).fetchone()
        if row is None:
            raise KnownError("record.not_found", record_id=record_id)
        return dict(json.loads(row[0]))

    def reason(self, record_id: str) -> str:
        """Return why the record was reopened; blank when it was not."""
        query = "SELECT reason FROM record WHERE record_id = ?"
        row = self._db.execute(query, [record_id]).fetchone()
        return str(row[0]) if row else ""

    def _trashed(self, selection: Selection) -> "builtins.list[Record]":
        """Return what lies in the trash, where titles alone are searched: it is out of the index."""
        found = map(record_of, self._db.execute(_TRASHED).fetchall())
        sought = words_of(selection.query)
        return [
            record
            for record in found
            if selection.form_id in ("", record.form_id)
            and selection.status in (None, record.status)
            and all(any(word.startswith(each) for word in words_of(record.title)) for each in sought)
        ]


def _text(values: Mapping[str, str]) -> str:
    return json.dumps(dict(values), ensure_ascii=False, separators=(",", ":"))
