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

    Raises:
        KnownError: `workspace.damaged`, `journal.altered`, `change.value_altered`.
    """
    for pragma, fine in _PRAGMAS:
        if db.execute(f"PRAGMA {pragma}").fetchall() != fine:
            raise KnownError("workspace.damaged", path=str(path), system=pragma)
    return journal.verify()
