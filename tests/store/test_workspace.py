"""An open workspace: read from another thread, proved whole, closed twice without harm."""

import threading

from fieldapp.base.errors import BugError, KnownError
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
