"""A person who fills a whole record by keyboard alone: Tab to each question, keys to answer it, Enter to go on."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
)

from fieldapp.ui.widgets.dates import DateWidget
from fieldapp.ui.widgets.number import NumberWidget
from fieldapp.ui.widgets.place import PlaceWidget
from fieldapp.ui.widgets.typed import shown_date, shown_number, shown_place
from tests.ui.robot import press, write

MOST_KEYS = 4000
"""More Tabs than the longest form has stops: the keyboard turns in a circle."""
LONGEST_LIST = 400


def answers_of(script: Path) -> dict[str, str]:
    """Return what the last record of a script holds in the end, by reference: one JSON step a line, or a list."""
    text = script.read_text(encoding="utf-8")
    steps = json.loads(text) if script.suffix == ".json" else map(json.loads, text.splitlines())
    found: dict[str, str] = {}
    for step in steps:
        if "new_instance" in step:
            found = {}
        if "set" in step and "value" in step:
            found[step["set"]] = str(step["value"])
        if "remove_repeat" in step:
            gone = step["remove_repeat"] + "/"
            found = {reference: value for reference, value in found.items() if not reference.startswith(gone)}
    return {reference: value for reference, value in found.items() if value}


def shortcut(widget, key, modifiers=Qt.KeyboardModifier.ControlModifier):
    """Press a shortcut of the window: those do not come by events sent to a widget."""
    QTest.keyClick(widget, key, modifiers)
    QApplication.processEvents()


def begin(window, form_id):
    """Ask for a new record as a person does: Ctrl+N, down to the form, Enter."""
    window.show_records()
    shortcut(window, Qt.Key.Key_N)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    title = window.desk.forms()[form_id]
    for _ in range(len(menu.actions())):
        if menu.activeAction() is not None and menu.activeAction().text().endswith(title):
            break
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert window.fill.bridge.opened.record.form_id == form_id


class Typist:
    """Fills the record that is open, and remembers what it gave."""

    def __init__(self, window, answers: Mapping[str, str]):
        self.window = window
        self.area = window.fill.area
        self.reader = window.fill.bridge.reader
        self.answers = answers
        self.given: dict[str, str] = {}
        self.met: list[str] = []

    def fill(self):
        """Go through the form from its first question to its last."""
        for _ in range(MOST_KEYS):
            stop = QApplication.focusWidget()
            assert stop is not None, f"nothing has the keyboard after {self.met[-1:]}"
            if not self.area.stack.isAncestorOf(stop):
                press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
                return
            if not self._is_pressed(stop):
                self._meet()
                press(Qt.Key.Key_Tab)
                QApplication.processEvents()
        raise AssertionError(f"the keyboard turns in a circle at {self.met[-3:]}")

    def finish(self):
        """Finish the record; returns the problems that are listed instead."""
        shortcut(QApplication.focusWidget(), Qt.Key.Key_Return)
        if not self.window.fill.bridge.opened.record.is_draft:
            return []
        rows = self.area.panel.list
        return [rows.item(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(rows.count())]

    def _is_pressed(self, stop):
        """Press the button that goes on, or the one that adds what is still to be told."""
        if not isinstance(stop, QPushButton):
            return False
        page = self.area.page(self.area.current)
        repeat = next((b for b in page._blocks.values() if getattr(b, "_add", None) is stop), None)
        wants_more = repeat is not None and self._more(repeat.reference, repeat.count)
        if stop is page._next or wants_more:
            press(Qt.Key.Key_Space)
            QApplication.processEvents()
            return True
        return False

    def _more(self, repeat, count):
        return any(reference.startswith(f"{repeat}[{count + 1}]") for reference in self.answers)

    def _meet(self):
        view = self.area._view_of(QApplication.focusWidget())
        if view is None or view.reference in self.met:
            return
        self.met.append(view.reference)
        value = self.answer_to(view)
        if value:
            self._give(view, value)
            self.given[view.reference] = value
            QApplication.processEvents()

    def answer_to(self, view):
        """Return what is to be answered; blank for nothing. Where records are offered, the first one is as good."""
        value = self.answers.get(view.reference, "")
        offered = [choice.value for choice in self.reader.choices(view.reference)]
        return offered[0] if value and offered and not set(value.split()) <= set(offered) else value

    def _give(self, view, value):
        labels = {choice.value: choice.label for choice in self.reader.choices(view.reference)}
        stop = QApplication.focusWidget()
        if isinstance(stop, QRadioButton):
            self._go_to(labels[value])
        elif isinstance(stop, QCheckBox) and labels:
            self._tick([labels[name] for name in value.split()])
        elif isinstance(stop, QCheckBox):
            press(Qt.Key.Key_Space)
        elif labels and view.widget.asked.kind == "select":
            for name in value.split():
                self._look_up(stop, labels[name])
        elif labels:
            self._pick(stop, labels[value])
        else:
            assert isinstance(stop, QLineEdit | QPlainTextEdit), f"{view.reference}: {stop}"
            stop.selectAll()
            write(shown(view.widget, value))

    def _go_to(self, label):
        """Go down with the arrow to the choice and take it."""
        for _ in range(LONGEST_LIST):
            before = QApplication.focusWidget()
            if words(before) == label:
                press(Qt.Key.Key_Space)
                return
            press(Qt.Key.Key_Down)
            if QApplication.focusWidget() is before:  # the choices stand in a row
                press(Qt.Key.Key_Left if self.window.isRightToLeft() else Qt.Key.Key_Right)
        raise AssertionError(f"no arrow leads to {label}")

    def _tick(self, labels):
        """Tab through the boxes, with Space on those that are wanted."""
        left = list(labels)
        while left:
            box = QApplication.focusWidget()
            assert isinstance(box, QCheckBox), f"not reached: {left}"
            if words(box) in left:
                left.remove(words(box))
                press(Qt.Key.Key_Space)
            if left:
                press(Qt.Key.Key_Tab)

    def _look_up(self, line, label):
        """Search a long list, go down to the choice, tick it, and come back to the line."""
        line.selectAll()
        write(label)
        press(Qt.Key.Key_Down)
        rows = QApplication.focusWidget()
        assert isinstance(rows, QListView)
        for _ in range(LONGEST_LIST):
            if rows.currentIndex().data() == label:
                break
            press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Space)
        press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        assert QApplication.focusWidget() is line

    def _pick(self, line, label):
        """Write what is looked for and go down to it in the list that opens."""
        line.selectAll()
        write(label)
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QListView), f"no list opens for {label}"
        for _ in range(LONGEST_LIST):
            if popup.currentIndex().data() == label:
                break
            press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Return)
        self.window.activateWindow()  # the offscreen platform leaves the list that closed as the active window
        QApplication.processEvents()


def shown(widget, value):
    """Return how a person writes a stored answer."""
    if isinstance(widget, DateWidget):
        return shown_date(value, widget.asked.appearance)
    if isinstance(widget, NumberWidget):
        return shown_number(value, point=",")
    return shown_place(value) if isinstance(widget, PlaceWidget) else value


def words(choice):
    """Return the words of a radio button or a box."""
    return re.sub("&&", "&", choice.text())
