"""The shapes a workspace file has had: named steps, each in one transaction together with the note that it was done.

A step, once shipped, is never edited; its test is `tests/store/test_migrations.py::test_<its name>`, and a file of
every shipped shape stays in `tests/data/`. A file that holds a step this program does not know is newer than it.
"""

from collections.abc import Callable

from fieldapp.base.clock import Clock, utc_text
from fieldapp.base.errors import KnownError
from fieldapp.store.connection import Database
from fieldapp.store.migration_steps.attachments_2 import m0010_attachments_2
from fieldapp.store.migration_steps.erasure import m0005_erasure
from fieldapp.store.migration_steps.list_and_search import m0004_list_and_search
from fieldapp.store.migration_steps.order_of_events import m0003_order_of_events
from fieldapp.store.migration_steps.reference_lists import m0009_reference_lists
from fieldapp.store.migration_steps.review import m0008_review
from fieldapp.store.migration_steps.sealed_streams import m0007_sealed_streams
from fieldapp.store.migration_steps.team import m0006_team
from fieldapp.store.schema import TABLES, TRIGGERS

_NOTES = """CREATE TABLE IF NOT EXISTS migration (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, done_at TEXT NOT NULL
) STRICT"""


def m0001_first_tables(db: Database) -> None:
    """Make every table of version 1."""
    for statement in (*TABLES, *TRIGGERS):
        db.execute(statement)


_FORM_FILES = (
    """CREATE TABLE form_file_content (
        sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, data BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE form_file (
        form_id TEXT NOT NULL, version TEXT NOT NULL, name TEXT NOT NULL,
        sha256 TEXT NOT NULL REFERENCES form_file_content (sha256),
        PRIMARY KEY (form_id, version, name),
        FOREIGN KEY (form_id, version) REFERENCES form (form_id, version)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE form_compiled (
        form_id TEXT NOT NULL, version TEXT NOT NULL, data BLOB NOT NULL,
        PRIMARY KEY (form_id, version), FOREIGN KEY (form_id, version) REFERENCES form (form_id, version)
    ) STRICT""",
)


def m0002_forms_with_their_files(db: Database) -> None:
    """Keep the files beside a form, and the form compiled: the latter may be dropped and made again at any time."""
    for statement in _FORM_FILES:
        db.execute(statement)


MIGRATIONS: tuple[Callable[[Database], None], ...] = (
    m0001_first_tables,
    m0002_forms_with_their_files,
    m0003_order_of_events,
    m0004_list_and_search,
    m0005_erasure,
    m0006_team,
    m0007_sealed_streams,
    m0008_review,
    m0009_reference_lists,
    m0010_attachments_2,
)


def migrate(db: Database, clock: Clock) -> None:
    """Bring a file to this program's shape.

    Raises:
        KnownError: `workspace.newer`, before anything is changed.
    """
    done = refuse_newer(db)
    for step in MIGRATIONS:
        if step.__name__ not in done:
            with db.atomic():
                db.execute(_NOTES)
                step(db)
                db.table("migration").insert({"name": step.__name__, "done_at": utc_text(clock.now())})


def refuse_newer(db: Database) -> frozenset[str]:
    """Return the steps the file has had, and refuse one that holds an unknown step."""
    if not db.table("migration").exists():
        return frozenset()
    done = frozenset(str(row["name"]) for row in db.table("migration").rows)
    unknown = sorted(done - {step.__name__ for step in MIGRATIONS})
    if unknown:
        raise KnownError("workspace.newer", steps=", ".join(unknown))
    return done
