"""What nobody foresaw is said calmly, and the log holds no answer."""

import sys

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.ui.crash import CrashNet, without_answers
from fieldapp.ui.messages import words_of

SECRET = "0612345678"


def caught():
    try:
        int(SECRET + " x")
    except ValueError:
        return sys.exc_info()


@pytest.fixture
def net(tmp_path, monkeypatch, qapp):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    net = CrashNet(tmp_path / "technique.log")
    net.stretch()
    yield net
    for handler in list(net._log.handlers):
        handler.close()
        net._log.removeHandler(handler)


def test_the_log_tells_the_place_and_never_the_answer(net):
    net.catch(*caught())
    written = net.log_file.read_text()
    assert "ValueError" in written
    assert "test_crash.py" in written
    assert SECRET not in written


def test_a_person_reads_a_sentence(net, qtbot):
    with qtbot.waitSignal(net.caught) as signal:
        net.catch(*caught())
    sentence = words_of(signal.args[0], "fr")
    assert "Traceback" not in sentence
    assert SECRET not in sentence


def test_an_error_of_ours_keeps_its_facts():
    try:
        raise KnownError("file.disk_full", path="/x")
    except KnownError:
        assert "file.disk_full(path='/x')" in without_answers(*sys.exc_info())
