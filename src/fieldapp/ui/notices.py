"""Messages that stand in the page instead of before it: a sign, a sentence, at most one thing to do."""

import time
from collections.abc import Callable
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fieldapp.ui.icons import icon, pixmap
from fieldapp.ui.live import keep
from fieldapp.ui.parts import button, label
from fieldapp.ui.theme import Size, Space

if TYPE_CHECKING:
    from fieldapp.ui.errands import Errands

_SIGNS = {
    "progress": "info",
    "attention": "triangle-alert",
    "problem": "circle-alert",
    "done": "circle-check",
}
_RECKONED_AFTER = 1.0
"""Seconds of work from which the rest is reckoned."""
_A_MINUTE = 60
_STAY_MS = 8000
"""A message that only confirms goes by itself; one that asks for something stays."""


class Notice(QFrame):
    """One message with one of the four meanings."""

    def __init__(self, *, can_close: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meaning = "progress"
        self._act: Callable[[], object] | None = None
        self._sign = QLabel()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = button("link")
        self.action.clicked.connect(self._on_action)
        self._close = QToolButton()
        self._close.setProperty("kind", "quiet")
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self, singleShot=True, interval=_STAY_MS)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        row.setSpacing(Space.S)
        for part in (self._sign, self.words, self.action, self._close):
            row.addWidget(part, 1 if part is self.words else 0)
        self._close.setVisible(can_close)
        self.hide()
        keep(self, self._say)

    def say(
        self,
        meaning: str,
        sentence: str,
        *,
        action: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        """Show a message; `action` names what pressing its button does."""
        self._meaning = meaning
        self._act = act
        self.setProperty("notice", meaning)
        self.style().unpolish(self)
        self.style().polish(self)
        self.words.setText(sentence)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._say()
        self.show()
        self._timer.stop()
        if meaning == "done" and not action:
            self._timer.start()

    def _say(self) -> None:
        self._sign.setPixmap(pixmap(_SIGNS[self._meaning], self._meaning, Size.ICON_LARGE, widget=self))
        self._close.setIcon(icon("x"))
        self._close.setText(self.tr("Fermer"))

    def _on_action(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()


class JobBar(QFrame):
    """Says what long work is under way, how far it is, and lets it be stopped.

    Signals:
        cancelled: The person asked to stop.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.words = QLabel()
        self.left = label(size="dense", tone="quiet", is_wrapped=False)
        self._began = 0.0
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel = button()
        self.cancel.clicked.connect(self._on_cancel)
        beside = QVBoxLayout()
        beside.setSpacing(Space.XXS)
        above = QHBoxLayout()
        above.addWidget(self.words, 1)
        above.addWidget(self.left)
        beside.addLayout(above)
        beside.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        row.setSpacing(Space.M)
        row.addLayout(beside, 1)
        row.addWidget(self.cancel)
        self.hide()
        keep(self, lambda: self.cancel.setText(self.tr("Arrêter")))

    def follow(self, errands: "Errands") -> None:
        """Show the long work of some errands and let it be stopped."""
        errands.began.connect(self.begin)
        errands.advanced.connect(self.advance)
        errands.ended.connect(self.hide)
        self.cancelled.connect(errands.cancel)

    def begin(self, sentence: str) -> None:
        """Show that work has begun."""
        self.words.setText(sentence)
        self.bar.setAccessibleName(sentence)
        self.left.clear()
        self._began = time.monotonic()
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self.show()

    def advance(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, total)  # 0 of 0: nobody knows, and the bar only moves
        self.bar.setValue(done)
        self.left.setText(self._words_left(done, total))

    def _words_left(self, done: int, total: int) -> str:
        """Say how long it still takes, once there is something to reckon from."""
        elapsed = time.monotonic() - self._began
        if not 0 < done < total or elapsed < _RECKONED_AFTER:
            return ""
        seconds = ceil(elapsed * (total - done) / done)
        if seconds < _A_MINUTE:
            return self.tr("encore %n seconde(s)", "", seconds)
        return self.tr("encore %n minute(s)", "", ceil(seconds / _A_MINUTE))

    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.words.setText(self.tr("Arrêt en cours…"))
        self.cancelled.emit()
