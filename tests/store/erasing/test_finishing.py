"""Finishing an erasure: killed at any moment, it is either not begun, or finished at the next opening."""

import os
import random
import shutil
import signal
import sys

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.records.erasure import Reason
from fieldapp.store import connection, opening
from fieldapp.store.copying import backups
from fieldapp.store.copying.copies import open_copy
from fieldapp.store.erasing import finishing
from fieldapp.store.erasing.finishing import finish_erasures
from tests.store.given import CountingIds, TickingClock
from tests.store.pages import traces
from tests.store.planting import OTHER, SECRET, filled, install, planted

WATCHED = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree"})
STEPS_OF_SQL = 3_000
"""Instructions of SQLite between two moments at which a statement may be killed."""


@pytest.fixture
def workspace(reopen):
    opened = reopen()
    install(opened)
    return opened


@pytest.fixture
def begun(workspace):
    """Return the id of a record that holds the secret; it and another stand in two backups; the file is closed."""
    filled(workspace)
    record = planted(workspace)
    workspace.close()
    return record


def erase(workspace, record_id):
    return workspace.erasing.erase(record_id, reason=Reason.REQUEST, actor_id=workspace.actor.actor_id)


def open_again(folder, key):
    return opening._open(folder, lambda: key, clock=TickingClock(), ids=CountingIds(start=9_000))


class Killer:
    """Counts the moments of a program and ends it at one of them, as a power cut would."""

    def __init__(self):
        self.at, self.moments = -1, 0

    def tick(self, *_):
        self.moments += 1
        if self.moments == self.at:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self):
        opened = connection._open

        def watched(*args, **more):
            db = opened(*args, **more)
            db.conn.set_trace_callback(self.tick)
            db.conn.set_progress_handler(self.tick, STEPS_OF_SQL)
            return db

        connection._open = watched
        sys.addaudithook(lambda event, _: self.tick() if event in WATCHED else None)


