"""Seals the entries of a stream: each by a hash over what it brings and over the seal before it.

The change itself is covered by the journal; the seal covers that it stands in the stream, where, and with which of
its fields. The end of the stream also stands in its own row, so that a missing end is seen.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fieldapp.store.connection import Database

_ENTRIES = """SELECT e.stream_seq, e.change_id, (
        SELECT json_group_array(json_array(path, parents)) FROM (
            SELECT path, parents FROM stream_field f
            WHERE f.stream = e.stream AND f.stream_seq = e.stream_seq ORDER BY path))
    FROM stream_entry e WHERE e.stream = ? AND e.stream_seq > ? ORDER BY e.stream_seq"""


@dataclass(frozen=True, slots=True)
class Sealed:
    """One entry and its seal, as they stand and as they were."""

    number: int
    change_id: str
    hash: str
    """Of the entry as it stands."""


def seal(db: Database, stream: str) -> None:
    """Seal the entries at the end of a stream that have none yet; belongs inside the transaction that wrote them."""
    last, previous = db.execute(
        "SELECT last_seq, last_hash FROM stream WHERE stream = ?", [stream]
    ).fetchone()
    rows = [(one.number, one.hash) for one in walk(db, stream, after=last, previous=previous)]
    if rows:
        db.conn.executemany("INSERT INTO stream_seal VALUES (?, ?, ?)", [(stream, *row) for row in rows])
        db.execute("UPDATE stream SET last_seq = ?, last_hash = ? WHERE stream = ?", [*rows[-1], stream])


def seal_all(db: Database) -> None:
    """Seal every stream of a file."""
    for (stream,) in db.execute("SELECT stream FROM stream").fetchall():
        seal(db, stream)


def walk(
    db: Database, stream: str, *, after: int = 0, previous: str = "", seals: Mapping[int, str] | None = None
) -> Iterator[Sealed]:
    """Give the entries of a stream in order, each with the hash that seals it as it stands.

    Given the seals of the file, each entry is held against the seal before it, so that one fault is one finding.
    """
    for number, change_id, fields in db.execute(_ENTRIES, [stream, after]).fetchall():
        before = previous if seals is None else seals.get(number - 1, "")
        text = json.dumps([before, number, change_id, fields], ensure_ascii=False, separators=(",", ":"))
        previous = hashlib.sha256(text.encode()).hexdigest()
        yield Sealed(number, change_id, previous)
