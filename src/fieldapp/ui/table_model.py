"""What the tables of the window have in common: rows of one kind, and columns with a heading each."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class RowsModel(QAbstractTableModel):
    """A table of rows that are all known; who inherits says how many there are and what a cell says."""

    @abstractmethod
    def titles(self) -> Sequence[str]:
        """Return the headings of the columns, in the language of the moment."""

    @abstractmethod
    def count(self) -> int:
        """Return how many rows there are."""

    def repaint_words(self) -> None:
        """Say everything again, after a change of language."""
        last = len(self.titles()) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self.count():
            self.dataChanged.emit(self.index(0, 0), self.index(self.count() - 1, last))

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self.count()

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.titles())

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        is_title = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return self.titles()[section] if is_title else None
