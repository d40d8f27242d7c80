"""Finds every line of a workspace that is not as it was written, and says which: nothing stops at the first one.

Walked are the pages of the file, its references, the journal of this device and what others signed, the streams, the
bytes of every attachment, and the documents. A value erased on request is no fault, as long as an erasure covers it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from fieldapp.base.errors import KnownError
from fieldapp.base.files import sha256_hex
from fieldapp.records.change import (
    GENESIS,
    Change,
    Op,
    chain_hash,
    content_hash,
    is_erased,
    value_digest,
)
from fieldapp.store.connection import Database
from fieldapp.store.copying.seals import walk
from fieldapp.store.journal import Journal
from fieldapp.store.workspace import Workspace

Report = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

_FILE = re.compile(r"([0-9a-f]{64})\.\w+")
"""What an answer that names a file looks like."""
_LINKS = "SELECT change_id, number, prev_hash, hash FROM change ORDER BY number"
_DOCUMENTS = """SELECT d.record_id, r.title, d.made_at FROM document d LEFT JOIN record r USING (record_id)
    LEFT JOIN attachment a USING (sha256) WHERE a.sha256 IS NULL"""
_STEP = 200
"""Lines between two reports of how far it is."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What was walked, and what was found."""

    changes: int
    entries: int
    """Of all streams."""
    files: int
    erased: int
    """Values erased on request."""
    findings: tuple[KnownError, ...]
    """Each with a code and facts: which line, when, of which record."""


@dataclass(frozen=True, slots=True)
class _Link:
    number: int
    previous: str | None
    hash: str | None


def verify(
    workspace: Workspace,
    *,
    progress: Report = lambda _done, _total: None,
    is_cancelled: IsCancelled = lambda: False,
) -> Verified:
    """Walk everything; a reader of the workspace will do.

    Raises:
        KnownError: `ui.stopped` when it was cancelled.
    """
    return _Walk(workspace, progress, is_cancelled).verified()


