"""The page of the workspace: reached by keys alone, each row a title, a sentence and one button."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fieldapp.ui.pages.workspace_page import WorkspacePage
from tests.ui.robot import press


def test_keys_lead_to_it_and_back(window, qtbot):
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.waitUntil(lambda: window.isActiveWindow() and window.band.space.isVisible())
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_E, control_shift)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.space)
    assert window.focusWidget() is next(iter(window.space.rows.values())).button
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.records)


def test_enter_does_what_the_row_is_for(window):
    window.show_space()
    done = []
    row = window.space.rows["backups"]
    row.asked.disconnect()
    row.asked.connect(lambda: done.append("backups"))
    row.button.setFocus()
    press(Qt.Key.Key_Return)
    assert done == ["backups"]


def test_a_row_says_how_it_stands(qtbot):
    page = WorkspacePage()
    qtbot.addWidget(page)
    row = page.add_row(
        "x", "info", title=lambda: "Clés", words=lambda: "Deux", act=lambda: "Voir", run=lambda: None
    )
    row.say("Entières")
    assert (row.state.text(), row.state.isHidden()) == ("Entières", False)
    row.say("")
    assert row.state.isHidden()
