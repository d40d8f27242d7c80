"""What concerns the workspace as a whole: one row each for its backups, its keys, its trash and the like."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.ui.icons import pixmap
from fieldapp.ui.live import keep
from fieldapp.ui.parts import BackHeader, button, card, ground, label
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.turning import AsidePage


class ActionRow(QWidget):
    """What it is, a sentence about it, how it stands, and one button.

    Signals:
        asked: The person pressed the button.
    """

    asked = Signal()

    def __init__(
        self, sign: str, *, title: Callable[[], str], words: Callable[[], str], act: Callable[[], str]
    ) -> None:
        super().__init__()
        self._title, self._words, self._act = title, words, act
        frame, column = card()
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        picture = QLabel()
        keep(picture, lambda: picture.setPixmap(pixmap(sign, "quiet", Size.ICON_LARGE, widget=self)))
        self.title = label()
        self.title.setProperty("weight", "strong")
        self.words = label(tone="quiet", size="dense")
        self.state = label(size="dense")
        self.state.hide()
        self.button = button()
        self.button.clicked.connect(self.asked)
        told = QVBoxLayout()
        told.setSpacing(Space.XXS)
        for part in (self.title, self.words, self.state):
            told.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(picture)
        row.addLayout(told, 1)
        row.addWidget(self.button)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        keep(self, self._speak)

    def say(self, text: str) -> None:
        """Write how it stands; a blank text for nothing."""
        self.state.setText(text)
        self.state.setVisible(bool(text))

    def _speak(self) -> None:
        self.title.setText(self._title())
        self.words.setText(self._words())
        self.button.setText(self._act())
        self.button.setAccessibleDescription(f"{self._title()}. {self._words()}")


class WorkspacePage(AsidePage):
    """A list of rows, hung up by those who serve them.

    Signals:
        refreshed: The page is shown: each row may say anew how it stands.
    """

    refreshed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, ActionRow] = {}
        self.setProperty("ground", "page")
        bar = BackHeader()
        bar.back_asked.connect(self.closed)
        self._back, self._title = bar.back, bar.title
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, Space.L, 0, Space.XL)
        self._column.setSpacing(Space.S)
        self._column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(ground(inside, Size.READING), 1)
        keep(self, self._say)

    def add_row(
        self,
        key: str,
        sign: str,
        *,
        title: Callable[[], str],
        words: Callable[[], str],
        act: Callable[[], str],
        run: Callable[[], None],
    ) -> ActionRow:
        """Hang up a row below the others.

        Args:
            key: Names it, for tests and for whoever looks for it.
            sign: Name of its icon.
            title: What it is, in the language of the moment.
            words: One sentence about it.
            act: What stands on the button.
            run: What the button does.
        """
        made = ActionRow(sign, title=title, words=words, act=act)
        made.asked.connect(run)
        self.rows[key] = made
        self._column.insertWidget(self._column.count() - 1, made)
        return made

    @override
    def refresh(self) -> None:
        """Let each row say anew how it stands."""
        self.refreshed.emit()

    @override
    def focus_first(self) -> None:
        """Put the keyboard on the first row, or on the way back."""
        first = next(iter(self.rows.values()), None)
        (first.button if first is not None else self._back).setFocus()

    def _say(self) -> None:
        self._title.setText(self.tr("Espace de travail"))
