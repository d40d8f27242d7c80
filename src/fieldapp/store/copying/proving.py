"""Proves a workspace file whole: its pages, its references, its journal."""

from pathlib import Path

from fieldapp.base.errors import KnownError
from fieldapp.store.connection import Database
from fieldapp.store.journal import Journal

_DIGESTS = "cipher_integrity_check"
_PRAGMAS: tuple[tuple[str, list[tuple[str]]], ...] = (
    ("integrity_check", [("ok",)]),
    (_DIGESTS, []),
    ("foreign_key_check", []),
)


def prove_whole(db: Database, journal: Journal, *, path: Path, is_fresh: bool = False) -> int:
    """Return the number of changes walked.

    The log is written back first. The page digests are checked in the file alone, and a page of it that a kill tore
    half-way through that writing is whole in the log.

    Args:
        db: The file.
        journal: Its journal.
        path: Where it lies, to be told.
        is_fresh: Whether the connection has read nothing yet that it could know by heart: then reading every page,
            as the first check does, has already proved the digest of each from the disk.

    Raises:
        KnownError: `workspace.damaged`, `journal.altered`, `change.value_altered`; or what the disk said, when it
            kept the log from being written back and the file alone is not whole.
    """
    refusal = _write_log_back(db)
    for pragma, fine in _PRAGMAS:
        if is_fresh and pragma == _DIGESTS:
            continue
        if db.execute(f"PRAGMA {pragma}").fetchall() != fine:
            raise refusal or KnownError("workspace.damaged", path=str(path), system=pragma)
    return journal.verify()


def _write_log_back(db: Database) -> KnownError | None:
    try:
        db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    except KnownError as refusal:  # a full disk: whatever the file needs is still in the log
        return refusal
    return None