class _Walk:
    """One walk through a workspace."""

    def __init__(self, workspace: Workspace, progress: Report, is_cancelled: IsCancelled) -> None:
        self._db: Database = workspace._opened.db
        self._journal: Journal = workspace.changes
        self._progress, self._is_cancelled = progress, is_cancelled
        self._titles = dict(self._db.execute("SELECT record_id, title FROM record").fetchall())
        self._files = {row[0] for row in self._db.execute("SELECT sha256 FROM attachment")}
        self._erased = 0
        self._done = 0
        self._total = self._count("change") + self._count("stream_entry") + len(self._files)

    def verified(self) -> Verified:
        findings = [
            *self._pages(),
            *self._chain(),
            *self._streams(),
            *self._attachments(),
            *self._documents(),
        ]
        self._progress(self._total, self._total)
        return Verified(
            changes=self._count("change"),
            entries=self._count("stream_entry"),
            files=len(self._files),
            erased=self._erased,
            findings=tuple(findings),
        )

    def _pages(self) -> Iterator[KnownError]:
        for pragma, fine in (("integrity_check", [("ok",)]), ("cipher_integrity_check", [])):
            if self._db.execute(f"PRAGMA {pragma}").fetchall() != fine:
                yield KnownError("check.pages", system=pragma)
        tables = {row[0] for row in self._db.execute("PRAGMA foreign_key_check").fetchall()}
        for table in sorted(tables - {"document"}):
            yield KnownError("check.reference", table=table)

    def _chain(self) -> Iterator[KnownError]:
        """Walk the journal: each line against its hash, the lines against each other, the end against the device."""
        links = {row[0]: _Link(*row[1:]) for row in self._db.execute(_LINKS)}
        signed = self._journal.signed()
        erasures = self._erasures()
        previous, expected, last_number = GENESIS, 1, 0
        for change in self._journal.in_chain_order():
            self._go_on()
            link = links[change.change_id]
            yield from self._values(change, erasures)
            if link.hash is None:
                if signed.get(change.change_id) != content_hash(change):
                    yield self._named("check.change_altered", change)
                continue
            if change.seq > expected:
                yield KnownError("check.change_missing", seq=expected, until=change.seq - 1)
                previous = link.previous or ""
            elif link.number < last_number:
                yield self._named("check.change_moved", change)
            if chain_hash(previous, change) != link.hash or link.previous != previous:
                yield self._named("check.change_altered", change)
            previous, expected, last_number = link.hash, change.seq + 1, link.number
        yield from self._end(expected - 1, previous)

    def _end(self, last: int, digest: str) -> Iterator[KnownError]:
        row = self._db.execute("SELECT last_seq, last_hash FROM device WHERE is_own = 1").fetchone()
        if row[0] > last:
            yield KnownError("check.change_missing", seq=last + 1, until=row[0])
        elif (last, digest) != tuple(row):
            yield KnownError("check.end_altered", seq=last)

    def _values(self, change: Change, erasures: Mapping[str, frozenset[str]]) -> Iterator[KnownError]:
        for field in change.fields:
            if is_erased(field):
                self._erased += 1
                is_blank = field.old_value is None and field.new_value is None
                if not is_blank or field.path not in erasures.get(change.record_id, frozenset()):
                    yield self._named("check.value_gone", change, path=field.path)
                continue
            if value_digest(field.salt, field.old_value, field.new_value) != field.digest:
                yield self._named("check.value_altered", change, path=field.path)
            named = _FILE.fullmatch(field.new_value or "")
            if named and named[1] not in self._files:
                yield self._named("check.file_missing", change, path=field.path)

    def _erasures(self) -> dict[str, frozenset[str]]:
        """Return the paths that erasures cover, by record."""
        found: dict[str, frozenset[str]] = {}
        for change in self._journal.with_op(Op.ERASE):
            paths = frozenset(field.path for field in change.fields)
            found[change.record_id] = found.get(change.record_id, frozenset()) | paths
        return found

    def _streams(self) -> Iterator[KnownError]:
        rows = self._db.execute("SELECT stream, last_seq, last_hash FROM stream ORDER BY stream").fetchall()
        for stream, last_seq, last_hash in rows:
            yield from self._stream(stream, last_seq, last_hash)

    def _stream(self, stream: str, last_seq: int, last_hash: str) -> Iterator[KnownError]:
        query = "SELECT stream_seq, hash FROM stream_seal WHERE stream = ?"
        seals = dict(self._db.execute(query, [stream]).fetchall())
        last = 0
        for entry in walk(self._db, stream, seals=seals):
            self._go_on()
            if entry.number != last + 1:
                yield KnownError("check.entry_missing", stream=stream, number=last + 1)
            if seals.get(entry.number) != entry.hash:
                yield KnownError("check.entry_altered", stream=stream, number=entry.number)
            last = entry.number
        if (last, seals.get(last, "")) != (last_seq, last_hash):
            yield KnownError("check.entry_missing", stream=stream, number=min(last + 1, last_seq))

    def _attachments(self) -> Iterator[KnownError]:
        for digest in sorted(self._files):
            self._go_on()
            query = "SELECT data, added_at FROM attachment WHERE sha256 = ?"
            data, at = self._db.execute(query, [digest]).fetchone()
            if sha256_hex(bytes(data)) != digest:
                yield KnownError("check.file_altered", file=digest[:8], at=at[:10])

    def _documents(self) -> Iterator[KnownError]:
        for record_id, title, at in self._db.execute(_DOCUMENTS):
            yield KnownError("check.document_missing", title=title or record_id[-6:], at=at[:10])

    def _named(self, code: str, change: Change, **facts: object) -> KnownError:
        title = self._titles.get(change.record_id) or change.record_id[-6:]
        return KnownError(code, seq=change.seq, at=change.at[:10], title=title, **facts)

    def _count(self, table: str) -> int:
        return int(self._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608  (ours)

    def _go_on(self) -> None:
        if self._is_cancelled():
            raise KnownError("ui.stopped")
        self._done += 1
        if self._done % _STEP == 0:
            self._progress(self._done, self._total)
