"""Lists of 50,000 choices: each letter typed is answered at once, and no choice is out of reach."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView

from fieldapp.engine import Choice
from fieldapp.ui.widgets.answer import Asked
from fieldapp.ui.widgets.catalogue import widget_for
from fieldapp.ui.widgets.choices_model import ChoicesModel
from fieldapp.ui.widgets.folding import folded, folded_all
from tests.ui.robot import press, write

COUNT = 50_000
WITHIN_SECONDS = 0.05
SYLLABLES = ("ben", "aït", "oul", "sidi", "ma", "ra", "tan", "za", "دار", "عين", "واد", "tamza")


@pytest.fixture(scope="module")
def many():
    chance = random.Random(7)
    return [Choice(f"c{n}", f"{''.join(chance.choices(SYLLABLES, k=4))} {n}") for n in range(COUNT)]


@pytest.fixture
def build(qtbot, speech, many):
    def build(kind):
        widget = widget_for(Asked(kind))
        qtbot.addWidget(widget)
        widget.set_choices(many)
        widget.show()
        widget.activateWindow()
        widget.setFocus()
        QApplication.processEvents()
        widget._inner._model._fold(COUNT)  # as the idle moments before the first letter would
        return widget

    return build


def seconds(action):
    begin = time.process_time()
    action()
    QApplication.processEvents()
    return time.process_time() - begin


@pytest.mark.parametrize("kind", ["select1", "select"])
def test_each_letter_is_answered_within_fifty_milliseconds(build, kind):
    widget = build(kind)
    line = widget._inner._line
    best = {}
    for _ in range(3):
        line.clear()
        for letter in "aït b":
            took = seconds(lambda letter=letter: write(letter, widget=line))
            best[letter] = min(took, best.get(letter, took))
    assert max(best.values()) < WITHIN_SECONDS


def test_fifty_thousand_choices_are_offered_at_once(build, many):
    widget = build("select1")
    assert min(seconds(lambda: widget.set_choices(list(many))) for _ in range(3)) < WITHIN_SECONDS


def test_what_is_typed_finds_the_last_of_them(build, many):
    widget = build("select1")
    write(many[-1].label, widget=widget._inner._line)
    press(Qt.Key.Key_Return)
    assert widget.value == many[-1].value


def test_a_list_opens_at_its_answer_and_goes_on_to_its_end(build):
    widget = build("select1")
    widget.set_value("c30000")
    inner = widget._inner
    inner._on_open()
    assert inner._popup.currentIndex().row() == 30_000
    bar, known = inner._popup.verticalScrollBar(), inner._model.rowCount()
    bar.setValue(bar.maximum())
    assert inner._model.rowCount() > known


def test_a_view_is_told_of_more_as_it_comes_to_the_end(qtbot, many):
    model = ChoicesModel()
    model.set_choices(many[:500])
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    assert model.rowCount() < 500
    view.show()
    view.scrollToBottom()
    view.scrollToBottom()
    model.fetchMore()
    model.fetchMore()
    assert model.rowCount() == 500


def test_labels_are_made_ready_while_nothing_else_is_done(qtbot, many):
    model = ChoicesModel()
    model.set_choices(many[:5000])
    qtbot.waitUntil(lambda: len(model._folded) == 5000)
    assert not model._idle.isActive()


@given(st.lists(st.text()))
def test_many_texts_are_compared_as_each_of_them(texts):
    assert folded_all(texts) == [folded(text.replace("\n", " ")) for text in texts]


@pytest.mark.parametrize(
    ("written", "typed"),
    [("Aït Béni", "ait beni"), ("أَكَادِير", "اكادير"), ("مُؤسسة", "موسسه"), ("مستشفى", "مستشفي"), ("ΑΣ", "ας")],
)
def test_search_does_not_mind_how_letters_are_dressed(written, typed):
    assert folded(written) == folded(typed)
