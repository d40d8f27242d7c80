"""Each entry of a stream is sealed by a hash over it and the one before, as the journal's lines are.

The entries that an older program wrote are sealed as they stand.
"""

from fieldapp.store.connection import Database
from fieldapp.store.copying.seals import seal_all

_STATEMENTS = (
    """CREATE TABLE stream_seal (
        stream TEXT NOT NULL, stream_seq INTEGER NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (stream, stream_seq),
        FOREIGN KEY (stream, stream_seq) REFERENCES stream_entry (stream, stream_seq)
    ) STRICT, WITHOUT ROWID""",
    "ALTER TABLE stream ADD COLUMN last_seq INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE stream ADD COLUMN last_hash TEXT NOT NULL DEFAULT ''",
    """CREATE TRIGGER stream_seal_is_never_altered BEFORE UPDATE ON stream_seal
        BEGIN SELECT RAISE(ABORT, 'a stream is append-only'); END""",
    """CREATE TRIGGER stream_seal_is_never_deleted BEFORE DELETE ON stream_seal
        BEGIN SELECT RAISE(ABORT, 'a stream is append-only'); END""",
)


def m0007_sealed_streams(db: Database) -> None:
    """Seal what stands in the streams, and let each say where it ends."""
    for statement in _STATEMENTS:
        db.execute(statement)
    seal_all(db)
