"""Whatever way a person leaves a question, its answer is in the file; what a disk refuses is not lost unsaid."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCloseEvent, QFocusEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton

from fieldapp.base.errors import KnownError
from fieldapp.store import TRAINING_PASSPHRASE, open_workspace
from fieldapp.store.drafts import Drafts
from fieldapp.ui.parting import Parting
from tests.ui.robot import ROOT, press, question, write

TYPED = {
    "/sites/site[1]/adresse": ("12, rue des Orangers", "12, rue des Orangers"),
    "/identite/nom": ("Amal — جمعية", "Amal — جمعية"),
    "/identite/annee": ("1998", "1998"),
    "/identite/mission": ("Écouter,\norienter", "Écouter,\norienter"),
    "/details/cout": ("12,5", "12.5"),
    "/details/jour": ("31/05/2024", "2024-05-31"),
    "/details/heure": ("14:30", "14:30:00"),
    "/details/moment": ("31/05/2024 14:30", "2024-05-31T14:30:00"),
    "/details/lieu": ("34.02, -6.84", "34.02 -6.84 0.0 0.0"),
    "/details/ville": ("sale", "sale"),
}
"""What is written in each kind of question that is typed, and how the file holds it (times begin so)."""


def in_the_file(folder):
    """Return the answers of the only record, read by a program of its own: the window's is closed."""
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    [record] = workspace.records.list()
    answers = workspace.draft_answers(record.record_id)
    workspace.close()
    return answers


def stored(window):
    with window.desk.workspace.reader() as reading:
        return reading.draft_answers(window.fill.bridge.opened.record.record_id)


def value_of(answers, reference):
    """Return the answer to a question; one inside a repeat instance by the end of its path."""
    if "[" in reference:
        return next((v for path, v in answers.items() if path.endswith(reference.rpartition("/")[2])), "")
    return answers.get(reference.removeprefix("/"), "")


def type_in(page, reference):
    view = question(page, reference)
    for part in TYPED[reference][0].split("\n"):
        write(part)
        if part == "Écouter,":
            press(Qt.Key.Key_Return, text="\r")
    return view


