"""The first page: making and opening workspaces."""

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp.base.settings import load_settings
from fieldapp.store import read_marker
from fieldapp.ui import app as app_module
from fieldapp.ui.app import Starter
from fieldapp.ui.main_window import MainWindow
from tests.ui.robot import AnsweringChooser

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


def create(window, name="Amina", phrase=PHRASE, again=PHRASE, *, is_training=False):
    welcome = window.welcome
    welcome.person.line.setText(name)
    welcome.is_training.setChecked(is_training)
    welcome.new_phrase.line.setText(phrase)
    welcome.again.line.setText(again)
    welcome.create_button.click()
    QApplication.processEvents()


def test_a_first_run_begins_with_making_a_workspace(begin):
    welcome = begin().welcome
    assert [card.isVisible() for card in welcome.cards] == [False, True, False, False]
    assert not welcome.go_open.isVisible()


def test_a_real_workspace_shows_its_recovery_key_once(begin):
    window = begin()
    create(window)
    assert window.welcome.recovery.key.text().replace("\u200b", "").startswith("AGE-SECRET-KEY-1")
    assert not window.welcome.recovery.go_on.isEnabled()
    window.welcome.recovery.kept.setChecked(True)
    window.welcome.recovery.go_on.click()
    assert window.stack.currentWidget() is window.records
    assert window.welcome.recovery.key.text() == ""


def test_nothing_leads_away_from_the_recovery_key_before_it_is_put_away(begin):
    window = begin()
    create(window)
    assert not window.band.others.isVisible()
    window.welcome.recovery.kept.setChecked(True)
    window.welcome.recovery.go_on.click()
    assert window.band.others.isVisible()
    assert window.band.words.text() == "Amina"


def test_what_was_refused_can_be_typed_again_at_once(begin):
    window = begin()
    create(window, phrase="court", again="court")
    assert window.welcome.new_phrase.line.hasFocus()
    assert window.welcome.new_phrase.line.selectedText()


def test_a_training_workspace_looks_different_and_opens_by_itself(begin, spaces, tmp_path):
    window = begin()
    create(window, is_training=True)
    assert window.band.words.text().startswith("Entraînement")
    window.close()
    again = begin()
    assert again.stack.currentWidget() is again.records


@pytest.mark.parametrize(
    ("name", "phrase", "again", "said"),
    [
        ("", PHRASE, PHRASE, "Écrivez votre nom"),
        ("Amina", PHRASE, "autre chose ici", "ne sont pas les mêmes"),
        ("Amina", "court", "court", "10"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_made(begin, spaces, name, phrase, again, said):
    window = begin()
    create(window, name, phrase, again)
    assert said in window.welcome.notice.words.text()
    assert not list(spaces.glob("*/workspace.json"))


def test_a_wrong_passphrase_is_said_and_the_right_one_opens(begin, spaces):
    window = begin()
    create(window)
    (folder,) = spaces.iterdir()
    window.close()
    window = begin(folder)
    window.welcome.phrase.line.setText("une autre phrase secrète")
    window.welcome.open_button.click()
    assert window.welcome.notice.isVisible()
    window.welcome.phrase.line.setText(PHRASE)
    window.welcome.open_button.click()
    assert window.stack.currentWidget() is window.records
    assert window.welcome.phrase.line.text() == ""


def test_two_people_of_one_name_have_two_workspaces(begin, spaces):
    for _ in range(2):
        window = begin()
        window.welcome._show(1)
        create(window, is_training=True)
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
    create(window, is_training=True)
    window.band.others.click()
    assert window.stack.currentWidget() is window.welcome
    assert (window.desk, window.band.words.text()) == (None, "")
    window.welcome.go_create.click()
    create(window, "Bassma", is_training=True)
    assert len(list(spaces.iterdir())) == 2


def lost(begin, phrase_typed):
    """A real workspace, shut, and the page that takes its recovery key."""
    window = begin()
    create(window)
    secret = window.welcome.recovery.key.text().replace("\u200b", "")
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
    assert window.stack.currentWidget() is window.records
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
