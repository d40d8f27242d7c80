"""The journal: changes in the order they were written, linked by hashes, never altered."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from fieldapp.base.errors import BugError, KnownError
from fieldapp.records.change import (
    GENESIS,
    Change,
    ChangeField,
    Op,
    chain_hash,
    check_digests,
    content_hash,
)
from fieldapp.records.merge import FieldState, merge_record
from fieldapp.store.connection import Database
from fieldapp.store.events import Events, next_tick
from fieldapp.store.installed_forms import InstalledForms

WALKED_AT_ONCE = 2_000
"""Changes held in memory while the journal is walked."""
_PAGE = "SELECT number FROM change WHERE number > ? ORDER BY number LIMIT ?"
_COLUMNS = "device_id, seq, change_id, at, actor_id, record_id, form_id, form_version, op, reason, merge_into"

_BATCH = 500
"""Changes read at a time where all of them are walked."""


class Journal:
    """The changes of a workspace."""

    def __init__(self, db: Database, forms: InstalledForms, *, events: Events) -> None:
        self._db = db
        self._forms = forms
        self._events = events

    def get(self, change_id: str) -> Change:
        """Return one change.

        Raises:
            KnownError: `change.not_found`.
        """
        found = self._changes("change_id = ?", [change_id])
        if not found:
            raise KnownError("change.not_found", change_id=change_id)
        return found[0]

    def of_record(self, record_id: str) -> list[Change]:
        """Return every change of a record, in the order it was written here."""
        return self._changes("record_id = ?", [record_id])

    def with_op(self, op: Op) -> list[Change]:
        """Return every change of one kind, in the order it was written here."""
        return self._changes("op = ?", [str(op)])

    def state(self, record_id: str) -> dict[str, FieldState]:
        """Return what each path of a record holds: its heads, its agreed value, its conflict."""
        changes = self.of_record(record_id)
        if not changes:
            return {}
        last = changes[-1]
        return merge_record(changes, set_paths=self._forms.set_paths(last.form_id, last.form_version))

    def count(self) -> int:
        """Return the number of changes, those of other devices included."""
        return int(self._db.table("change").count)

    def append(self, change: Change) -> Change:
        """Write a change of this device at the end of its chain and return it with its number.

        Belongs inside the transaction of the act it records.
        """
        if not self._db.conn.in_transaction:
            raise BugError("store.change_outside_a_transaction")
        device = next(self._db.table("device").rows_where("is_own = 1"))
        previous = str(device["last_hash"])
        numbered = replace(change, device_id=str(device["device_id"]), seq=int(device["last_seq"]) + 1)
        digest = chain_hash(previous, numbered)
        place = self._events.take(numbered.at)
        self._insert(numbered, [previous, digest, place.tick, str(place.clock)])
        self._db.table("device").update(numbered.device_id, {"last_seq": numbered.seq, "last_hash": digest})
        return numbered

    def mark(self) -> tuple[int, int]:
        """Return figures that differ as soon as anything is written to the journal."""
        row = self._db.execute("SELECT count(*), coalesce(max(number), 0) FROM change").fetchone()
        return int(row[0]), int(row[1])

    def held(self, change_ids: Iterable[str]) -> dict[str, Change]:
        """Return those of some changes that stand here."""
        found = self._changes("change_id IN (SELECT value FROM json_each(?))", [json.dumps(list(change_ids))])
        return {change.change_id: change for change in found}

    def receive(self, change: Change) -> None:
        """Write a change of another device as it came; its own clock says nothing of ours, and no chain here holds it.

        Belongs inside the transaction that merges it.
        """
        self._insert(change, [None, None, next_tick(self._db), ""])

    def is_begun_here(self, record_id: str) -> bool:
        """Whether a record was first written on this device, whoever changed it since."""
        query = """SELECT 1 FROM change JOIN device USING (device_id)
            WHERE record_id = ? AND op = 'create' AND is_own = 1"""
        return self._db.execute(query, [record_id]).fetchone() is not None

    def verify(self) -> int:
        """Walk the chain of this device, what others signed, and the digests of every value; return how many changes.

        Raises:
            KnownError: `journal.altered`, with the position and what does not hold; `change.value_altered`.
        """
        device = next(self._db.table("device").rows_where("is_own = 1"))
        hashes = dict(self._db.execute("SELECT change_id, hash FROM change").fetchall())
        signed = self.signed()
        previous, expected, walked = GENESIS, 1, 0
        for change in self._walk():
            check_digests(change)
            walked += 1
            if (
                hashes[change.change_id] is None
            ):  # of another device, or our own that came back to a restored file
                if signed.get(change.change_id) != content_hash(change):
                    raise KnownError("journal.altered", seq=change.seq, what="hash")
                continue
            if change.seq != expected:
                raise KnownError("journal.altered", seq=expected, what="missing")
            previous = chain_hash(previous, change)
            if previous != hashes[change.change_id]:
                raise KnownError("journal.altered", seq=change.seq, what="hash")
            expected += 1
        if (expected - 1, previous) != (device["last_seq"], device["last_hash"]):
            raise KnownError("journal.altered", seq=expected, what="missing")
        return walked

    def signed(self) -> dict[str, str]:
        """Return under which hash each change of others was signed; a file of an older shape holds none."""
        if not self._db.table("inbox_entry").exists():
            return {}
        return dict(self._db.execute("SELECT change_id, content_hash FROM inbox_entry").fetchall())

    def in_chain_order(self) -> Iterator[Change]:
        """Give every change, those of this device in the order of their own numbers, without holding them all."""
        query = "SELECT change_id FROM change ORDER BY hash IS NULL, CASE WHEN hash IS NULL THEN number ELSE seq END"
        ids = [row[0] for row in self._db.execute(query).fetchall()]
        for start in range(0, len(ids), _BATCH):
            held = self.held(ids[start : start + _BATCH])
            yield from (held[change_id] for change_id in ids[start : start + _BATCH])

    def _insert(self, change: Change, place: Sequence[str | int | None]) -> None:
        """Write a change with its place: in the chain (the hash before it and its own), in the order of events."""
        head = [change.device_id, change.seq, change.change_id, change.at, change.actor_id, change.record_id]
        tail = [change.form_id, change.form_version, str(change.op), change.reason, change.merge_into]
        self._db.execute(
            f"INSERT INTO change ({_COLUMNS}, prev_hash, hash, tick, clock)"  # noqa: S608  (a constant)
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [*head, *tail, *place],
        )
        self._db.conn.executemany(
            "INSERT INTO change_field (change_id, path, old_value, new_value, parents, salt, digest)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [_field_row(change.change_id, field) for field in change.fields],
        )

    def _walk(self) -> Iterator[Change]:
        """Yield every change in the order it was written here, a page at a time: it may be larger than memory."""
        last = 0
        while page := self._db.execute(_PAGE, [last, WALKED_AT_ONCE]).fetchall():
            first, last = page[0][0], page[-1][0]
            yield from self._changes("number BETWEEN ? AND ?", [first, last])

    def _changes(self, where: str, values: Sequence[str | int]) -> list[Change]:
        """Return the changes that satisfy a condition of ours (never a text from outside)."""
        heads = self._db.execute(
            f"SELECT {_COLUMNS} FROM change WHERE {where} ORDER BY number",  # noqa: S608  (constants of this module)
            values,
        ).fetchall()
        rows = self._db.execute(
            "SELECT change_id, path, old_value, new_value, parents, salt, digest FROM change_field"  # noqa: S608
            f" WHERE change_id IN (SELECT change_id FROM change WHERE {where}) ORDER BY change_id, path",
            values,
        )
        fields: dict[str, list[ChangeField]] = {}
        for change_id, *field in rows:
            fields.setdefault(change_id, []).append(_field(field))
        return [_change(head, fields.get(head[2], ())) for head in heads]


def _change(head: Sequence[object], fields: Iterable[ChangeField]) -> Change:
    device_id, seq, *texts = head
    change_id, at, actor_id, record_id, form_id, form_version, op, reason, merge_into = map(str, texts)
    return Change(
        device_id=str(device_id),
        seq=int(str(seq)),
        change_id=change_id,
        at=at,
        actor_id=actor_id,
        record_id=record_id,
        form_id=form_id,
        form_version=form_version,
        op=Op(op),
        reason=reason,
        merge_into=merge_into,
        fields=tuple(sorted(fields, key=lambda field: field.path)),
    )


def _field(row: Sequence[str]) -> ChangeField:
    path, old_value, new_value, parents, salt, digest = row
    return ChangeField(path, old_value, new_value, tuple(json.loads(parents)), salt, digest)


def _field_row(change_id: str, field: ChangeField) -> list[str | None]:
    parents = json.dumps(list(field.parents))
    return [change_id, field.path, field.old_value, field.new_value, parents, field.salt, field.digest]
