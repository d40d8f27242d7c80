"""What came from others: how far each of their streams has come, what proved it, what waits, which files were read."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, replace

from fieldapp.records.change import Change, ChangeField, Op
from fieldapp.store.connection import Database

_SCHEMES = "device_id, device_epoch, stream"


@dataclass(frozen=True, slots=True)
class InboxStream:
    """How far a stream of somebody's has come."""

    device_id: str
    device_epoch: str
    stream: str
    last_seq: int = 0
    last_bundle_no: int = 0
    last_manifest_sha256: str = ""
    number: int = 0
    """0 before anything of it was received."""


@dataclass(frozen=True, slots=True)
class InboxBundle:
    """A bundle that was received, with what proves who sent it."""

    bundle_id: str
    bundle_no: int
    manifest_sha256: str
    prev_manifest_sha256: str
    seq_from: int
    seq_to: int
    received_at: str
    manifest: bytes
    """As it was signed; the tables it lists can be written again from the journal and from the entries."""
    signature: bytes


@dataclass(frozen=True, slots=True)
class InboxEntry:
    """A change at its number in somebody's stream."""

    stream_seq: int
    change_id: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class WaitingChange:
    """A change that was received and cannot stand yet."""

    change: Change
    code: str
    path: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file of the folder that was read, and what was answered."""

    sha256: str
    outcome: str
    receipt_name: str = ""
    receipt: bytes = b""


class Inbox:
    """What was received."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def stream(self, device_id: str, device_epoch: str, stream: str) -> InboxStream:
        """Return how far a stream has come."""
        query = f"""SELECT {_SCHEMES}, last_seq, last_bundle_no, last_manifest_sha256, number FROM inbox_stream
            WHERE device_id = ? AND device_epoch = ? AND stream = ?"""  # noqa: S608  (a constant)
        row = self._db.execute(query, [device_id, device_epoch, stream]).fetchone()
        return InboxStream(*row) if row else InboxStream(device_id, device_epoch, stream)

    def knows(self, device_id: str) -> bool:
        """Whether anything was received from a device."""
        query = "SELECT 1 FROM inbox_stream WHERE device_id = ?"
        return self._db.execute(query, [device_id]).fetchone() is not None

    def near(self, stream: InboxStream, bundle_no: int, bundle_id: str) -> list[tuple[str, int, str, str]]:
        """Return the bundles with a number, the one before and the one after; and any with an identifier."""
        query = """SELECT bundle_id, bundle_no, manifest_sha256, prev_manifest_sha256 FROM inbox_bundle
            WHERE bundle_id = ? OR (stream_number = ? AND bundle_no BETWEEN ? AND ?)"""
        values = [bundle_id, stream.number, bundle_no - 1, bundle_no + 1]
        return [tuple(row) for row in self._db.execute(query, values)]

    def entries(self, stream: InboxStream, seq_from: int, seq_to: int) -> list[InboxEntry]:
        """Return what stands at these numbers of a stream."""
        query = """SELECT stream_seq, change_id, content_hash FROM inbox_entry
            WHERE stream_number = ? AND stream_seq BETWEEN ? AND ?"""
        rows = self._db.execute(query, [stream.number, seq_from, seq_to])
        return [InboxEntry(*row) for row in rows]

    def waiting(self, record_ids: Collection[str] | None = None) -> list[WaitingChange]:
        """Return what waits: of these records, or of all."""
        rows = self._db.execute(
            "SELECT record_id, document, code, path, facts FROM waiting_change ORDER BY change_id"
        )
        return [
            WaitingChange(_change(document), code, path, json.loads(facts))
            for record_id, document, code, path, facts in rows
            if record_ids is None or record_id in record_ids
        ]

    def read_file(self, sha256: str) -> ReadFile | None:
        """Return what was made of a file, by its digest."""
        query = "SELECT sha256, outcome, receipt_name, receipt FROM inbox_file WHERE sha256 = ?"
        row = self._db.execute(query, [sha256]).fetchone()
        return ReadFile(row[0], row[1], row[2], bytes(row[3])) if row else None

    def answered_by(self, receipt_name: str) -> str:
        """Return the digest of the file that an answer of ours is for; blank when there is none."""
        query = "SELECT sha256 FROM inbox_file WHERE receipt_name = ?"
        row = self._db.execute(query, [receipt_name]).fetchone()
        return str(row[0]) if row else ""

    def note_file(self, file: ReadFile, *, at: str) -> None:
        """Remember what was made of a file."""
        self._db.table("inbox_file").upsert({**asdict(file), "read_at": at}, pk="sha256")

    def note_bundle(
        self, stream: InboxStream, bundle: InboxBundle, entries: Iterable[InboxEntry]
    ) -> InboxStream:
        """Write a bundle and the numbers it fills. Belongs inside the transaction that merges it."""
        number = stream.number or self._next_number()
        is_newest = bundle.bundle_no > stream.last_bundle_no
        now = replace(
            stream,
            number=number,
            last_seq=max(stream.last_seq, bundle.seq_to),
            last_bundle_no=max(stream.last_bundle_no, bundle.bundle_no),
            last_manifest_sha256=bundle.manifest_sha256 if is_newest else stream.last_manifest_sha256,
        )
        self._db.table("inbox_stream").upsert(asdict(now), pk="number")
        self._db.table("inbox_bundle").insert({**asdict(bundle), "stream_number": number})
        rows = [(number, one.stream_seq, one.change_id, one.content_hash) for one in entries]
        self._db.conn.executemany("INSERT OR IGNORE INTO inbox_entry VALUES (?, ?, ?, ?)", rows)
        return now

    def hold(self, record_id: str, waiting: Iterable[WaitingChange], *, at: str) -> None:
        """Keep what waits of a record now. Belongs inside the transaction that merges it."""
        query = "SELECT change_id, since_at FROM waiting_change WHERE record_id = ?"
        since = dict(self._db.execute(query, [record_id]).fetchall())
        self._db.execute("DELETE FROM waiting_change WHERE record_id = ?", [record_id])
        for one in waiting:
            row = {"change_id": one.change.change_id, "record_id": record_id, "code": one.code}
            row |= {"path": one.path, "facts": json.dumps(dict(one.facts), ensure_ascii=False)}
            row |= {"since_at": since.get(one.change.change_id, at), "document": _document(one.change)}
            self._db.table("waiting_change").insert(row)

    def _next_number(self) -> int:
        query = "SELECT coalesce(max(number), 0) + 1 FROM inbox_stream"
        return int(self._db.execute(query).fetchone()[0])


def _document(change: Change) -> str:
    return json.dumps(asdict(change), ensure_ascii=False, separators=(",", ":"))


def _change(document: str) -> Change:
    read = json.loads(document)
    fields = tuple(ChangeField(**one | {"parents": tuple(one["parents"])}) for one in read.pop("fields"))
    return Change(**read | {"op": Op(read["op"]), "fields": fields})
