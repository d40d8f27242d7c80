"""Whoever reads never holds up who writes, nor the other way round, and no reading lets the log grow for ever."""

import threading
import time
from itertools import cycle
from statistics import median

import pytest

from fieldapp.store.connection import LOG_BYTES
from tests.store.copying.test_backups import answer
from tests.store.given import FICHE

ROOM = 8 * LOG_BYTES
"""Twice the length at which a log is seen to; without that, it was seen to grow to thirteen times it."""
SLACK_S = 0.5
"""More than any disk takes for one answer; less than the seconds that a lock would hold it up."""


@pytest.fixture
def log(folder):
    return folder / "fiches.db-wal"


@pytest.fixture
def long_reading(workspace):
    """Begin a reading in another thread, which goes on until it is told to end."""
    threads = []

    def begin():
        begun, end = threading.Event(), threading.Event()
        seen = []

        def read():
            with workspace.reader() as reading:
                reading._opened.db.execute("BEGIN")
                seen.append(reading.records.count())
                begun.set()
                end.wait()
                seen.append(reading.records.count())
                reading._opened.db.execute("ROLLBACK")

        thread = threading.Thread(target=read)
        thread.start()
        threads.append((thread, end))
        begun.wait()

        def stop():
            end.set()
            thread.join()
            return seen

        return stop

    yield begin
    for thread, end in threads:
        end.set()
        thread.join()


def timed_answers(workspace, draft, many):
    took = []
    for number in range(many):
        began = time.perf_counter()
        answer(workspace, draft, f"{number} " + "x" * 2_000)
        took.append(time.perf_counter() - began)
    return took


def test_answers_are_committed_as_quickly_while_somebody_reads(workspace, draft, long_reading):
    alone = median(timed_answers(workspace, draft, 150))
    stop = long_reading()
    meanwhile = timed_answers(workspace, draft, 150)
    stop()
    assert max(meanwhile) < SLACK_S
    assert median(meanwhile) < 4 * alone


def test_a_reading_sees_one_moment_whatever_is_written(workspace, draft, long_reading):
    stop = long_reading()
    workspace.start_draft(FICHE)
    before, after = stop()
    assert (before, after) == (1, 1)
    assert workspace.records.count() == 2


def test_a_reading_is_not_held_up_by_an_answer_that_is_being_committed(workspace, draft):
    answer(workspace, draft, "avant")
    found = []

    def read():
        began = time.perf_counter()
        with workspace.reader() as reading:
            found.append((reading.draft_answers(draft), time.perf_counter() - began))

    with workspace.transaction():
        answer(workspace, draft, "pendant")
        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
    [(answers, took)] = found
    assert answers == {"nom": "avant"}
    assert took < SLACK_S


def test_a_log_that_a_reading_let_grow_is_short_again_once_it_has_ended(workspace, draft, log, long_reading):
    stop = long_reading()
    timed_answers(workspace, draft, 1_200)
    assert log.stat().st_size > LOG_BYTES
    stop()
    timed_answers(workspace, draft, 20)
    assert log.stat().st_size <= LOG_BYTES


def test_readings_that_never_cease_do_not_let_the_log_grow(workspace, draft, log):
    over = threading.Event()

    def read():
        """Always hold one moment at least, each for a short time."""
        with workspace.reader() as one, workspace.reader() as other:
            for reading in cycle((one, other)):
                reading._opened.db.execute("BEGIN")
                reading.records.count()
                time.sleep(0.005)
                former = other if reading is one else one
                if former._opened.db.conn.in_transaction:
                    former._opened.db.execute("ROLLBACK")
                if over.is_set():
                    return

    reader = threading.Thread(target=read)
    reader.start()
    sizes = []
    for number in range(1_200):
        answer(workspace, draft, f"{number} " + "x" * 30_000)
        sizes.append(log.stat().st_size)
    over.set()
    reader.join()
    assert max(sizes) < ROOM
