"""Proves a workspace file whole: its pages, its references, its journal."""

from pathlib import Path

from fieldapp.base.errors import KnownError
from fieldapp.store.connection import Database
from fieldapp.store.journal import Journal

_PRAGMAS: tuple[tuple[str, list[tuple[str]]], ...] = (
    ("integrity_check", [("ok",)]),
    ("cipher_integrity_check", []),
    ("foreign_key_check", []),
)


def prove_whole(db: Database, journal: Journal, *, path: Path) -> int:
    """Return the number of changes walked.

    The log is written back first. The page digests are checked in the file alone, and a page of it that a kill tore
    half-way through that writing is whole in the log.

    Raises:
        KnownError: `workspace.damaged`, `journal.altered`, `change.value_altered`; or what the disk said, when it
            kept the log from being written back and the file alone is not whole.
    """
    refusal = _write_log_back(db)
    for pragma, fine in _PRAGMAS:
        if db.execute(f"PRAGMA {pragma}").fetchall() != fine:
            raise refusal or KnownError("workspace.damaged", path=str(path), system=pragma)
    return journal.verify()


def _write_log_back(db: Database) -> KnownError | None:
    try:
        db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    except KnownError as refusal:  # a full disk: whatever the file needs is still in the log
        return refusal
    return None
