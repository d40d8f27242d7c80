"""From an empty folder to the centre's receipt, in French, through the real window and nothing else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.central import init_centre
from fieldapp.ui import app as app_module
from fieldapp.ui.app import Starter
from fieldapp.ui.main_window import MainWindow
from tests.ui.robot import AnsweringChooser, make_space, press, write

FICHE = "fiche_organisation"
WRITTEN = {
    "nom": "Association Fictive d’Essai",
    "type_organisation": "association marocaine",
    "site_region": "rabat",
    "date_verification": "01/06/2024",
}


@pytest.fixture
def window(qtbot, speech, qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(app_module, "default_workspaces", lambda: tmp_path / "espaces")
    window = MainWindow(AnsweringChooser())
    qtbot.addWidget(window)
    window.starter = Starter(qapp, window, tmp_path / "reglages.json")
    window.show()
    window.activateWindow()
    window.starter.begin(None)
    QApplication.processEvents()
    return window


def create_training(window):
    make_space(window, "Agente Fictive", is_training=True)


def answer_here(window):
    """Answer the question that has the keyboard: what is laid ready for it, else no, else its first choice."""
    view = window.fill.area._view_of(QApplication.focusWidget())
    name = view.reference.rpartition("/")[2]
    if name in WRITTEN:
        write(WRITTEN[name])
        press(Qt.Key.Key_Tab)
        return
    fields = view.widget._fields()
    next((field for field in fields if field.text() == "Non"), fields[0]).click()


def fill(window):
    """Begin a fiche and mend what finishing lists, one problem after the other, with the keyboard."""
    window.start_record(FICHE)
    for _ in range(20):
        window.fill.finish.click()
        if not window.fill.bridge.opened.record.is_draft:
            return
        press(Qt.Key.Key_Return, widget=window.fill.area.panel.list)
        answer_here(window)
    raise AssertionError("twenty answers did not complete the fiche")


def enrol(window, centre, tmp_path):
    request, reply = tmp_path / "demande.zip", tmp_path / "reponse.zip"
    window._chooser.answers = [request, reply]
    window.send.request.click()
    reply.write_bytes(centre.enrol(request.read_bytes()).data)
    window.send.enrolment.click()


def wait_for_work(window, qtbot):
    qtbot.waitUntil(lambda: window.errands.job is None, timeout=60_000)


def test_a_day_of_work_ends_with_a_receipt(window, qtbot, tmp_path):
    create_training(window)
    fill(window)
    assert window.fill.notice.words.text() == "Fiche complète. Elle partira avec le prochain envoi."
    window._chooser.answers = [tmp_path / "fiche.pdf"]
    window.fill.finish.click()
    wait_for_work(window, qtbot)
    assert (tmp_path / "fiche.pdf").read_bytes().startswith(b"%PDF")

    centre = init_centre(f"sqlite:///{tmp_path / 'central.db'}", tmp_path / "cles", training=True)
    window.fill.close_record()
    window.show_send()
    enrol(window, centre, tmp_path)
    assert window.notice.words.text() == "Cet ordinateur est relié au centre sous le numéro P0001."

    window._chooser.answers = [tmp_path]
    window.send.bundle.click()
    wait_for_work(window, qtbot)
    (bundle,) = tmp_path.glob("AF_P0001_*.zip.age")
    result = centre.import_files([bundle])[0]
    (tmp_path / "recu.age").write_bytes(centre.receipt_for(result.bundle_id).data)
    window._chooser.answers = [tmp_path / "recu.age"]
    window.send.receipt.click()
    assert window.notice.words.text() == "Accusé reçu : l’envoi est intégré au centre."
    window.show_records()
    assert window.records.model.index(0, 3).data() == "Intégrée au centre"
