"""Every shape a workspace file has had: each step has a test here, and each shipped file still opens."""

import shutil
import sys
from pathlib import Path

import pytest

from fieldapp.base.errors import BugError, KnownError
from fieldapp.engine import FormSession
from fieldapp.engine.effects import Edit
from fieldapp.forms.official_lists import COMMUNES
from fieldapp.store import TRAINING_PASSPHRASE, migrations, open_workspace
from fieldapp.store.connection import connect
from fieldapp.store.migrations import MIGRATIONS, migrate
from fieldapp.usecases.review_record import look_at_review
from tests.store.given import TickingClock

SHIPPED = Path(__file__).parents[1] / "data" / "workspaces"
KEY = b"k" * 32


@pytest.fixture
def db(tmp_path):
    db = connect(tmp_path / "a.db", KEY)
    yield db
    db.close()


def shape(db):
    return set(
        db.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'search_%'").fetchall()
    )


@pytest.mark.parametrize("step", MIGRATIONS, ids=lambda step: step.__name__)
def test_every_step_has_its_test(step):
    assert hasattr(sys.modules[__name__], f"test_{step.__name__}")


def test_m0001_first_tables(db):
    MIGRATIONS[0](db)
    assert {"change", "change_field", "draft_step", "record", "search"} <= set(db.table_names())


def test_m0002_forms_with_their_files(db):
    for step in MIGRATIONS[:2]:
        step(db)
    assert {"form_file", "form_file_content", "form_compiled"} <= set(db.table_names())


def test_m0003_order_of_events(db):
    written_by_version_2(db)
    migrations.m0003_order_of_events(db)
    steps = db.execute("SELECT tick FROM draft_step ORDER BY rowid").fetchall()
    change = db.execute("SELECT tick FROM change").fetchone()
    assert [*steps, change] == sorted([*steps, change]), "the change came after both its answers"
    begun, touched, last = db.execute("SELECT begun, touched, e.tick FROM record, event_order e").fetchone()
    assert begun < steps[0][0] < change[0] <= touched == last
    with pytest.raises(BugError, match="append-only"):
        db.execute("UPDATE change SET tick = 9")
    with pytest.raises(BugError, match="next place"):
        db.execute("INSERT INTO draft_step VALUES ('r1', 3, 't', 'a', '', '[]', 0, NULL, 1, '')")


def test_m0004_list_and_search(db):
    """An older list gets the places of its titles at once, and the rest when it is indexed again."""
    steps = MIGRATIONS[: MIGRATIONS.index(migrations.m0004_list_and_search)]
    for step in steps:
        step(db)
    db.execute("INSERT INTO actor VALUES ('a', '', '', '', 1)")
    db.execute("INSERT INTO form VALUES (1, 'f', '1', '', x'', x'', '', '[]', '')")
    db.execute(
        "INSERT INTO record (record_id, form_id, form_version, status, title, created_at, updated_at, author_id,"
        " revision, reason, beside, is_indexed) VALUES ('r', 'f', '1', 'draft', 'Été', '', '', 'a', 0, '', '{}', 1)"
    )
    migrations.m0004_list_and_search(db)
    row = db.execute("SELECT title_key, region, checked_on, violations, is_indexed FROM record").fetchone()
    assert row == ("1ete\x01été", "", None, None, 0)
    assert db.execute("SELECT count(*) FROM search").fetchone() == (0,)


def test_m0005_erasure(db):
    for step in MIGRATIONS[:5]:
        step(db)
    db.execute("INSERT INTO erasure VALUES ('e', 'r', '[]', '', '', '', '', 0, NULL, NULL)")
    with pytest.raises(BugError, match="known for ever"):
        db.execute("DELETE FROM erasure")


def test_m0006_team(db):
    for step in MIGRATIONS[: MIGRATIONS.index(migrations.m0006_team) + 1]:
        step(db)
    assert {"team", "team_member", "inbox_entry", "waiting_change", "draft_seen"} <= set(db.table_names())
    db.execute("INSERT INTO inbox_stream VALUES (1, 'd', 'e', 's', 1, 1, '')")
    db.execute("INSERT INTO inbox_entry VALUES (1, 1, 'c', 'h')")
    with pytest.raises(BugError, match="append-only"):
        db.execute("DELETE FROM inbox_entry")


