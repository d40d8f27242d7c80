"""Where a value can stand in a workspace file, and what an erasure does there: every column that holds text or bytes.

* **Emptied** (`EMPTIED`): the journal's values with their salts, and comments that quote them; the steps of a draft,
  what stands beside a record, its title and what the list made of it, reasons that are not in the chain, values in
  receipts, values received from a team that wait or that a draft was begun on.
* **Deleted** (`DELETED`): documents made of the record; files that only erased answers or those documents named; its
  words in the index, whose segments are then written anew.
* **Kept** (`KEPT`): identities, digests, moments, codes, paths, forms, keys and settings: nothing anybody answered.

One place keeps what a person wrote freely: `change.reason` stands under the hash of the chain, and could not go without
breaking it. So a reason must name nobody: an erasure counts the reasons that hold what it erases and says so, before.
Free pages and the log are another matter: `finishing` writes the whole file anew.

A test holds these lists against the schema: a column that somebody adds belongs in one of them.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from fieldapp.engine.effects import Edit
from fieldapp.records.former import FORM_VERSION
from fieldapp.store.connection import Database
from fieldapp.store.drafts import edits_from_text, edits_text

EMPTIED = {
    "change_field": "old_value new_value salt",
    "draft_step": "edits",
    "record": "title beside reason title_key region checked_on",
    "record_act": "reason",
    "receipt_item": "value advice_fr advice_ar",
    "receipt_conflict": "value agreed_value",
    "waiting_change": "document",
    "draft_seen": "value",
}
DELETED = {
    "document": "record_id audience language sha256 made_at",
    "attachment": "sha256 media_type extension added_at data",
    "attachment_name": "sha256 name",
    "search": "names answers search rank",
}
KEPT = {
    "actor": "actor_id name role organisation",
    "change": "device_id change_id at actor_id record_id form_id form_version op reason merge_into hash prev_hash"
    " clock",
    "change_field": "change_id path parents digest",
    "clock_period": "at clock",
    "comment_read": "change_id",
    "draft_seen": "record_id path heads",
    "device": "device_id device_code device_epoch name made_at last_hash",
    "draft_step": "record_id at actor_id question clock",
    "erasure": "erasure_id record_id paths reason at actor_id change_id cleaned_at finished_at",
    "event_order": "high_water",
    "form": "form_id version title titles xform source source_name set_paths installed_at",
    "form_compiled": "form_id version data",
    "form_file": "form_id version name sha256",
    "form_file_content": "sha256 data",
    "exchange_file": "name sha256 stream bundle_id",
    "inbox_bundle": "bundle_id manifest_sha256 prev_manifest_sha256 received_at manifest signature",
    "inbox_entry": "change_id content_hash",
    "inbox_file": "sha256 outcome receipt_name receipt read_at",
    "inbox_stream": "device_id device_epoch stream last_manifest_sha256",
    "migration": "name done_at",
    "official_act": "at clock actor_id kind",
    "official_entry": "code name_fr name_ar",
    "official_list": "list source_name sha256",
    "outbox": "bundle_id stream kind device_epoch manifest_sha256 prev_manifest_sha256 file_name made_at",
    "receipt": "stream bundle_id status manifest_sha256 issued_at received_at",
    "receipt_conflict": "stream record_id path change_id device_code actor_id at",
    "receipt_item": "stream severity code change_id record_id path",
    "record": "record_id form_id form_version status created_at updated_at author_id trashed_at",
    "record_act": "record_id at clock actor_id kind",
    "record_conflict": "record_id path",
    "record_review": "state last",
    "setting": "name value",
    "stream": "stream opened_at last_hash",
    "stream_seal": "stream hash",
    "stream_entry": "stream change_id",
    "stream_field": "stream path parents",
    "team": "lead_id own_code folder joined_at",
    "team_member": "device_id code actor_id name age_recipient key_sha256 answer answer_name joined_at",
    "vault": "name data changed_at",
    "waiting_change": "change_id record_id code path facts since_at",
}

TELLING = 4
"""Letters from which on a value is looked for inside other texts: `oui` and `2` stand everywhere."""
_FILE = re.compile(r"\b([0-9a-f]{64})\.\w+")
_JOURNAL = """SELECT f.change_id, f.path, f.old_value, f.new_value FROM change_field f JOIN change c USING (change_id)
    WHERE c.record_id = ? AND (f.old_value IS NOT NULL OR f.new_value IS NOT NULL)"""
_SAID = """SELECT f.change_id, f.path, f.new_value FROM change_field f JOIN change c USING (change_id)
    WHERE c.record_id = ? AND c.op = 'comment' AND f.new_value IS NOT NULL"""
_IS_ANSWERED = """SELECT 1 FROM change_field f JOIN change c USING (change_id) WHERE c.record_id = ?
    AND c.op NOT IN ('review', 'comment') AND (f.old_value IS NOT NULL OR f.new_value IS NOT NULL) LIMIT 1"""
_WAS_ERASED = "SELECT 1 FROM change WHERE record_id = ? AND op = 'erase' LIMIT 1"
_SEEN = "SELECT path, value FROM draft_seen WHERE record_id = ? AND value IS NOT NULL"
_EMPTY = (
    "UPDATE change_field SET old_value = NULL, new_value = NULL, salt = '' WHERE change_id = ? AND path = ?"
)
_IS_NAMED_BY_OTHERS = """SELECT 1 FROM change_field f JOIN change c USING (change_id)
        WHERE c.record_id <> :record AND (instr(f.new_value, :file) OR instr(f.old_value, :file))
    UNION ALL SELECT 1 FROM draft_step WHERE record_id <> :record AND instr(edits, :file)
    UNION ALL SELECT 1 FROM record WHERE record_id <> :record AND instr(beside, :file)
    UNION ALL SELECT 1 FROM draft_seen WHERE record_id <> :record AND instr(value, :file)
    UNION ALL SELECT 1 FROM waiting_change WHERE record_id <> :record AND instr(document, :file)
    UNION ALL SELECT 1 FROM document WHERE record_id <> :record AND sha256 = :file LIMIT 1"""

Covers = Callable[[str, str], bool]
"""Whether the value that stands at a path is to be erased."""


@dataclass(slots=True)
class Found:
    """What stands in one record of what is to be erased."""

    journal: list[tuple[str, str]] = field(default_factory=list)
    """change_id and path of each value pair of the journal."""
    paths: set[str] = field(default_factory=set)
    values: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)
    """Digests of files that the values name."""
    kept_files: set[str] = field(default_factory=set)
    """Digests of files that other answers of the record name."""
    documents: set[str] = field(default_factory=set)
    """Digests of the documents made of the record."""
    steps: int = 0
    reasons: int = 0
    """Reasons in the chain that hold one of the values, and stay."""

    def note(self, covers: Covers, path: str, *values: str | None) -> bool:
        """Note what stands somewhere; return whether it is to be erased, together."""
        texts = [value for value in values if value and path != FORM_VERSION]
        is_covered = any(covers(path, text) for text in texts)
        for text in texts:
            (self.files if is_covered else self.kept_files).update(_FILE.findall(text))
        if is_covered:
            self.paths.add(path)
            self.values.update(texts)
        return is_covered

    def is_told_in(self, text: str) -> bool:
        """Whether a text says one of the values."""
        return any(value in text for value in self.values if len(value) >= TELLING)


def find(db: Database, record_id: str, covers: Covers) -> Found:
    """Look for what is to be erased, wherever it stands; nothing is changed."""
    found = Found()
    for change_id, path, old, new in db.execute(_JOURNAL, [record_id]).fetchall():
        if found.note(covers, path, old, new):
            found.journal.append((change_id, path))
    for _, edits in _steps(db, record_id):
        noted = [found.note(covers, edit.path, edit.old, edit.new) for edit in edits]
        found.steps += any(noted)
    for path, value in _beside(db, record_id).items():
        found.note(covers, path, value)
    for path, value in db.execute(_SEEN, [record_id]).fetchall():
        found.note(covers, path, value)
    for _, document in _waiting(db, record_id):
        for one in document["fields"]:
            found.note(covers, one["path"], one["old_value"], one["new_value"])
    found.journal += _quoting(db, record_id, found)
    documents = db.execute("SELECT sha256 FROM document WHERE record_id = ?", [record_id]).fetchall()
    found.documents = {str(sha256) for (sha256,) in documents}
    reasons = db.execute("SELECT reason FROM change WHERE record_id = ?", [record_id]).fetchall()
    found.reasons = sum(found.is_told_in(reason) for (reason,) in reasons)
    return found


def _quoting(db: Database, record_id: str, found: Found) -> list[tuple[str, str]]:
    """Return comments on other questions that quote what is to be erased: each laptop finds those it holds."""
    noted = set(found.journal)
    said = db.execute(_SAID, [record_id]).fetchall()
    return [(one, path) for one, path, text in said if (one, path) not in noted and found.is_told_in(text)]


def empty_said(db: Database, record_id: str) -> None:
    """Erase what was said of a record of which no answer is left: somebody wrote it who knew of no erasure."""
    is_empty = db.execute(_IS_ANSWERED, [record_id]).fetchone() is None
    if is_empty and db.execute(_WAS_ERASED, [record_id]).fetchone() is not None:
        said = db.execute(_SAID, [record_id]).fetchall()
        db.conn.executemany(_EMPTY, [(change_id, path) for change_id, path, _ in said])


def empty(db: Database, record_id: str, covers: Covers, *, found: Found) -> None:
    """Erase what was found in journal, steps, receipts and documents. Belongs inside a transaction.

    The record's own row is left to the caller, who knows its form; `drop_files` comes after it.
    """
    db.conn.executemany(_EMPTY, found.journal)
    for step, edits in _steps(db, record_id):
        if any(_is_covered(edit, covers) for edit in edits):
            blank = [Edit(edit.path, None, None) if _is_covered(edit, covers) else edit for edit in edits]
            db.execute(
                "UPDATE draft_step SET edits = ? WHERE record_id = ? AND step = ?",
                [edits_text(blank), record_id, step],
            )
    _empty_received(db, record_id, covers)
    _empty_receipts(db, record_id, covers, found=found)
    db.execute("DELETE FROM document WHERE record_id = ?", [record_id])


def lone_files(db: Database, record_id: str, found: Found) -> list[str]:
    """Return the files that nothing names but what is erased: to be asked before anything is."""
    files = (found.files | found.documents) - found.kept_files
    return [
        file
        for file in sorted(files)
        if db.execute(_IS_NAMED_BY_OTHERS, {"record": record_id, "file": file}).fetchone() is None
    ]


def is_named(db: Database, file: str) -> bool:
    """Whether some answer or document of the workspace names a file."""
    return db.execute(_IS_NAMED_BY_OTHERS, {"record": "", "file": file}).fetchone() is not None


def forget_names(db: Database, files: Iterable[str]) -> None:
    """Forget what files were called: the name may be of whom the answers were, though another record shows the file."""
    db.conn.executemany("DELETE FROM attachment_name WHERE sha256 = ?", [(file,) for file in files])


def drop_files(db: Database, files: Collection[str]) -> None:
    """Delete files; the documents and answers that named them are gone already."""
    forget_names(db, files)
    db.conn.executemany("DELETE FROM attachment WHERE sha256 = ?", [(file,) for file in files])


def left_beside(db: Database, record_id: str, covers: Covers) -> dict[str, str]:
    """Return what stays beside a record."""
    kept = _beside(db, record_id)
    return {path: value for path, value in kept.items() if not covers(path, value)}


def _is_covered(edit: Edit, covers: Covers) -> bool:
    return edit.path != FORM_VERSION and any(covers(edit.path, one) for one in (edit.old, edit.new) if one)


def _steps(db: Database, record_id: str) -> list[tuple[int, tuple[Edit, ...]]]:
    rows = db.execute("SELECT step, edits FROM draft_step WHERE record_id = ?", [record_id]).fetchall()
    return [(step, edits_from_text(edits)) for step, edits in rows]


def _beside(db: Database, record_id: str) -> dict[str, str]:
    return dict(
        json.loads(db.execute("SELECT beside FROM record WHERE record_id = ?", [record_id]).fetchone()[0])
    )


def _waiting(db: Database, record_id: str) -> list[tuple[str, dict[str, Any]]]:
    query = "SELECT change_id, document FROM waiting_change WHERE record_id = ?"
    return [(change_id, json.loads(text)) for change_id, text in db.execute(query, [record_id]).fetchall()]


def _empty_received(db: Database, record_id: str, covers: Covers) -> None:
    for path, value in db.execute(_SEEN, [record_id]).fetchall():
        if covers(path, value):
            query = "UPDATE draft_seen SET value = NULL WHERE record_id = ? AND path = ?"
            db.execute(query, [record_id, path])
    for change_id, document in _waiting(db, record_id):
        for one in document["fields"]:
            if any(covers(one["path"], value) for value in (one["old_value"], one["new_value"]) if value):
                one |= {"old_value": None, "new_value": None, "salt": ""}
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        db.execute("UPDATE waiting_change SET document = ? WHERE change_id = ?", [text, change_id])


def _empty_receipts(db: Database, record_id: str, covers: Covers, *, found: Found) -> None:
    query = "SELECT stream, receipt_no, number, path, value, advice_fr, advice_ar FROM receipt_item WHERE record_id = ?"
    for stream, receipt_no, number, path, value, *advice in db.execute(query, [record_id]).fetchall():
        if covers(path, value) or found.is_told_in(" ".join([value, *advice])):
            db.execute(
                "UPDATE receipt_item SET value = '', advice_fr = '', advice_ar = ''"
                " WHERE stream = ? AND receipt_no = ? AND number = ?",
                [stream, receipt_no, number],
            )
    query = "SELECT stream, receipt_no, number, path, value, agreed_value FROM receipt_conflict WHERE record_id = ?"
    for stream, receipt_no, number, path, *values in db.execute(query, [record_id]).fetchall():
        if any(covers(path, value) for value in values if value):
            db.execute(
                "UPDATE receipt_conflict SET value = NULL, agreed_value = NULL"
                " WHERE stream = ? AND receipt_no = ? AND number = ?",
                [stream, receipt_no, number],
            )
