"""What goes to each audience: entries numbered without gaps, decided when a change is written and never again.

`records.projection` says what may travel, given the history of the stream, which is kept here.
"""

import json
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from fieldapp.base.errors import BugError, KnownError
from fieldapp.forms.definition import FormDefinition
from fieldapp.records.change import GENESIS, Change, Op, erased
from fieldapp.records.merge import FieldNode, FieldState, merge_field
from fieldapp.records.projection import ANAPEC, StreamField, StreamPlan, plan_stream
from fieldapp.records.record import Answers
from fieldapp.store.connection import Database
from fieldapp.store.copying.seals import seal
from fieldapp.store.journal import Journal

_LAST_ENTRY = "SELECT coalesce(max(stream_seq), 0) FROM stream_entry WHERE stream = ?"
_EPOCH = "SELECT device_epoch FROM device WHERE is_own = 1"
_LAST_BUNDLE = f"""SELECT bundle_no, manifest_sha256 FROM outbox
    WHERE stream = ? AND device_epoch = ({_EPOCH}) ORDER BY bundle_no DESC LIMIT 1"""  # noqa: S608
_LAST_ACKNOWLEDGED = f"""SELECT r.ack_seq FROM receipt r JOIN outbox b USING (bundle_id)
    WHERE r.stream = ? AND b.device_epoch = ({_EPOCH}) ORDER BY r.receipt_no DESC LIMIT 1"""  # noqa: S608


_TAKEN_BACK = """WITH RECURSIVE taken (change_id, path) AS (
        SELECT p.value, f.path FROM stream_entry e JOIN change c USING (change_id)
        JOIN stream_field f USING (stream, stream_seq), json_each(f.parents) p
        WHERE e.stream = :stream AND c.op IN ('withdraw', 'erase')
    UNION
        SELECT p.value, f.path FROM taken t
        JOIN stream_entry e ON e.stream = :stream AND e.change_id = t.change_id
        JOIN stream_field f ON f.stream = e.stream AND f.stream_seq = e.stream_seq AND f.path = t.path,
        json_each(f.parents) p
    ) SELECT change_id, path FROM taken"""


@dataclass(frozen=True, slots=True)
class StreamPosition:
    """Where a stream stands."""

    stream: str
    last_seq: int
    """Number of the last change that entered; 0 before the first."""
    acknowledged_seq: int
    """What the last receipt says the centre holds without a gap."""
    next_bundle_no: int
    """From 1 in each epoch of the device."""
    prev_manifest_sha256: str
    """Of the last bundle made in this epoch; zeros before the first."""
    last_receipt_no: int

    @property
    def is_pending(self) -> bool:
        """Whether there are changes that no receipt covers."""
        return self.last_seq > self.acknowledged_seq


