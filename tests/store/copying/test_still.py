"""A copy is made of the bytes of the file while it stands still; answers go on into the log beside it."""

import shutil
import threading

import pytest

from fieldapp.store.connection import connect
from fieldapp.store.copying.still import copy_still, one_moment
from tests.store.copying.test_backups import answer
from tests.store.given import FICHE


def quiet(_done, _total):
    """Tell nobody."""


@pytest.fixture
def file(folder):
    return folder / "fiches.db"


def test_answers_that_come_meanwhile_leave_the_file_as_it_was(workspace, draft, file):
    answer(workspace, draft, "avant")
    with workspace.reader() as reading, one_moment(reading._opened.db, file) as is_still:
        before = file.read_bytes()
        for number in range(1_500):  # far beyond what is written back by itself
            answer(workspace, draft, f"pendant {number} " + "x" * 3_000)
        assert is_still
        assert file.read_bytes() == before
    assert workspace.draft_answers(draft)["nom"].startswith("pendant 1499")


def test_the_copy_holds_the_moment_it_was_begun(workspace, draft, file, key, tmp_path):
    answer(workspace, draft, "avant")
    with workspace.reader() as reading, one_moment(reading._opened.db, file):
        answer(workspace, draft, "pendant")
        copy_still(file, tmp_path / "copie.db", progress=quiet)
    copy = connect(tmp_path / "copie.db", key)
    kept = [edits for (edits,) in copy.execute("SELECT edits FROM draft_step ORDER BY step")]
    copy.close()
    assert kept == ['[["nom",null,"avant"]]']


def test_a_file_whose_log_somebody_reads_does_not_stand_still(workspace, draft, file):
    answer(workspace, draft, "avant")
    with workspace.reader() as other, workspace.reader() as reading:
        other._opened.db.execute("BEGIN")
        other.records.count()
        answer(workspace, draft, "pendant")
        with one_moment(reading._opened.db, file) as is_still:
            assert not is_still
            assert reading.draft_answers(draft) == {"nom": "pendant"}
        other._opened.db.execute("ROLLBACK")


def test_a_backup_is_made_also_of_a_file_that_does_not_stand_still(workspace, draft, reopen):
    answer(workspace, draft, "avant")
    with workspace.reader() as other, workspace.reader() as reading:
        other._opened.db.execute("BEGIN")
        other.records.count()
        answer(workspace, draft, "pendant")
        made = reading.backups.make()
        other._opened.db.execute("ROLLBACK")
    assert reopen(shutil.copytree(made.path, made.path.parent / "b")).draft_answers(draft) == {
        "nom": "pendant"
    }


def test_a_log_is_left_alone_on_a_disk_that_is_nearly_full(template, small_disk, reopen):
    disk = small_disk(3 * 1024 * 1024)
    workspace = reopen(shutil.copytree(template, disk / "equipe"))
    draft = workspace.start_draft(FICHE).record_id
    answer(workspace, draft, "x" * 200_000)
    (disk / "filler").write_bytes(bytes(shutil.disk_usage(disk).free - 300_000))
    log = disk / "equipe" / "fiches.db-wal"
    before = log.stat().st_size
    with workspace.reader() as reading, one_moment(reading._opened.db, disk / "equipe/fiches.db") as is_still:
        assert not is_still
    assert log.stat().st_size == before > 0


def test_nobody_who_answers_waits_for_a_copy_to_begin(workspace, draft, file):
    """The log is emptied without waiting: an answer that is being committed goes first."""
    begun = threading.Event()
    found = []

    def copy():
        with workspace.reader() as reading:
            begun.wait()
            with one_moment(reading._opened.db, file) as is_still:
                found.append(is_still)

    worker = threading.Thread(target=copy)
    worker.start()
    with workspace.transaction():
        answer(workspace, draft, "avant")
        begun.set()
        worker.join(timeout=4)
        assert found  # it did not wait for this answer either, and copies through the log
    worker.join()
    assert workspace.draft_answers(draft) == {"nom": "avant"}
