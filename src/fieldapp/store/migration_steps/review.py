"""What the list knows of the review of each record, and which comments were read here."""

from fieldapp.store.connection import Database

_STATEMENTS = (
    """CREATE TABLE record_review (
        number INTEGER PRIMARY KEY REFERENCES record (number), state TEXT NOT NULL, last TEXT NOT NULL,
        threads INTEGER NOT NULL, open_threads INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX record_review_by_state ON record_review (state)",
    "CREATE INDEX record_review_open ON record_review (number) WHERE open_threads > 0",
    "CREATE TABLE comment_read (change_id TEXT PRIMARY KEY REFERENCES change (change_id)) STRICT, WITHOUT ROWID",
    "CREATE INDEX change_comment ON change (record_id, change_id, actor_id) WHERE op = 'comment'",
)


def m0008_review(db: Database) -> None:
    """Make the tables of reviews; nobody has written a move or a comment before this step."""
    for statement in _STATEMENTS:
        db.execute(statement)
