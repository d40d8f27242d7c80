"""One errand at a time; what it made is kept even when the workspace is left in the middle of it."""

from threading import Event

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture
def ended():
    return Event()


def run(window, ended, keep):
    window.errands.run("…", lambda _progress, _stop: ended.set() or "made", keep)
    assert ended.wait(30)


def test_what_an_errand_made_is_kept_before_the_workspace_is_closed(window, desk, ended):
    kept = []
    run(window, ended, lambda made: kept.append((made, desk.workspace.is_closed)))
    window.leave()
    QApplication.processEvents()
    assert kept == [("made", False)]


def test_no_errand_begins_while_the_workspace_is_left(window, desk, ended):
    errands, begun = window.errands, []
    errands.began.connect(begun.append)
    errands.ended.connect(lambda: errands.run("another", lambda _progress, _stop: None, lambda _: None))
    run(window, ended, lambda _: None)
    window.leave()
    assert (begun, errands.job) == (["…"], None)


def test_another_errand_may_begin_once_the_workspace_was_left_in_the_middle_of_one(window, ended, qtbot):
    errands, done = window.errands, []
    run(window, ended, lambda _: None)
    window.leave()
    with qtbot.waitSignal(errands.ended, timeout=30_000):
        errands.run("restore", lambda _progress, _stop: "restored", done.append)
    assert done == ["restored"]


@pytest.mark.parametrize("question", ["save", "folder", "open"])
def test_a_file_chosen_after_the_workspace_was_closed_is_not_written(window, tmp_path, question):
    """The system's dialog stays open while the window locks itself behind it."""
    errands, chooser = window.errands, window._chooser

    def locked_meanwhile(*_):
        window.leave()
        return tmp_path / "fiche.pdf"

    setattr(chooser, question, locked_meanwhile)
    ask = {"save": errands.choose_target, "folder": errands.choose_folder, "open": errands.choose_file}[
        question
    ]
    assert ask("…", *{"save": ("fiche.pdf", ""), "open": ("",)}.get(question, ())) is None
