"""What was erased in a file of a workspace, and how far its erasing has come: rows without a value."""

import json
from dataclasses import dataclass, replace

from fieldapp.base.clock import Clock, utc_text
from fieldapp.store.connection import Database

_COLUMNS = "erasure_id, record_id, paths, reason, at, actor_id, change_id, erased, cleaned_at, finished_at"
_ADD = f"""INSERT INTO erasure ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (erasure_id) DO UPDATE SET change_id = excluded.change_id, erased = erased + excluded.erased,
    cleaned_at = NULL, finished_at = NULL"""  # noqa: S608  (constants of this module)
_WHOLE = "paths = '[]' AND change_id <> ''"


@dataclass(frozen=True, slots=True)
class Erasure:
    """What was erased, without a value."""

    erasure_id: str
    record_id: str
    paths: tuple[str, ...]
    """Of answers, or of what they stand in; none for the whole record."""
    reason: str
    at: str
    actor_id: str
    change_id: str = ""
    """The change that journals it in this file; blank where the file has no such record."""
    erased: int = 0
    """Value pairs of the journal that went."""
    cleaned_at: str | None = None
    """When the file was written anew without them."""
    finished_at: str | None = None
    """When the copies in the folder were, too."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the record is left."""
        return not self.paths


class Erasures:
    """The erasures a file knows of."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, erasure: Erasure) -> Erasure:
        """Note an erasure; its pages and its copies are still to be written anew. Belongs inside its transaction.

        One that is known already was carried out once more: on values that came with another's late bundle.
        """
        row = {name: getattr(erasure, name) for name in _COLUMNS.split(", ")}
        row |= {"paths": json.dumps(erasure.paths), "cleaned_at": None, "finished_at": None}
        self._db.execute(_ADD, list(row.values()))
        return replace(erasure, cleaned_at=None, finished_at=None)

    def known(self) -> list[Erasure]:
        """Return every one, in the order they were asked for; none in a file of an older shape."""
        return self._rows("1 = 1", []) if self._db.table("erasure").exists() else []

    def pending(self) -> list[Erasure]:
        """Return those of which some page or some copy in the folder may still hold the values."""
        return self._rows("finished_at IS NULL", [])

    def tombstone(self, record_id: str) -> Erasure | None:
        """Return when and why a whole record was erased; nothing when it was not."""
        found = self._rows(f"{_WHOLE} AND record_id = ?", [record_id])
        return found[0] if found else None

    def tombstones(self) -> dict[str, Erasure]:
        """Return those of all records erased, by record id."""
        return {one.record_id: one for one in self._rows(_WHOLE, [])}

    def note_cleaned(self, clock: Clock) -> None:
        """Note that the file was written anew."""
        self._note("cleaned_at", clock)

    def note_finished(self, clock: Clock) -> None:
        """Note that no copy in the folder holds the values any longer."""
        self._note("finished_at", clock)

    def _note(self, column: str, clock: Clock) -> None:
        now = utc_text(clock.now())
        self._db.execute(f"UPDATE erasure SET {column} = ? WHERE {column} IS NULL", [now])  # noqa: S608  (of ours)

    def _rows(self, where: str, values: list[str]) -> list[Erasure]:
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM erasure WHERE {where} ORDER BY at, erasure_id",  # noqa: S608  (of ours)
            values,
        ).fetchall()
        found = (dict(zip(_COLUMNS.split(", "), row, strict=True)) for row in rows)
        return [Erasure(**row | {"paths": tuple(json.loads(row["paths"]))}) for row in found]
