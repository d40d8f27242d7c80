"""One counter in the file orders every event, whatever the clock said when it happened.

What an older program wrote is put in an order that its rows support: steps and changes each stay in the order they
were committed, and are merged by the latest moment that their own sequence had reached, so that a clock that once
ran backwards moves nothing before what it followed.
"""

import json

from fieldapp.store.connection import Database

_TABLES = (
    """CREATE TABLE event_order (
        id INTEGER PRIMARY KEY CHECK (id = 1), tick INTEGER NOT NULL, high_water TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE clock_period (tick INTEGER PRIMARY KEY, at TEXT NOT NULL, clock TEXT NOT NULL) STRICT""",
    """CREATE TABLE record_act (
        tick INTEGER PRIMARY KEY, record_id TEXT NOT NULL REFERENCES record (record_id), at TEXT NOT NULL,
        clock TEXT NOT NULL, actor_id TEXT NOT NULL, kind TEXT NOT NULL, reason TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX record_act_by_record ON record_act (record_id)",
    "ALTER TABLE draft_step ADD COLUMN tick INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE draft_step ADD COLUMN clock TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE change ADD COLUMN tick INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE change ADD COLUMN clock TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE record ADD COLUMN begun INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE record ADD COLUMN touched INTEGER NOT NULL DEFAULT 0",
)
_EVENTS = """WITH event AS (
        SELECT 0 AS kind, number, max(created_at) OVER (ORDER BY number) AS at FROM record
        UNION ALL SELECT 1, rowid, max(at) OVER (ORDER BY rowid) FROM draft_step
        UNION ALL SELECT 2, number, max(at) OVER (ORDER BY number) FROM change
        UNION ALL SELECT 3, number, updated_at FROM record
    ) SELECT row_number() OVER (ORDER BY at, kind, number), kind, number FROM event"""
_FILLED = (
    "UPDATE record SET begun = ?1 WHERE number = ?2",
    "UPDATE draft_step SET tick = ?1 WHERE rowid = ?2",
    "UPDATE change SET tick = ?1 WHERE number = ?2",
    "UPDATE record SET touched = ?1 WHERE number = ?2",
)
# a record was touched when its own events say so; the last of them may be later than its row says
_TOUCHED = """UPDATE record SET touched = max(begun, touched,
    coalesce((SELECT max(tick) FROM draft_step WHERE draft_step.record_id = record.record_id), 0),
    coalesce((SELECT max(tick) FROM change WHERE change.record_id = record.record_id), 0))"""
_COUNTER = """INSERT INTO event_order (id, tick, high_water) SELECT 1,
    (SELECT coalesce(max(touched), 0) FROM record), coalesce(max(at), '') FROM (
        SELECT max(at) AS at FROM draft_step UNION ALL SELECT max(at) FROM change
        UNION ALL SELECT max(updated_at) FROM record UNION ALL SELECT made_at FROM device WHERE is_own = 1)"""
_TRASHED = """INSERT INTO record_act (tick, record_id, at, clock, actor_id, kind, reason)
    SELECT r.touched, r.record_id, r.trashed_at, '', coalesce(c.actor_id, r.author_id), 'trashed',
        coalesce(c.reason, '')
    FROM record r LEFT JOIN change c ON c.number = (
        SELECT max(number) FROM change WHERE record_id = r.record_id AND op = 'delete')
    WHERE r.trashed_at IS NOT NULL"""
_KEPT = (
    "DROP INDEX record_by_time",
    "CREATE INDEX record_by_touch ON record (touched)",
    "CREATE UNIQUE INDEX change_by_tick ON change (tick)",
    "CREATE INDEX draft_step_doubted ON draft_step (tick) WHERE clock <> ''",
    "CREATE INDEX change_doubted ON change (tick) WHERE clock <> ''",
    "CREATE INDEX record_act_doubted ON record_act (tick) WHERE clock <> ''",
    """CREATE TRIGGER change_has_its_place AFTER INSERT ON change
        WHEN new.tick <> (SELECT tick FROM event_order)
        BEGIN SELECT RAISE(ABORT, 'an event takes the next place in the order'); END""",
    """CREATE TRIGGER draft_step_has_its_place AFTER INSERT ON draft_step
        WHEN new.tick <> (SELECT tick FROM event_order)
        BEGIN SELECT RAISE(ABORT, 'an event takes the next place in the order'); END""",
    """CREATE TRIGGER event_order_never_goes_back BEFORE UPDATE ON event_order WHEN new.tick < old.tick
        BEGIN SELECT RAISE(ABORT, 'the order of events goes on'); END""",
    """CREATE TRIGGER event_order_is_never_deleted BEFORE DELETE ON event_order
        BEGIN SELECT RAISE(ABORT, 'the order of events goes on'); END""",
)
_GUARD = "change_is_never_altered"
_COPIED = """SELECT min(tick) FROM (
        SELECT min(begun) AS tick FROM record WHERE number > :record
        UNION ALL SELECT min(tick) FROM draft_step WHERE rowid > :step
        UNION ALL SELECT min(tick) FROM change WHERE number > :change)"""


def m0003_order_of_events(db: Database) -> None:
    """Number every event, and let the file refuse one without its number."""
    for statement in _TABLES:
        db.execute(statement)
    guard = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", [_GUARD]).fetchone()[0]
    db.execute(f"DROP TRIGGER {_GUARD}")
    _fill(db)
    for statement in (_TOUCHED, _COUNTER, _TRASHED, *_KEPT, guard):
        db.execute(statement)
    _renumber_copy(db)


def _fill(db: Database) -> None:
    found: tuple[list[tuple[int, int]], ...] = ([], [], [], [])
    for tick, kind, number in db.execute(_EVENTS):
        found[kind].append((tick, number))
    for statement, places in zip(_FILLED, found, strict=True):
        db.conn.executemany(statement, places)


def _renumber_copy(db: Database) -> None:
    """Say by the counter how far the last copy elsewhere goes: up to the first event that it lacks."""
    row = db.execute("SELECT value FROM setting WHERE name = 'last_copy'").fetchone()
    if row is None:
        return
    note = json.loads(row[0])
    missing = db.execute(_COPIED, note.pop("highest")).fetchone()[0]
    last = db.execute("SELECT tick FROM event_order").fetchone()[0]
    note["tick"] = last if missing is None else missing - 1
    value = json.dumps(note, ensure_ascii=False)
    db.execute("UPDATE setting SET value = ? WHERE name = 'last_copy'", [value])
