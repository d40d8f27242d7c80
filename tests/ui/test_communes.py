"""The official list of communes in the window: looked at, taken, taken back, put in force again; then chosen from."""

import pytest

from fieldapp.forms.official_lists import COMMUNES
from fieldapp.store import TRAINING_PASSPHRASE, Actor
from fieldapp.ui.communes import CommunesErrand
from fieldapp.ui.desk import Desk
from fieldapp.ui.main_window import MainWindow
from fieldapp.usecases.create_workspace import create_workspace
from tests.ui.robot import AnsweringChooser

LIST = """code;nom_fr;nom_ar
04.421.01.01;Agdal Riyad;أكدال الرياض
04.421.01.02;Hassan;حسان
4.421.1.3;Souissi;السويسي
"""
SITE = "/fiche_organisation/sites/site[1]/"


@pytest.fixture
def window(qtbot, speech, tmp_path):
    """The window of a workspace with the forms of the mission, on the page of communes."""
    made = create_workspace(
        tmp_path / "communes", passphrase=TRAINING_PASSPHRASE, actor=Actor("", "Amina"), is_training=True
    )
    path = tmp_path / "communes.csv"
    path.write_text(LIST, encoding="utf-8")
    window = MainWindow(AnsweringChooser())
    qtbot.addWidget(window)
    window._chooser.answers.append(path)
    window.enter(Desk(made.workspace))
    window.show()
    window.show_space()
    window.space.rows["communes"].button.click()
    yield window
    window.close()


def page_of(window):
    return window.errands.findChild(CommunesErrand).page


def in_force(window):
    return window.desk.workspace.official_lists.in_force(COMMUNES)


def look(window, qtbot):
    with qtbot.waitSignal(window.errands.ended, timeout=30_000):
        page_of(window).choose.click()
    return page_of(window)


def test_a_list_is_looked_at_taken_and_taken_back(window, qtbot):
    page = page_of(window)
    assert window.stack.currentWidget() is page
    assert not page.take.isEnabled()
    look(window, qtbot)
    assert (page.counts.text(), page.take.text()) == ("2 communes à prendre.", "Prendre 2 communes")
    assert page.problems.item(0).text().startswith("Ligne 4 : Le tableur a changé")
    assert in_force(window) is None, "nothing is taken by looking"
    page.take.click()
    assert in_force(window).entries == 2
    page.notice.action.click()
    assert in_force(window) is None
    page.notice.action.click()
    assert in_force(window).entries == 2


def test_what_is_being_filled_chooses_from_the_list_at_once(window, qtbot, speech):
    window.fill.show_record(window.desk.start("fiche_organisation"))
    session = window.fill.bridge.opened.session
    assert not session.is_relevant(SITE + "site_commune_code")
    window.fill.bridge.answer(SITE + "site_region", "04")
    look(window, qtbot)
    page_of(window).take.click()
    session = window.fill.bridge.opened.session
    assert [choice.label for choice in session.choices(SITE + "site_commune_code")] == [
        "Agdal Riyad",
        "Hassan",
    ]
    assert session.is_relevant(SITE + "site_commune"), "a commune that is not in the list is written"


def test_the_page_speaks_the_language_of_the_window(window, qtbot, speech):
    look(window, qtbot)
    speech.speak("ar")
    window.set_language("ar")
    page = page_of(window)
    assert page.take.text() == "أخذ جماعتين"
    assert page.problems.item(0).text().startswith("السطر 4: غيّر برنامج الجداول")
