"""The lock: what is being typed is kept, the file closed, its key let go of, and one comes back to the same place."""

import gc
import shutil
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from fieldapp.base.errors import KnownError
from fieldapp.store import Actor, open_workspace
from fieldapp.store.connection import Database
from fieldapp.store.workspace import Opened
from fieldapp.ui.clock_watch import ClockWatch
from fieldapp.ui.desk import Desk
from fieldapp.ui.locking import Locker
from fieldapp.ui.patience import Patience
from fieldapp.usecases.create_workspace import create_workspace
from tests.ui.conftest import SMALL_FORM
from tests.ui.robot import ROOT, answer, press, question, write

PHRASE = "une phrase assez longue"


@pytest.fixture(scope="module")
def real_folder(tmp_path_factory, small_form):
    """A real workspace with the small form, made once and closed."""
    folder = tmp_path_factory.mktemp("reel") / "espace"
    actor = Actor("", "Amina")
    workspace = create_workspace(folder, passphrase=PHRASE, actor=actor, is_training=False).workspace
    workspace.forms.install(small_form, source=SMALL_FORM, name="visite.md")
    workspace.close()
    return folder


@pytest.fixture
def desk(real_folder, tmp_path):
    folder = shutil.copytree(real_folder, tmp_path / "espace")
    desk = Desk(open_workspace(folder, passphrase=PHRASE))
    desk.expect_restore()  # closes without a backup, which is not what these tests are about
    yield desk
    desk.close()


@pytest.fixture
def now():
    return [0.0]


@pytest.fixture
def locker(window, now):
    made = Locker(window, language=lambda: "fr", patience=Patience(ticking=lambda: now[0]))
    yield made
    window.leave()


def stored(window):
    return window.desk.workspace.draft_answers(window.fill.bridge.opened.record.record_id)


def test_what_is_being_typed_is_kept_and_one_comes_back_to_the_same_question(locker, window, filling):
    answer(window.fill, "/identite/nom", "Amal")
    question(window.fill, "/details/lieu")
    write("34.0 -6.8")
    record_id = window.fill.bridge.opened.record.record_id
    locker.lock()
    assert (window.desk, locker.page.isVisible(), window.centralWidget().isVisible()) == (None, True, False)
    locker.unlock(PHRASE)
    assert window.fill.bridge.opened.record.record_id == record_id
    assert stored(window)["details/lieu"].startswith("34.0 -6.8")
    assert window.fill.area.here() == f"{ROOT}/details/lieu"
    assert not locker.page.isVisible()


def test_the_file_is_closed_and_may_be_opened_by_another(locker, window, filling):
    answer(window.fill, "/identite/nom", "Amal")
    del filling
    folder = window.desk.workspace.folder
    locker.lock()
    held = [each for each in gc.get_objects() if isinstance(each, Opened) and each.folder == folder]
    assert not [each for each in held if each.db.conn is not None and is_open(each.db)]
    open_workspace(folder, passphrase=PHRASE).close()


def test_who_served_the_pages_goes_with_them(locker, window, filling):
    errands, clock = window.errands, window.errands.window.findChild(ClockWatch).notice
    locker.lock()
    assert (isValid(errands), isValid(clock)) == (False, False)


def is_open(db: Database):
    try:
        db.execute("SELECT 1")
    except Exception:
        return False
    return True


def test_a_wrong_passphrase_is_said_calmly_and_makes_one_wait(locker, window, filling, now):
    locker.lock()
    for _ in range(3):
        locker.unlock("pas la bonne phrase")
    assert locker.is_locked
    assert locker.page.notice.isVisible()
    assert not locker.page.go.isEnabled()
    locker.unlock(PHRASE)
    assert locker.is_locked
    now[0] += 2
    locker.unlock(PHRASE)
    assert not locker.is_locked


def test_nothing_below_can_be_reached_by_keyboard(locker, window, filling):
    locker.lock()
    for key in (Qt.Key.Key_F, Qt.Key.Key_E):
        press(key, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    for _ in range(6):
        press(Qt.Key.Key_Tab)
        assert locker.page.isAncestorOf(QApplication.focusWidget())
    assert "Amal" not in locker.page.whose.text()


def test_a_dialog_is_closed_before_the_window_is_covered(locker, window, filling):
    dialog = QDialog(window)
    dialog.open()
    locker.lock()
    assert not dialog.isVisible()


def test_an_export_under_way_is_finished_before_the_file_is_closed(locker, window, filling, qtbot, tmp_path):
    may_end, target = threading.Event(), tmp_path / "fiche.pdf"

    def export(_progress, _stop):
        may_end.wait(20)
        return b"%PDF"

    window.errands.run("Mise en page…", export, target.write_bytes)
    locker.lock()
    assert locker.page.isVisible()
    assert window.desk is not None
    may_end.set()
    qtbot.waitUntil(lambda: window.desk is None, timeout=10_000)
    assert target.read_bytes() == b"%PDF"


def test_one_may_come_back_while_an_export_goes_on(locker, window, filling, qtbot):
    may_end = threading.Event()
    window.errands.run("Mise en page…", lambda *_: may_end.wait(20), lambda _: None)
    locker.lock()
    locker.unlock("pas la bonne phrase")
    assert locker.is_locked
    locker.unlock(PHRASE)
    assert not locker.is_locked
    may_end.set()
    qtbot.waitUntil(lambda: window.errands.job is None, timeout=10_000)
    assert window.desk is not None


def test_an_answer_the_disk_refuses_is_covered_and_not_lost(locker, window, filling, monkeypatch):
    question(window.fill, "/identite/nom")
    write("Amal")

    def refuse(*_, **__):
        raise KnownError("file.disk_full", path="x")

    with monkeypatch.context() as full:
        full.setattr(window.desk.workspace.drafts, "append", refuse)
        locker.lock()
        assert locker.page.isVisible()
        locker.leave()
        assert window.desk is not None
    locker.unlock(PHRASE)
    window.fill.leave()
    assert stored(window)["identite/nom"] == "Amal"


def test_the_list_comes_back_with_what_was_searched_for(locker, window):
    window.records.search.setText("amal")
    locker.lock()
    locker.unlock(PHRASE)
    assert window.stack.currentWidget() is window.records
    assert window.records.search.text() == "amal"


def test_a_recovery_key_that_is_shown_once_is_not_covered(locker, window):
    window.stack.setCurrentWidget(window.welcome)
    locker.lock()
    assert not locker.is_locked


def test_another_workspace_may_be_opened_instead(locker, window, filling, qtbot):
    locker.lock()
    with qtbot.waitSignal(locker.left):
        locker.page.others.click()
    assert window.centralWidget().isVisible()
    assert window.desk is None
