"""A whole day's work without a mouse: link the computer, fill a fiche, complete it, make the file for the centre."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from fieldapp.base.paths import resources
from fieldapp.central import init_centre
from tests.ui.robot import write
from tests.ui.typist import Typist, answers_of

VISIT = {
    "/visite/identite/nom": "Amal – Éducation أمل",
    "/visite/identite/annee": "1998",
    "/visite/sites/site[1]/adresse": "12, rue des Écoles",
}
BUTTONS = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick}


class NoMouse(QObject):
    """Counts what a mouse would do."""

    def __init__(self):
        super().__init__()
        self.count = 0

    @override
    def eventFilter(self, watched, event):
        self.count += event.type() in BUTTONS
        return False


@pytest.fixture
def person(window, qapp):
    """Somebody who has only a keyboard, before the window."""
    window.windowHandle().requestActivate()
    mouse = NoMouse()
    qapp.installEventFilter(mouse)
    yield window
    qapp.removeEventFilter(mouse)
    assert mouse.count == 0


def ask(window, words, until):
    """Say by Ctrl+K what one wants, and wait until that has come about."""
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = QApplication.activeModalWidget()
    write(words)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Return)
    for come in (until, window.isActiveWindow):
        waited = 0
        while not come():
            assert waited < 20_000, words
            QTest.qWait(20)
            waited += 20
    QTest.qWait(60)


def sends(window):
    return window.stack.currentWidget() is window.send


def enrol(window, tmp_path):
    centre = init_centre(f"sqlite:///{tmp_path / 'central.db'}", tmp_path / "cles", training=True)
    request, reply = tmp_path / "demande.zip", tmp_path / "reponse.zip"
    window._chooser.answers = [request, reply]
    ask(window, "envoyer", until=lambda: sends(window))
    ask(window, "preparer la demande", until=request.exists)
    reply.write_bytes(centre.enrol(request.read_bytes()).data)
    ask(window, "ouvrir la reponse", until=window.desk.is_enrolled)
    return centre


def fill(window, form, answers):
    ask(window, f"nouvelle {form}", until=lambda: window.stack.currentWidget() is window.fill)
    typist = Typist(window, answers)
    typist.fill()
    assert not typist.finish()
    return typist.given


def test_a_fiche_is_filled_and_completed_by_keys_alone(person, tmp_path):
    enrol(person, tmp_path)
    assert person.desk.is_enrolled()
    assert fill(person, "visite", VISIT) == VISIT
    assert not person.fill.bridge.opened.record.is_draft


@pytest.mark.slow
def test_the_long_fiche_reaches_the_centre_by_keys_alone(person, qtbot, tmp_path):
    script = next(iter(sorted((resources() / "samples" / "fiches").glob("*.json"))))
    centre = enrol(person, tmp_path)
    given = fill(person, "fiche organisation", answers_of(script))
    person._chooser.answers = [tmp_path]
    ask(person, "envoyer", until=lambda: sends(person))
    made = "AF_P0001_*.zip.age"
    ask(person, "preparer le fichier", until=lambda: any(tmp_path.glob(made)))
    qtbot.waitUntil(lambda: person.errands.job is None, timeout=60_000)
    (bundle,) = tmp_path.glob(made)
    assert len(given) > 30
    assert centre.import_files([bundle])[0].bundle_id
