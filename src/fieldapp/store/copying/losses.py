"""What would be lost with this computer: what neither the centre has, nor the last copy on another disk."""

import json
from dataclasses import asdict, dataclass

from fieldapp.records.projection import ANAPEC
from fieldapp.store.connection import Database
from fieldapp.store.streams import Streams

_LAST_COPY = "last_copy"
_ELSEWHERE = """SELECT 1 FROM json_each(:acknowledged) a
    JOIN stream_entry e ON e.stream = a.key AND e.change_id = c.change_id AND e.stream_seq <= a.value
    JOIN stream_field s ON s.stream = e.stream AND s.stream_seq = e.stream_seq AND s.path = f.path"""
_CHANGES = f"""SELECT DISTINCT c.change_id, c.record_id FROM change c JOIN change_field f USING (change_id)
    WHERE c.tick > :tick AND NOT EXISTS ({_ELSEWHERE})"""  # noqa: S608  (constants of this module)
_AT_RISK = f"""WITH here AS (
        SELECT record_id FROM record WHERE begun > :tick AND revision = 0
        UNION SELECT record_id FROM draft_step WHERE tick > :tick AND revision IS NULL AND undone = 0
        UNION SELECT record_id FROM ({_CHANGES})
    ), known AS (
        SELECT DISTINCT c.record_id FROM json_each(:acknowledged) a
        JOIN stream_entry e ON e.stream = a.key AND e.stream_seq <= a.value JOIN change c USING (change_id)
    ) SELECT count(*), coalesce(sum(begun > :tick AND record_id NOT IN (SELECT record_id FROM known)), 0)
    FROM record WHERE trashed_at IS NULL AND record_id IN (SELECT record_id FROM here)"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class CopyNote:
    """The last verified copy on another disk."""

    at: str
    place: str
    tick: int
    """Up to which place in the order of events it holds what is here."""


@dataclass(frozen=True, slots=True)
class Losses:
    """What exists only here."""

    records: int
    """Records of which nothing is anywhere else."""
    newer_records: int
    """Records known elsewhere, with answers that are only here: later ones, or ones that do not travel."""
    changes: int
    """Changes of the journal of which at least one value is only here."""
    last_copy: CopyNote | None
    last_receipt_at: str
    """When the centre last answered; blank when it never did."""


def note_copy(db: Database, note: CopyNote) -> None:
    """Remember the last copy elsewhere."""
    row = {"name": _LAST_COPY, "value": json.dumps(asdict(note), ensure_ascii=False)}
    db.table("setting").upsert(row, pk="name")


def last_copy(db: Database) -> CopyNote | None:
    """Return the last copy elsewhere, if there was one."""
    row = db.execute("SELECT value FROM setting WHERE name = ?", [_LAST_COPY]).fetchone()
    if row is None:
        return None
    stored = json.loads(row[0])
    return CopyNote(stored["at"], stored["place"], stored["tick"])


def losses(db: Database, streams: Streams) -> Losses:
    """Count what exists only here; reads only, and so may be asked of a reader in a worker's thread."""
    note = last_copy(db)
    values = {"tick": note.tick if note else 0, "acknowledged": json.dumps(_acknowledged(streams))}
    at_risk, only_here = db.execute(_AT_RISK, values).fetchone()
    changes = db.execute(f"SELECT count(DISTINCT change_id) FROM ({_CHANGES})", values).fetchone()[0]  # noqa: S608
    receipt = db.execute(
        "SELECT coalesce(max(received_at), '') FROM receipt WHERE stream = ?", [ANAPEC]
    ).fetchone()
    return Losses(only_here, at_risk - only_here, changes, note, receipt[0])


def _acknowledged(streams: Streams) -> dict[str, int]:
    """Return what the centre has; what a team acknowledged may lie on this very computer, and counts for nothing."""
    return {ANAPEC: streams.position(ANAPEC).acknowledged_seq}
