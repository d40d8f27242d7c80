"""The list knows region, last check and violations of a record; the search knows names apart from other words.

Titles get their places here, since a program needs nothing but the title for that; the rest is filled when the records
are indexed again, which this step asks for: the words of an older program are not those of this one.
"""

from fieldapp.base.folding import title_key
from fieldapp.store.connection import Database

_COLUMNS = (
    "ALTER TABLE record ADD COLUMN title_key TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE record ADD COLUMN region TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE record ADD COLUMN checked_on TEXT",
    "ALTER TABLE record ADD COLUMN violations INTEGER",
)
_LOOKED_AT = "form_id, status, region, author_id, checked_on, violations, trashed_at"
_INDEXES = (
    "DROP INDEX record_by_touch",
    # each answers a whole page of the list, with every filter, without touching a row: rows are wide
    f"CREATE INDEX record_listed_by_touch ON record (touched, {_LOOKED_AT}) WHERE trashed_at IS NULL",
    f"CREATE INDEX record_listed_by_title ON record (title_key, {_LOOKED_AT}) WHERE trashed_at IS NULL",
    "CREATE INDEX record_trashed ON record (touched) WHERE trashed_at IS NOT NULL",
    # what there is to filter by
    "CREATE INDEX record_by_form ON record (form_id) WHERE trashed_at IS NULL",
    "CREATE INDEX record_by_region ON record (region) WHERE trashed_at IS NULL",
    "CREATE INDEX record_by_author ON record (author_id) WHERE trashed_at IS NULL",
    """CREATE INDEX record_uncounted ON record (record_id)
        WHERE trashed_at IS NULL AND status = 'draft' AND violations IS NULL""",
    # what was counted in a draft holds until it is touched
    """CREATE TRIGGER record_touched_is_uncounted AFTER UPDATE OF touched ON record
        WHEN new.violations IS NOT NULL AND new.touched <> old.touched
        BEGIN UPDATE record SET violations = NULL WHERE number = new.number; END""",
    "DROP TABLE search",
    """CREATE VIRTUAL TABLE search USING fts5 (
        names, answers, content='', contentless_delete=1, detail=column, prefix='1 2 3', tokenize='ascii'
    )""",
)


def m0004_list_and_search(db: Database) -> None:
    """Add what the list filters and orders by, and an index of words that is yet to be filled."""
    for statement in _COLUMNS:
        db.execute(statement)
    titles = db.execute("SELECT number, title FROM record").fetchall()
    db.conn.executemany(
        "UPDATE record SET title_key = ?, is_indexed = 0 WHERE number = ?",
        [(title_key(title), number) for number, title in titles],
    )
    for statement in _INDEXES:
        db.execute(statement)
