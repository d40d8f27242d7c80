"""Real widgets on Qt's offscreen platform, over a real encrypted workspace with a small form."""

import os
import shutil
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp.forms import load_form_bytes
from fieldapp.store import TRAINING_PASSPHRASE, Actor, open_workspace
from fieldapp.ui.desk import Desk
from fieldapp.ui.i18n import Speech
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.stylesheet import dress
from fieldapp.usecases.create_workspace import create_workspace

SMALL_FORM = (Path(__file__).parent / "visite.md").read_bytes()
"""One question of every type the window claims, in three languages."""


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/ui/" in item.nodeid:  # what the offscreen platform cannot do is not our warning
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(scope="session")
def small_form():
    return load_form_bytes(SMALL_FORM, name="visite.md")


@pytest.fixture(scope="session")
def marks(tmp_path_factory):
    return tmp_path_factory.mktemp("marks")


@pytest.fixture
def speech(qapp, marks):
    """The application dressed and speaking French; French again afterwards."""
    if not qapp.styleSheet():
        dress(qapp, marks)
    speech = Speech(qapp)
    speech.speak("fr")
    yield speech
    speech.speak("fr")


@pytest.fixture(scope="session")
def made_folder(tmp_path_factory, small_form):
    """A training workspace with the small form, made once and closed."""
    folder = tmp_path_factory.mktemp("made") / "espace"
    actor = Actor(actor_id="", name="Amina")
    workspace = create_workspace(folder, passphrase="", actor=actor, is_training=True).workspace
    workspace.forms.install(small_form, source=SMALL_FORM, name="visite.md")
    workspace.close()
    return folder


@pytest.fixture
def workspace_folder(tmp_path, made_folder):
    return shutil.copytree(made_folder, tmp_path / "espace")


@pytest.fixture
def desk(workspace_folder):
    desk = Desk(open_workspace(workspace_folder, passphrase=TRAINING_PASSPHRASE))
    yield desk
    desk.close()


@pytest.fixture
def window(qtbot, speech, desk):
    """The real main window on that workspace, showing its list, with a chooser that answers by itself."""
    from tests.ui.robot import AnsweringChooser

    window = MainWindow(AnsweringChooser())
    qtbot.addWidget(window)
    window.language_chosen.connect(lambda code: (speech.speak(code), window.set_language(code)))
    window.enter(desk)
    window.show_records()
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    return window


@pytest.fixture
def filling(window):
    """The fill page with a new record of the small form."""
    window.start_record("visite")
    QApplication.processEvents()
    return window.fill
