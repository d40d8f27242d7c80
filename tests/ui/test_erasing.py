"""Erasing in the window: nothing goes by one click, nothing by Enter, and what goes is gone from everywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.base.errors import KnownError
from fieldapp.records.erasure import Reason
from fieldapp.ui.erasing import EraseErrand
from fieldapp.usecases.back_up import copy_workspace
from fieldapp.usecases.erase_record import confirmation_word
from tests.store.pages import traces
from tests.ui.robot import press, write

SECRET = "Zqxjkvbremission"
NAME = "/visite/identite/nom"


@pytest.fixture
def errand(window):
    return window.errands.findChild(EraseErrand)


@pytest.fixture
def record(desk, window):
    begun = desk.start("visite")
    desk.save(begun, begun.session.answer(NAME, SECRET), "nom")
    with desk.workspace.reader() as reading:
        reading.backups.make()
    window.show_records()
    return begun.record.record_id


@pytest.fixture
def dialog(window, errand, record):
    window.records.record_actions.run("erase", record)
    return errand.dialog


def choose(dialog, reason=Reason.REQUEST):
    dialog.reason.setCurrentIndex(dialog.reason.findData(str(reason)))


def confirm(dialog, record, qtbot, errands):
    dialog.go_on.click()
    write(confirmation_word(record), widget=dialog.typed.line)
    with qtbot.waitSignal(errands.ended, timeout=30_000):
        dialog.erase.click()
    QApplication.processEvents()


def test_a_record_is_erased_after_a_reason_a_word_and_two_buttons(window, desk, dialog, record, qtbot):
    choose(dialog)
    confirm(dialog, record, qtbot, window.errands)
    assert desk.workspace.erasing.done.tombstone(record).reason == Reason.REQUEST
    assert traces(desk.workspace.folder, desk.workspace.erasing.source.key, SECRET) == []
    assert not dialog.isVisible()
    assert window.stack.currentWidget() is window.records
    assert "C’est effacé" in window.notice.words.text()
    assert window.records.table.model().rowCount() == 0


def test_enter_alone_erases_nothing(desk, dialog, record):
    for _ in range(4):
        press(Qt.Key.Key_Return, widget=dialog)
    assert desk.workspace.erasing.done.known() == []


def test_nothing_goes_on_without_a_reason_or_without_an_answer_chosen(dialog):
    assert not dialog.go_on.isEnabled()
    choose(dialog)
    assert dialog.go_on.isEnabled()
    dialog.chosen.setChecked(True)
    assert not dialog.go_on.isEnabled()
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert dialog.go_on.isEnabled()


def test_the_button_waits_for_the_word_or_the_title(dialog, record):
    choose(dialog)
    dialog.go_on.click()
    assert not dialog.erase.isEnabled()
    write("oui", widget=dialog.typed.line)
    assert not dialog.erase.isEnabled()
    dialog.typed.line.setText(confirmation_word(record).upper())
    assert dialog.erase.isEnabled()


def test_one_answer_is_erased_and_the_record_stays(window, desk, dialog, record, qtbot):
    dialog.chosen.setChecked(True)
    row = next(row for row in range(dialog.list.count()) if SECRET in dialog.list.item(row).text())
    dialog.list.item(row).setCheckState(Qt.CheckState.Checked)
    assert "Réponses : 1 " in dialog.reach.text()
    choose(dialog, Reason.MISTAKE)
    confirm(dialog, record, qtbot, window.errands)
    assert desk.workspace.records.get(record).trashed_at is None
    assert SECRET not in repr(desk.workspace.draft_answers(record))
    assert window.records.table.model().rowCount() == 1


def test_it_is_begun_from_the_page_that_fills_it_and_leaves_that_page(window, desk, errand, record, qtbot):
    window.open_record(record)
    window.fill._actions.run("erase", record)
    choose(errand.dialog)
    confirm(errand.dialog, record, qtbot, window.errands)
    assert window.stack.currentWidget() is window.records


def test_it_is_not_begun_while_something_else_is_at_work(window, desk, errand, dialog, record):
    said = []
    window.errands.failed.connect(said.append)
    window.errands.job = object()
    errand.erase(record, (), reason=str(Reason.REQUEST), typed=confirmation_word(record))
    window.errands.job = None
    assert [error.code for error in said] == ["ui.busy"]
    assert desk.workspace.erasing.done.known() == []


def test_a_full_disk_is_said_and_what_was_taken_is_taken(window, desk, dialog, record, qtbot, monkeypatch):
    def refuse(*_args, **_more):
        raise KnownError("file.disk_full")

    monkeypatch.setattr("fieldapp.usecases.erase_record.finish_erasures", refuse)
    choose(dialog)
    confirm(dialog, record, qtbot, window.errands)
    assert "disque est plein" in window.notice.words.text()
    assert not dialog.isVisible()
    assert window.errands.job is None  # tried once, and again at the next opening
    assert [one.record_id for one in desk.workspace.erasing.done.pending()] == [record]


def test_a_copy_elsewhere_is_named_as_out_of_reach(window, desk, errand, record, small_disk):
    place = copy_workspace(desk.workspace, small_disk(64 * 1024 * 1024)).copy.path
    errand.ask(record)
    assert str(place) in errand.dialog.reach.text()


def test_an_erased_record_offers_no_erasure(window, desk, dialog, record, qtbot):
    choose(dialog)
    confirm(dialog, record, qtbot, window.errands)
    assert "erase" not in window.records.record_actions.keys(desk.workspace.records.get(record))


def test_what_was_cut_short_is_finished_when_the_window_opens_and_no_key_stops_it(
    window, desk, errand, record, qtbot
):
    workspace = desk.workspace
    workspace.erasing.erase(record, reason=Reason.REQUEST, actor_id=workspace.actor.actor_id)
    assert traces(workspace.folder, workspace.erasing.source.key, SECRET)
    with qtbot.waitSignal(window.errands.ended, timeout=30_000):
        errand.go_on()
        press(Qt.Key.Key_Escape, widget=errand.waiting)
        assert errand.waiting.isVisible()
    assert workspace.erasing.done.pending() == []
    assert not errand.waiting.isVisible()
    assert traces(workspace.folder, workspace.erasing.source.key, SECRET) == []


def test_what_the_team_erased_is_finished_after_the_exchange(window, desk, errand, record, qtbot):
    workspace = desk.workspace
    workspace.erasing.erase(record, reason=Reason.REQUEST, actor_id=workspace.actor.actor_id)
    window.errands.ended.emit()
    qtbot.waitUntil(
        lambda: workspace.erasing.done.pending() == [] and window.errands.job is None, timeout=30_000
    )
    assert not errand.waiting.isVisible()