def test_m0007_sealed_streams(db):
    for step in MIGRATIONS[: MIGRATIONS.index(migrations.m0007_sealed_streams)]:
        step(db)
    db.execute("PRAGMA foreign_keys=OFF")
    db.execute("INSERT INTO stream VALUES ('equipe:x', '')")
    db.execute("INSERT INTO stream_entry VALUES ('equipe:x', 1, 'c1'), ('equipe:x', 2, 'c2')")
    migrations.m0007_sealed_streams(db)
    numbers = db.execute("SELECT stream_seq FROM stream_seal ORDER BY 1").fetchall()
    last = db.execute("SELECT last_seq, last_hash FROM stream").fetchone()
    assert numbers == [(1,), (2,)]
    assert last == (2, db.execute("SELECT hash FROM stream_seal WHERE stream_seq = 2").fetchone()[0])
    with pytest.raises(BugError, match="append-only"):
        db.execute("DELETE FROM stream_seal")


def test_m0009_reference_lists(db):
    steps = MIGRATIONS[: MIGRATIONS.index(migrations.m0009_reference_lists)]
    for step in steps:
        step(db)
    db.execute("INSERT INTO form VALUES (1, 'f', '1', 'Fiche', x'', x'', '', '[]', '')")
    migrations.m0009_reference_lists(db)
    assert db.execute("SELECT title, titles FROM form").fetchone() == ("Fiche", "{}")
    assert {"official_list", "official_entry", "official_act"} <= set(db.table_names())


def test_m0010_attachments_2(db):
    for step in MIGRATIONS[: MIGRATIONS.index(migrations.m0010_attachments_2)]:
        step(db)
    db.execute("INSERT INTO attachment VALUES ('00', 'image/png', 'png', 1, '2026-03-01', x'00')")
    migrations.m0010_attachments_2(db)
    db.execute("INSERT INTO attachment_name VALUES ('00', 'façade.png')")
    db.execute("PRAGMA foreign_keys=ON")
    db.execute("DELETE FROM attachment")
    assert db.execute("SELECT * FROM attachment_name").fetchall() == []


def test_m0008_review(db):
    for step in MIGRATIONS[: MIGRATIONS.index(migrations.m0008_review)]:
        step(db)
    migrations.m0008_review(db)
    assert {"record_review", "comment_read"} <= set(db.table_names())
    assert db.table("record_review").count == 0


def written_by_version_2(db):
    """Write what an older program did: two answers, between which the clock fell back by years, then a revision."""
    for step in MIGRATIONS[:2]:
        step(db)
    db.execute("INSERT INTO actor VALUES ('a', 'Salma', '', '', 1)")
    db.execute("INSERT INTO device VALUES ('d', '', '', '', '2026-03-01', 1, 1, '')")
    db.execute("INSERT INTO form VALUES (1, 'f', '1', '', x'', x'', '', '', '')")
    db.execute(
        "INSERT INTO record VALUES (1, 'r1', 'f', '1', 'finalised', '', '2026-03-01', '2026-03-02', 'a', 1, NULL,"
        " '', '', 0)"
    )
    for step, at in enumerate(("2026-03-02", "1970-01-01"), 1):
        db.execute("INSERT INTO draft_step VALUES ('r1', ?, ?, 'a', '', '[]', 0, 1)", [step, at])
    db.execute(
        "INSERT INTO change VALUES (1, 'd', 1, 'c', '2026-03-02', 'a', 'r1', 'f', '1', 'create', '', '', '', '')"
    )


def test_migrating_twice_does_nothing_more(db):
    migrate(db, TickingClock())
    before = shape(db)
    migrate(db, TickingClock())
    assert shape(db) == before


