"""The list of records, over a real encrypted file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from fieldapp.ui import records_model
from fieldapp.ui.trashing import TrashErrand
from tests.ui.robot import answer, press, write


@pytest.fixture
def page(window):
    return window.records


def titles(page):
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def begin(window, *names):
    for name in names:
        window.start_record("visite")
        answer(window.fill, "/identite/nom", name)
        window.fill.close_record()


def test_an_empty_list_offers_the_first_step(window, page):
    assert page.stack.currentWidget() is page.empty
    assert page.empty.action.text() == "Remplir une première fiche"


def test_several_forms_are_offered_by_their_titles(window, page, qapp):
    page.new.click()
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    texts = [action.text() for action in menu.actions()]
    assert {"Visite", "Fiche organisation"} <= {text.lstrip("&0123456789 ") for text in texts[:-2]}
    assert texts[0].startswith("&1 ")
    assert menu.activeAction() is menu.actions()[0]
    assert texts[-2:] == ["", "Formulaires…"]
    menu.close()


def test_the_record_touched_last_comes_first(window, page):
    begin(window, "Amal", "Bassma")
    assert titles(page) == ["Bassma", "Amal"]


def test_a_row_says_how_far_the_record_is_and_where_it_lies(window, page):
    begin(window, "Amal")
    row = [page.model.index(0, column).data() for column in range(1, 4)]
    assert row == ["Visite", "Brouillon", "Sur cet ordinateur seulement"]


def test_search_does_not_mind_accents(window, page, qtbot):
    begin(window, "Écoute et accueil", "Bassma")
    page.search.setFocus()
    write("ecoute")
    qtbot.waitUntil(lambda: titles(page) == ["Écoute et accueil"])


def test_a_search_without_result_says_so_and_can_be_cleared(window, page, qtbot):
    begin(window, "Amal")
    page.search.setText("zzz")
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.nothing_found)
    assert page.nothing_found.title.text() == "Aucune fiche ne contient « zzz »"
    page.nothing_found.action.click()
    qtbot.waitUntil(lambda: titles(page) == ["Amal"])


def test_enter_opens_the_record_of_the_row(window, page):
    begin(window, "Amal")
    page.table.setFocus()
    press(Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.fill
    assert window.fill._title.text() == "Amal"


def test_a_record_put_in_the_trash_comes_back(window, page):
    begin(window, "Amal")
    page.record_actions.run("trash", page.model.row(0).record.record_id)
    window.errands.findChild(TrashErrand).dialog.confirmed.emit("")
    assert titles(page) == []
    window.notice.action.click()
    assert titles(page) == ["Amal"]


def test_the_order_of_a_long_list_follows_from_a_thread(window, page, monkeypatch, qtbot):
    monkeypatch.setattr(records_model, "FIRST", 2)
    monkeypatch.setattr(records_model, "PAGE", 2)
    begin(window, "A", "B", "C", "D", "E")
    qtbot.waitUntil(lambda: page.model.rowCount() == 5)
    assert titles(page) == ["E", "D", "C", "B", "A"]


@pytest.mark.parametrize("code", ["fr", "ar", "en"])
def test_the_empty_list_shows_all_its_words_in_the_middle(window, qapp, code):
    window.language_chosen.emit(code)
    qapp.processEvents()
    empty = window.records.empty
    for part in (empty.title, empty.words):
        assert part.height() >= part.heightForWidth(part.width())
        assert abs(part.mapTo(empty, part.rect().center()).x() - empty.rect().center().x()) <= 1
