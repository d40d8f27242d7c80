"""Finds the records that a selection asks for, in its order, among as many as a workspace ever holds.

What is found is row numbers, in the order of that moment: a page is then read by its numbers, so that no page repeats
or skips a record while others change, the last page costs no more than the first, and the number found is known.
Conditions and orders look at two indexes that hold all their columns, never at the rows, which are wide.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from fieldapp.base.clock import Clock
from fieldapp.base.folding import title_key
from fieldapp.records.record import Record, Status
from fieldapp.records.review import ReviewState
from fieldapp.records.selection import OPEN_COMMENTS, Order, Selection, stale_before
from fieldapp.store.connection import Database
from fieldapp.store.listing.search import match_query, name_query

RECORD_COLUMNS = (
    "record_id, form_id, form_version, status, title, created_at, updated_at, author_id, revision, trashed_at"
)
FEW = 1_000
"""Records found that are put in order here rather than by part: half a part's work."""
_BY_TOUCH, _BY_TITLE = "record_listed_by_touch", "record_listed_by_title"
_LISTED = "FROM record INDEXED BY {index} WHERE trashed_at IS NULL"
_HOLD = "number IN (SELECT rowid FROM search WHERE search MATCH :{words})"
_HITS = "SELECT count(*) FROM search WHERE search MATCH ?"
_NAMED = "SELECT rowid FROM search WHERE search MATCH ?"
_INCOMPLETE = "status = 'draft' AND violations > 0"
_IN_REVIEW = "number IN (SELECT number FROM record_review WHERE state = :review)"
_REVIEWED = {
    str(ReviewState.NONE): """status = 'finalised'
        AND number NOT IN (SELECT number FROM record_review WHERE state <> :review)""",
    OPEN_COMMENTS: "number IN (SELECT number FROM record_review WHERE open_threads > 0)",
}
_UNCOUNTED = """FROM record INDEXED BY record_uncounted
    WHERE trashed_at IS NULL AND status = 'draft' AND violations IS NULL"""
# steps from one value to the next in an index, instead of reading all of it
_PRESENT = """WITH RECURSIVE present (value) AS (
        SELECT min({column}) FROM record INDEXED BY {index} WHERE trashed_at IS NULL
        UNION ALL SELECT (SELECT min({column}) FROM record INDEXED BY {index}
            WHERE trashed_at IS NULL AND {column} > present.value) FROM present WHERE present.value IS NOT NULL
    ) SELECT value FROM present WHERE value <> ''"""
_LATIN, _ARABIC = "title_key > '' AND title_key < '2'", "title_key >= '2' AND title_key < '3'"
_OTHER, _NAMELESS = "title_key >= '3'", "title_key = ''"


@dataclass(frozen=True, slots=True)
class _Part:
    """Some of the records found, which stand together in the list: one value of the column it is ordered by."""

    condition: str = "1 = 1"
    values: dict[str, str] = field(default_factory=dict)


