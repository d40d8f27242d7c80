"""The team's page: made, joined, exchanged and decided in the window, by keyboard alone where a person would."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.records.erasure import Reason
from fieldapp.store import TRAINING_PASSPHRASE
from fieldapp.ui.desk import Desk
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.team import TeamErrand
from fieldapp.usecases.exchange_team import choose_folder
from fieldapp.usecases.join_team import ask_to_join, create_team
from fieldapp.usecases.open_workspace import open_workspace
from tests.ui.robot import AnsweringChooser, press
from tests.usecases.teams import make_people, open_team


@pytest.fixture(scope="session")
def made_team(tmp_path_factory):
    return make_people(tmp_path_factory.mktemp("equipe"))


@pytest.fixture
def team(made_team, tmp_path):
    opened = open_team(made_team, tmp_path / "equipe")
    yield opened
    for person in (opened.amina, opened.brahim):
        person.workspace.close()


@pytest.fixture
def errand(qtbot, speech, team):
    """The team's page of the lead's workspace, in a window of its own."""
    window = MainWindow(AnsweringChooser())
    qtbot.addWidget(window)
    window.enter(Desk(team.lead.workspace))
    window.show()
    errand = window.errands.findChild(TeamErrand)
    errand._row.button.click()
    QApplication.processEvents()
    return errand


def exchanged(errand, qtbot):
    errand.page.show_result(str)
    errand.page.notice.words.setText("")
    errand.page.exchange.click()
    told = (errand.page._result, errand.page.notice.words)
    qtbot.waitUntil(lambda: any(one.text() for one in told), timeout=60_000)
    qtbot.waitUntil(lambda: errand._errands.job is None, timeout=20_000)
    return errand.page._result.text()


def test_an_exchange_says_from_whom_and_for_whom(errand, team, qtbot):
    team.amina.write(nom="AMPF")
    team.amina.exchange()
    told = exchanged(errand, qtbot)
    assert "1 fiche reçue de \u2066Amina Fictive\u2069" in told
    assert "1 fiche laissée pour \u2066Brahim Fictif\u2069" in told
    assert exchanged(errand, qtbot) == "Rien de nouveau."


def test_a_disagreement_is_shown_and_decided_by_keyboard(errand, team, qtbot):
    record_id = team.amina.write(nom="AMPF", ville="Rabat")
    team.amina.exchange()
    exchanged(errand, qtbot)
    team.brahim.exchange()
    team.amina.edit(record_id, ville="Salé")
    team.brahim.edit(record_id, ville="Témara")
    for person in (team.amina, team.brahim):
        person.exchange()
    exchanged(errand, qtbot)
    assert errand.page._decide_title.text() == "1 désaccord à trancher"
    errand.page.decide.setFocus()
    press(Qt.Key.Key_Space, widget=errand.page.decide)
    dialog = errand.dialog
    shown = {dialog.answers.item(row).text().split("   ")[0] for row in range(dialog.answers.count())}
    assert shown == {"\u2066Salé\u2069", "\u2066Témara\u2069"}
    assert not dialog.keep.isEnabled()
    dialog.answers.setFocus()
    press(Qt.Key.Key_Down, widget=dialog.answers)
    dialog.reason.line.setText("Vu sur place")
    chosen = dialog.answers.currentItem().text().split("   ")[0].strip("\u2066\u2069")
    press(Qt.Key.Key_Space, widget=dialog.keep)
    assert team.lead.answers(record_id)["ville"] == chosen
    assert dialog.list.count() == 0
    dialog.reject()


def test_words_are_compared_before_anybody_is_admitted(errand, workspace_folder, tmp_path):
    newcomer = open_workspace(workspace_folder, passphrase=TRAINING_PASSPHRASE)
    asked = ask_to_join(newcomer)
    newcomer.close()
    path = tmp_path / asked.name
    path.write_bytes(asked.data)
    errand._errands.window._chooser.answers = [path]
    errand.page.admit.click()
    assert errand.dialog.words.text() == " · ".join(asked.words)
    errand.dialog.cancel.click()
    assert len(errand.page._view.members) == 2
    errand._errands.window._chooser.answers = [path, tmp_path]
    errand.page.admit.click()
    errand.dialog.same.click()
    assert len(errand.page._view.members) == 3
    assert (tmp_path / "AF_INSCRIPTION_E04.zip").exists()


def test_without_a_team_one_is_asked_for_or_begun(window, desk, tmp_path):
    errand = window.errands.findChild(TeamErrand)
    errand._row.button.click()
    assert errand.page.ask.isVisible()
    window._chooser.answers = [tmp_path]
    errand.page.ask.click()
    assert len(list(tmp_path.glob("AF_DEMANDE_EQUIPE_*.zip"))) == 1
    assert len(errand.page._own.text().split(" · ")) == 8
    errand.page.begin.click()
    assert errand.page._view.is_lead
    assert not errand.page.exchange.isEnabled()


def test_a_folder_that_is_gone_is_told_on_the_page(window, desk, tmp_path):
    create_team(desk.workspace)
    folder = tmp_path / "cle"
    folder.mkdir()
    choose_folder(desk.workspace, folder)
    folder.rmdir()
    errand = window.errands.findChild(TeamErrand)
    errand._row.button.click()
    errand.page.exchange.click()
    assert "introuvable" in errand.page.notice.words.text()


def test_a_record_left_open_is_shown_as_the_team_made_it(errand, team, qtbot):
    """What a colleague erased must not come back with the next answer, or with completing the record."""
    record_id = team.amina.write(nom="AMPF", ville="Un secret")
    team.amina.exchange()
    exchanged(errand, qtbot)
    window, amina = errand._errands.window, team.amina.workspace
    team.lead.begin(record_id, nom="En cours")
    window.open_record(record_id)
    assert "Un secret" in window.fill.bridge.opened.session.answers().values()
    window.show_space()
    errand._row.button.click()
    amina.erasing.erase(record_id, paths=["ville"], reason=Reason.REQUEST, actor_id=amina.actor.actor_id)
    team.amina.exchange()
    exchanged(errand, qtbot)
    answers = window.fill.bridge.opened.session.answers()
    assert ("Un secret" in answers.values(), answers["nom"]) == (False, "En cours")
