"""Finishing a record, reopening it, and walking through what is wrong with it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.robot import ROOT, answer, press


@pytest.fixture
def complete(window, filling):
    answer(filling, "/identite/nom", "Amal")
    answer(filling, "/sites/site[1]/adresse", "Rue 1")
    return filling


def problems(page):
    return [page.area.panel.list.item(n).text() for n in range(page.area.panel.list.count())]


def test_finishing_lists_every_problem_at_once(window, filling):
    answer(filling, "/identite/annee", "12")
    filling.finish.click()
    assert problems(filling) == ["Réponse nécessaire", "Après 1900.", "Réponse nécessaire"]
    assert filling.area.panel._title.text() == "3 réponses à revoir"
    assert filling.bridge.opened.record.is_draft


def test_enter_goes_from_a_problem_to_its_question(window, filling):
    filling.finish.click()
    filling.area.panel.list.setCurrentRow(1)
    press(Qt.Key.Key_Return, widget=filling.area.panel.list)
    view = filling.area.page(2).questions[f"{ROOT}/sites/site[1]/adresse"]
    assert view.isAncestorOf(QApplication.focusWidget())


def test_a_problem_leaves_the_list_when_it_is_mended(window, filling):
    filling.finish.click()
    answer(filling, "/identite/nom", "Amal")
    assert problems(filling) == ["Réponse nécessaire"]


def test_a_complete_record_is_finalised_and_only_read(window, complete):
    complete.finish.click()
    assert not complete.bridge.opened.record.is_draft
    assert complete.saved.text() == "Fiche complète · révision 1"
    assert complete.notice.words.text().endswith("Elle reste dans l’équipe et ne part pas à l’ANAPEC.")
    line = complete.area.page(0).questions[f"{ROOT}/identite/nom"].widget._line
    assert line.isReadOnly()


def test_reopening_asks_for_a_reason(window, complete):
    complete.finish.click()
    complete.reopen_bar.ask()
    assert not complete.reopen_bar.confirm.isEnabled()
    complete.reopen_bar.reason.setText("nouvelle adresse")
    complete.reopen_bar.confirm.click()
    assert complete.bridge.opened.record.is_draft
    assert window.desk.workspace.records.reason(complete.bridge.opened.record.record_id) == "nouvelle adresse"


def test_saving_is_always_allowed(window, filling):
    answer(filling, "/identite/annee", "12")
    filling.close_record()
    assert [record.is_draft for record in window.desk.workspace.records.list()] == [True]


def test_in_a_narrow_window_the_problems_take_the_navigators_place(window, filling, qapp):
    window.resize(window.minimumSize())
    filling.finish.click()
    qapp.processEvents()
    assert (filling.area.panel.isVisible(), filling.area.navigator.isVisible()) == (True, False)
    filling.area.panel.closed.emit()
    assert filling.area.navigator.isVisible()