class Listing:
    """The list of records, apart from those in the trash."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    def find(self, selection: Selection, *, limit: int | None = None) -> list[int]:
        """Return the row numbers of the records selected, in order."""
        words = match_query(selection.query)
        hits = int(self._db.execute(_HITS, [words]).fetchone()[0]) if words else 0
        if words and not hits:
            return []
        if selection.order is None and words and (limit is None or hits <= FEW):
            return self._names_first(self._numbers(selection, _Part()), words)[:limit]
        found: list[int] = []
        for part in self._parts(selection):
            if limit is not None and len(found) >= limit:
                break
            found += self._numbers(selection, part, limit=None if limit is None else limit - len(found))
        return found

    def _numbers(self, selection: Selection, part: _Part, *, limit: int | None = None) -> list[int]:
        conditions, values = self._conditions(selection)
        is_by_title = selection.order is Order.TITLE
        order = _order_by_title(selection) if is_by_title else _order_by_touch(selection)
        source = _LISTED.format(index=_BY_TITLE if is_by_title else _BY_TOUCH)
        where = " AND ".join([source, part.condition, *conditions])
        values |= part.values | {"limit": -1 if limit is None else limit}
        rows = self._db.execute(f"SELECT number {where} ORDER BY {order} LIMIT :limit", values).fetchall()
        return [number for (number,) in rows]

    def _names_first(self, found: list[int], words: str) -> list[int]:
        named = {number for (number,) in self._db.execute(_NAMED, [name_query(words)]).fetchall()}
        in_answers = [number for number in found if number not in named]
        return [number for number in found if number in named] + in_answers

    def count(self, selection: Selection) -> int:
        """Return how many records are selected."""
        conditions, values = self._conditions(selection)
        if values["words"] and not selection.is_filtered:  # what lies in the trash is not in the index
            sql = "SELECT count(*) FROM search WHERE search MATCH :words"
        else:
            where = " AND ".join([_LISTED.format(index=_BY_TOUCH), *conditions])
            sql = f"SELECT count(*) {where}"
        return int(self._db.execute(sql, values).fetchone()[0])

    def records(self, numbers: Sequence[int]) -> list[Record]:
        """Return the records of these row numbers, in their order; one that is gone is left out."""
        found = self.numbered(numbers)
        return [found[number] for number in numbers if number in found]

    def numbered(self, numbers: Sequence[int]) -> dict[int, Record]:
        """Return the records of these row numbers, by number."""
        sql = f"SELECT number, {RECORD_COLUMNS} FROM record WHERE number IN (SELECT value FROM json_each(?))"  # noqa: S608
        rows = self._db.execute(sql, [json.dumps(list(numbers))]).fetchall()
        return {row[0]: record_of(row[1:]) for row in rows}

    def number_of(self, record_id: str) -> int:
        """Return the row number of a record; 0 when there is none."""
        row = self._db.execute("SELECT number FROM record WHERE record_id = ?", [record_id]).fetchone()
        return int(row[0]) if row else 0

    def regions(self) -> list[str]:
        """Return the regions in which there are records."""
        return self._present("region", "record_by_region")

    def authors(self) -> list[str]:
        """Return the ids of those who began a record."""
        return self._present("author_id", "record_by_author")

    def forms(self) -> list[str]:
        """Return the ids of the forms of which there are records."""
        return self._present("form_id", "record_by_form")

    def uncounted(self) -> int:
        """Return of how many drafts it is not known what is missing or wrong in them."""
        return int(self._db.execute(f"SELECT count(*) {_UNCOUNTED}").fetchone()[0])

    def to_count(self, limit: int) -> list[tuple[str, int]]:
        """Return such drafts, the one touched last first: id, and the place in the order of events it stands at."""
        rows = self._db.execute(
            f"SELECT record_id, touched {_UNCOUNTED} ORDER BY touched DESC LIMIT ?", [limit]
        )
        return [(str(record_id), int(touched)) for record_id, touched in rows.fetchall()]

    def note_violations(self, record_id: str, count: int, *, touched: int | None = None) -> None:
        """Remember how much is missing or wrong in a draft; the file forgets it when the draft is touched again.

        Args:
            record_id: The draft.
            count: Its violations.
            touched: The place in the order of events at which they were counted; now, when there is none.
        """
        self._db.execute(
            "UPDATE record SET violations = ? WHERE record_id = ? AND touched = coalesce(?, touched)",
            [count, record_id, touched],
        )

    def _present(self, column: str, index: str) -> list[str]:
        rows = self._db.execute(_PRESENT.format(column=column, index=index)).fetchall()
        return [str(value) for (value,) in rows]

    def _conditions(self, selection: Selection) -> tuple[list[str], dict[str, Any]]:
        """Return the conditions in the order in which they are cheap, and their values."""
        words = match_query(selection.query)
        wanted = {
            "form_id": selection.form_id,
            "status": str(selection.status or ""),
            "region": selection.region,
            "author_id": selection.author_id,
        }
        conditions = [f"{column} = :{column}" for column, value in wanted.items() if value]
        values: dict[str, Any] = {**wanted, "words": words, "names": name_query(words)}
        if selection.is_stale:
            conditions.append("checked_on < :stale_before")
            values["stale_before"] = stale_before(self._clock.now().date())
        if selection.is_incomplete:
            conditions.append(_INCOMPLETE)
        if selection.review:
            conditions.append(_REVIEWED.get(selection.review, _IN_REVIEW))
            values["review"] = selection.review
        if words:
            conditions.append(_HOLD.format(words="words"))
        return conditions, values

    def _parts(self, selection: Selection) -> Iterator[_Part]:
        if selection.order is Order.TITLE:
            yield from _parts_by_title(selection)
            return
        column, values = self._column(selection.order)
        if column:
            yield from (_Part(f"{column} = :part", {"part": value}) for value in _turned(values, selection))
        elif selection.order is None and match_query(selection.query):
            in_names = _HOLD.format(words="names")
            yield _Part(in_names)
            yield _Part(in_names.replace("number IN", "number NOT IN"))
        else:
            yield _Part()

    def _column(self, order: Order | None) -> tuple[str, list[str]]:
        """Return a column of few values, and the values in their order."""
        if order is Order.FORM:
            return "form_id", self._by_title(self.forms())
        if order is Order.STATUS:
            return "status", [str(Status.DRAFT), str(Status.FINALISED)]
        if order is Order.REGION:
            return "region", [*self.regions(), ""]
        return "", []

    def _by_title(self, forms: list[str]) -> list[str]:
        titles = dict(self._db.execute("SELECT form_id, title FROM form ORDER BY number").fetchall())
        return sorted(forms, key=lambda form_id: (title_key(titles[form_id]), form_id))


def record_of(row: Sequence[Any]) -> Record:
    """Return a record from the columns `RECORD_COLUMNS`."""
    values = dict(zip(RECORD_COLUMNS.split(", "), row, strict=True))
    return Record(**values | {"status": Status(values["status"])})


def _order_by_touch(selection: Selection) -> str:
    is_forwards = selection.order is Order.TOUCHED and selection.is_reversed
    return "touched" if is_forwards else "touched DESC"


def _order_by_title(selection: Selection) -> str:
    return "title_key DESC, number DESC" if selection.is_reversed else "title_key, number DESC"


def _parts_by_title(selection: Selection) -> Iterator[_Part]:
    """Yield the scripts in the order that suits the reader; what has no name stands last in either direction."""
    scripts = [_ARABIC, _LATIN, _OTHER] if selection.is_arabic_first else [_LATIN, _ARABIC, _OTHER]
    for condition in (*_turned(scripts, selection), _NAMELESS):
        yield _Part(condition)


def _turned(values: Iterable[str], selection: Selection) -> list[str]:
    ordered = list(values)
    return ordered[::-1] if selection.is_reversed else ordered
