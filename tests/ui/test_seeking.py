"""What is sought in a thread for the list: an answer that comes too late is let go."""

from threading import Event

from PySide6.QtWidgets import QApplication

from fieldapp.ui.seeking import SeekErrand


def test_an_answer_on_its_way_when_the_workspace_is_closed_is_let_go(window, desk):
    errand = window.errands.findChild(SeekErrand)
    taken, answered = [], Event()
    errand._ask(lambda reading: reading.records.list(), taken.append)
    errand._ask(lambda _: answered.set(), taken.append)
    assert answered.wait(30)
    desk.close()
    QApplication.processEvents()
    assert taken == []
