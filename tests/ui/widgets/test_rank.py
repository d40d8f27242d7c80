"""Choices are put in order by pressing them one after the other; what is pressed again gives its place up."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from fieldapp.engine import Choice
from fieldapp.ui.widgets.answer import Asked
from fieldapp.ui.widgets.rank import RankWidget
from tests.ui.robot import press

CHOICES = [Choice("emploi", "Emploi"), Choice("sante", "Santé & soins"), Choice("droit", "Aide juridique")]


@pytest.fixture
def rank(qtbot, speech):
    widget = RankWidget(Asked("rank", "string"))
    qtbot.addWidget(widget)
    widget.set_choices(CHOICES)
    widget.describe("Priorités", "")
    widget.show()
    return widget


def _words(rank):
    return [box.text() for box in rank.findChildren(QCheckBox)]


def test_each_choice_pressed_takes_the_next_place(rank):
    for box in reversed(rank.findChildren(QCheckBox)):
        press(Qt.Key.Key_Space, widget=box)
    assert rank.value == "droit sante emploi"
    assert _words(rank) == ["3. Emploi", "2. Santé && soins", "1. Aide juridique"]


def test_a_choice_pressed_again_gives_its_place_up(rank):
    rank.set_value("sante emploi droit")
    press(Qt.Key.Key_Space, widget=rank.findChildren(QCheckBox)[1])
    assert rank.value == "emploi droit"
    assert _words(rank) == ["1. Emploi", "Santé && soins", "2. Aide juridique"]


def test_the_place_is_kept_and_told_when_the_words_change(rank):
    rank.set_value("droit")
    rank.set_choices([Choice("emploi", "Job"), Choice("sante", "Health"), Choice("droit", "Legal help")])
    assert _words(rank) == ["Job", "Health", "1. Legal help"]
    assert rank.findChildren(QCheckBox)[2].accessibleName() == "Priorités – 1. Legal help"
