"""The trash in the window: a reason that nobody must give, one key back, two steps before anything goes for ever."""

from datetime import timedelta
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fieldapp.ui.pages.wait_dialog import WaitDialog
from fieldapp.ui.trash_model import LEFT, SINCE, TITLE, WHY
from fieldapp.ui.trashing import TrashErrand
from tests.ui.robot import press, write

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class MovableClock:
    """The workspace's clock, moved on by a test."""

    def __init__(self, clock):
        self._clock = clock
        self.ahead = timedelta(0)

    def now(self):
        return self._clock.now() + self.ahead


@pytest.fixture
def errand(window):
    return window.errands.findChild(TrashErrand)


@pytest.fixture
def record(desk, window):
    begun = desk.start("visite")
    desk.save(begun, begun.session.answer("/visite/identite/nom", "Association Amal"), "nom")
    window.show_records()
    return begun.record.record_id


def cells(page, *columns):
    return [page.model.data(page.model.index(0, column)) for column in columns]


def test_enter_alone_puts_it_there_without_a_reason(window, errand, record, desk):
    window.records.record_actions.run("trash", record)
    press(Qt.Key.Key_Return, widget=errand.dialog.reason.lineEdit())
    assert desk.workspace.records.get(record).trashed_at is not None
    assert desk.workspace.trashed.entries()[record].reason == ""


def test_the_reason_given_stays_with_it(window, errand, record):
    window.records.record_actions.run("trash", record)
    write("doublon", widget=errand.dialog.reason.lineEdit())
    errand.dialog.put.click()
    errand.show()
    assert cells(errand.page, WHY, LEFT) == ["doublon", "90 jours"]
    assert cells(errand.page, TITLE)[0].startswith("Association Amal · ")


def test_keys_lead_there_and_one_key_brings_back(window, errand, record, desk, qtbot):
    errand.trash(record, "doublon")
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_K, CONTROL_SHIFT)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is errand.page)
    press(Qt.Key.Key_Return, widget=errand.page.table)
    assert desk.workspace.records.get(record).trashed_at is None
    assert errand.page.stack.currentWidget() is errand.page.empty


def test_the_row_of_the_workspace_page_says_how_many(window, errand, record):
    window.show_space()
    assert window.space.rows["trash"].state.text() == "Vide."
    errand.trash(record, "")
    window.show_space()
    assert window.space.rows["trash"].state.text() == "1 fiche dans la corbeille."


def test_a_search_finds_titles_and_says_when_there_are_none(errand, record):
    errand.trash(record, "")
    errand.show()
    errand.page.search.setText("zzz")
    errand.page._show("zzz")
    assert errand.page.stack.currentWidget() is errand.page.nothing_found
    assert "zzz" in errand.page.nothing_found.title.text()


@pytest.fixture
def ripe(errand, record, desk):
    """A record that lies there since more than ninety days, by a clock that a person said is right."""
    clock = MovableClock(desk.workspace.clock)
    desk.workspace.clock = desk.workspace.events._clock = clock
    errand.trash(record, "doublon")
    clock.ahead = timedelta(days=91)
    desk.workspace.events.settle()
    errand.show()
    return record


def test_before_ninety_days_nothing_is_proposed(errand, record):
    errand.trash(record, "")
    errand.show()
    assert errand.page.notice.isHidden()


def test_removal_is_proposed_and_asks_twice(errand, ripe, desk, qtbot):
    assert errand.page.notice.words.text() == "1 fiche est là depuis plus de 90 jours."
    errand.page.notice.action.click()
    dialog = errand.dialog
    dialog.go_on.click()
    assert not dialog.go_on.isEnabled()
    dialog.number.line.setText("1")
    dialog.go_on.click()
    qtbot.waitUntil(lambda: errand._errands.job is None, timeout=20_000)
    assert desk.workspace.erasing.done.tombstone(ripe) is not None
    assert cells(errand.page, TITLE, LEFT) == ["Fiche effacée pour toujours", ""]
    assert not errand.page.restore.isEnabled()


def test_nobody_types_while_the_file_is_written_anew(window, errand, ripe, qtbot):
    errand.remove([ripe])
    (waiting,) = window.findChildren(WaitDialog)
    assert waiting.isVisible()
    qtbot.waitUntil(lambda: not waiting.isVisible(), timeout=20_000)
    assert window.errands.job is None


def test_nothing_is_removed_while_something_else_is_at_work(window, errand, ripe, desk, qtbot):
    go_on = Event()
    window.errands.run("…", lambda _progress, _stop: go_on.wait(30), lambda _: None)
    errand.remove([ripe])
    assert desk.workspace.erasing.done.tombstone(ripe) is None
    go_on.set()
    qtbot.waitUntil(lambda: window.errands.job is None, timeout=20_000)


def test_enter_alone_removes_nothing(errand, ripe, desk):
    errand.page.notice.action.click()
    press(Qt.Key.Key_Return, widget=errand.dialog)
    QApplication.processEvents()
    assert desk.workspace.erasing.done.tombstone(ripe) is None


def test_a_doubted_date_is_marked(errand, record, desk):
    clock = MovableClock(desk.workspace.clock)
    desk.workspace.clock = desk.workspace.events._clock = clock
    clock.ahead = timedelta(days=-20_000)
    errand.trash(record, "")
    errand.show()
    assert "horloge douteuse" in cells(errand.page, SINCE)[0]
