"""The file itself refuses to have its journal or its streams altered; only a value may be erased."""

import pytest

from fieldapp.base.errors import BugError
from fieldapp.records.change import check_digests
from tests.store.given import FICHE


@pytest.fixture
def db(workspace, draft):
    workspace.finalise(draft, definition=FICHE, final_answers={"nom": "AMAPPE"}, beside={}, title="AMAPPE")
    return workspace._opened.db


@pytest.mark.parametrize("table", ["change", "change_field", "stream_entry", "stream_field"])
def test_nothing_is_deleted(db, table):
    with pytest.raises(BugError, match="append-only"):
        db.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change SET reason = 'autre'",
        "UPDATE change SET hash = 'x'",
        "UPDATE change_field SET new_value = 'autre'",
        "UPDATE change_field SET old_value = NULL, new_value = NULL",
        "UPDATE change_field SET old_value = NULL, new_value = NULL, salt = '', digest = 'x'",
        "UPDATE stream_entry SET stream_seq = 7",
        "UPDATE stream_field SET parents = '[]'",
        "INSERT OR REPLACE INTO change SELECT * FROM change",
        "INSERT OR REPLACE INTO change_field SELECT * FROM change_field",
    ],
)
def test_nothing_is_altered(db, statement):
    before = list(db.query("SELECT * FROM change JOIN change_field USING (change_id)"))
    with pytest.raises(BugError, match=r"append-only|only be erased"):
        db.execute(statement)
    assert list(db.query("SELECT * FROM change JOIN change_field USING (change_id)")) == before


def test_a_value_may_be_erased_and_the_chain_still_holds(workspace, db):
    db.execute("UPDATE change_field SET old_value = NULL, new_value = NULL, salt = ''")
    assert workspace.changes.verify() == 1
    check_digests(workspace.changes.get(db.execute("SELECT change_id FROM change").fetchone()[0]))


def test_a_change_needs_its_record(db):
    last = db.execute("SELECT tick FROM event_order").fetchone()
    with pytest.raises(BugError, match="FOREIGN KEY"):
        db.execute("INSERT INTO draft_step VALUES ('unknown', 1, '', '', '', '[]', 0, NULL, ?, '')", last)
