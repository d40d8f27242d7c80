"""The journal: a chain without gaps, in which any altered or missing line is found."""

import pytest

from fieldapp.base.errors import BugError, KnownError
from fieldapp.records.change import GENESIS, chain_hash
from tests.store.given import FICHE


@pytest.fixture
def db(workspace):
    """Return the open file with three changes in it, its triggers taken away as a forger would."""
    for name in ("A", "B", "C"):
        record = workspace.start_draft(FICHE).record_id
        workspace.finalise(record, definition=FICHE, final_answers={"nom": name}, beside={}, title=name)
    db = workspace._opened.db
    for (trigger,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {trigger}")
    return db


def test_numbers_have_no_gaps_and_each_hash_follows_the_last(workspace, db):
    rows = db.execute("SELECT seq, change_id, prev_hash, hash FROM change ORDER BY seq").fetchall()
    previous = GENESIS
    for expected, (seq, change_id, prev_hash, digest) in enumerate(rows, 1):
        assert (seq, prev_hash) == (expected, previous)
        previous = chain_hash(previous, workspace.changes.get(change_id))
        assert digest == previous


def test_an_untouched_journal_verifies(workspace, db):
    assert workspace.changes.verify() == workspace.check() == 3


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        ("UPDATE change SET reason = 'autre' WHERE seq = 2", r"journal\.altered.*seq=2"),
        ("UPDATE change SET at = '' WHERE seq = 3", r"journal\.altered.*seq=3"),
        ("UPDATE change_field SET parents = '[\"x\"]'", r"journal\.altered.*seq=1"),
        ("UPDATE change_field SET new_value = 'autre'", r"change\.value_altered"),
        ("UPDATE change_field SET path = 'autre'", r"journal\.altered"),
        ("DELETE FROM change_field", r"journal\.altered.*seq=1"),
        ("UPDATE change SET seq = 9 WHERE seq = 2", r"journal\.altered.*seq=2.*missing"),
    ],
)
def test_an_altered_line_is_found(workspace, db, harm, code):
    db.execute(harm)
    with pytest.raises(KnownError, match=code):
        workspace.changes.verify()


@pytest.mark.parametrize("seq", [1, 2, 3])
def test_a_missing_line_is_found_wherever_it_stood(workspace, db, seq):
    db.execute("PRAGMA foreign_keys=OFF")
    db.execute("DELETE FROM change WHERE seq = ?", [seq])
    with pytest.raises(KnownError, match=rf"journal\.altered.*seq={seq}.*missing"):
        workspace.changes.verify()


def test_changes_of_a_record_come_in_their_order(workspace, draft):
    for name in ("A", "B"):
        workspace.finalise(draft, definition=FICHE, final_answers={"nom": name}, beside={}, title=name)
        workspace.reopen(draft, reason="visite")
    assert [change.fields[0].new_value for change in workspace.changes.of_record(draft)] == ["A", "B"]


def test_choices_merge_as_sets_without_reading_the_form(workspace, draft):
    workspace.finalise(draft, definition=FICHE, final_answers={"services": "a b"}, beside={}, title="")
    assert workspace.forms.set_paths("fiche", "1") == {"services"}
    assert workspace.changes.state(draft)["services"].value == "a b"


def test_a_change_is_written_only_with_its_act(workspace, draft):
    change = workspace.finalise(draft, definition=FICHE, final_answers={"nom": "A"}, beside={}, title="")
    with pytest.raises(BugError, match="outside"):
        workspace.changes.append(change)


def test_an_unknown_change_is_said(workspace):
    with pytest.raises(KnownError, match=r"change\.not_found"):
        workspace.changes.get("x")
