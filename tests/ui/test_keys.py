"""What opens a workspace and when it locks, changed from the window; several agents on one computer."""

import shutil

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fieldapp.base.errors import KnownError
from fieldapp.store import Actor, open_workspace, shows_person
from fieldapp.store.keys.keyfile import KEY_FILES
from fieldapp.ui import app as app_module
from fieldapp.ui.app import Starter
from fieldapp.ui.desk import Desk
from fieldapp.ui.known import known_workspaces
from fieldapp.ui.main_window import MainWindow
from fieldapp.usecases.back_up import back_up
from fieldapp.usecases.choose_lock import lock_minutes
from fieldapp.usecases.create_workspace import create_workspace
from tests.ui.conftest import SMALL_FORM
from tests.ui.robot import AnsweringChooser, press, question, write

PHRASE, OTHER, NEW = "une phrase assez longue", "la phrase de Bassma", "une phrase toute neuve"


@pytest.fixture(scope="module")
def agents(tmp_path_factory, small_form):
    """Two real workspaces side by side: Amina shows her name, Bassma does not."""
    parent = tmp_path_factory.mktemp("agents")
    for name, phrase, is_shown in (("Amina", PHRASE, True), ("Bassma", OTHER, False)):
        given = {"actor": Actor("", name, "agente", "Rabat"), "is_training": False, "is_shown": is_shown}
        workspace = create_workspace(parent / name.lower(), passphrase=phrase, **given).workspace
        workspace.forms.install(small_form, source=SMALL_FORM, name="visite.md")
        back_up(workspace)
        workspace.close()
    return parent


@pytest.fixture
def spaces(agents, tmp_path, monkeypatch):
    parent = shutil.copytree(agents, tmp_path / "espaces")
    monkeypatch.setattr(app_module, "default_workspaces", lambda: parent)
    return parent


@pytest.fixture
def window(qtbot, speech, qapp, tmp_path, spaces):
    window = MainWindow(AnsweringChooser())
    qtbot.addWidget(window)
    window.starter = Starter(qapp, window, tmp_path / "reglages.json")
    window.show()
    window.activateWindow()
    window.starter.begin(None)
    QApplication.processEvents()
    yield window
    window.leave()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def enter(window, row, phrase):
    """Choose a workspace and type its passphrase, by keyboard alone."""
    spaces = window.welcome.spaces
    spaces.setFocus()
    press(Qt.Key.Key_Home)
    for _ in range(row):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    write(phrase)
    press(Qt.Key.Key_Return)


def opens(folder, passphrase):
    try:
        open_workspace(folder, passphrase=passphrase).close()
    except KnownError:
        return False
    return True


def test_the_first_page_lists_the_agents_and_shows_only_who_wants_it(window, spaces):
    texts = [window.welcome.spaces.item(row).text().strip("\u2066\u2069") for row in range(2)]
    assert texts == ["Amina", "bassma"]
    known = known_workspaces(spaces)
    assert [space.organisation for space in known] == ["agente · Rabat", ""]
    assert all(space.used_at for space in known)


def test_each_agent_enters_by_keyboard_and_sees_only_their_own(window):
    enter(window, 0, PHRASE)
    window.start_record("visite")
    question(window.fill, "/identite/nom")
    write("Fiche d’Amina")
    window.band.workspaces_asked.emit()
    enter(window, 1, OTHER)
    assert (window.desk.name, window.desk.workspace.records.count()) == ("Bassma", 0)
    window.band.workspaces_asked.emit()
    enter(window, 0, PHRASE)
    (record,) = window.desk.workspace.records.list()
    assert window.desk.workspace.draft_answers(record.record_id)["identite/nom"] == "Fiche d’Amina"


def test_one_agents_passphrase_does_not_open_anothers(window):
    enter(window, 1, PHRASE)
    assert window.desk is None
    assert window.welcome.notice.isVisible()


def test_many_wrong_passphrases_make_one_wait_and_the_words_say_so(window, monkeypatch):
    now = [0.0]
    window.starter._patience._ticking = lambda: now[0]
    for _ in range(3):
        enter(window, 0, "pas la bonne phrase")
    assert window.welcome.open_button.text() == "Ouvrir dans 2 secondes"
    enter(window, 0, PHRASE)
    assert window.desk is None
    now[0] += 2
    for _ in range(2):
        window.welcome.wait(window.welcome._seconds - 1)
    enter(window, 0, PHRASE)
    assert window.desk is not None


