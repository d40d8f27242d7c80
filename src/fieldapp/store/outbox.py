"""Bundles made and receipts received: from both, and from the streams, comes what a record's transmission is."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum

from fieldapp.base.errors import KnownError
from fieldapp.records.projection import ANAPEC
from fieldapp.records.receipt import ConflictHead, ItemSeverity, ReceiptItem
from fieldapp.store.connection import Database


class Transmission(StrEnum):
    """How far the last revision of a record came; computed, never stored."""

    LOCAL = "local"
    """Only here."""
    EXPORTED = "exported"
    """In a bundle that was made; nobody has answered yet."""
    RECEIVED = "received"
    """The centre has the bundle and took nothing of it yet."""
    APPLIED = "applied"
    DISCUSSION = "discussion"
    """Applied, but against another's value: a person decides."""
    TO_CORRECT = "to_correct"
    """In the centre's quarantine: to be corrected here."""


@dataclass(frozen=True, slots=True)
class SentBundle:
    """A bundle that was made."""

    bundle_id: str
    stream: str
    bundle_no: int
    kind: str
    device_epoch: str
    seq_from: int
    seq_to: int
    manifest_sha256: str
    prev_manifest_sha256: str
    file_name: str
    size: int
    made_at: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """The centre's answer to one bundle, verified by whoever records it."""

    receipt_no: int
    bundle_id: str
    stream: str
    status: str
    """`applied`, `partial`, `gap`, `fork` or `refused`."""
    ack_seq: int
    manifest_sha256: str
    issued_at: str
    need_from_seq: int | None = None
    items: tuple[ReceiptItem, ...] = ()
    conflicts: tuple[ConflictHead, ...] = ()


FORK = "fork"
"""Status of a receipt: the centre holds other changes under the same numbers."""
_TAKEN = frozenset({"applied", "partial"})
_BUNDLE_COLUMNS = ", ".join(field.name for field in fields(SentBundle))
_ITEM_COLUMNS = ", ".join(field.name for field in fields(ReceiptItem))
_CONFLICT_COLUMNS = ", ".join(field.name for field in fields(ConflictHead))

_RECEIPT_COLUMNS = "receipt_no, bundle_id, stream, status, ack_seq, manifest_sha256, issued_at, need_from_seq"
_LAST_ERROR = """SELECT coalesce(max(receipt_no), 0) FROM receipt_item
    WHERE record_id = ? AND stream = ? AND receipt_no >= ? AND severity = 'error'"""
_LAST_CONFLICT = """SELECT coalesce(max(receipt_no), 0) FROM receipt_conflict
    WHERE record_id = ? AND stream = ? AND receipt_no >= ?"""


