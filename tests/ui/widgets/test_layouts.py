"""Choices stand in the columns their form asks for; a range is slid in steps, and gives nothing while untouched."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QRadioButton

from fieldapp.engine import Choice
from fieldapp.forms.support import Area, Support, appearance_of, feature
from fieldapp.ui.widgets.answer import Asked
from fieldapp.ui.widgets.catalogue import widget_for
from fieldapp.ui.widgets.columns import columns_asked
from fieldapp.ui.widgets.range import Steps, steps_of
from tests.ui.robot import press, write

SCALE = [Choice(str(n), f"Avis {n}") for n in range(9)]


@pytest.fixture
def build(qtbot, speech):
    def build(kind, *appearance, choices=(), **parameters):
        widget = widget_for(Asked(kind, "decimal", appearance, parameters=parameters))
        widget.set_choices(list(choices))
        widget.describe("Question", "")
        qtbot.addWidget(widget)
        widget.resize(720, 400)
        widget.show()
        widget.given = []
        widget.answered.connect(widget.given.append)
        return widget

    return build


def columns(widget, kind):
    return len({button.mapTo(widget, QPoint(0, 0)).x() for button in widget.findChildren(kind)})


@pytest.mark.parametrize(("kind", "button"), [("select1", QRadioButton), ("select", QCheckBox)])
@pytest.mark.parametrize(("token", "count"), [("columns-3", 3), ("columns-4", 4), ("compact-2", 2)])
def test_choices_stand_in_as_many_columns_as_the_form_asks_for(build, kind, button, token, count):
    assert columns(build(kind, token, choices=SCALE), button) == count
    assert feature(Area.APPEARANCE, appearance_of(token)).support is Support.FULL


@pytest.mark.parametrize("token", ["columns", "columns-flex", "columns-pack", "compact", "horizontal"])
def test_as_many_columns_as_fit_stand_side_by_side(token):
    assert columns_asked((token,), widest=100) > columns_asked((token,), widest=300) > 1
    assert columns_asked((), widest=100) == 0
    assert feature(Area.APPEARANCE, token).support is Support.FULL


def test_the_words_of_a_scale_stand_below_and_press_its_buttons(build):
    widget = build("select1", "likert", choices=SCALE[:5])
    buttons = widget.findChildren(QRadioButton)
    words = [label for label in widget.findChildren(QLabel) if label.text() == "Avis 3"]
    QTest.mouseClick(words[0], Qt.MouseButton.LeftButton)
    assert widget.given == ["3"]
    assert [button.accessibleName() for button in buttons][3] == "Question, Avis 3"
    assert words[0].y() > buttons[3].y()


def test_a_range_gives_nothing_until_it_is_touched(build):
    widget = build("range", start="0", end="10", step="0.5")
    widget.commit()
    assert widget.given == []
    press(Qt.Key.Key_Right, widget=widget.slider)
    assert widget.given == ["0.5"]
    assert widget.findChild(QLineEdit).text() == "0,5"


def test_the_start_of_a_range_is_an_answer_too(build):
    widget = build("range", start="1", end="5", step="1")
    press(Qt.Key.Key_Home, widget=widget.slider)
    assert widget.given == ["1"]


def test_a_range_is_typed_and_the_slider_follows(build):
    widget = build("range", start="0", end="10", step="1")
    write("7", widget=widget._line)
    press(Qt.Key.Key_Return, widget=widget._line)
    assert (widget.given, widget.slider.value()) == (["7"], 7)
    widget.set_value("")
    assert widget.slider.value() == 0


def test_a_range_may_count_down_and_keeps_its_decimals():
    steps = Steps(Decimal("1.0"), Decimal(0), Decimal("0.1"))
    assert [steps.value(n) for n in (0, 3, steps.count)] == ["1.0", "0.7", "0.0"]
    assert steps.number("0.7") == 3


@pytest.mark.parametrize(
    "parameters", [{}, {"start": "a", "end": "2", "step": "1"}, {"start": "1", "end": "1e9", "step": "1"}]
)
def test_a_range_that_cannot_be_slid_is_typed(build, parameters):
    assert steps_of(Asked("range", parameters=parameters)) is None
    assert build("range", **parameters).slider.isHidden()