def test_a_step_that_fails_leaves_the_file_as_it_was(db, monkeypatch):
    def m9999_half(db):
        db.execute("CREATE TABLE half (x TEXT)")
        db.execute("no SQL at all")

    migrate(db, TickingClock())
    before = shape(db)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, m9999_half))
    with pytest.raises(BugError):
        migrate(db, TickingClock())
    assert shape(db) == before


def test_a_file_of_a_later_program_is_refused_before_anything(db):
    migrate(db, TickingClock())
    db.table("migration").insert({"name": "m0099_from_the_future", "done_at": ""})
    before = shape(db)
    with pytest.raises(KnownError, match=r"workspace\.newer.*m0099_from_the_future"):
        migrate(db, TickingClock())
    assert shape(db) == before


CHANGES = {"version-4": 5}
"""Changes in each shipped file, where there are more than in the first ones."""


@pytest.fixture(params=sorted(path.name for path in SHIPPED.iterdir() if path.is_dir()))
def shipped(request, tmp_path):
    """Return a workspace of every version ever shipped, opened by today's program."""
    folder = shutil.copytree(SHIPPED / request.param, tmp_path / request.param)
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE, clock=TickingClock())
    yield workspace
    workspace.close()


def test_a_shipped_file_has_the_shape_of_a_new_one(shipped, db):
    migrate(db, TickingClock())
    assert shape(shipped._opened.db) == shape(db)


def test_a_shipped_file_holds_what_was_written(shipped):
    finalised = shipped.records.list(query="الامل")[0].record_id
    assert shipped.check() == CHANGES.get(shipped.folder.name, 2)
    assert shipped.answers(finalised) == {"nom": "جمعية الأمل الرباط", "services": "emploi"}
    assert shipped.records.beside(finalised) == {"dormante": "gardée"}
    assert shipped.transmission(finalised) == "local"
    assert [receipt.status for receipt in shipped.outbox.receipts()] == ["partial"]
    assert shipped.forms.get("essai").title


def test_a_shipped_form_takes_its_choices_from_the_file_beside_it(tmp_path):
    folder = shutil.copytree(SHIPPED / "version-2", tmp_path / "version-2")
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE, clock=TickingClock())
    session = FormSession(workspace.forms.get("villes", "1"))
    assert [choice.label for choice in session.choices("/data/ville")] == ["Rabat"]
    assert workspace.forms.file("villes", "1", "plan.png") is not None
    workspace.close()


def test_a_draft_of_a_shipped_file_goes_on(shipped):
    draft = next(record for record in shipped.records.list(form_id="essai") if record.is_draft).record_id
    assert shipped.draft_answers(draft) == {"nom": "AM"}
    assert shipped.drafts.redo(draft) == (Edit("nom", "AM", "AMA"),)


def test_a_file_of_version_3_keeps_what_lies_in_the_trash_and_why(tmp_path):
    folder = shutil.copytree(SHIPPED / "version-3", tmp_path / "version-3")
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE, clock=TickingClock())
    (trashed,) = workspace.records.list(trashed=True)
    acts = [event.reason for event in workspace.events.of_record(trashed.record_id) if event.kind == "act"]
    assert (workspace.draft_answers(trashed.record_id)["nom"], acts) == ("Ancien", ["doublon"])
    workspace.close()


def test_a_file_of_version_4_keeps_its_comments_its_review_its_communes_and_names_of_files(tmp_path):
    folder = shutil.copytree(SHIPPED / "version-4", tmp_path / "version-4")
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE, clock=TickingClock())
    record_id = workspace.records.list(query="الامل")[0].record_id
    seen = look_at_review(workspace, record_id)
    (thread,) = seen.threads
    assert (str(seen.review.state), len(thread.remarks)) == ("verified", 2)
    official = workspace.official_lists.in_force(COMMUNES)
    codes = [entry.code for entry in workspace.official_lists.entries(official.number)]
    assert codes == ["04.421.01.01", "04.441.01.03"]
    names = workspace._opened.db.execute("SELECT name FROM attachment_name").fetchall()
    assert names == [("statuts fictifs.pdf",)]
    workspace.close()
