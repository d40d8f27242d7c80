"""Comments and reviews in the window: the marks, the panel by keys alone, what the list says; two languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.records.review import ReviewState, Role
from fieldapp.store import Actor
from fieldapp.ui.review.mark import CommentMark
from fieldapp.ui.reviewing import ReviewErrand
from fieldapp.usecases.comment_record import comment
from fieldapp.usecases.review_record import choose_role, look_at_review
from tests.ui.robot import press, write

NAME = "/visite/identite/nom"


@pytest.fixture
def errand(window):
    return window.errands.findChild(ReviewErrand)


@pytest.fixture
def record(desk, small_form):
    """A finished record, which a colleague commented."""
    workspace = desk.workspace
    made = workspace.start_draft(small_form)
    workspace.finalise(
        made.record_id, definition=small_form, final_answers={"identite/nom": "Amal"}, beside={}, title="Amal"
    )
    workspace.people.add_actor(Actor("brahim", "Brahim", "verifier"))
    said = comment(workspace, made.record_id, "Amal ou Amel ?", path="identite/nom")
    workspace._opened.db.execute("DROP TRIGGER change_is_never_altered")
    workspace._opened.db.execute(
        "UPDATE change SET actor_id = 'brahim' WHERE change_id = ?", [said.change_id]
    )
    return made.record_id


def opened(window, record):
    window.open_record(record)
    QApplication.processEvents()


def test_a_question_that_was_commented_bears_a_mark(window, record):
    opened(window, record)
    [mark] = window.fill.findChildren(CommentMark)
    assert (mark.text(), mark.accessibleName()) == ("1", "1 commentaire ouvert")


def test_by_keys_alone_a_comment_is_read_answered_settled_and_the_record_moved(window, errand, desk, record):
    choose_role(desk.workspace, Role.VERIFIER)
    opened(window, record)
    assert "nouveau" in errand.tool.toolTip()
    assert window.fill.area.go_to(NAME)
    press(Qt.Key.Key_M, modifiers=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    panel = errand.panel
    assert panel.isVisible()
    assert "nouveau" not in errand.tool.toolTip()
    [card] = panel.cards
    assert QApplication.focusWidget() is card.answer
    press(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is panel.line.text
    write("Amal, d’après le récépissé.", widget=panel.line.text)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press_button(panel.cards[0].settle)
    view = look_at_review(desk.workspace, record)
    assert [one.text for one in view.threads[0].remarks] == [
        "Amal ou Amel ?",
        "Amal, d’après le récépissé.",
        "",
    ]
    assert not panel.cards
    press_button(panel.box.moves[0])
    assert panel.box.state.text() == "Vérifiée"
    assert window.fill.findChildren(CommentMark)[0].accessibleName() == "1 commentaire réglé"


def press_button(button):
    QApplication.processEvents()
    button.setFocus()
    press(Qt.Key.Key_Space)


def test_a_comment_is_pinned_to_the_question_one_was_at_or_to_the_whole(window, errand, desk, record):
    opened(window, record)
    assert window.fill.area.go_to(NAME)
    errand.toggle()
    panel = errand.panel
    panel.line.text.setPlainText("Encore ceci.")
    panel.line.send.click()
    panel.line.about.setCurrentIndex(1)
    panel.line.text.setPlainText("Et cela.")
    panel.line.send.click()
    paths = sorted(thread.question for thread in look_at_review(desk.workspace, record).threads)
    assert paths == ["", "Nom", "Nom"]
    errand.toggle()
    assert not panel.isVisible()


def test_a_refusal_leaves_what_was_written(window, errand, record):
    opened(window, record)
    errand.toggle()
    errand.panel.line.text.setPlainText("x" * 5000)
    errand.panel.line.send.click()
    assert errand.panel.line.text.toPlainText()
    window.fill.read_again()
    QApplication.processEvents()
    assert errand.panel.line.text.toPlainText(), "nothing that was begun is lost with the page"


def test_tab_follows_the_eye_and_escape_leads_back(window, errand, record):
    opened(window, record)
    assert window.fill.area.go_to(NAME)
    errand.toggle()
    panel = errand.panel
    [card] = panel.cards
    walked = []
    for _ in range(4):
        walked.append(QApplication.focusWidget())
        press(Qt.Key.Key_Tab)
    assert walked == [card.answer, card.settle, panel.line.about, panel.line.text]
    panel.line.text.setFocus()
    press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert window.fill.area.here() == NAME


def test_the_list_says_where_a_record_is_and_is_restricted_to_it(window, errand, desk, record, qtbot):
    choose_role(desk.workspace, Role.LEAD)
    errand.open(record)
    QApplication.processEvents()
    assert errand.panel.isVisible()
    press_button(errand.panel.box.moves[errand.panel._view.allowed.index(ReviewState.COMMENTED)])
    window.show_records()
    window.records.refresh()
    QApplication.processEvents()
    model = window.records.model
    assert model.data(model.index(0, 2)) == "Renvoyée"
    qtbot.waitUntil(lambda: window.records.filters.review.isVisibleTo(window.records))
    window.records.filters.review.choose("verified")
    assert model.rowCount() == 0
    window.records.filters.review.choose("open_comments")
    assert model.rowCount() == 1


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_panel_speaks_the_language_of_the_window(window, errand, record, language, qtbot):
    opened(window, record)
    errand.toggle()
    window.language_chosen.emit(language)
    qtbot.waitUntil(lambda: "Nom" not in errand.panel.cards[0].question)
    assert "Commentaires" not in errand.panel._title.text()