def close_popup():
    """Do what Qt does first when a click goes elsewhere or another program comes to the front."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.hide()


def by_tab(window, _view):
    press(Qt.Key.Key_Tab)


def by_a_click_elsewhere(window, view):
    """Click into another question, or on the list of sections where there is none."""
    close_popup()
    page = window.fill.area.page(window.fill.area.current)
    fields = [one.widget._fields() for one in page.questions.values() if one is not view and one.isVisible()]
    target = next((some[0] for some in fields if some), window.fill.area.navigator.list.viewport())
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)


def by_enter(window, view):
    press(Qt.Key.Key_Return, text="\r")


def by_the_help(window, _view):
    window.show_help()


def by_the_list(window, _view):
    window.fill.close_record()


def by_the_page_of_the_workspace(window, _view):
    window.show_space()


def by_another_section(window, _view):
    window.fill.area.show_section((window.fill.area.current + 1) % 3)


def by_the_keys_to_the_next_section(window, _view):
    window.fill._turn(1)
    window.fill._turn(-1)


def by_another_language(window, _view):
    window.band.language_chosen.emit("ar")


def by_another_window(window, _view):
    """What Qt sends when another program comes to the front; the platform of the tests has only this one."""
    close_popup()
    gone = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(QApplication.focusWidget(), gone)


def by_the_end_of_the_session(window, _view):
    class Manager:
        def allowsInteraction(self):  # noqa: N802 - Qt's name
            return True

        def cancel(self):
            raise AssertionError("nothing was to be waited for")

    Parting(QApplication.instance(), window).on_session_end(Manager())


WAYS = [
    by_tab,
    by_a_click_elsewhere,
    by_enter,
    by_the_help,
    by_the_list,
    by_the_page_of_the_workspace,
    by_another_section,
    by_the_keys_to_the_next_section,
    by_another_language,
    by_another_window,
    by_the_end_of_the_session,
]


@pytest.mark.parametrize("way", WAYS, ids=[way.__name__ for way in WAYS])
def test_what_is_written_is_in_the_file_once_the_question_is_left(window, filling, way):
    lost = {}
    for reference, (_, kept) in TYPED.items():
        if way is by_enter and reference == "/identite/mission":
            continue  # there it begins a new line
        window.show_records()
        window.open_record(filling.bridge.opened.record.record_id)
        view = type_in(window.fill, reference)
        way(window, view)
        QApplication.processEvents()
        found = value_of(stored(window), reference)
        if not found.startswith(kept):
            lost[reference] = found
        window.band.language_chosen.emit("fr")
        QApplication.processEvents()
    assert lost == {}


def close_the_window(window):
    window.close()


def leave_for_another_workspace(window):
    window.leave()


@pytest.mark.parametrize("end", [close_the_window, leave_for_another_workspace])
@pytest.mark.parametrize("reference", TYPED)
def test_what_is_being_written_is_in_the_file_when_the_window_is_closed(
    window, filling, workspace_folder, end, reference
):
    type_in(filling, reference)
    end(window)
    assert value_of(in_the_file(workspace_folder), reference).startswith(TYPED[reference][1])


def check_a_radio(page):
    view = question(page, "/identite/formel")
    next(b for b in view.findChildren(QRadioButton) if b.text() == "Oui").click()
    return "identite/formel", "oui"


def check_two_boxes(page):
    view = question(page, "/details/langues")
    for box in view.findChildren(QCheckBox)[:2]:
        box.click()
    return "details/langues", "fr ar"


def acknowledge(page):
    question(page, "/details/lu").findChild(QCheckBox).click()
    return "details/lu", "OK"


def photograph(page, tmp_path):
    file = tmp_path / "photo.png"
    QImage(40, 30, QImage.Format.Format_RGB32).save(str(file))
    question(page, "/details/photo").widget.take(file)
    return "details/photo", ""


@pytest.mark.parametrize("act", [check_a_radio, check_two_boxes, acknowledge])
def test_what_is_clicked_is_in_the_file_at_once(window, filling, act):
    path, value = act(filling)
    assert stored(window)[path] == value


def test_a_photograph_is_in_the_file_as_soon_as_it_is_read(window, filling, tmp_path, qtbot):
    path, _ = photograph(filling, tmp_path)
    qtbot.waitUntil(lambda: path in stored(window), timeout=20_000)
    assert window.desk.fetch_file(stored(window)[path])[:2] == b"\xff\xd8"


def sign(page):
    pad = question(page, "/details/signature").widget._pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    for x in range(20, 120, 10):
        pad._strokes[-1].append(QPointF(x, 20 + x % 30))
    return pad


@pytest.mark.parametrize("is_pen_down", [True, False])
def test_a_signature_is_in_the_file_when_the_window_is_closed(window, filling, workspace_folder, is_pen_down):
    pad = sign(filling)
    if not is_pen_down:
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(120, 30))
    window.close()
    assert in_the_file(workspace_folder)["details/signature"].endswith(".png")


@pytest.fixture
def full_disk(monkeypatch):
    """Let every answer be refused, until told otherwise."""
    real = Drafts.append
    state = {"is_full": True}

    def append(self, *args, **kwargs):
        if state["is_full"]:
            raise KnownError("file.disk_full", path="/x")
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Drafts, "append", append)
    return state


@pytest.fixture
def parting(window):
    return Parting(QApplication.instance(), window)


def closes(window):
    event = QCloseEvent()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def test_a_window_stays_once_when_the_last_answer_could_not_be_kept(window, filling, full_disk, parting):
    type_in(filling, "/identite/nom")
    assert not closes(window)
    assert "n’est pas enregistrée" in window.notice.words.text()
    assert window.desk is not None


def test_what_a_full_disk_refused_is_kept_by_the_next_try_to_leave(
    window, filling, full_disk, parting, workspace_folder
):
    type_in(filling, "/identite/nom")
    assert not closes(window)
    full_disk["is_full"] = False
    assert closes(window)
    assert in_the_file(workspace_folder)["identite/nom"] == TYPED["/identite/nom"][1]


def test_who_insists_may_leave_without_the_answer(window, filling, full_disk, parting):
    type_in(filling, "/identite/nom")
    assert [closes(window), closes(window)] == [False, True]


def test_the_record_stays_shown_while_its_last_answer_is_not_kept(window, filling, full_disk):
    type_in(filling, "/identite/nom")
    filling.close_record()
    assert window.stack.currentWidget() is filling
    assert filling.area.page(0).questions[f"{ROOT}/identite/nom"].widget.value == TYPED["/identite/nom"][0]


def test_a_computer_that_stops_is_asked_to_wait_for_an_answer_the_disk_refuses(
    window, filling, full_disk, parting
):
    asked = []

    class Manager:
        def allowsInteraction(self):  # noqa: N802 - Qt's name
            return True

        def cancel(self):
            asked.append("wait")

    type_in(filling, "/identite/nom")
    parting.on_session_end(Manager())
    assert asked == ["wait"]
