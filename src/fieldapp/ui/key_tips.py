"""A letter on every button while Alt is held, as office programs show them: Alt and the letter press it.

The letters are drawn from the words that the buttons bear at that moment, so that none is there twice in any language.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from typing_extensions import override

from fieldapp.base.folding import bare, folded, words_of
from fieldapp.ui.commands import buttons_of, name_of
from fieldapp.ui.theme import Space

HELD_MS = 350
"""Alt held this long shows the letters until it is let go; tapped, they stay for one letter."""
_DIGITS = "123456789"
_ENDS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.FocusOut, QEvent.Type.Resize})


def letters_for(names: Sequence[str], given: Sequence[str]) -> list[str]:
    """Give each name a letter of its own, out of its words where it can be; blank where there is none left.

    Args:
        names: What stands on the buttons.
        given: The letters that some have already, blank for the others.
    """
    taken = {letter for letter in given if letter}
    found = []
    for name, own in zip(names, given, strict=True):
        letter = own or next((sign for sign in _candidates(name) if sign not in taken), "")
        taken.add(letter)
        found.append(letter)
    return found


def _candidates(name: str) -> str:
    words = [bare(word) for word in words_of(name)]
    letters = "".join(word[0] for word in words) + "".join(words)
    return "".join(sign for sign in letters if sign.isalpha()) + _DIGITS


class KeyTips(QObject):
    """Listens at the system's windows, after the shortcuts that Qt knows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._signs: list[QLabel] = []
        self._heard: set[int] = set()
        self._is_alone = False
        self._timer = QTimer(self, singleShot=True, interval=HELD_MS)
        self._timer.timeout.connect(self.show_letters)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._listen)
        self._listen(application.focusWindow())

    @property
    def is_shown(self) -> bool:
        """Whether the letters are there to be seen."""
        return bool(self._signs)

    def letters(self) -> dict[str, QAbstractButton]:
        """Return which letter presses what in the window that has the keyboard."""
        top = QApplication.activeModalWidget() or QApplication.activeWindow()
        found = buttons_of(top) if top is not None else []
        names, given = [name_of(each) for each in found], [_given(each) for each in found]
        return {letter: each for letter, each in zip(letters_for(names, given), found, strict=True) if letter}

    def show_letters(self) -> None:
        """Show a letter on each button that is seen."""
        self.hide_letters()
        for letter, found in self.letters().items():
            if not found.visibleRegion().isEmpty():
                self._signs.append(_sign(letter.upper(), found))

    def hide_letters(self) -> None:
        """Take the letters away."""
        for sign in self._signs:
            sign.hide()
            sign.deleteLater()
        self._signs = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ENDS:
            self._timer.stop()
            self.hide_letters()
        elif isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            if event.type() == QEvent.Type.KeyPress:
                return self._on_press(event)
            if event.type() == QEvent.Type.KeyRelease and event.key() == Qt.Key.Key_Alt:
                self._on_release()
        return False

    def _on_press(self, event: QKeyEvent) -> bool:
        self._timer.stop()
        if event.key() == Qt.Key.Key_Alt:
            self._is_alone = not self.is_shown
            if self._is_alone:
                self._timer.start()
            self.hide_letters()
            return False
        self._is_alone = False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_asked = held == Qt.KeyboardModifier.AltModifier or (self.is_shown and not held)
        was_shown = self.is_shown
        self.hide_letters()
        if event.key() == Qt.Key.Key_Escape:
            return was_shown
        return is_asked and self._press(event)

    def _on_release(self) -> None:
        """Keep what a tap shows for one letter; what was held goes."""
        is_tapped = self._timer.isActive()
        self._timer.stop()
        if self._is_alone and is_tapped:
            self.show_letters()
        else:
            self.hide_letters()

    def _press(self, event: QKeyEvent) -> bool:
        sign = event.text() or (chr(event.key()) if event.key() < _LAST_LATIN else "")
        found = self.letters().get(folded(sign)) if sign else None
        if found is None:
            return False
        found.setFocus(Qt.FocusReason.ShortcutFocusReason)  # what was being written is kept before
        QTimer.singleShot(0, found, found.click)
        return True

    def _listen(self, window: QWindow | None) -> None:
        if window is not None and id(window) not in self._heard:
            known = id(window)
            self._heard.add(known)
            window.installEventFilter(self)
            window.destroyed.connect(lambda: self._heard.discard(known))


_LAST_LATIN = 0x100


def _given(button: QAbstractButton) -> str:
    """Return the letter that a translator chose for a button."""
    keys = button.shortcut().toString()
    return folded(keys.removeprefix("Alt+")) if keys.startswith("Alt+") and len(keys) == len("Alt+F") else ""


def _sign(letter: str, button: QWidget) -> QLabel:
    top = button.window()
    sign = QLabel(letter, top)
    sign.setProperty("kind", "tip")
    sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    sign.adjustSize()
    at = button.mapTo(top, QPoint((button.width() - sign.width()) // 2, button.height() - sign.height() // 2))
    sign.move(at.x(), min(at.y(), top.height() - sign.height() - Space.HAIR))
    sign.show()
    sign.raise_()
    return sign
