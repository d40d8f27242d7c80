"""Long work happens elsewhere, says how far it is, stops when asked, and fails in words."""

import threading
import time

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.ui.jobs import Job


@pytest.fixture
def run(qtbot):
    def run(work, *, wait_for="done"):
        job = Job(work)
        with qtbot.waitSignal(getattr(job, wait_for), timeout=5000) as caught:
            job.start()
        job.wait()
        return caught.args[0]

    return run


def test_work_runs_on_another_thread(run):
    assert run(lambda progress, stop: threading.get_ident()) != threading.get_ident()


def test_a_known_error_arrives_as_it_is(run):
    def fail(progress, stop):
        raise KnownError("file.disk_full", path="x")

    assert run(fail, wait_for="failed").code == "file.disk_full"


def test_progress_is_told(qtbot):
    job = Job(lambda progress, stop: progress(3, 10))
    with qtbot.waitSignal(job.advanced) as caught:
        job.start()
    job.wait()
    assert caught.args == [3, 10]


def test_stopped_work_says_that_it_was_stopped(qtbot):
    def work(progress, stop):
        while not stop():
            time.sleep(0.005)
        raise KnownError("export.cancelled")

    job = Job(work)
    with qtbot.waitSignal(job.failed, timeout=5000) as caught:
        job.start()
        job.cancel()
    job.wait()
    assert caught.args[0].code == "ui.stopped"
