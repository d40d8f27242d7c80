"""An open workspace: read from another thread, proved whole, closed twice without harm."""

import shutil
import threading

from fieldapp.base.errors import BugError, KnownError
from fieldapp.engine.effects import Edit
from tests.store.given import FICHE


def in_another_thread(act):
    """Run something in a thread of its own and return what it returned or raised."""
    found = []

    def run():
        try:
            found.append(act())
        except (KnownError, BugError) as error:
            found.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return found[0]


def test_a_worker_reads_through_a_reader_of_its_own(workspace, draft):
    workspace.finalise(draft, definition=FICHE, final_answers={"nom": "A"}, beside={}, title="A")

    def read():
        with workspace.reader() as reading:
            return reading.answers(draft), reading.actor, len(reading.streams.changes_since("anapec", 0))

    assert in_another_thread(read) == ({"nom": "A"}, workspace.actor, 1)


def test_a_worker_cannot_write(workspace, draft):
    def write():
        with workspace.reader() as reading:
            reading.vault.put("x", b"")

    assert in_another_thread(write).code == "file.read_only"


def test_a_connection_is_bound_to_its_thread(workspace):
    assert in_another_thread(workspace.records.list).code == "store.refused"


def test_a_reader_does_not_hold_the_folder(workspace, reopen, folder):
    with workspace.reader() as reading:
        assert reading.records.count() == 0
    workspace.close()
    assert reopen(folder).records.count() == 0


def test_closing_twice_does_no_harm(workspace, reopen):
    workspace.close()
    workspace.close()
    assert reopen(workspace.folder).check() == 0


def test_a_page_torn_by_a_kill_is_whole_again_once_the_log_is_written_back(
    workspace, folder, draft, tmp_path, reopen
):
    """A kill while the log is put back tears a page of the file; the log still has the whole one."""
    workspace.drafts.append(draft, [Edit("nom", None, "x" * 9_000)], actor_id=workspace.actor.actor_id)
    torn = shutil.copytree(folder, tmp_path / "torn", ignore=shutil.ignore_patterns("*-shm"))
    page = int.from_bytes((torn / "fiches.db-wal").read_bytes()[32:36], "big")
    data = bytearray((torn / "fiches.db").read_bytes())
    data[page * 4096 - 2_000 : page * 4096] = bytes(2_000)
    (torn / "fiches.db").write_bytes(data)
    again = reopen(torn)
    assert again.check() == 0
    assert again.draft_answers(draft) == {"nom": "x" * 9_000}
