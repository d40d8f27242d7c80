"""A small sign at the end of a question's words: somebody said something of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton

from fieldapp.ui.icons import icon
from fieldapp.ui.live import keep
from fieldapp.ui.theme import Size


class CommentMark(QToolButton):
    """Says how many comments a question has; the keyboard reaches them in the panel, by its key.

    Signals:
        asked: The person wants to read them; carries the path of the question.
    """

    asked = Signal(str)

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path
        self._open = self._settled = 0
        self.setProperty("kind", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFixedHeight(Size.TOUCH)
        self.clicked.connect(lambda: self.asked.emit(self._path))
        keep(self, self._say)

    def count(self, *, still_open: int, settled: int) -> None:
        """Show how many there are; nothing at all where there is none."""
        self._open, self._settled = still_open, settled
        self._say()

    def _say(self) -> None:
        self.setIcon(icon("message-square", "attention" if self._open else "quiet"))
        self.setText(str(self._open) if self._open else "")
        if self._open:
            words = self.tr("%n commentaire(s) ouvert(s)", "", self._open)
        else:
            words = self.tr("%n commentaire(s) réglé(s)", "", self._settled)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setVisible(bool(self._open + self._settled))
