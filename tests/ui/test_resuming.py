"""A pulled plug costs at most the field being written."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp.store import TRAINING_PASSPHRASE, open_workspace
from fieldapp.ui.desk import Desk
from fieldapp.ui.main_window import MainWindow
from tests.ui.robot import ROOT, AnsweringChooser

CHILD = Path(__file__).with_name("filling_child.py")


@pytest.fixture
def killed(workspace_folder, tmp_path):
    """A workspace whose window was killed while a person was writing."""
    command = [sys.executable, str(CHILD), str(workspace_folder), str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline().strip() == "filled"
        child.send_signal(signal.SIGKILL)
        child.wait()
    return workspace_folder


@pytest.fixture
def reopened(killed, qtbot, speech):
    desk = Desk(open_workspace(killed, passphrase=TRAINING_PASSPHRASE))
    window = MainWindow(AnsweringChooser())
    qtbot.addWidget(window)
    window.enter(desk)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    return window


def test_a_draft_is_resumed_at_its_last_question_after_a_kill(reopened):
    assert reopened.records.model.index(0, 0).data() == "Amal — جمعية"
    reopened.open_record(reopened.records.model.row(0).record.record_id)
    page = reopened.fill.area.page(reopened.fill.area.current)
    assert page.questions[f"{ROOT}/details/cout"].widget.value == "12.5"
    assert page.questions[f"{ROOT}/details/cout"].isAncestorOf(QApplication.focusWidget())


def test_what_was_committed_before_the_kill_can_be_undone(reopened):
    reopened.open_record(reopened.records.model.row(0).record.record_id)
    reopened.fill.undo()
    assert reopened.fill.bridge.reader.value(f"{ROOT}/details/cout") == ""
