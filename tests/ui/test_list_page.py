"""A list that somebody has becomes drafts in the window: columns, rows, drafts, and all of it taken back."""

import pytest
from PySide6.QtCore import Qt

from fieldapp.store import TRAINING_PASSPHRASE, Actor
from fieldapp.ui.desk import Desk
from fieldapp.ui.list_import import ListErrand
from fieldapp.ui.main_window import MainWindow
from fieldapp.usecases.create_workspace import create_workspace
from tests.ui.robot import AnsweringChooser

LIST = "Association,Tél,Remarque\nAmal,0537000001,en mai\nNour,à demander,\nASSOC. AMAL,,\n"


@pytest.fixture
def taking(qtbot, speech, tmp_path):
    """The window of a workspace with the forms of the mission, and the page of lists with a list shown on it."""
    made = create_workspace(
        tmp_path / "liste", passphrase=TRAINING_PASSPHRASE, actor=Actor("", "Amina"), is_training=True
    )
    path = tmp_path / "liste.csv"
    path.write_text(LIST, encoding="utf-8")
    window = MainWindow(AnsweringChooser())
    qtbot.addWidget(window)
    window._chooser.answers.append(path)
    window.enter(Desk(made.workspace))
    window.show()
    window.show_space()
    with qtbot.waitSignal(window.errands.ended, timeout=30_000):
        window.space.rows["list"].button.click()
    yield window
    window.close()


def page_of(window):
    return window.errands.findChild(ListErrand).page


def look(window, qtbot):
    with qtbot.waitSignal(window.errands.ended, timeout=30_000):
        page_of(window).look.click()


def test_a_question_is_proposed_for_each_column_and_nothing_is_made_yet(taking):
    page = page_of(taking)
    assert taking.stack.currentWidget() is page
    chosen = {column: nodeset.rpartition("/")[2] for column, nodeset in page.mapping().items()}
    assert chosen == {"Association": "nom", "Tél": "contact_telephone", "Remarque": ""}
    assert not page.make.isEnabled()
    assert taking.desk.workspace.records.count() == 0


def test_rows_that_may_be_there_already_are_not_ticked_and_cells_not_understood_are_told(taking, qtbot):
    look(taking, qtbot)
    page = page_of(taking)
    assert page.lines() == [2, 3]
    assert "Ressemble à" in page.rows.item(2).text()
    assert "n’est pas un numéro de téléphone" in page.rows.item(1).text()
    assert page.make.text() == "Faire 2 brouillons"


def test_drafts_are_made_of_the_ticked_rows_and_taken_back(taking, qtbot):
    look(taking, qtbot)
    page = page_of(taking)
    page.rows.item(1).setCheckState(Qt.CheckState.Unchecked)
    page.make.click()
    assert taking.desk.workspace.records.count() == 1
    assert page.notice.words.text().startswith("1 brouillon fait")
    page.notice.action.click()
    assert taking.desk.workspace.records.count() == 0


def test_another_choice_of_columns_must_be_looked_at_again(taking, qtbot):
    look(taking, qtbot)
    page = page_of(taking)
    page.boxes["Remarque"].setCurrentIndex(3)
    assert page.plan() is None
    assert not page.make.isEnabled()


def test_the_page_speaks_the_language_of_the_window(taking, speech):
    speech.speak("ar")
    taking.set_language("ar")
    assert page_of(taking).look.text() == "معاينة النتيجة"
