"""The page one comes home to, in the real window."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from fieldapp.records.record import Status
from fieldapp.ui.pages.count_table import CountTable
from fieldapp.ui.pages.loss_card import LossCard
from fieldapp.ui.pages.task_card import TaskCard
from fieldapp.usecases.overview import Line
from fieldapp.usecases.what_to_do import SOURCES, Look, Task, TaskRow
from tests.ui.robot import answer, press

PATIENCE_S = 20


@pytest.fixture
def home(window):
    window.show_home()
    settle(window)
    return window.home


def settle(window):
    """Wait until the page was told how the workspace stands."""
    until = time.monotonic() + PATIENCE_S
    errand = next(each for each in window.errands.children() if type(each).__name__ == "HomeErrand")
    while errand.job is not None or window.errands.keeper.counting is not None:
        assert time.monotonic() < until, "a look that does not end"
        QApplication.processEvents()
        time.sleep(0.005)
    QApplication.processEvents()


def write_one(window, name="Amal"):
    window.start_record("visite")
    answer(window.fill, "/identite/nom", name)
    window.fill.close_record()
    settle(window)


def test_an_empty_workspace_offers_the_first_step(window, home):
    assert home.empty.isVisible()
    assert not home.tasks.isVisible()
    assert home.progress.words.text().startswith("Les fiches se compteront ici")
    assert not home.progress.regions.isVisible()
    assert home.new.hasFocus()


def test_a_record_begun_here_comes_back_here_to_be_resumed(window, home):
    write_one(window)
    assert window.stack.currentWidget() is home
    assert home.tasks.sentences() == ["1 brouillon à reprendre"]
    assert "Amal" in home.tasks.rows[0].accessibleName()
    home.tasks.rows[0].setFocus()
    press(Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.fill
    assert window.fill.bridge.reader.value("/visite/identite/nom") == "Amal"


def test_what_is_only_here_is_a_number_and_one_thing_to_do(window, home, tmp_path):
    write_one(window)
    assert home.losses.number.text() == "1"
    assert home.losses.copied.text() == "Aucune copie sur un autre disque."
    window._chooser.answers = [tmp_path]
    home.losses.copy.click()
    window.errands.wait()
    assert window._chooser.answers == []


def test_see_all_shows_the_list_with_that_filter_alone(window, home):
    write_one(window)
    window.records.search.setText("autre chose")
    home.tasks.links["to_resume"].click()
    assert window.stack.currentWidget() is window.records
    assert window.records.filters.wanted.status is Status.DRAFT
    assert window.records.search.text() == ""


def test_the_form_of_a_new_record_is_chosen_by_keyboard(window, home):
    press(Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    titles = [action.text() for action in menu.actions()]
    place = next(at for at, title in enumerate(titles) if title.endswith("Visite"))
    for _ in range(place):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.fill
    assert window.fill.bridge.opened.record.form_id == "visite"


def test_the_band_leads_home_and_to_the_list(window, home):
    window.band.list.click()
    assert window.stack.currentWidget() is window.records
    window.band.home.click()
    assert window.stack.currentWidget() is home


def test_the_page_speaks_the_language_of_the_window(window, home):
    write_one(window)
    window.band.language_chosen.emit("ar")
    settle(window)
    assert home.tasks.sentences() == ["مسودة واحدة للمتابعة"]
    assert home.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_training_says_so_in_the_title_and_where_the_band_does_not_show(window, home):
    assert "entraînement" in window.windowTitle()
    assert "Entraînement" in window.band.words.text()


def task(kind):
    return Task(kind, 3, (TaskRow("id", "Amal", "Visite", "2026-03-01T09:00:00Z", "A › B"),))


@pytest.mark.parametrize("kind", ["returned", *(source.__name__ for source in SOURCES), "something_new"])
def test_every_kind_of_work_is_said(qtbot, speech, kind):
    card = TaskCard()
    qtbot.addWidget(card)
    card.show_tasks((task(kind),))
    (said,) = card.sentences()
    assert said.startswith("3 ")
    assert kind == "something_new" or "à voir" not in said


def test_the_keyboard_stays_on_the_record_it_was_on(qtbot, speech):
    card = TaskCard()
    qtbot.addWidget(card)
    card.show_tasks((task("to_resume"),))
    card.show()
    card.activateWindow()
    QApplication.processEvents()
    card.rows[0].setFocus()
    card.show_tasks((task("to_check_again"),))
    assert card.rows[0].hasFocus()


def test_a_line_of_numbers_is_read_aloud_and_opened_by_enter(qtbot, speech):
    table = CountTable()
    qtbot.addWidget(table)
    table.say(("Région", "Complètes", "Brouillons"), unnamed="sans région")
    table.show_lines((Line("04", "Rabat", 4, 1), Line("05", "Béni Mellal", 0, 0)))
    spoken = table.item(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Rabat. Complètes : 4. Brouillons : 1"
    assert [table.item(1, column).text() for column in (2, 3)] == ["", ""]
    with qtbot.waitSignal(table.line_asked) as asked:
        press(Qt.Key.Key_Return, widget=table)
    assert asked.args == ["04"]


def test_an_old_copy_is_told_by_its_age(qtbot, speech):
    from datetime import UTC, datetime

    from fieldapp.store import CopyNote, Losses

    card = LossCard()
    qtbot.addWidget(card)
    note = CopyNote("2026-03-01T09:00:00.000Z", "cle", 1)
    card.show_losses(Losses(2, 1, 3, note, ""), datetime(2026, 3, 6, 9, 0, tzinfo=UTC))
    assert card.number.text() == "3"
    assert card.copied.text().startswith("Dernière copie ailleurs il y a 5 jours")


def test_sources_are_what_the_command_tells(window, home):
    counts = tuple(window.desk.workspace.records.tally.counts())
    told = [source(Look(window.desk.workspace, counts, "fr")).kind for source in SOURCES]
    assert len(set(told)) == len(told)