def erase_in_child(folder, key, record_id, *, at):
    """Erase in a process of its own, killed at one of its moments; return how many it had, 0 when it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        killer = Killer()
        killer.watch()
        workspace = open_again(folder, key)
        killer.at, killer.moments = at, 0
        erase(workspace, record_id)
        finish_erasures(workspace)
        os.write(writing, str(killer.moments).encode())
        os._exit(0)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading) as told:
        return 0 if os.WIFSIGNALED(status) else int(told.read())


def check_killed(folder, key, record_id):
    """Check what a killed program left: a good backup, and an erasure that is not begun or can be finished."""
    clock = TickingClock()
    newest = backups.list_backups(folder)[0]
    assert open_copy(newest.path, key, clock=clock).records >= 1
    workspace = open_again(folder, key)
    is_begun = bool(workspace.erasing.done.known())
    assert finish_erasures(workspace).is_done
    assert workspace.check() == workspace.changes.count()
    assert [record.title for record in workspace.records.list(query="AMAPPE")] == [OTHER]
    is_there = SECRET in repr(workspace.draft_answers(record_id))
    copies = [copy.path for copy in backups.list_backups(folder)]
    workspace.close()
    assert is_there is not is_begun
    assert bool(traces(folder, key, SECRET)) is not is_begun
    assert len(copies) >= 2
    for copy in copies:
        open_copy(copy, key, clock=clock)
    return is_begun


def kill_rounds(begun, folder, key, tmp_path, *, rounds):
    whole = erase_in_child(shutil.copytree(folder, tmp_path / "whole"), key, begun, at=-1)
    chosen = [10, *random.Random(9).sample(range(11, whole), rounds - 1)]
    outcomes = set()
    for at in chosen:
        place = shutil.copytree(folder, tmp_path / f"killed-{at}")
        assert erase_in_child(place, key, begun, at=at) == 0
        outcomes.add(check_killed(place, key, begun))
        shutil.rmtree(place)
    assert outcomes == {True, False}


def test_a_program_killed_at_any_moment_leaves_it_undone_or_to_be_finished(begun, folder, key, tmp_path):
    kill_rounds(begun, folder, key, tmp_path, rounds=16)


@pytest.mark.slow
def test_a_program_killed_at_any_of_very_many_moments(begun, folder, key, tmp_path):
    kill_rounds(begun, folder, key, tmp_path, rounds=100)


def test_nothing_is_done_when_nothing_was_erased(workspace):
    filled(workspace)
    before = workspace.backups.list()
    assert finish_erasures(workspace).is_done
    assert workspace.backups.list() == before


def test_a_backup_of_today_stands_before_an_older_one_is_touched(workspace, begun, folder, key, monkeypatch):
    again = open_again(folder, key)
    erase(again, begun)
    older = [copy.path for copy in again.backups.list()]
    seen = []

    def watched(hands, place, known, *, done):
        seen.append([copy.path for copy in backups.list_backups(folder)])

    monkeypatch.setattr(finishing, "_reach", watched)
    finish_erasures(again)
    again.close()
    assert len(seen[0]) == len(older) + 1
    assert open_copy(seen[0][0], key, clock=TickingClock()).trashed == 1


def test_a_damaged_copy_is_removed(begun, folder, key):
    again = open_again(folder, key)
    place = again.backups.list()[-1].path
    data = bytearray((place / "fiches.db").read_bytes())
    (place / "fiches.db").write_bytes(data[:20_000] + bytes(9_000) + data[29_000:])
    erase(again, begun)
    done = finish_erasures(again)
    again.close()
    assert done.dropped == [place]
    assert traces(folder, key, SECRET) == []


def test_a_copy_of_a_newer_program_is_left_and_said_and_tried_again(begun, folder, key):
    again = open_again(folder, key)
    place = again.backups.list()[-1].path
    db = connection.connect(place / "fiches.db", key)
    db.table("migration").insert({"name": "m0099_from_the_future", "done_at": ""})
    db.close()
    erase(again, begun)
    assert finish_erasures(again).left == [place]
    assert [one.record_id for one in again.erasing.done.pending()] == [begun]
    shutil.rmtree(place)
    assert finish_erasures(again).is_done
    assert again.erasing.done.pending() == []
    again.close()


def test_a_copy_from_before_the_record_is_left_as_it_is(workspace, folder):
    filled(workspace)
    before = workspace.backups.make()
    record = filled(workspace, SECRET)
    erase(workspace, record)
    assert finish_erasures(workspace).rewritten == []
    assert before in workspace.backups.list()


def test_a_full_disk_stops_it_and_it_goes_on_when_there_is_room(template, small_disk, reopen, key):
    disk = small_disk(8 * 1024 * 1024)
    workspace = reopen(shutil.copytree(template, disk / "equipe"))
    install(workspace)
    filled(workspace)
    record = planted(workspace)
    backup = workspace.backups.list()[0]
    (disk / "filler").write_bytes(bytes(shutil.disk_usage(disk).free - 300_000))
    erase(workspace, record)
    with pytest.raises(KnownError, match=r"file\.disk_full"):
        finish_erasures(workspace)
    assert open_copy(backup.path, key, clock=TickingClock()).records == 2
    assert SECRET not in repr(workspace.draft_answers(record))
    (disk / "filler").unlink()
    assert finish_erasures(workspace).is_done
    workspace.close()
    assert traces(disk / "equipe", key, SECRET) == []


def test_it_works_in_another_thread_than_the_one_that_writes(workspace, folder, key):
    from concurrent.futures import ThreadPoolExecutor

    record = planted(workspace)
    erase(workspace, record)
    told = []
    with ThreadPoolExecutor(1) as worker:
        work = worker.submit(finish_erasures, workspace, told=lambda done, total: told.append(done / total))
        assert work.result().is_done
    assert told == sorted(told)
    assert told[-1] == 1
    assert traces(folder, key, SECRET) == []
    filled(workspace, "après")
