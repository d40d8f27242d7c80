"""What a workspace file holds, in a few figures: they prove a copy equal, and tell a person what a backup is of."""

from dataclasses import astuple, dataclass

from fieldapp.base.files import sha256_hex
from fieldapp.store.connection import Database

# Only tables and columns of version 1 are asked for, unless the file is known to have others:
# a backup of an older program is looked at as it is.
_COUNTS = """SELECT
    (SELECT count(*) FROM record WHERE trashed_at IS NULL),
    (SELECT count(*) FROM record WHERE trashed_at IS NOT NULL),
    (SELECT count(*) FROM record WHERE trashed_at IS NULL AND status = 'draft'),
    (SELECT count(*) FROM change), (SELECT count(*) FROM draft_step),
    (SELECT count(*) FROM attachment), (SELECT count(*) FROM outbox), (SELECT count(*) FROM receipt)"""
_IS_ORDERED = "SELECT count(*) FROM sqlite_master WHERE name = 'event_order'"
"""Before that, a file knew the order of its events by the clock alone."""
_LAST_TICK = "SELECT tick FROM event_order"
_TOUCHED = (
    "SELECT record_id, title, updated_at, author_id FROM record ORDER BY {order} DESC, number DESC LIMIT 1"
)
_HAND = """SELECT actor_id FROM (
        SELECT {order} AS place, actor_id FROM draft_step WHERE record_id = :record_id
        UNION ALL SELECT {order}, actor_id FROM change WHERE record_id = :record_id
    ) ORDER BY place DESC LIMIT 1"""
_REST = """SELECT (SELECT count(*) FROM form), (SELECT coalesce(max(changed_at), '') FROM vault),
    (SELECT count(*) FROM document), (SELECT count(*) FROM draft_step WHERE undone = 1)"""


@dataclass(frozen=True, slots=True)
class Touch:
    """The record that was touched last."""

    at: str = ""
    title: str = ""
    by: str = ""
    """Name of the person."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands in a file."""

    name: str
    device_id: str
    is_training: bool
    records: int
    """Those of the list, without the trash."""
    trashed: int
    drafts: int
    changes: int
    steps: int
    attachments: int
    bundles: int
    receipts: int
    last_hash: str
    """End of the journal's chain."""
    touched: Touch
    tick: int
    """Place of the last event; whatever took a higher one came later. 0 in a file older than the order."""
    rest: tuple[int | str, ...]
    """Figures that only tell one state from another."""

    @property
    def mark(self) -> str:
        """A digest that changes with everything a person did."""
        return sha256_hex(repr(astuple(self)).encode())


def contents_of(db: Database) -> Contents:
    """Count what a file holds, in one moment of it when the caller began a transaction."""
    settings = dict(db.execute("SELECT name, value FROM setting").fetchall())
    device_id, last_hash = db.execute("SELECT device_id, last_hash FROM device WHERE is_own = 1").fetchone()
    is_ordered = bool(db.execute(_IS_ORDERED).fetchone()[0])
    counts = [int(number) for number in db.execute(_COUNTS).fetchone()]
    records, trashed, drafts, changes, steps, attachments, bundles, receipts = counts
    return Contents(
        name=settings.get("name", ""),
        device_id=device_id,
        is_training=settings.get("is_training") == "1",
        records=records,
        trashed=trashed,
        drafts=drafts,
        changes=changes,
        steps=steps,
        attachments=attachments,
        bundles=bundles,
        receipts=receipts,
        last_hash=last_hash,
        touched=_touched(db, is_ordered=is_ordered),
        tick=int(db.execute(_LAST_TICK).fetchone()[0]) if is_ordered else 0,
        rest=tuple(db.execute(_REST).fetchone()),
    )


def _touched(db: Database, *, is_ordered: bool) -> Touch:
    row = db.execute(_TOUCHED.format(order="touched" if is_ordered else "updated_at")).fetchone()
    if row is None:
        return Touch()
    record_id, title, at, author_id = row
    by_order = _HAND.format(order="tick" if is_ordered else "at")
    hand = db.execute(by_order, {"record_id": record_id}).fetchone()
    name = db.execute(
        "SELECT name FROM actor WHERE actor_id = ?", [hand[0] if hand else author_id]
    ).fetchone()
    return Touch(at=at, title=title, by=name[0] if name else "")
