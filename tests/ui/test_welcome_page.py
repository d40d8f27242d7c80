"""The first page: making and opening workspaces."""

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp.base.settings import load_settings
from fieldapp.store import read_marker
from fieldapp.ui import app as app_module
from fieldapp.ui.app import Starter
from fieldapp.ui.main_window import MainWindow
from tests.ui.robot import AnsweringChooser, make_space

PHRASE = "une phrase assez longue"


@pytest.fixture
def spaces(tmp_path, monkeypatch):
    monkeypatch.setattr(app_module, "default_workspaces", lambda: tmp_path / "espaces")
    return tmp_path / "espaces"


@pytest.fixture
def begin(qtbot, speech, qapp, tmp_path, spaces):
    """Start the window as the program does."""

    def begin(folder=None):
        window = MainWindow(AnsweringChooser())
        qtbot.addWidget(window)
        window.starter = Starter(qapp, window, tmp_path / "reglages.json")
        window.show()
        window.starter.begin(folder)
        QApplication.processEvents()
        return window

    return begin


def test_a_first_run_begins_with_making_a_workspace(begin):
    welcome = begin().welcome
    assert [card.isVisible() for card in welcome.cards] == [False, True, False]
    assert not welcome.wizard.go_open.isVisible()


def test_a_training_workspace_looks_different_and_opens_by_itself(begin):
    window = begin()
    make_space(window, is_training=True)
    assert window.band.words.text().startswith("Entraînement")
    assert window.stack.currentWidget() is window.home
    window.close()
    again = begin()
    assert again.stack.currentWidget() is again.home


def test_a_wrong_passphrase_is_said_and_the_right_one_opens(begin, spaces):
    window = begin()
    make_space(window)
    (folder,) = spaces.iterdir()
    window.close()
    window = begin(folder)
    window.welcome.phrase.line.setText("une autre phrase secrète")
    window.welcome.open_button.click()
    assert window.welcome.notice.isVisible()
    window.welcome.phrase.line.setText(PHRASE)
    window.welcome.open_button.click()
    assert window.stack.currentWidget() is window.home
    assert window.welcome.phrase.line.text() == ""


def test_two_people_of_one_name_have_two_workspaces(begin, spaces):
    for _ in range(2):
        window = begin()
        window.welcome._show(1)
        make_space(window, is_training=True)
        window.close()
    assert len([folder for folder in spaces.iterdir() if read_marker(folder).is_training]) == 2


def test_the_language_is_remembered(begin, tmp_path, speech):
    begin().language_chosen.emit("ar")
    assert load_settings(tmp_path / "reglages.json").language == "ar"
    assert begin().welcome._title.text() == "بطاقات الميدان"


def test_a_folder_that_is_no_workspace_is_said(begin, tmp_path):
    welcome = begin(tmp_path / "rien").welcome
    assert welcome.notice.isVisible()
    assert str(tmp_path / "rien") in welcome.notice.words.text()


def test_one_goes_from_training_to_another_workspace(begin, spaces):
    window = begin()
    make_space(window, is_training=True)
    window.band.others.click()
    assert window.stack.currentWidget() is window.welcome
    assert (window.desk, window.band.words.text()) == (None, "")
    window.welcome.go_create.click()
    make_space(window, "Bassma", is_training=True)
    assert len(list(spaces.iterdir())) == 2


def lost(begin, phrase_typed):
    """A real workspace, shut, and the page that takes its recovery key."""
    window = begin()
    secret = make_space(window)
    window.leave()
    window = begin()
    welcome = window.welcome
    welcome.go_rescue.click()
    welcome.rescue.key.line.setText(secret)
    welcome.rescue.phrase.line.setText(phrase_typed)
    welcome.rescue.again.line.setText(phrase_typed)
    return window


def test_a_lost_passphrase_is_replaced_with_the_recovery_key(begin):
    window = lost(begin, "une phrase toute neuve")
    window.welcome.rescue.go.click()
    assert window.stack.currentWidget() is window.home
    assert window.welcome.rescue.key.line.text() == ""


def test_a_refused_recovery_says_why_and_keeps_what_was_typed(begin):
    window = lost(begin, "court")
    window.welcome.rescue.go.click()
    assert "10" in window.welcome.notice.words.text()
    assert window.welcome.rescue.isVisible()


def test_two_different_new_passphrases_are_said(begin):
    window = lost(begin, "une phrase toute neuve")
    window.welcome.rescue.again.line.setText("une autre phrase")
    window.welcome.rescue.go.click()
    assert window.welcome.notice.words.text() == "Les deux phrases secrètes ne sont pas les mêmes."
