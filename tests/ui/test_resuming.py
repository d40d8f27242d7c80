"""A pulled plug costs at most the field being written."""

import signal
import subprocess
import sys
import unicodedata
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp.store import TRAINING_PASSPHRASE, open_workspace
from fieldapp.ui.desk import Desk
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.pages.interruption_card import InterruptionCard
from fieldapp.usecases.interrupted import InterruptedDraft
from tests.ui.robot import ROOT, AnsweringChooser

CHILD = Path(__file__).with_name("filling_child.py")


@pytest.fixture
def ended(workspace_folder, tmp_path):
    """Return what fills a record in a window of its own, and ends it by a signal while a person writes."""

    def end_by(number):
        command = [sys.executable, str(CHILD), str(workspace_folder), str(tmp_path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout.readline().strip() == "filled"
            child.send_signal(number)
            return child.wait(timeout=30)

    return end_by


@pytest.fixture
def killed(ended, workspace_folder):
    """A workspace whose window was killed while a person was writing."""
    assert ended(signal.SIGKILL) == -signal.SIGKILL
    return workspace_folder


@pytest.fixture
def reopened(killed, qtbot, speech):
    desk = Desk(open_workspace(killed, passphrase=TRAINING_PASSPHRASE))
    window = MainWindow(AnsweringChooser())
    qtbot.addWidget(window)
    window.language_chosen.connect(lambda code: (speech.speak(code), window.set_language(code)))
    window.enter(desk)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    return window


def test_a_draft_is_resumed_at_its_last_question_after_a_kill(reopened):
    reopened.show_records()
    assert reopened.records.model.index(0, 0).data() == "Amal — جمعية"
    reopened.open_record(reopened.records.model.row(0).record.record_id)
    page = reopened.fill.area.page(reopened.fill.area.current)
    assert page.questions[f"{ROOT}/details/cout"].widget.value == "12.5"
    assert page.questions[f"{ROOT}/details/cout"].isAncestorOf(QApplication.focusWidget())


def test_what_was_committed_before_the_kill_can_be_undone(reopened):
    reopened.show_records()
    reopened.open_record(reopened.records.model.row(0).record.record_id)
    reopened.fill.undo()
    assert reopened.fill.bridge.reader.value(f"{ROOT}/details/cout") == ""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_the_program_with_what_is_being_written_kept(ended, workspace_folder, number):
    assert ended(number) == 0
    workspace = open_workspace(workspace_folder, passphrase=TRAINING_PASSPHRASE)
    [record] = workspace.records.list()
    answers = workspace.draft_answers(record.record_id)
    assert answers["details/lieu"] == "34.0"
    assert workspace.interruption.drafts() == []
    workspace.close()


def card_of(window):
    return window.home.findChild(InterruptionCard)


def said_on(card):
    """Return the words of the only row, without the signs that keep scripts apart."""
    [(words, _, _)] = card.rows()
    return "".join(sign for sign in words if unicodedata.category(sign) != "Cf")


def test_a_card_names_the_record_the_time_and_the_last_question(reopened):
    words = said_on(card_of(reopened))
    assert card_of(reopened).isVisible()
    assert words.startswith("« Amal — جمعية » : dernière réponse gardée le ")
    assert f"{datetime.now().astimezone():%d/%m/%Y}" in words
    assert words.endswith("à la question « Détails › Coût ».")


def test_the_card_speaks_the_language_of_the_window(reopened):
    reopened.band.language_chosen.emit("ar")
    QApplication.processEvents()
    [(_, take_up, _)] = card_of(reopened).rows()
    assert "التفاصيل › الكلفة" in said_on(card_of(reopened))
    assert take_up.text() == "متابعة"


def test_going_on_from_the_card_opens_the_record_at_that_question(reopened):
    [(_, take_up, _)] = card_of(reopened).rows()
    take_up.click()
    page = reopened.fill.area.page(reopened.fill.area.current)
    assert page.questions[f"{ROOT}/details/cout"].isAncestorOf(QApplication.focusWidget())
    assert card_of(reopened).isHidden()


def test_the_card_puts_a_draft_in_the_trash_from_which_it_comes_back(reopened):
    [(_, _, put_aside)] = card_of(reopened).rows()
    workspace = reopened.desk.workspace
    put_aside.click()
    [trashed] = workspace.records.list(trashed=True)
    assert card_of(reopened).isHidden()
    workspace.restore(trashed.record_id)
    assert workspace.draft_answers(trashed.record_id)["details/cout"] == "12.5"


def test_the_card_comes_back_until_it_was_seen(reopened, killed):
    folder = reopened.desk.workspace.folder
    for wanted in (1, 0):
        reopened.leave()
        reopened.enter(Desk(open_workspace(folder, passphrase=TRAINING_PASSPHRASE)))
        assert len(card_of(reopened).rows()) == wanted
        if wanted:
            card_of(reopened).done.click()


def test_more_drafts_than_the_card_names_are_counted(window, qtbot):
    drafts = [
        InterruptedDraft(window.desk.start("visite").record, "Visite", "2026-03-01T09:00:00Z", False, "Nom")
    ]
    card = InterruptionCard()
    qtbot.addWidget(card)
    card.show_drafts(drafts, others=3)
    assert card._more.text() == "Et 3 autres fiches en cours."
    assert not card._more.isHidden()
