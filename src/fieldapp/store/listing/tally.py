"""Counts records for the page one comes home to: one walk through an index that holds all it needs."""

from dataclasses import dataclass

from fieldapp.base.clock import Clock
from fieldapp.records.record import Status
from fieldapp.records.selection import stale_before
from fieldapp.store.connection import Database

_INDEX = "record INDEXED BY record_listed_by_touch WHERE trashed_at IS NULL"
_COUNTS = f"""SELECT form_id, region, status, count(*), sum(coalesce(checked_on < ?, 0)) FROM {_INDEX}
    GROUP BY form_id, region, status"""  # noqa: S608  (constants of this module)
_OLDEST = f"SELECT number, checked_on FROM {_INDEX} AND checked_on < ? ORDER BY checked_on, number LIMIT ?"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Count:
    """How many records of one form, in one region, are a draft or complete."""

    form_id: str
    region: str
    """Its code; blank where a record tells none yet."""
    status: Status
    records: int
    stale: int
    """Of these, not checked for too long."""


class Tally:
    """The records in numbers, apart from those in the trash."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    def counts(self) -> list[Count]:
        """Return the numbers by form, region and status; only what there is."""
        rows = self._db.execute(_COUNTS, [self._stale_before()]).fetchall()
        return [
            Count(form_id, region, Status(status), records=records, stale=stale)
            for form_id, region, status, records, stale in rows
        ]

    def oldest_checks(self, limit: int) -> list[tuple[int, str]]:
        """Return the row numbers of the records not checked for longest, with the day of the last check."""
        rows = self._db.execute(_OLDEST, [self._stale_before(), limit]).fetchall()
        return [(int(number), str(day)) for number, day in rows]

    def _stale_before(self) -> str:
        return stale_before(self._clock.now().date())
