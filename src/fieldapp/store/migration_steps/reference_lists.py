"""Official lists that were given to the workspace, and what was done with each; titles of forms in several languages.

A list that was withdrawn stays with its rows: what was answered with its codes keeps its words. The moment of each act
takes a place in the order of events, as the acts upon records do.
"""

from fieldapp.store.connection import Database

_STATEMENTS = (
    """CREATE TABLE official_list (
        number INTEGER PRIMARY KEY, list TEXT NOT NULL, source_name TEXT NOT NULL, sha256 TEXT NOT NULL,
        entries INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE official_entry (
        number INTEGER NOT NULL REFERENCES official_list (number), code TEXT NOT NULL, place INTEGER NOT NULL,
        name_fr TEXT NOT NULL, name_ar TEXT NOT NULL, PRIMARY KEY (number, code)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE official_act (
        tick INTEGER PRIMARY KEY, number INTEGER NOT NULL REFERENCES official_list (number), at TEXT NOT NULL,
        clock TEXT NOT NULL, actor_id TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('taken', 'withdrawn'))
    ) STRICT""",
    *(
        f"""CREATE TRIGGER {table}_is_never_{done} BEFORE {verb} ON {table}
            BEGIN SELECT RAISE(ABORT, 'what an official list said is known for ever'); END"""
        for table in ("official_list", "official_entry", "official_act")
        for done, verb in (("altered", "UPDATE"), ("deleted", "DELETE"))
    ),
    "ALTER TABLE form ADD COLUMN titles TEXT NOT NULL DEFAULT '{}'",
)


def m0009_reference_lists(db: Database) -> None:
    """Make room for official lists, and for the titles of forms by language."""
    for statement in _STATEMENTS:
        db.execute(statement)
