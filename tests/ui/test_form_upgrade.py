"""A newer version of a form is offered on the page: shown, done with one button, taken back with one undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.forms import load_form_bytes
from fieldapp.ui.form_upgrade import UpgradeErrand
from fieldapp.ui.history import HistoryErrand
from fieldapp.ui.history_model import View
from tests.ui.robot import press

NAME = "/visite/identite/nom"


@pytest.fixture
def errand(window):
    return window.errands.findChild(UpgradeErrand)


@pytest.fixture
def record(desk, window):
    """A draft of the first version, and a second one that moved its name and asks no more for the rest."""
    begun = desk.start("visite")
    desk.save(begun, begun.session.answer(NAME, "Association Amal"), NAME)
    version = begun.session.definition.version
    newer = SECOND.replace("VERSION", f"{version}9")
    form = load_form_bytes(newer.encode(), name="visite.md")
    desk.workspace.forms.install(form, source=newer.encode(), name="visite.md")
    window.open_record(begun.record.record_id)
    return begun.record.record_id


SECOND = """
| survey |
| | type | name | label::Français (fr) |
| | begin_group | fiche | Fiche |
| | text | nom | Nom |
| | end_group | | |
| settings |
| | form_id | name | version | form_title | default_language |
| | visite | visite | VERSION | Visite | Français (fr) |
"""


def test_the_page_says_that_a_newer_version_is_there(window, errand, record):
    assert errand.line.isVisibleTo(window.fill)
    assert "disponible" in errand.line.words.text()


def test_what_moves_is_shown_before_it_is_done(window, errand, record):
    errand.line.action.click()
    table = errand.dialog.table
    cells = [[table.item(row, column).text() for column in range(4)] for row in range(table.rowCount())]
    assert any(row[0] == "déplacé" and "Association Amal" in row[2] for row in cells)
    errand.dialog.reject()
    assert (
        window.fill.bridge.opened.record.form_version
        == window.desk.workspace.records.get(record).form_version
    )


def test_one_button_does_it_and_one_undo_takes_it_back(window, errand, record):
    old = window.fill.bridge.opened.record.form_version
    errand.line.action.click()
    errand.dialog.confirm.click()
    QApplication.processEvents()
    assert window.fill.bridge.reader.value("/visite/fiche/nom") == "Association Amal"
    assert not errand.line.isVisibleTo(window.fill)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, widget=window.fill)
    window.fill.undo()
    QApplication.processEvents()
    assert window.fill.bridge.opened.record.form_version == old
    assert window.fill.bridge.reader.value(NAME) == "Association Amal"
    assert errand.line.isVisibleTo(window.fill)


def test_what_is_no_longer_asked_stands_in_the_history(window, errand, record, desk):
    opened = window.fill.bridge.opened
    begun = next(
        one for one in opened.session.leaves() if one.startswith("/visite/identite/") and one != NAME
    )
    desk.save(opened, opened.session.answer(begun, "x"), begun)
    errand.upgrade(record)
    history = window.errands.findChild(HistoryErrand)
    history.show(record)
    history.page.order.setCurrentIndex(history.page.order.findData(View.FORMER))
    assert history.page.model.rowCount() == 1
    assert "n’est plus demandé" in history.page.order.currentText()


def test_a_record_of_the_newest_version_is_offered_nothing(desk, window, errand, record):
    window.start_record("visite")
    assert not errand.line.isVisibleTo(window.fill)
