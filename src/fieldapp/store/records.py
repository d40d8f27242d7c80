"""The rows of the list: one a record, found by words, form and status. Answers are in drafts and in the journal."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from fieldapp.base.clock import Clock, utc_text
from fieldapp.base.errors import KnownError
from fieldapp.base.ids import Ids
from fieldapp.records.record import Record, Status
from fieldapp.store.connection import Database
from fieldapp.store.events import next_tick
from fieldapp.store.search import match_query

_COLUMNS = (
    "record_id, form_id, form_version, status, title, created_at, updated_at, author_id, revision, trashed_at"
)
_FOUND = f"""SELECT {_COLUMNS} FROM record
    WHERE (:form_id IS NULL OR form_id = :form_id) AND (:status IS NULL OR status = :status)
    AND (trashed_at IS NOT NULL) = :trashed"""  # noqa: S608  (constants of this module)
_WORDS = " AND number IN (SELECT rowid FROM search WHERE search MATCH :words)"
_PAGE = " ORDER BY touched DESC LIMIT :limit OFFSET :offset"


class Records:
    """The records of a workspace, without their answers."""

    def __init__(self, db: Database, clock: Clock, ids: Ids, *, catch_up: Callable[[], None]) -> None:
        self._db = db
        self._clock = clock
        self._ids = ids
        self._catch_up = catch_up

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
        return _record(row)

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
        values = self._filter(query, form_id=form_id, status=status, trashed=trashed)
        sql = _FOUND + (_WORDS if values["words"] else "") + _PAGE
        rows = self._db.execute(sql, values | {"limit": limit, "offset": offset})
        return [_record(row) for row in rows]

    def count(
        self,
        *,
        query: str = "",
        form_id: str | None = None,
        status: Status | None = None,
        trashed: bool = False,
    ) -> int:
        """Return how many records `list` would give without a limit."""
        values = self._filter(query, form_id=form_id, status=status, trashed=trashed)
        sql = _FOUND + (_WORDS if values["words"] else "")
        return int(self._db.execute(f"SELECT count(*) FROM ({sql})", values).fetchone()[0])  # noqa: S608

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
        return None if row is None else _record(row)

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

    def behind(self) -> Iterator[tuple[int, str]]:
        """Yield the records whose words are not in the index: row number and id."""
        yield from self._db.execute("SELECT number, record_id FROM record WHERE is_indexed = 0").fetchall()

    def _filter(
        self, query: str, *, form_id: str | None, status: Status | None, trashed: bool
    ) -> dict[str, Any]:
        words = match_query(query)
        if words:
            self._catch_up()
        return {
            "words": words,
            "form_id": form_id,
            "status": None if status is None else str(status),
            "trashed": int(trashed),
        }


def _record(row: Any) -> Record:
    values = dict(zip(_COLUMNS.split(", "), row, strict=True))
    return Record(**values | {"status": Status(values["status"])})


def _text(values: Mapping[str, str]) -> str:
    return json.dumps(dict(values), ensure_ascii=False, separators=(",", ":"))
