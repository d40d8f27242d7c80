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
        KnownError: `workspace.damaged`, `journal.altered`, `change.value_altered`, or what the disk said.
    """
    db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    for pragma, fine in _PRAGMAS:
        if db.execute(f"PRAGMA {pragma}").fetchall() != fine:
            raise KnownError("workspace.damaged", path=str(path), system=pragma)
    return journal.verify()
