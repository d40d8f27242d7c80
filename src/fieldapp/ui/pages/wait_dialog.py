"""Stands before the window while nobody may type: a sentence and how far the work is."""

from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.ui.parts import label
from fieldapp.ui.theme import Size, Space


class WaitDialog(QDialog):
    """Goes when the work is done (`accept`), and at no key before."""

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(Size.PAD_WIDTH)
        said = label()
        said.setText(words)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(words)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.addWidget(said)
        column.addWidget(self.bar)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the work is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    @override
    def reject(self) -> None:
        """Stay: what was begun is carried to its end."""
