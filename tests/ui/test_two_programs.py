"""Two programs on one workspace: the second one is told so, window or command; the first loses nothing."""

import pytest
from click.testing import CliRunner
from PySide6.QtWidgets import QApplication

from fieldapp.cli.main import main
from fieldapp.store import TRAINING_PASSPHRASE, open_workspace
from fieldapp.ui.app import Starter
from fieldapp.ui.main_window import MainWindow
from tests.ui.robot import AnsweringChooser, answer


@pytest.fixture
def second(qtbot, qapp, speech, tmp_path):
    """A second window, which may open the same workspace or not."""
    window = MainWindow(AnsweringChooser())
    qtbot.addWidget(window)
    return window, Starter(qapp, window, tmp_path / "settings.json")


def test_a_command_is_refused_while_the_window_is_open_and_says_why(window, filling, workspace_folder):
    result = CliRunner().invoke(main, ["--workspace", str(workspace_folder), "record", "list"])
    assert result.exit_code == 1
    assert "est déjà ouvert dans une autre fenêtre" in result.output
    answer(filling, "/identite/nom", "Amal")
    assert (
        window.desk.workspace.draft_answers(filling.bridge.opened.record.record_id)["identite/nom"] == "Amal"
    )


def test_a_second_window_says_that_the_workspace_is_open_and_leaves_it_alone(
    window, filling, second, workspace_folder
):
    other, starter = second
    starter.begin(workspace_folder)
    assert other.desk is None
    assert "est déjà ouvert dans une autre fenêtre" in other.welcome.notice.words.text()
    answer(filling, "/identite/nom", "Amal")
    assert (
        window.desk.workspace.draft_answers(filling.bridge.opened.record.record_id)["identite/nom"] == "Amal"
    )


def test_a_window_says_that_a_command_has_the_workspace_open(second, workspace_folder):
    other, starter = second
    holding = open_workspace(workspace_folder, passphrase=TRAINING_PASSPHRASE)
    starter.begin(workspace_folder)
    assert "est déjà ouvert" in other.welcome.notice.words.text()
    holding.close()
    starter.open(workspace_folder, TRAINING_PASSPHRASE)
    QApplication.processEvents()
    assert other.desk is not None
    other.leave()
