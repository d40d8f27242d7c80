"""A workspace may belong to a team: its members, what came from them, what waits, and what stands in conflict.

The rows of this step describe others; their changes stand in the journal beside this device's own, without a hash of
its chain, and `inbox_entry` holds the hash under which each was signed.
"""

from fieldapp.store.connection import Database

_TABLES = (
    """CREATE TABLE team (
        number INTEGER PRIMARY KEY CHECK (number = 1), lead_id TEXT NOT NULL, own_code TEXT NOT NULL,
        folder TEXT NOT NULL, joined_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE team_member (
        device_id TEXT PRIMARY KEY, code TEXT NOT NULL, actor_id TEXT NOT NULL, name TEXT NOT NULL,
        age_recipient TEXT NOT NULL, key_sha256 TEXT NOT NULL, answer BLOB NOT NULL, answer_name TEXT NOT NULL,
        joined_at TEXT NOT NULL, needs_all INTEGER NOT NULL CHECK (needs_all IN (0, 1)),
        last_receipt_no INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE inbox_stream (
        number INTEGER PRIMARY KEY, device_id TEXT NOT NULL, device_epoch TEXT NOT NULL, stream TEXT NOT NULL,
        last_seq INTEGER NOT NULL, last_bundle_no INTEGER NOT NULL, last_manifest_sha256 TEXT NOT NULL,
        UNIQUE (device_id, device_epoch, stream)
    ) STRICT""",
    """CREATE TABLE inbox_bundle (
        bundle_id TEXT PRIMARY KEY, stream_number INTEGER NOT NULL REFERENCES inbox_stream (number),
        bundle_no INTEGER NOT NULL, manifest_sha256 TEXT NOT NULL, prev_manifest_sha256 TEXT NOT NULL,
        seq_from INTEGER NOT NULL, seq_to INTEGER NOT NULL, received_at TEXT NOT NULL,
        manifest BLOB NOT NULL, signature BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX inbox_bundle_by_number ON inbox_bundle (stream_number, bundle_no)",
    """CREATE TABLE inbox_entry (
        stream_number INTEGER NOT NULL REFERENCES inbox_stream (number), stream_seq INTEGER NOT NULL,
        change_id TEXT NOT NULL, content_hash TEXT NOT NULL, PRIMARY KEY (stream_number, stream_seq)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX inbox_entry_by_change ON inbox_entry (change_id)",
    """CREATE TABLE inbox_file (
        sha256 TEXT PRIMARY KEY, outcome TEXT NOT NULL, receipt_name TEXT NOT NULL, receipt BLOB NOT NULL,
        read_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE waiting_change (
        change_id TEXT PRIMARY KEY, record_id TEXT NOT NULL, code TEXT NOT NULL, path TEXT NOT NULL,
        facts TEXT NOT NULL, since_at TEXT NOT NULL, document TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX waiting_change_by_record ON waiting_change (record_id)",
    """CREATE TABLE draft_seen (
        record_id TEXT NOT NULL REFERENCES record (record_id), path TEXT NOT NULL, heads TEXT NOT NULL, value TEXT,
        PRIMARY KEY (record_id, path)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE record_conflict (
        record_id TEXT NOT NULL REFERENCES record (record_id), path TEXT NOT NULL, PRIMARY KEY (record_id, path)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE exchange_file (
        name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, stream TEXT NOT NULL, bundle_id TEXT NOT NULL
    ) STRICT""",
    """CREATE TRIGGER inbox_entry_is_never_altered BEFORE UPDATE ON inbox_entry
        BEGIN SELECT RAISE(ABORT, 'what was received is append-only'); END""",
    """CREATE TRIGGER inbox_entry_is_never_deleted BEFORE DELETE ON inbox_entry
        BEGIN SELECT RAISE(ABORT, 'what was received is append-only'); END""",
)


def m0006_team(db: Database) -> None:
    """Make the tables of an exchange within a team."""
    for statement in _TABLES:
        db.execute(statement)
