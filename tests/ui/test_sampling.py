"""The invented mission loads while the window goes on, says how far it is, and stops when asked."""

import pytest

from fieldapp.ui import app as app_module
from fieldapp.ui.app import Starter
from fieldapp.ui.desk import create_desk
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.pages.wizard_card import NewSpace
from fieldapp.usecases import load_samples as loading
from tests.ui.robot import AnsweringChooser

FEW = 6


@pytest.fixture
def few(monkeypatch):
    some = loading.mission_samples()[:FEW]
    monkeypatch.setattr(loading, "mission_samples", lambda: some)


def opened(qtbot, folder, *, is_training=True):
    desk, _ = create_desk(
        folder, passphrase="une phrase assez longue", name="Amina", is_training=is_training, language="fr"
    )
    window = MainWindow(AnsweringChooser())
    qtbot.addWidget(window)
    window.enter(desk)
    window.show_records()
    window.show()
    return window


def test_the_mission_is_loaded_and_then_there(qtbot, speech, tmp_path, few):
    window = opened(qtbot, tmp_path / "espace")
    told, heard = [], []
    window.errands.told.connect(told.append)
    window.errands.advanced.connect(lambda done, total: heard.append((done, total)))
    window.space.rows["samples"].button.click()
    qtbot.waitUntil(lambda: window.errands.job is None, timeout=30_000)
    assert heard == [(done, FEW) for done in range(1, FEW + 1)]
    assert window.records.model.rowCount() == FEW
    window.space.rows["samples"].button.click()
    assert told == ["6 fiches inventées chargées.", "Toute la mission d’exemple est déjà là."]

    record = window.desk.workspace.records.list()[0].record_id
    window.desk.workspace.trash(record, reason="essai")
    window.space.rows["samples"].button.click()
    assert told[2:] == ["Toute la mission d’exemple est déjà là."]


def test_what_is_stopped_midway_goes_on_the_next_time(qtbot, speech, tmp_path, few):
    window = opened(qtbot, tmp_path / "espace")
    window.errands.advanced.connect(lambda *_: window.errands.cancel())
    window.space.rows["samples"].button.click()
    qtbot.waitUntil(lambda: window.errands.job is None, timeout=30_000)
    assert 0 < window.desk.workspace.records.count() < FEW
    window.space.rows["samples"].button.click()
    window.close()


def test_a_new_training_workspace_fills_itself(qtbot, qapp, speech, tmp_path, few, monkeypatch):
    monkeypatch.setattr(app_module, "default_workspaces", lambda: tmp_path / "espaces")
    window = MainWindow(AnsweringChooser())
    qtbot.addWidget(window)
    starter = Starter(qapp, window, tmp_path / "reglages.json")
    starter.fills_training = True
    starter.create(NewSpace("Amina", "", "", is_training=True, passphrase="", recovery_recipient=""))
    qtbot.waitUntil(lambda: window.desk is not None and window.errands.job is None, timeout=60_000)
    assert window.desk.workspace.records.count() == FEW


def test_a_real_workspace_is_offered_no_samples(qtbot, speech, tmp_path):
    assert "samples" not in opened(qtbot, tmp_path / "espace", is_training=False).space.rows
