"""A person fills a record in the real window; what is committed is read from the encrypted file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton

from fieldapp.ui.form.sections import SectionState
from fieldapp.ui.look import font
from fieldapp.ui.theme import Type
from tests.ui.robot import ROOT, answer, press, question, write


def stored(window):
    return window.desk.workspace.draft_answers(window.fill.bridge.opened.record.record_id)


def shown_sections(page):
    rows = range(page.area.navigator.list.count())
    return [
        page.area.navigator.list.item(n).text()
        for n in rows
        if not page.area.navigator.list.item(n).isHidden()
    ]


def test_a_new_record_begins_at_its_first_question(window, filling):
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert filling.area.page(0).questions[f"{ROOT}/identite/nom"].isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize(
    ("reference", "written", "path", "value"),
    [
        ("/identite/nom", "Amal — جمعية", "identite/nom", "Amal — جمعية"),
        ("/identite/annee", "1998", "identite/annee", "1998"),
        ("/identite/mission", "Écouter, orienter", "identite/mission", "Écouter, orienter"),
        ("/details/cout", "12,5", "details/cout", "12.5"),
        ("/details/jour", "31/05/2024", "details/jour", "2024-05-31"),
        ("/details/lieu", "34.02, -6.84", "details/lieu", "34.02 -6.84 0.0 0.0"),
        ("/details/ville", "sale", "details/ville", "sale"),
    ],
)
def test_what_is_written_is_in_the_file_when_the_next_question_has_the_keyboard(
    window, filling, reference, written, path, value
):
    answer(filling, reference, written)
    assert stored(window)[path] == value


def test_the_header_says_when_and_where_it_is_saved(window, filling):
    answer(filling, "/identite/nom", "Amal")
    assert filling.saved.text().startswith("Enregistré à ")
    assert filling.saved.text().endswith("sur cet ordinateur seulement")


def test_the_record_takes_its_name_while_it_is_filled(window, filling):
    answer(filling, "/identite/nom", "Amal")
    assert filling._title.text() == "Amal"


def test_an_error_appears_on_leaving_and_not_while_writing(window, filling):
    view = question(filling, "/identite/annee")
    write("1850")
    assert view.error == ""
    press(Qt.Key.Key_Tab)
    assert view.error == "Après 1900."


def test_an_error_waits_even_when_writing_rests(window, filling):
    view = question(filling, "/identite/annee")
    write("1850")
    view.widget._on_rest()
    assert stored(window)["identite/annee"] == "1850"
    assert view.error == ""


def test_an_error_goes_when_the_answer_is_right(window, filling):
    view = answer(filling, "/identite/annee", "1850")
    question(filling, "/identite/annee")
    QApplication.focusWidget().selectAll()
    write("1950")
    press(Qt.Key.Key_Tab)
    assert view.error == ""


def test_a_required_question_left_blank_says_so(window, filling):
    view = question(filling, "/identite/nom")
    press(Qt.Key.Key_Tab)
    assert view.error == "Cette réponse est nécessaire pour terminer la fiche."


def test_a_required_question_has_a_sign_and_a_word(window, filling):
    view = question(filling, "/identite/nom")
    assert "*" in view._label.text()
    assert QApplication.focusWidget().accessibleName() == "Nom, réponse nécessaire"


def test_a_question_comes_and_goes_with_its_condition(window, filling):
    view = question(filling, "/identite/formel")
    dependent = filling.area.page(0).questions[f"{ROOT}/identite/recepisse"]
    assert dependent.isHidden()
    next(b for b in view.findChildren(QRadioButton) if b.text() == "Oui").click()
    assert not dependent.isHidden()


def test_a_note_repeats_what_was_answered(window, filling):
    answer(filling, "/identite/nom", "Amal")
    filling.area.show_section(1)
    assert "Merci à Amal" in filling.area.page(1).questions[f"{ROOT}/details/merci"]._label.text()


def test_undo_and_redo_walk_the_answers(window, filling):
    answer(filling, "/identite/nom", "Amal")
    answer(filling, "/details/cout", "3")
    filling.undo()
    assert "details/cout" not in stored(window)
    filling.undo()
    assert "identite/nom" not in stored(window)
    filling.redo()
    assert stored(window)["identite/nom"] == "Amal"


def test_undo_shows_what_it_changed(window, filling):
    answer(filling, "/identite/nom", "Amal")
    filling.area.show_section(2)
    filling.undo()
    assert filling.area.current == 0
    assert QApplication.focusWidget().text() == ""


def test_sections_say_how_far_they_are(window, filling):
    navigator = filling.area.navigator
    assert navigator.state(0) == SectionState.EMPTY
    filling.bridge.answer(f"{ROOT}/identite/annee", "1950")
    assert navigator.state(0) == SectionState.STARTED
    answer(filling, "/identite/nom", "Amal")
    assert navigator.state(0) == SectionState.COMPLETE
    question(filling, "/identite/annee")
    QApplication.focusWidget().selectAll()
    write("12")
    press(Qt.Key.Key_Tab)
    assert navigator.state(0) == SectionState.PROBLEMS


def test_a_repeat_instance_is_added_and_its_first_question_waits(window, filling):
    filling.area.show_section(2)
    repeat = filling.area.page(2)._blocks[f"{ROOT}/sites/site"]
    before = len(repeat.cards)
    repeat._add.click()
    assert len(repeat.cards) == before + 1
    write("12, rue des Orangers")
    press(Qt.Key.Key_Tab)
    assert "12, rue des Orangers" in stored(window).values()


def test_a_removed_repeat_instance_comes_back_by_undo(window, filling):
    answer(filling, "/sites/site[1]/adresse", "Rue 1")
    filling.area.arrange("instance_remove", f"{ROOT}/sites/site[1]")
    assert "Rue 1" not in [view.widget.value for view in filling.area.page(2).questions.values()]
    filling.undo()
    assert "Rue 1" in [view.widget.value for view in filling.area.page(2).questions.values()]


def test_an_answer_repaints_only_what_it_moved(window, filling, monkeypatch):
    page = filling.area.page(0)
    painted = []
    for reference, view in page.questions.items():
        monkeypatch.setattr(view, "paint_value", lambda reference=reference: painted.append(reference))
    answer(filling, "/identite/annee", "1950")
    assert painted == [f"{ROOT}/identite/annee"]


def test_a_section_is_built_when_it_is_first_shown(window, filling):
    assert set(filling.area._pages) == {0}
    filling.area.show_section(1)
    assert set(filling.area._pages) == {0, 1}


def test_undo_is_offered_only_when_there_is_something_to_undo(window, filling):
    assert (filling._undo.isEnabled(), filling._redo.isEnabled()) == (False, False)
    answer(filling, "/identite/nom", "Amal")
    assert filling._undo.isEnabled()
    filling._undo.click()
    assert (filling._undo.isEnabled(), filling._redo.isEnabled()) == (False, True)


def test_a_list_of_records_without_any_says_so_and_asks_for_no_other_answer(window):
    window.start_record("veille_projet")
    view = question_at(window.fill, "/veille_projet/reperage/organisation_fiche")
    assert view._hint.text().startswith("Aucune fiche à choisir sur cet ordinateur")


def question_at(page, reference):
    assert page.area.go_to(reference)
    return page.area.page(page.area.current).questions[reference]


def test_the_word_of_a_section_stands_below_its_title_and_not_upon_it(filling):
    sections = filling.area.navigator.list
    row = sections.visualItemRect(sections.item(0)).height()
    assert row >= QFontMetrics(font(Type.BODY)).height() + QFontMetrics(font(Type.SMALL)).height()
