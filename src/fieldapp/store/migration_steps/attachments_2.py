"""A file keeps the name it was chosen by, so that people know it again; what travels is named by its digest alone."""

from fieldapp.store.connection import Database


def m0010_attachments_2(db: Database) -> None:
    """Let a file have a name."""
    db.execute("ALTER TABLE attachment ADD COLUMN name TEXT NOT NULL DEFAULT ''")
