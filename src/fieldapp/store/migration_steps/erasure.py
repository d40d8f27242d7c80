"""What was erased on request: one row each, which every file of the workspace carries that it was carried out in.

No value stands in it. The row goes with the values in one transaction, so that a program that is killed finds on
opening what is still to be done: pages to be written anew, backups to be rewritten.
"""

from fieldapp.store.connection import Database

_STATEMENTS = (
    """CREATE TABLE erasure (
        erasure_id TEXT PRIMARY KEY, record_id TEXT NOT NULL, paths TEXT NOT NULL, reason TEXT NOT NULL,
        at TEXT NOT NULL, actor_id TEXT NOT NULL, change_id TEXT NOT NULL, erased INTEGER NOT NULL,
        cleaned_at TEXT, finished_at TEXT
    ) STRICT""",
    "CREATE INDEX erasure_by_record ON erasure (record_id)",
    """CREATE TRIGGER erasure_is_never_deleted BEFORE DELETE ON erasure
        BEGIN SELECT RAISE(ABORT, 'what was erased is known for ever'); END""",
)


def m0005_erasure(db: Database) -> None:
    """Remember what was erased, without a value."""
    for statement in _STATEMENTS:
        db.execute(statement)
