"""A robot that uses the real window as a person does: key events of our own, since qtbot's die on é and Arabic."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

NO_KEY = 0
ROOT = "/visite"


class AnsweringChooser:
    """Answers the questions about files with what the test laid ready."""

    def __init__(self):
        self.answers: list[Path | None] = []
        self.shown: list[Path] = []

    def save(self, parent, title, proposed, kinds):
        return self.answers.pop(0) if self.answers else None

    def folder(self, parent, title, proposed):
        return self.answers.pop(0) if self.answers else None

    def open(self, parent, title, proposed, kinds):
        return self.answers.pop(0) if self.answers else None

    def show(self, path):
        self.shown.append(path)


def press(key, modifiers=Qt.KeyboardModifier.NoModifier, *, widget=None, text=""):
    """Send one key to the widget that has the keyboard."""
    target = widget or QApplication.activePopupWidget() or QApplication.focusWidget()
    assert target is not None, "nothing has the keyboard"
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))


def write(text, *, widget=None):
    """Write a text of any script, letter by letter."""
    for letter in text:
        press(NO_KEY, widget=widget, text=letter)


def question(page, reference):
    """Return the view of a question, showing its section first."""
    reference = ROOT + reference
    assert page.area.go_to(reference)
    QApplication.processEvents()
    return page.area.page(page.area.current).questions[reference]


def answer(page, reference, text):
    """Go to a question, write, and leave it by Tab."""
    view = question(page, reference)
    write(text)
    press(Qt.Key.Key_Tab)
    QApplication.processEvents()
    return view