class Streams:
    """The streams of a workspace; `anapec` is there from the beginning."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def names(self) -> list[str]:
        """Return the streams, sorted by name."""
        return [str(row["stream"]) for row in self._db.table("stream").rows_where(order_by="stream")]

    def position(self, stream: str) -> StreamPosition:
        """Return where the stream stands and what the next bundle says of itself.

        Raises:
            KnownError: `stream.not_found`.
        """
        if self._one("SELECT 1 FROM stream WHERE stream = ?", stream) is None:
            raise KnownError("stream.not_found", stream=stream)
        last = self._one(_LAST_ENTRY, stream)
        bundle = self._one(_LAST_BUNDLE, stream)
        acknowledged = self._one(_LAST_ACKNOWLEDGED, stream)
        receipt = self._one("SELECT coalesce(max(receipt_no), 0) FROM receipt WHERE stream = ?", stream)
        return StreamPosition(
            stream,
            last_seq=last[0] if last else 0,
            acknowledged_seq=acknowledged[0] if acknowledged else 0,
            next_bundle_no=bundle[0] + 1 if bundle else 1,
            prev_manifest_sha256=bundle[1] if bundle else GENESIS,
            last_receipt_no=receipt[0] if receipt else 0,
        )

    def changes_since(self, stream: str, seq: int) -> list[tuple[int, Change]]:
        """Return the changes after a number as they travel: only fields that may, with parents known there.

        A value that a later entry takes back leaves no more, sent before or not: it travels as erased, which every
        digest allows, so that the numbers and hashes of the stream stay what they were.
        """
        query = "SELECT stream_seq, change_id FROM stream_entry WHERE stream = ? AND stream_seq > ? ORDER BY stream_seq"
        rows = self._db.execute(query, [stream, seq]).fetchall()
        taken = frozenset(self._db.execute(_TAKEN_BACK, {"stream": stream}).fetchall())
        changes = [
            (number, self._travelling(stream, number, change_id=change_id)) for number, change_id in rows
        ]
        return [(number, _without(change, taken)) for number, change in changes]

    def records_since(self, stream: str, seq: int) -> list[str]:
        """Return the ids of the records that the changes after a number touch, in order of first touch."""
        query = (
            "SELECT c.record_id FROM stream_entry e JOIN change c USING (change_id)"
            " WHERE e.stream = ? AND e.stream_seq > ? ORDER BY e.stream_seq"
        )
        return list(dict.fromkeys(row[0] for row in self._db.execute(query, [stream, seq])))

    def records_between(self, stream: str, first: int, last: int, *, but_of: str = "") -> list[str]:
        """Return the ids of the records that these numbers touch, changes of one device left out."""
        query = """SELECT DISTINCT c.record_id FROM stream_entry e JOIN change c USING (change_id)
            WHERE e.stream = ? AND e.stream_seq BETWEEN ? AND ? AND c.device_id <> ? ORDER BY c.record_id"""
        return [row[0] for row in self._db.execute(query, [stream, first, last, but_of])]

    def count_between(self, stream: str, first: int, last: int) -> int:
        """Return how many records these numbers touch."""
        query = """SELECT count(DISTINCT c.record_id) FROM stream_entry e JOIN change c USING (change_id)
            WHERE e.stream = ? AND e.stream_seq BETWEEN ? AND ?"""
        return int(self._db.execute(query, [stream, first, last]).fetchone()[0]) if first <= last else 0

    def history(self, stream: str, record_id: str) -> dict[str, FieldState]:
        """Return what the audience holds of a record through this stream, path by path."""
        # CROSS JOIN begins at the record: left to itself, the planner walks the whole stream
        query = (
            "SELECT f.path, e.change_id, v.new_value, f.parents FROM change c"
            " CROSS JOIN stream_entry e ON e.change_id = c.change_id"
            " JOIN stream_field f USING (stream, stream_seq)"
            " JOIN change_field v ON v.change_id = e.change_id AND v.path = f.path"
            " WHERE e.stream = ? AND c.record_id = ? AND c.op NOT IN ('review', 'comment')"
        )
        nodes: dict[str, list[FieldNode]] = {}
        for path, change_id, value, parents in self._db.execute(query, [stream, record_id]):
            nodes.setdefault(path, []).append(FieldNode(change_id, value, tuple(json.loads(parents))))
        return {path: merge_field(of_path) for path, of_path in nodes.items()}

    def known(self, stream: str, change_ids: Collection[str]) -> set[str]:
        """Return those of some changes that entered a stream."""
        query = """SELECT change_id FROM stream_entry
            WHERE stream = ? AND change_id IN (SELECT value FROM json_each(?))"""
        return {row[0] for row in self._db.execute(query, [stream, json.dumps(list(change_ids))])}

    def enter(self, stream: str, change: Change, fields: Sequence[StreamField]) -> int:
        """Put a change at the end of a stream and return its number. Belongs inside the change's transaction."""
        if not self._db.conn.in_transaction:
            raise BugError("store.entry_outside_a_transaction")
        number = int(self._db.execute(_LAST_ENTRY, [stream]).fetchone()[0]) + 1
        self._db.execute("INSERT INTO stream_entry VALUES (?, ?, ?)", [stream, number, change.change_id])
        rows = [[stream, number, field.path, json.dumps(list(field.parents))] for field in fields]
        self._db.conn.executemany("INSERT INTO stream_field VALUES (?, ?, ?, ?)", rows)
        seal(self._db, stream)
        return number

    def _travelling(self, stream: str, number: int, *, change_id: str) -> Change:
        query = "SELECT path, parents FROM stream_field WHERE stream = ? AND stream_seq = ?"
        parents = dict(self._db.execute(query, [stream, number]).fetchall())
        change = self._journal.get(change_id)
        fields = tuple(
            replace(field, parents=tuple(json.loads(parents[field.path])))
            for field in change.fields
            if field.path in parents
        )
        return replace(change, fields=fields)

    def _one(self, query: str, stream: str) -> Any:
        return self._db.execute(query, [stream]).fetchone()


def _without(change: Change, taken: Set[tuple[str, str]]) -> Change:
    fields = tuple(
        erased(field) if (change.change_id, field.path) in taken else field for field in change.fields
    )
    return replace(change, fields=fields)


def open_stream(db: Database, stream: str, *, at: str) -> None:
    """Begin a stream; what was written before does not enter it."""
    db.table("stream").insert({"stream": stream, "opened_at": at}, ignore=True)


def plan(
    stream: str,
    definition: FormDefinition,
    *,
    change: Change,
    answers: Answers,
    history: Mapping[str, FieldState],
) -> StreamPlan:
    """Decide what a change brings to a stream, given what the audience holds."""
    if stream != ANAPEC:
        is_erasing = change.op is Op.ERASE  # it goes where something to be erased went
        own = tuple(
            StreamField(field.path, field.parents)
            for field in change.fields
            if (not is_erasing or field.parents or field.path in history) and not field.path.startswith("@")
        )
        return StreamPlan(own, (), ())
    return plan_stream(definition, change, answers, history)
