"""Every column that can hold an answer is known to erasing."""

from fieldapp.store.erasing.erased_places import DELETED, EMPTIED, KEPT

SHADOWS = ("search_data", "search_idx", "search_content", "search_docsize", "search_config")
TEXTS = frozenset({"TEXT", "BLOB", "ANY", ""})


def columns(db):
    tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        if table not in SHADOWS and not table.startswith("sqlite_"):
            for _, name, kind, *_rest in db.execute(f"PRAGMA table_xinfo({table})"):
                if kind in TEXTS:
                    yield f"{table}.{name}"


def listed(*lists):
    return [f"{table}.{name}" for one in lists for table, names in one.items() for name in names.split()]


def test_whoever_adds_a_column_says_what_an_erasure_does_there(workspace):
    """In `erased_places`: EMPTIED or DELETED for what people answered, with what does it; KEPT for the rest."""
    own = {"search.search"}  # the name of a full-text table is a column of it
    assert sorted(set(columns(workspace._opened.db)) - own) == sorted(
        set(listed(EMPTIED, DELETED, KEPT)) - own
    )


def test_no_column_is_said_twice():
    names = listed(EMPTIED, DELETED, KEPT)
    assert len(names) == len(set(names))