class Outbox:
    """What was sent and what came back."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def record_bundle(self, bundle: SentBundle) -> None:
        """Remember a bundle once its file is written and verified."""
        self._db.table("outbox").insert(asdict(bundle))

    def bundles(self, stream: str = ANAPEC) -> list[SentBundle]:
        """Return the bundles of a stream, the first one first."""
        query = f"SELECT {_BUNDLE_COLUMNS} FROM outbox WHERE stream = ? ORDER BY number"  # noqa: S608
        return [SentBundle(*row) for row in self._db.execute(query, [stream])]

    def bundle(self, bundle_id: str) -> SentBundle:
        """Return a bundle.

        Raises:
            KnownError: `receipt.unknown_bundle`.
        """
        query = f"SELECT {_BUNDLE_COLUMNS} FROM outbox WHERE bundle_id = ?"  # noqa: S608
        row = self._db.execute(query, [bundle_id]).fetchone()
        if row is None:
            raise KnownError("receipt.unknown_bundle", bundle_id=bundle_id)
        return SentBundle(*row)

    def record_receipt(self, receipt: Receipt, *, received_at: str) -> bool:
        """Remember a receipt; return whether it was new.

        Raises:
            KnownError: `receipt.unknown_bundle`, `receipt.other_bundle` when its digest or stream is not that of
                the bundle, `receipt.older` when a later one is already here.
        """
        bundle = self.bundle(receipt.bundle_id)
        if (bundle.manifest_sha256, bundle.stream) != (receipt.manifest_sha256, receipt.stream):
            raise KnownError("receipt.other_bundle", bundle_id=receipt.bundle_id)
        with self._db.atomic():
            if self._refuses_replay(receipt):
                return False
            self._insert(receipt, received_at)
        return True

    def receipts(self, stream: str = ANAPEC) -> list[Receipt]:
        """Return the receipts of a stream, the first one first."""
        rows = self._db.table("receipt").rows_where(
            "stream = ?", [stream], select=_RECEIPT_COLUMNS, order_by="receipt_no"
        )
        return [
            Receipt(
                **row,
                items=self._items(stream, row["receipt_no"]),
                conflicts=self._conflicts(stream, row["receipt_no"]),
            )
            for row in list(rows)
        ]

    def disputed(self, stream: str = ANAPEC) -> list[str]:
        """Return the ids of the records of which some receipt said that a value is wrong, or another one given."""
        query = """SELECT record_id FROM receipt_item WHERE stream = ? AND severity = ? AND record_id <> ''
            UNION SELECT record_id FROM receipt_conflict WHERE stream = ? ORDER BY record_id"""
        rows = self._db.execute(query, [stream, str(ItemSeverity.ERROR), stream])
        return [record_id for (record_id,) in rows.fetchall()]

    def transmission(self, record_id: str, stream: str = ANAPEC) -> Transmission:
        """Say how far the last revision of a record came."""
        return self.transmissions([record_id], stream)[record_id]

    def transmissions(self, record_ids: Iterable[str], stream: str = ANAPEC) -> Mapping[str, Transmission]:
        """Say it for several records: a page of the list."""
        bundles = self.bundles(stream)
        receipts = self._answers(stream)
        return {
            record_id: self._transmission(record_id, stream, bundles=bundles, receipts=receipts)
            for record_id in record_ids
        }

    def _transmission(
        self,
        record_id: str,
        stream: str,
        *,
        bundles: Iterable[SentBundle],
        receipts: Mapping[str, tuple[int, str]],
    ) -> Transmission:
        query = (
            "SELECT max(e.stream_seq) FROM stream_entry e JOIN change c USING (change_id)"
            " WHERE c.record_id = ? AND e.stream = ?"
        )
        last = self._db.execute(query, [record_id, stream]).fetchone()[0]
        covering = [] if last is None else [one for one in bundles if one.seq_from <= last <= one.seq_to]
        if not covering:
            return Transmission.LOCAL
        answers = sorted(receipts[one.bundle_id] for one in covering if one.bundle_id in receipts)
        if not answers:
            return Transmission.EXPORTED
        number, status = answers[-1]
        if status not in _TAKEN:
            return Transmission.RECEIVED
        return self._verdict(record_id, stream, since=number)

    def _verdict(self, record_id: str, stream: str, *, since: int) -> Transmission:
        """Return what the last receipt that names the record says of it; applied when none does."""
        key = [record_id, stream, since]
        errors = self._db.execute(_LAST_ERROR, key).fetchone()[0]
        conflicts = self._db.execute(_LAST_CONFLICT, key).fetchone()[0]
        if errors >= max(conflicts, 1):
            return Transmission.TO_CORRECT
        return Transmission.DISCUSSION if conflicts else Transmission.APPLIED

    def _answers(self, stream: str) -> dict[str, tuple[int, str]]:
        """Return the last receipt of each bundle: its number and status."""
        query = "SELECT bundle_id, receipt_no, status FROM receipt WHERE stream = ? ORDER BY receipt_no"
        return {bundle: (number, status) for bundle, number, status in self._db.execute(query, [stream])}

    def _refuses_replay(self, receipt: Receipt) -> bool:
        """Whether this very receipt is already here; an older or another one of its number is refused."""
        query = "SELECT receipt_no, bundle_id FROM receipt WHERE stream = ? AND receipt_no >= ?"
        later = dict(self._db.execute(query, [receipt.stream, receipt.receipt_no]).fetchall())
        if later.get(receipt.receipt_no) == receipt.bundle_id:
            return True
        if later:
            raise KnownError("receipt.older", receipt_no=receipt.receipt_no, last=max(later))
        return False

    def _insert(self, receipt: Receipt, received_at: str) -> None:
        row = {field.name: getattr(receipt, field.name) for field in fields(Receipt)}
        del row["items"], row["conflicts"]
        key = {"stream": receipt.stream, "receipt_no": receipt.receipt_no}
        self._db.table("receipt").insert(row | {"received_at": received_at})
        items = [key | {"number": number, **asdict(item)} for number, item in enumerate(receipt.items, 1)]
        heads = [key | {"number": number, **asdict(head)} for number, head in enumerate(receipt.conflicts, 1)]
        self._db.table("receipt_item").insert_all(items)
        self._db.table("receipt_conflict").insert_all(heads)

    def _items(self, stream: str, receipt_no: int) -> tuple[ReceiptItem, ...]:
        query = (
            f"SELECT {_ITEM_COLUMNS} FROM receipt_item WHERE stream = ? AND receipt_no = ? ORDER BY number"  # noqa: S608
        )
        rows = self._db.execute(query, [stream, receipt_no])
        return tuple(ReceiptItem(ItemSeverity(severity), *rest) for severity, *rest in rows)

    def _conflicts(self, stream: str, receipt_no: int) -> tuple[ConflictHead, ...]:
        query = f"SELECT {_CONFLICT_COLUMNS} FROM receipt_conflict WHERE stream = ? AND receipt_no = ? ORDER BY number"  # noqa: S608
        return tuple(ConflictHead(*row) for row in self._db.execute(query, [stream, receipt_no]))
