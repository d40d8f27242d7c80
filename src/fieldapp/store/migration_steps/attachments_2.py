"""A file keeps the name it was chosen by, so that people know it again; what travels is named by its digest alone.

In a table of its own: a column behind the bytes of a file would be read by walking through all of them.
"""

from fieldapp.store.connection import Database


def m0010_attachments_2(db: Database) -> None:
    """Let a file have a name."""
    db.execute(
        """CREATE TABLE attachment_name (
            sha256 TEXT PRIMARY KEY REFERENCES attachment (sha256) ON DELETE CASCADE, name TEXT NOT NULL
        ) STRICT, WITHOUT ROWID"""
    )
