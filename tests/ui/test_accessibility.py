"""A screen reader hears every field's name, its help and what is wrong; nothing is reached by the mouse alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from tests.ui.robot import answer, press


def test_a_field_says_its_name_its_help_and_its_error(window, filling):
    view = answer(filling, "/identite/annee", "12")
    spoken = QAccessible.queryAccessibleInterface(view.findChild(QLineEdit))
    assert spoken.text(QAccessible.Text.Name) == "Année"
    assert "Après 1900." in spoken.text(QAccessible.Text.Description)


@pytest.mark.parametrize("code", ["fr", "ar", "en"])
def test_no_button_is_without_a_name(window, filling, code, qapp):
    window.language_chosen.emit(code)
    qapp.processEvents()
    seen = [button for button in window.findChildren(QAbstractButton) if button.isVisible()]
    assert not [
        button
        for button in seen
        if not (button.text() or button.accessibleName() or button.toolTip())
        and not button.metaObject().className().startswith("QLineEdit")
    ]


def test_tab_goes_through_the_questions_in_reading_order(window, filling):
    names = []
    for _ in range(5):
        names.append(QApplication.focusWidget().accessibleName().partition(",")[0])
        press(Qt.Key.Key_Tab)
    assert names[0] == "Nom"
    assert names[1] == "Année"
    assert names.index("Année") < names.index("Est-elle déclarée ?") < names.index("Mission")


@pytest.mark.parametrize("code", ["fr", "ar", "en"])
def test_the_help_is_there_in_every_language(window, code):
    window.language_chosen.emit(code)
    window.show_help()
    assert "Ctrl+Z" in window.help.text.toPlainText()
    assert "fieldapp form check" in window.help.text.toPlainText()
    window.help.closed.emit()
    assert window.stack.currentWidget() is window.records


@pytest.mark.parametrize(("code", "key"), [("fr", 0), ("ar", 1)])
def test_the_tables_of_the_help_begin_where_the_language_begins(window, code, key):
    window.language_chosen.emit(code)
    window.show_help()
    *_, table = window.help.text.document().rootFrame().childFrames()
    said = [table.cellAt(1, column).firstCursorPosition().block().text() for column in (0, 1)]
    assert said[key] == "\u2066Ctrl+C\u2069"


def test_a_field_says_what_was_answered(window, filling):
    view = answer(filling, "/identite/nom", "Amal")
    spoken = QAccessible.queryAccessibleInterface(view.findChild(QLineEdit))
    assert spoken.text(QAccessible.Text.Value) == "Amal"
    assert spoken.text(QAccessible.Text.Name).startswith("Nom")
