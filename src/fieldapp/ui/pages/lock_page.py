"""Covers the whole window while a workspace is locked: whose it is, and how to go on."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.ui.live import keep
from fieldapp.ui.notices import Notice
from fieldapp.ui.pages.training_sign import TrainingSign
from fieldapp.ui.parts import Field, as_written, button, card, ground, label
from fieldapp.ui.theme import Size, Space


class LockPage(QWidget):
    """Lies over everything in the window, and lets nothing below it be seen or reached.

    Signals:
        unlock_asked: The passphrase; blank for a training workspace.
        others_asked: The person would rather open another workspace.
    """

    unlock_asked = Signal(str)
    others_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("ground", "page")
        self.setAutoFillBackground(True)
        self._name = ""
        self._left = 0
        frame, column = card()
        self.title = label(size="lead")
        self.whose = label(size="title")
        self.training = TrainingSign()
        self._words = label(tone="quiet")
        self.notice = Notice(can_close=False)
        self.phrase = Field(is_secret=True)
        self.phrase.line.returnPressed.connect(self._on_go)
        self.go = button("primary", "lock")
        self.go.clicked.connect(self._on_go)
        self.others = button("link")
        self.others.clicked.connect(self.others_asked)
        for part in (self.title, self.whose, self.training, self._words, self.notice, self.phrase):
            column.addWidget(part)
        column.addSpacing(Space.XS)
        column.addWidget(self.go)
        column.addWidget(self.others, 0, Qt.AlignmentFlag.AlignHCenter)
        inside = QWidget()
        middle = QVBoxLayout(inside)
        middle.setContentsMargins(0, Space.XL, 0, Space.L)
        middle.addStretch(1)
        middle.addWidget(frame)
        middle.addStretch(2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground(inside, Size.CARD))
        self._timer = QTimer(self, interval=1_000)
        self._timer.timeout.connect(self._on_second)
        self.hide()
        window.installEventFilter(self)
        keep(self, self._say)

    def cover(self, name: str, *, asks_phrase: bool) -> None:
        """Cover the window; only training asks for no passphrase, and says what it is here too."""
        self._name = name
        self.training.setVisible(not asks_phrase)
        self.phrase.line.clear()
        self.phrase.setVisible(asks_phrase)
        self.notice.hide()
        self._wait(0)
        self._say()
        self._fit()
        self.show()
        self.raise_()
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard where the next step is."""
        (self.go if self.phrase.isHidden() else self.phrase).setFocus()

    def refuse(self, sentence: str, *, seconds: int = 0) -> None:
        """Say why it stays locked, and from when on it may be tried again."""
        self.phrase.line.clear()
        self.notice.say("attention", sentence)
        self._wait(seconds)
        self.focus_first()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._fit()
        return False

    def _fit(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())

    def _wait(self, seconds: int) -> None:
        self._left = seconds
        self.go.setEnabled(not seconds)
        (self._timer.start if seconds else self._timer.stop)()
        self._say()

    def _on_second(self) -> None:
        self._wait(self._left - 1)

    def _on_go(self) -> None:
        if self.go.isEnabled():
            self.unlock_asked.emit("" if self.phrase.isHidden() else self.phrase.line.text())

    def _say(self) -> None:
        self.title.setText(self.tr("Espace verrouillé"))
        self.whose.setText(as_written(self._name))
        self._words.setText(self.tr("Tout ce qui a été répondu est enregistré. On reprend là où l’on était."))
        self.phrase.say(self.tr("Phrase secrète"))
        words = self.tr("Reprendre")
        if self._left:
            words = self.tr("Reprendre dans %n seconde(s)", "", self._left)
        self.go.setText(words)
        self.others.setText(self.tr("Ouvrir un autre espace"))
