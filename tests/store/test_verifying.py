"""Verifying finds every altered or missing line of the raw file, names it, and goes on to the next."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.base.sentences import sentence_of
from fieldapp.store.verifying import verify
from tests.store.given import FICHE


def finalise(workspace, name, **answers):
    record_id = workspace.start_draft(FICHE).record_id
    final = {"nom": name, **answers}
    workspace.finalise(record_id, definition=FICHE, final_answers=final, beside={}, title=name)
    return record_id


@pytest.fixture
def db(workspace):
    """The raw file with three records, a photo and a document, its triggers taken away as a forger would."""
    photo = workspace.attachments.add(b"photo", "image/png", extension="png")
    record_id = finalise(workspace, "A", photo=f"{photo}.png")
    for name in ("B", "C"):
        finalise(workspace, name)
    pdf = workspace.attachments.add(b"%PDF", "application/pdf", extension="pdf")
    workspace.documents.add(record_id, 1, audience="local", language="fr", sha256=pdf)
    db = workspace._opened.db
    for (trigger,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {trigger}")
    db.execute("PRAGMA foreign_keys=OFF")
    return db


def found(workspace):
    return [(one.code, one.facts.get("seq", one.facts.get("number"))) for one in verify(workspace).findings]


def test_an_untouched_workspace_is_whole(workspace, db):
    verified = verify(workspace)
    assert (verified.findings, verified.changes, verified.files, verified.erased) == ((), 3, 2, 0)
    assert verified.entries == 3


SECOND = "(SELECT change_id FROM change WHERE seq = 2)"
HARMS = [
    ("UPDATE change SET reason = 'autre' WHERE seq = 2", [("check.change_altered", 2)]),
    ("UPDATE change SET actor_id = 'x' WHERE seq = 3", [("check.change_altered", 3)]),
    (
        "UPDATE change SET hash = prev_hash WHERE seq = 3",
        [("check.change_altered", 3), ("check.end_altered", 3)],
    ),
    ("DELETE FROM change WHERE seq = 2", [("check.change_missing", 2)]),
    ("DELETE FROM change WHERE seq = 1", [("check.change_missing", 1)]),
    ("DELETE FROM change WHERE seq = 3", [("check.change_missing", 3)]),
    ("UPDATE change SET number = 99 WHERE seq = 2", [("check.change_moved", 3)]),
    (f"UPDATE change_field SET new_value = 'X' WHERE change_id = {SECOND}", [("check.value_altered", 2)]),
    (
        f"UPDATE change_field SET parents = '[\"x\"]' WHERE change_id = {SECOND}",
        [("check.change_altered", 2)],
    ),
    (f"DELETE FROM change_field WHERE change_id = {SECOND}", [("check.change_altered", 2)]),
    (
        f"INSERT INTO change_field SELECT change_id, 'zz', old_value, new_value, parents, salt, digest"
        f" FROM change_field WHERE change_id = {SECOND}",
        [("check.change_altered", 2)],
    ),
    (
        f"UPDATE change_field SET salt = '', old_value = NULL, new_value = NULL WHERE change_id = {SECOND}",
        [("check.value_gone", 2)],
    ),
    (
        f"UPDATE change_field SET salt = '', new_value = 'X' WHERE change_id = {SECOND}",
        [("check.value_gone", 2)],
    ),
    ("UPDATE stream_field SET parents = '[\"x\"]' WHERE stream_seq = 2", [("check.entry_altered", 2)]),
    ("DELETE FROM stream_field WHERE stream_seq = 2", [("check.entry_altered", 2)]),
    ("DELETE FROM stream_entry WHERE stream_seq = 2", [("check.entry_missing", 2)]),
    ("DELETE FROM stream_entry WHERE stream_seq = 3", [("check.entry_missing", 3)]),
    ("UPDATE attachment SET data = x'00' WHERE extension = 'png'", [("check.file_altered", None)]),
    ("DELETE FROM attachment WHERE extension = 'png'", [("check.file_missing", 1)]),
    ("DELETE FROM attachment WHERE extension = 'pdf'", [("check.document_missing", None)]),
]


@pytest.mark.parametrize(("harm", "findings"), HARMS, ids=[harm[:60] for harm, _ in HARMS])
def test_each_harm_is_found_and_named(workspace, db, harm, findings):
    db.execute(harm)
    told = [one for one in found(workspace) if one[0] != "check.reference"]
    assert told == findings


def test_every_harm_is_told_not_the_first_alone(workspace, db):
    db.execute("UPDATE change SET reason = 'autre' WHERE seq IN (1, 3)")
    db.execute("UPDATE attachment SET data = x'00'")
    codes = [code for code, _ in found(workspace)]
    assert codes == ["check.change_altered"] * 2 + ["check.file_altered"] * 2


def test_a_finding_says_which_line_when_and_of_which_record(workspace, db):
    db.execute("UPDATE change SET reason = 'autre' WHERE seq = 2")
    (finding,) = verify(workspace).findings
    assert sentence_of(finding) == (
        "La modification n° 2 du journal (« B », 2026-03-01) n’est plus telle qu’elle a été écrite."
    )


def test_a_line_that_points_nowhere_is_told(workspace, db):
    db.execute("DELETE FROM change WHERE seq = 2")
    assert "check.reference" in [code for code, _ in found(workspace)]


def test_it_says_how_far_it_is_and_stops_when_asked(workspace, db):
    seen = []
    verify(workspace, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1]
    with pytest.raises(KnownError, match=r"ui\.stopped"):
        verify(workspace, is_cancelled=lambda: True)


def test_a_reader_can_verify_beside_the_window(workspace):
    finalise(workspace, "A")
    with workspace.reader() as reading:
        assert verify(reading).findings == ()
