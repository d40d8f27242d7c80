"""The window changes its language while it is used: words, direction, and the form inside it."""

from PySide6.QtCore import QPoint, Qt

from tests.ui.robot import ROOT, answer, question


def left_edge(widget, window):
    return widget.mapTo(window, QPoint(0, 0)).x()


def test_arabic_mirrors_the_fill_page(window, filling, qapp):
    navigator = filling.area.navigator
    assert left_edge(navigator, window) == 0
    window.language_chosen.emit("ar")
    qapp.processEvents()
    assert left_edge(navigator, window) + navigator.width() == window.width()
    assert filling.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_the_form_changes_its_words_with_the_window(window, filling):
    view = question(filling, "/identite/formel")
    window.language_chosen.emit("ar")
    assert "هل هي مصرح بها؟" in view._label.text()
    assert [choice.text() for choice in view.widget._fields()] == ["نعم", "لا"]
    assert filling.area.navigator.list.item(0).text() == "الهوية"


def test_the_window_changes_its_words_without_starting_again(window, filling, qapp):
    window.language_chosen.emit("en")
    qapp.processEvents()
    assert filling.finish.text() == "Complete the record"
    window.language_chosen.emit("fr")
    qapp.processEvents()
    assert filling.finish.text() == "Terminer la fiche"


def test_an_error_is_said_in_the_language_shown(window, filling):
    view = answer(filling, "/identite/annee", "12")
    window.language_chosen.emit("ar")
    assert view.error == "بعد 1900."


def test_answers_stay_when_the_language_changes(window, filling):
    answer(filling, "/identite/nom", "Amal")
    window.language_chosen.emit("ar")
    view = filling.area.page(0).questions[f"{ROOT}/identite/nom"]
    assert view.widget.value == "Amal"


def test_numbers_keep_their_direction_in_arabic(window, filling):
    window.language_chosen.emit("ar")
    view = question(filling, "/identite/annee")
    assert view.widget._line.layoutDirection() == Qt.LayoutDirection.LeftToRight
