"""The line of filters, over a real encrypted file: seen, reached by keyboard, let go by one key, remembered."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from fieldapp.records.selection import Order
from fieldapp.store import Actor
from fieldapp.ui.seeking import Behind, Seeker, SeekErrand, _read
from tests.ui.robot import press, write
from tests.ui.test_records_page import begin, titles

OTHER = "00000000-0000-4000-8000-000000000009"


@pytest.fixture
def page(window):
    return window.records


@pytest.fixture
def filters(page):
    return page.filters


@pytest.fixture
def several(window, page, qtbot):
    """Three records: of two forms, of two people, one of them complete."""
    desk = window.desk
    desk.workspace.people.add_actor(Actor(OTHER, "Youssef", "agent", ""))
    begin(window, "Amal")
    form = desk.workspace.forms.get("visite")
    other = desk.workspace.records.new("visite", form.version, author_id=OTHER, title="Bassma")
    desk.workspace.records.add(other, beside={"lieu/region": "04"})
    window.start_record("fiche_organisation")
    window.fill.close_record()
    qtbot.waitUntil(lambda: not page.filters.author.isHidden() and not page.filters.form.isHidden())


def test_an_empty_list_has_no_filters(window, page, filters):
    assert not filters.isVisible()
    begin(window, "Amal")
    assert filters.isVisible()


def test_only_what_divides_the_list_is_offered(window, filters, several):
    texts = [action.text() for action in filters.author.actions_offered()]
    assert texts == ["Toutes les personnes", "Amina", "Youssef"]
    assert filters.region.isHidden()


def test_a_filter_narrows_the_list_and_says_how_many_there_are(page, filters, several):
    filters.author.choose(OTHER)
    assert titles(page) == ["Bassma"]
    assert filters.count.text() == "1 fiche"
    assert (filters.author.text(), filters.author.accessibleName()) == ("Youssef", "Saisie par : Youssef")


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_one_key_lets_a_filter_go(page, filters, several, key):
    filters.author.choose(OTHER)
    filters.author.setFocus()
    press(key, widget=filters.author)
    assert len(titles(page)) == 3
    assert filters.author.text() == "&Saisie par"


def test_every_filter_goes_at_once(page, filters, several):
    filters.author.choose(OTHER)
    filters.stale.setChecked(True)
    assert not filters.clear.isHidden()
    filters.clear.click()
    assert len(titles(page)) == 3
    assert filters.clear.isHidden()
    assert not filters.stale.isChecked()


def test_a_filter_keeps_its_key_while_something_is_chosen(filters, several):
    before = filters.author.shortcut()
    filters.author.choose(OTHER)
    assert filters.author.shortcut() == before == QKeySequence("Alt+S")


@pytest.mark.parametrize("code", ["fr", "ar", "en"])
def test_no_two_filters_share_a_key(window, filters, code):
    window.language_chosen.emit(code)
    parts = (filters.form, filters.state, filters.region, filters.author, filters.stale, filters.incomplete)
    keys = [part.shortcut().toString() for part in (*parts, filters.clear, filters.order)]
    assert "" not in keys
    assert len(set(keys)) == len(keys)


def test_a_toggle_obeys_enter_and_delete(page, filters, several):
    press(Qt.Key.Key_Return, widget=filters.incomplete)
    assert filters.incomplete.isChecked()
    press(Qt.Key.Key_Delete, widget=filters.incomplete)
    assert not filters.incomplete.isChecked()


def test_filters_without_result_say_so_and_can_be_cleared(page, filters, several):
    filters.stale.setChecked(True)
    assert page.stack.currentWidget() is page.nothing_found
    assert page.nothing_found.title.text() == "Aucune fiche ne répond à ces filtres"
    page.nothing_found.action.click()
    assert len(titles(page)) == 3


def test_filters_are_remembered_when_one_comes_back_from_a_record(window, page, filters, several):
    filters.author.choose(OTHER)
    window.open_record(page.model.row(0).record.record_id)
    window.fill.close_record()
    assert titles(page) == ["Bassma"]


def test_a_draft_just_left_is_known_to_be_incomplete(window, page, filters, several):
    filters.incomplete.setChecked(True)
    assert "Fiche sans nom" in titles(page)
    assert window.desk.workspace.records.listing.uncounted() <= 1


def test_drafts_that_nobody_counted_are_counted_in_between(window, page, filters, several, qtbot):
    qtbot.waitUntil(lambda: window.desk.workspace.records.listing.uncounted() == 0, timeout=10_000)


def test_a_click_on_a_column_orders_turns_round_and_lets_go(page, filters, several):
    click = page.table.horizontalHeader().sectionClicked.emit
    shown = []
    for _ in range(3):
        click(0)
        shown.append((page.model.selection.order, page.model.selection.is_reversed))
    assert shown == [(Order.TITLE, False), (Order.TITLE, True), (None, False)]


def test_a_column_says_how_the_list_is_ordered(page, filters, several):
    role = Qt.ItemDataRole.AccessibleTextRole
    head = lambda column: page.model.headerData(column, Qt.Orientation.Horizontal, role)  # noqa: E731
    page.table.horizontalHeader().sectionClicked.emit(0)
    assert head(0) == "Fiche : trié"
    assert head(1) == "Formulaire : cliquer pour trier"
    assert head(3) == "Transmission"


def test_the_order_can_be_chosen_without_a_mouse(page, filters, several):
    filters.order.choose("title -")
    assert titles(page) == ["Bassma", "Amal", "Fiche sans nom"]
    assert filters.order.accessibleName() == "Tri : Nom, de Z à A"


def test_in_arabic_arabic_names_come_first(window, page, filters, several):
    begin(window, "جمعية")
    filters.order.choose("title")
    assert titles(page)[0] == "Amal"
    window.language_chosen.emit("ar")
    page.refresh()
    assert titles(page)[0] == "جمعية"


def test_escape_clears_the_search_and_down_goes_to_the_list(window, page, several, qtbot):
    page.search.setFocus()
    write("bassm")
    qtbot.waitUntil(lambda: titles(page) == ["Bassma"])
    press(Qt.Key.Key_Escape, widget=page.search)
    qtbot.waitUntil(lambda: len(titles(page)) == 3)
    press(Qt.Key.Key_Down, widget=page.search)
    QApplication.processEvents()
    assert page.table.hasFocus()


def test_what_is_behind_is_said_and_the_search_is_done_again(window, page, filters, several):
    page.say_behind(Behind(unread=34_000))
    assert filters.count.text().endswith("34.000 autres en préparation")
    page.say_behind(Behind())
    assert filters.count.text() == "3 fiches"


def begin_many(window, count):
    workspace = window.desk.workspace
    form = workspace.forms.get("visite")
    with workspace.transaction():
        for number in range(count):
            record = workspace.records.new(
                "visite", form.version, author_id=workspace.actor.actor_id, title=f"N{number}"
            )
            workspace.records.add(record)


def test_a_large_number_behind_is_indexed_between_two_events(window, page, qtbot):
    begin_many(window, 120)
    assert window.desk.workspace.indexing.catch_up_if_little() == 120
    page.refresh()
    qtbot.waitUntil(lambda: window.desk.workspace.indexing.behind() == 0, timeout=20_000)
    page.search.setText("n119")
    qtbot.waitUntil(lambda: titles(page) == ["N119"])


def test_what_came_while_an_older_answer_was_on_its_way_is_indexed_too(window, page, qtbot):
    seeking = window.findChild(SeekErrand)
    answered = threading.Event()
    seeking.seeker.done.connect(
        lambda question, _answer: answered.set() if question is _read else None,
        Qt.ConnectionType.DirectConnection,
    )
    qtbot.waitUntil(lambda: not seeking._is_reading)
    answered.clear()
    page.refresh()
    assert answered.wait(20), "the thread has read that nothing is behind; the window has not heard it yet"
    begin_many(window, 120)
    page.refresh()
    qtbot.waitUntil(lambda: window.desk.workspace.indexing.behind() == 0, timeout=20_000)


def test_a_record_that_is_gone_leaves_an_empty_row(window, page, several):
    page.model._numbers.append(999_999)
    assert page.model.index(3, 0).data() is None
    page.table.chosen.emit(3)
    assert window.stack.currentWidget() is page


def test_the_end_key_reaches_the_last_row(window, page, qtbot, monkeypatch):
    monkeypatch.setattr("fieldapp.ui.records_model.FIRST", 2)
    begin(window, "A", "B", "C", "D")
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    page.table.setFocus()
    press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier, widget=page.table)
    assert page.table.currentIndex().row() == 3


def test_nothing_runs_on_after_the_workspace_is_closed(window, page, several):
    seekers = window.findChildren(Seeker)
    window.leave()
    assert not any(seeker.isRunning() for seeker in seekers)
