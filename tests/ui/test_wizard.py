"""Making a workspace step by step: by keyboard alone, back from every step, and nothing written before the last."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.base.errors import KnownError
from fieldapp.store import read_marker
from fieldapp.ui import app as app_module
from fieldapp.ui.app import Starter
from fieldapp.ui.main_window import MainWindow
from fieldapp.usecases.recover_workspace import recover_workspace
from tests.ui.robot import AnsweringChooser, press, settle_making, write

PHRASE = "quatre mots sans rapport"


@pytest.fixture
def spaces(tmp_path, monkeypatch):
    monkeypatch.setattr(app_module, "default_workspaces", lambda: tmp_path / "espaces")
    return tmp_path / "espaces"


@pytest.fixture
def window(qtbot, speech, qapp, tmp_path, spaces):
    window = MainWindow(AnsweringChooser())
    qtbot.addWidget(window)
    window.starter = Starter(qapp, window, tmp_path / "reglages.json")
    window.show()
    window.activateWindow()
    window.starter.begin(None)
    QApplication.processEvents()
    return window


@pytest.fixture
def wizard(window):
    return window.welcome.wizard


def enter():
    press(Qt.Key.Key_Return)
    QApplication.processEvents()


def reach(wizard, step, name="Amina"):
    wizard.person.name.line.setText(name)
    for field in (wizard.phrase.phrase, wizard.phrase.again):
        field.line.setText(PHRASE)
    while wizard.steps()[wizard.at] is not step:
        wizard.proceed()
    QApplication.processEvents()


def test_a_real_workspace_is_made_with_keys_alone(window, wizard, spaces):
    enter()
    enter()
    write("Amina")
    press(Qt.Key.Key_Tab)
    write("ANAPEC Rabat")
    press(Qt.Key.Key_Tab)
    write("conseil en emploi")
    enter()
    write(PHRASE)
    enter()
    assert wizard.phrase.again.line.hasFocus()
    write(PHRASE)
    enter()
    secret = wizard.recovery.card.key.text().replace("\u200b", "")
    assert secret.startswith("AGE-SECRET-KEY-1")
    assert wizard.recovery.card.sheet.hasFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space, text=" ")
    enter()
    settle_making(window)
    assert window.stack.currentWidget() is window.home
    assert window.desk.workspace.actor.organisation == "ANAPEC Rabat"
    assert window.desk.workspace.actor.role == "conseil en emploi"
    window.leave()
    recover_workspace(next(spaces.iterdir()), recovery_secret=secret, passphrase="une tout autre phrase")


def test_training_asks_for_no_secret(window, wizard, spaces):
    enter()
    press(Qt.Key.Key_Down)
    assert wizard.kind.is_training
    enter()
    write("Amina")
    assert wizard.go_on.text() == "Créer l’espace"
    enter()
    settle_making(window)
    assert window.desk.is_training
    assert read_marker(next(spaces.iterdir())).is_training


def test_every_step_can_go_back_and_keeps_what_was_typed(wizard):
    reach(wizard, wizard.recovery)
    secret = wizard.recovery.card.key.text()
    for at in (3, 2, 1, 0):
        press(Qt.Key.Key_Escape)
        assert wizard.at == at
    assert not wizard.back.isVisible()
    assert wizard.person.name.line.text() == "Amina"
    reach(wizard, wizard.recovery)
    assert wizard.recovery.card.key.text() == secret


def test_nothing_is_written_before_the_last_step(wizard, spaces):
    reach(wizard, wizard.recovery)
    assert not wizard.go_on.isEnabled()
    wizard.proceed()
    assert not spaces.exists()


def test_a_wizard_that_is_left_leaves_no_secret_and_no_file(window, wizard, spaces):
    reach(wizard, wizard.recovery)
    wizard.recovery.card._copy.click()
    wizard._can_leave = True
    wizard.leave()
    assert (wizard.recovery.card.key.text(), wizard.phrase.phrase.line.text(), wizard._key) == ("", "", None)
    assert "AGE-SECRET" not in QApplication.clipboard().text()
    assert not spaces.exists()


@pytest.mark.parametrize(
    ("name", "phrase", "again", "said"),
    [
        ("", PHRASE, PHRASE, "Écrivez votre nom"),
        ("Amina", PHRASE, "autre chose ici", "ne sont pas les mêmes"),
        ("Amina", "court", "court", "10"),
        ("Amina", "entrainement", "entrainement", "entraînement"),
    ],
)
def test_what_is_missing_is_said_where_it_is_asked(window, wizard, spaces, name, phrase, again, said):
    wizard.person.name.line.setText(name)
    wizard.phrase.phrase.line.setText(phrase)
    wizard.phrase.again.line.setText(again)
    for _ in range(4):
        wizard.proceed()
    assert said in window.welcome.notice.words.text()
    assert wizard.steps()[wizard.at] in (wizard.person, wizard.phrase)
    assert not spaces.exists()


def test_the_language_of_the_first_step_is_spoken_at_once(window, wizard):
    wizard.language.buttons["ar"].click()
    QApplication.processEvents()
    assert wizard.go_on.text() == "متابعة"
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_the_page_to_be_printed_can_be_kept_before_anything_is_made(window, wizard, tmp_path, spaces):
    reach(wizard, wizard.recovery)
    window._chooser.answers = [tmp_path / "cle.pdf"]
    wizard.recovery.card.sheet.click()
    assert (tmp_path / "cle.pdf").read_bytes().startswith(b"%PDF")
    assert not spaces.exists()


def test_a_workspace_that_cannot_be_made_can_be_tried_again(window, wizard, spaces, monkeypatch):
    reach(wizard, wizard.recovery)
    wizard.recovery.card.kept.setChecked(True)

    def refused(*_arguments, **_options):
        raise KnownError("file.disk_full", path="espaces")

    with monkeypatch.context() as patch:
        patch.setattr("fieldapp.usecases.create_workspace.create_workspace", refused)
        wizard.proceed()
        settle_making(window)
    assert window.welcome.notice.isVisible()
    assert wizard.phrase.phrase.line.text() == PHRASE
    wizard.proceed()
    settle_making(window)
    assert window.desk is not None
