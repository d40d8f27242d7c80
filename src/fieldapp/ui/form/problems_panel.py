"""The list of all that keeps a record from being completed; Enter or a click goes to the question."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
)
from typing_extensions import override

from fieldapp.ui.form.problem_delegate import QUESTION, ProblemDelegate
from fieldapp.ui.icons import icon
from fieldapp.ui.live import keep
from fieldapp.ui.theme import Size, Space


class ProblemsPanel(QFrame):
    """Says how many problems are left and walks through them.

    Signals:
        chosen: Emitted with the reference of the question to go to.
        closed: The person put the panel away.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "side")
        self.setFixedWidth(Size.PANEL)
        self._title = QLabel()
        self._title.setProperty("scale", "lead")
        self._title.setWordWrap(True)
        self._help = QLabel()
        self._help.setProperty("tone", "quiet")
        self._help.setWordWrap(True)
        self._close = QToolButton()
        self._close.setProperty("kind", "quiet")
        self._close.clicked.connect(self.closed)
        self.list = _Problems()
        self.list.setProperty("kind", "problems")
        self.list.setItemDelegate(ProblemDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.chosen.connect(self.chosen)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.S, Space.M, Space.S, Space.S)
        layout.setSpacing(Space.XS)
        layout.addLayout(head)
        layout.addWidget(self._help)
        layout.addWidget(self.list, 1)
        keep(self, self._say)

    def set_problems(self, problems: Sequence[tuple[str, str, str]]) -> None:
        """Show problems: reference, question, what is wrong."""
        current = self.list.currentItem()
        kept = current.data(Qt.ItemDataRole.UserRole) if current else ""
        self.list.clear()
        for reference, question, words in problems:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, reference)
            item.setData(QUESTION, question)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{question}. {words}")
            self.list.addItem(item)
            if reference == kept:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and problems:
            self.list.setCurrentRow(0)
        self._say()

    def mark(self, reference: str) -> None:
        """Mark the problem of a question."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == reference:
                self.list.setCurrentRow(row)

    def _say(self) -> None:
        count = self.list.count()
        if count:
            self._title.setText(self.tr("%n réponse(s) à revoir", "", count))
            self._help.setText(self.tr("Entrée ou un clic mène à la question. La fiche reste enregistrée."))
        else:
            self._title.setText(self.tr("Plus rien à revoir"))
            self._help.setText(self.tr("La fiche peut être terminée."))
        self._close.setIcon(icon("x"))
        self._close.setText(self.tr("Fermer"))
        self._close.setToolTip(self._close.text())
        self.list.setAccessibleName(self._title.text())


class _Problems(QListWidget):
    """A list in which Enter and a click do the same.

    Signals:
        chosen: Emitted with the reference of the row.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(Qt.ItemDataRole.UserRole)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
            return
        super().keyPressEvent(event)
