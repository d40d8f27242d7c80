"""A large file of an older program is upgraded in a thread; the window says so, and then opens it."""

import shutil

import pytest

from fieldapp.store import list_set_aside
from fieldapp.ui.app import Starter
from fieldapp.ui.main_window import MainWindow
from fieldapp.usecases import upgrade_workspace
from tests.store.test_migrations import SHIPPED


@pytest.fixture
def starter(qtbot, qapp, speech, tmp_path, monkeypatch):
    """The program as it starts, for which every older file is a large one."""
    window = MainWindow()
    qtbot.addWidget(window)
    monkeypatch.setattr(upgrade_workspace, "AT_ONCE", upgrade_workspace.Upgrade(at_once=0))
    starter = Starter(qapp, window, tmp_path / "settings.json")
    yield starter
    window.leave()


@pytest.fixture
def older(tmp_path):
    return shutil.copytree(SHIPPED / "version-2", tmp_path / "poste")


def test_it_is_upgraded_and_opened(starter, older, qtbot):
    window = starter._window
    starter.open(older, "")
    assert not window.job_bar.isHidden()
    assert not window.welcome.isEnabled()
    qtbot.waitUntil(lambda: window.desk is not None, timeout=20_000)
    assert window.desk.workspace.records.count() >= 2
    assert len(list_set_aside(older)) == 1


def test_it_may_be_stopped_and_stays_as_it_was(starter, older, qtbot):
    window = starter._window
    before = (older / "fiches.db").read_bytes()
    starter.open(older, "")
    starter.upgrader.job.cancel()
    qtbot.waitUntil(window.welcome.isEnabled, timeout=20_000)
    if window.desk is None:  # it was in time
        assert (older / "fiches.db").read_bytes() == before
        assert window.job_bar.isHidden()
