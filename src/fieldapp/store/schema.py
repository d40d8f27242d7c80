"""The tables of a workspace file, version 1: frozen. Later shapes are made by `migrations`, never by editing this.

The journal (`change`, `change_field`) and the streams are append-only, and the file itself refuses anything else;
erasure on request (law 09-08) is the one exception, and it leaves the digest.
"""

TABLES = (
    """CREATE TABLE actor (
        actor_id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, organisation TEXT NOT NULL,
        is_own INTEGER NOT NULL CHECK (is_own IN (0, 1))
    ) STRICT""",
    """CREATE TABLE device (
        device_id TEXT PRIMARY KEY, device_code TEXT NOT NULL, device_epoch TEXT NOT NULL, name TEXT NOT NULL,
        made_at TEXT NOT NULL, is_own INTEGER NOT NULL CHECK (is_own IN (0, 1)),
        last_seq INTEGER NOT NULL, last_hash TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT""",
    """CREATE TABLE vault (name TEXT PRIMARY KEY, data BLOB NOT NULL, changed_at TEXT NOT NULL) STRICT""",
    """CREATE TABLE form (
        number INTEGER PRIMARY KEY, form_id TEXT NOT NULL, version TEXT NOT NULL, title TEXT NOT NULL,
        xform BLOB NOT NULL, source BLOB NOT NULL, source_name TEXT NOT NULL, set_paths TEXT NOT NULL,
        installed_at TEXT NOT NULL, UNIQUE (form_id, version)
    ) STRICT""",
    """CREATE TABLE record (
        number INTEGER PRIMARY KEY, record_id TEXT NOT NULL UNIQUE, form_id TEXT NOT NULL,
        form_version TEXT NOT NULL, status TEXT NOT NULL CHECK (status IN ('draft', 'finalised')),
        title TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, author_id TEXT NOT NULL,
        revision INTEGER NOT NULL, trashed_at TEXT, reason TEXT NOT NULL, beside TEXT NOT NULL,
        is_indexed INTEGER NOT NULL CHECK (is_indexed IN (0, 1)),
        FOREIGN KEY (form_id, form_version) REFERENCES form (form_id, version),
        FOREIGN KEY (author_id) REFERENCES actor (actor_id)
    ) STRICT""",
    "CREATE INDEX record_by_time ON record (updated_at)",
    "CREATE INDEX record_behind ON record (number) WHERE is_indexed = 0",
    """CREATE TABLE draft_step (
        record_id TEXT NOT NULL REFERENCES record (record_id), step INTEGER NOT NULL, at TEXT NOT NULL,
        actor_id TEXT NOT NULL, question TEXT NOT NULL, edits TEXT NOT NULL,
        undone INTEGER NOT NULL CHECK (undone IN (0, 1, 2)), revision INTEGER,
        PRIMARY KEY (record_id, step)
    ) STRICT""",
    "CREATE INDEX draft_step_undone ON draft_step (record_id, step) WHERE undone = 1",
    """CREATE TABLE change (
        number INTEGER PRIMARY KEY, device_id TEXT NOT NULL, seq INTEGER NOT NULL,
        change_id TEXT NOT NULL UNIQUE, at TEXT NOT NULL,
        actor_id TEXT NOT NULL REFERENCES actor (actor_id), record_id TEXT NOT NULL REFERENCES record (record_id),
        form_id TEXT NOT NULL, form_version TEXT NOT NULL, op TEXT NOT NULL, reason TEXT NOT NULL,
        merge_into TEXT NOT NULL, prev_hash TEXT, hash TEXT
    ) STRICT""",
    # only this device's own changes are in its chain: those of others came projected and have no hash here
    "CREATE UNIQUE INDEX change_in_chain ON change (device_id, seq) WHERE hash IS NOT NULL",
    "CREATE INDEX change_by_record ON change (record_id)",
    """CREATE TABLE change_field (
        change_id TEXT NOT NULL REFERENCES change (change_id), path TEXT NOT NULL, old_value TEXT, new_value TEXT,
        parents TEXT NOT NULL, salt TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (change_id, path)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE stream (stream TEXT PRIMARY KEY, opened_at TEXT NOT NULL) STRICT""",
    """CREATE TABLE stream_entry (
        stream TEXT NOT NULL REFERENCES stream (stream), stream_seq INTEGER NOT NULL,
        change_id TEXT NOT NULL REFERENCES change (change_id),
        PRIMARY KEY (stream, stream_seq), UNIQUE (stream, change_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE stream_field (
        stream TEXT NOT NULL, stream_seq INTEGER NOT NULL, path TEXT NOT NULL, parents TEXT NOT NULL,
        PRIMARY KEY (stream, stream_seq, path),
        FOREIGN KEY (stream, stream_seq) REFERENCES stream_entry (stream, stream_seq)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE attachment (
        sha256 TEXT PRIMARY KEY, media_type TEXT NOT NULL, extension TEXT NOT NULL, size INTEGER NOT NULL,
        added_at TEXT NOT NULL, data BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE document (
        number INTEGER PRIMARY KEY, record_id TEXT NOT NULL REFERENCES record (record_id), revision INTEGER NOT NULL,
        audience TEXT NOT NULL, language TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES attachment (sha256),
        made_at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX document_by_record ON document (record_id)",
    """CREATE TABLE outbox (
        number INTEGER PRIMARY KEY, bundle_id TEXT NOT NULL UNIQUE,
        stream TEXT NOT NULL REFERENCES stream (stream), bundle_no INTEGER NOT NULL, kind TEXT NOT NULL,
        device_epoch TEXT NOT NULL, seq_from INTEGER NOT NULL, seq_to INTEGER NOT NULL,
        manifest_sha256 TEXT NOT NULL, prev_manifest_sha256 TEXT NOT NULL, file_name TEXT NOT NULL,
        size INTEGER NOT NULL, made_at TEXT NOT NULL, UNIQUE (stream, device_epoch, bundle_no)
    ) STRICT""",
    """CREATE TABLE receipt (
        stream TEXT NOT NULL REFERENCES stream (stream), receipt_no INTEGER NOT NULL,
        bundle_id TEXT NOT NULL REFERENCES outbox (bundle_id), status TEXT NOT NULL, ack_seq INTEGER NOT NULL,
        need_from_seq INTEGER, manifest_sha256 TEXT NOT NULL, issued_at TEXT NOT NULL, received_at TEXT NOT NULL,
        PRIMARY KEY (stream, receipt_no)
    ) STRICT""",
    """CREATE TABLE receipt_item (
        stream TEXT NOT NULL, receipt_no INTEGER NOT NULL, number INTEGER NOT NULL, severity TEXT NOT NULL,
        code TEXT NOT NULL, change_id TEXT NOT NULL, record_id TEXT NOT NULL, path TEXT NOT NULL,
        value TEXT NOT NULL, advice_fr TEXT NOT NULL, advice_ar TEXT NOT NULL,
        PRIMARY KEY (stream, receipt_no, number),
        FOREIGN KEY (stream, receipt_no) REFERENCES receipt (stream, receipt_no)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX receipt_item_by_record ON receipt_item (record_id)",
    """CREATE TABLE receipt_conflict (
        stream TEXT NOT NULL, receipt_no INTEGER NOT NULL, number INTEGER NOT NULL, record_id TEXT NOT NULL,
        path TEXT NOT NULL, change_id TEXT NOT NULL, value TEXT, agreed_value TEXT, device_code TEXT NOT NULL,
        actor_id TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (stream, receipt_no, number),
        FOREIGN KEY (stream, receipt_no) REFERENCES receipt (stream, receipt_no)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX receipt_conflict_by_record ON receipt_conflict (record_id)",
    """CREATE VIRTUAL TABLE search USING fts5 (
        title, answers, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61'
    )""",
)

TRIGGERS = (
    """CREATE TRIGGER change_is_never_altered BEFORE UPDATE ON change
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER change_is_never_deleted BEFORE DELETE ON change
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER change_field_is_only_erased BEFORE UPDATE ON change_field
        WHEN NOT (new.change_id = old.change_id AND new.path = old.path AND new.parents = old.parents
            AND new.digest = old.digest AND new.salt = '' AND new.old_value IS NULL AND new.new_value IS NULL)
        BEGIN SELECT RAISE(ABORT, 'a value of the journal may only be erased'); END""",
    """CREATE TRIGGER change_field_is_never_deleted BEFORE DELETE ON change_field
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER stream_entry_is_never_altered BEFORE UPDATE ON stream_entry
        BEGIN SELECT RAISE(ABORT, 'a stream is append-only'); END""",
    """CREATE TRIGGER stream_entry_is_never_deleted BEFORE DELETE ON stream_entry
        BEGIN SELECT RAISE(ABORT, 'a stream is append-only'); END""",
    """CREATE TRIGGER stream_field_is_never_altered BEFORE UPDATE ON stream_field
        BEGIN SELECT RAISE(ABORT, 'a stream is append-only'); END""",
    """CREATE TRIGGER stream_field_is_never_deleted BEFORE DELETE ON stream_field
        BEGIN SELECT RAISE(ABORT, 'a stream is append-only'); END""",
)
