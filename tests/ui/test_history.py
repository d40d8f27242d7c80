"""The history of a record in the window: by date and by question, sought by typing, compared, printed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.ui.history import HistoryErrand
from fieldapp.ui.history_model import AFTER, BEFORE, QUESTION, WHO, View
from tests.ui.robot import press, write

NAME = "/visite/identite/nom"


@pytest.fixture
def errand(window):
    return window.errands.findChild(HistoryErrand)


@pytest.fixture
def record(desk, window):
    """A draft whose name was corrected."""
    begun = desk.start("visite")
    for name in ("Association Amel", "Association Amal"):
        desk.save(begun, begun.session.answer(NAME, name), NAME)
    window.show_records()
    return begun.record.record_id


def texts(errand, column):
    model = errand.page.model
    return [model.data(model.index(row, column)) for row in range(model.rowCount())]


def test_the_menu_of_a_record_leads_to_its_history_latest_first(window, errand, record):
    window.records.record_actions.run("history", record)
    assert window.stack.currentWidget() is errand.page
    assert texts(errand, BEFORE) == ["Association Amel", ""]
    assert texts(errand, AFTER) == ["Association Amal", "Association Amel"]


def test_typing_finds_whatever_the_accents(errand, record, qtbot):
    errand.show(record)
    errand.page.search.setFocus()
    write("ÀMEL", widget=errand.page.search)
    qtbot.waitUntil(lambda: len(texts(errand, QUESTION)) == 2)
    write(" zzz", widget=errand.page.search)
    qtbot.waitUntil(lambda: errand.page.stack.currentWidget() is errand.page.nothing)


def test_only_what_changed_leaves_first_answers_out(errand, record):
    errand.show(record)
    errand.page.only_changes.click()
    assert texts(errand, AFTER) == ["Association Amal"]


def test_by_question_each_has_its_values(errand, record):
    errand.show(record)
    errand.page.order.setCurrentIndex(errand.page.order.findData(View.BY_QUESTION))
    assert len(set(texts(errand, QUESTION))) == 1
    assert errand.page.model.row(1).is_first is False


def test_two_moments_are_compared(errand, record):
    errand.show(record)
    errand.page.last.setCurrentIndex(2)
    assert texts(errand, BEFORE) == [""]
    assert texts(errand, AFTER) == ["Association Amal"]
    errand.page.first.setCurrentIndex(1)
    assert texts(errand, BEFORE) == ["Association Amel"]
    assert errand.page.table.isColumnHidden(WHO)
    assert "1." in str(errand.page.model.titles()[BEFORE])


def test_what_is_the_same_on_both_sides_is_shown_when_asked(desk, errand, record):
    opened = desk.open(record)
    desk.save(opened, opened.session.answer("/visite/identite/mission", "Emploi"), "/visite/identite/mission")
    errand.show(record)
    errand.page.first.setCurrentIndex(2)
    errand.page.last.setCurrentIndex(3)
    assert texts(errand, AFTER) == ["Emploi"]
    errand.page.all_lines.click()
    assert (texts(errand, BEFORE), texts(errand, AFTER)) == (
        ["Association Amal", ""],
        ["Association Amal", "Emploi"],
    )
    errand.page.nothing.action.click()
    assert errand.page.model.compared is None


def test_a_line_is_written_whole_below(errand, record):
    errand.show(record)
    assert "Avant : Association Amel\nAprès : Association Amal" in errand.page.detail.text()


def test_the_keyboard_walks_and_goes_back(window, errand, record):
    errand.show(record)
    press(Qt.Key.Key_Down)
    assert errand.page.table.currentIndex().row() == 1
    errand.page._back.click()
    assert window.stack.currentWidget() is window.records


def test_it_is_printed_in_a_thread(window, errand, record, tmp_path, qtbot):
    target = tmp_path / "historique.pdf"
    window._chooser.answers = [target]
    errand.show(record)
    with qtbot.waitSignal(window.errands.done, timeout=20_000):
        errand.page.print.click()
    assert target.read_bytes().startswith(b"%PDF")


def test_it_follows_the_language_of_the_window(window, errand, record, qtbot):
    errand.show(record)
    window.language_chosen.emit("ar")
    qtbot.waitUntil(lambda: errand.page.history.language == "ar")
    assert "Amal" in errand.page.detail.text()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_it_speaks_the_language_of_the_window(desk, errand, record, speech, language):
    speech.speak(language)
    desk.language = language
    errand.show(record)
    QApplication.processEvents()
    assert "Retour" not in errand.page._back.text()
    assert errand.page.model.words.words.language == language
