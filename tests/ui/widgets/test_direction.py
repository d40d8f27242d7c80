"""A text is written from the side of the language it is asked in, whatever letter comes first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from fieldapp.ui.widgets.answer import Asked
from fieldapp.ui.widgets.catalogue import widget_for
from fieldapp.ui.widgets.direction import direction_of
from tests.ui.robot import write

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
MIXED = ["شارع Hassan 12", "Hassan شارع", "0600000000"]
CASES = [
    ("nom_ar", "string", (), LEFT, RIGHT),
    ("nom_fr", "string", (), RIGHT, LEFT),
    ("mission", "string", (), LEFT, LEFT),
    ("mission", "string", (), RIGHT, RIGHT),
    ("contact", "string", ("numbers",), RIGHT, LEFT),
    ("telephone_siege", "string", (), RIGHT, LEFT),
    ("age", "int", (), RIGHT, LEFT),
]


@pytest.mark.parametrize(("name", "type_name", "appearance", "around", "expected"), CASES)
def test_the_direction_is_that_of_the_question(name, type_name, appearance, around, expected):
    assert direction_of(name, type_name, appearance, around=around) is expected


@pytest.fixture
def build(qtbot, speech):
    def build(name, around, *appearance):
        widget = widget_for(Asked("input", "string", appearance, name=name))
        widget.setLayoutDirection(around)
        qtbot.addWidget(widget)
        widget.resize(400, 200)
        widget.show()
        return widget

    return build


def first_letter(field, text):
    """Return where the first letter of a text stands beside the last, in a field that goes from left to right."""
    field.setCursorPosition(0)
    begin = field.cursorRect().x()
    field.setCursorPosition(len(text))
    return begin, field.cursorRect().x()


@pytest.mark.parametrize("text", MIXED)
def test_a_line_keeps_its_side_while_it_is_written(build, text):
    for around in (LEFT, RIGHT):
        widget = build("mission", around)
        line = widget.findChild(QLineEdit)
        write(text, widget=line)
        assert (line.layoutDirection(), line.text()) == (around, text)
        line.setText("ش a ش")
        begin, end = first_letter(line, line.text())
        assert (begin < end) == (around is LEFT)


@pytest.mark.parametrize("text", MIXED)
def test_a_long_text_keeps_its_side(build, text):
    for name, around, expected in (("recit", LEFT, LEFT), ("recit", RIGHT, RIGHT), ("recit_ar", LEFT, RIGHT)):
        widget = build(name, around, "multiline")
        widget.set_value(text)
        document = widget.findChild(QPlainTextEdit).document()
        assert document.defaultTextOption().textDirection() is expected
        assert document.firstBlock().textDirection() is expected
