"""A robot that uses the real window as a person does: key events of our own, since qtbot's die on é and Arabic."""

import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

NO_KEY = 0
_PATIENCE_S = 60
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


def make_space(window, name="Amina", phrase="une phrase assez longue", *, is_training=False):
    """Answer every step of the wizard and wait until the workspace is open; return the recovery key, if any."""
    wizard = window.welcome.wizard
    wizard.proceed()
    (wizard.kind.training if is_training else wizard.kind.real).setChecked(True)
    wizard.proceed()
    wizard.person.name.line.setText(name)
    wizard.proceed()
    secret = ""
    if not is_training:
        for field in (wizard.phrase.phrase, wizard.phrase.again):
            field.line.setText(phrase)
        wizard.proceed()
        secret = wizard.recovery.card.key.text().replace("\u200b", "")
        wizard.recovery.card.kept.setChecked(True)
        wizard.proceed()
    settle_making(window)
    return secret


def settle_making(window):
    """Wait until the workspace that was asked for is made and open."""
    until = time.monotonic() + _PATIENCE_S
    while window.starter.maker.job is not None:
        assert time.monotonic() < until, "a workspace that is never made"
        QApplication.processEvents()
        time.sleep(0.005)
    QApplication.processEvents()