def test_keys_mended_from_a_backup_are_told_in_words(window, spaces):
    for name in KEY_FILES:
        (spaces / "amina" / name).write_bytes(b"torn")
    enter(window, 0, PHRASE)
    assert "réparées à partir de la sauvegarde du" in window.notice.words.text()


@pytest.fixture
def rows(window):
    enter(window, 0, PHRASE)
    window.show_space()
    return window.space.rows


def errand(window):
    from fieldapp.ui.keys import KeysErrand

    return window.errands.findChild(KeysErrand)


def test_the_passphrase_is_changed_in_a_dialog(window, rows, spaces):
    rows["passphrase"].button.click()
    dialog = errand(window).dialog
    for field, text in ((dialog.old, PHRASE), (dialog.new, NEW), (dialog.again, NEW)):
        field.line.setText(text)
    assert dialog.strength.words.text() == "Convenable"
    dialog.go.click()
    assert not dialog.isVisible()
    assert dialog.old.line.text() == ""
    window.leave()
    assert (opens(spaces / "amina", NEW), opens(spaces / "amina", PHRASE)) == (True, False)


@pytest.mark.parametrize(
    ("old", "new", "again", "said"),
    [
        ("pas la bonne", NEW, NEW, "Ce n’est pas la phrase secrète"),
        (PHRASE, "court", "court", "10 caractères"),
        (PHRASE, "entrainement", "entrainement", "tout le monde la connaît"),
        (PHRASE, NEW, OTHER, "ne sont pas les mêmes"),
    ],
)
def test_what_is_refused_is_said_in_the_dialog(window, rows, spaces, old, new, again, said):
    rows["passphrase"].button.click()
    dialog = errand(window).dialog
    for field, text in ((dialog.old, old), (dialog.new, new), (dialog.again, again)):
        field.line.setText(text)
    dialog.go.click()
    assert said in dialog.notice.words.text()
    dialog.reject()
    window.leave()
    assert opens(spaces / "amina", PHRASE)


def test_a_new_recovery_key_works_only_once_it_was_put_away(window, rows, tmp_path, spaces):
    from fieldapp.usecases.recover_workspace import recover_workspace

    rows["recovery"].button.click()
    dialog = errand(window).dialog
    dialog.phrase.line.setText(PHRASE)
    dialog.go.click()
    secret = dialog.card.key.text().replace("\u200b", "")
    window._chooser.answers = [tmp_path / "feuille.pdf"]
    dialog.card.sheet.click()
    assert (tmp_path / "feuille.pdf").read_bytes().startswith(b"%PDF")
    dialog.card.kept.setChecked(True)
    dialog.card.go_on.click()
    window.leave()
    recover_workspace(spaces / "amina", recovery_secret=secret, passphrase=NEW)
    assert opens(spaces / "amina", NEW)


def test_the_minutes_of_the_lock_are_chosen_from_a_menu(window, rows):
    rows["lock"].button.click()
    actions = errand(window)._menu.actions()
    assert [action.text() for action in actions if action.isCheckable()] == [
        "Après 5 minutes",
        "Après 10 minutes",
        "Après 30 minutes",
    ]
    actions[-1].trigger()
    errand(window)._menu.close()
    assert lock_minutes(window.desk.workspace) == 30
    assert rows["lock"].state.text() == "Après 30 minutes"


def test_locking_at_once_from_the_menu(window, rows):
    rows["lock"].button.click()
    errand(window)._menu.actions()[0].trigger()
    assert window.starter.locker.is_locked
    window.starter.locker.unlock(PHRASE)
    assert window.desk.name == "Amina"


def test_ctrl_l_locks_whatever_has_the_keyboard(window, rows, qtbot):
    window.starter.idle._listen(window.windowHandle())
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.starter.locker.is_locked)
    assert window.desk is None


def test_the_name_is_hidden_again(window, rows, spaces):
    rows["shown"].button.click()
    assert not shows_person(window.desk.workspace)
    window.band.workspaces_asked.emit()
    assert known_workspaces(spaces)[0].name == "amina"


def test_a_training_workspace_offers_no_passphrase_to_change(window, workspace_folder):
    window.enter(Desk(open_workspace(workspace_folder, passphrase="entrainement")))
    assert not {"passphrase", "recovery"} & window.space.rows.keys()
