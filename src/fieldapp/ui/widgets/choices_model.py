"""A list of choices that filters as one types; with check boxes when several may be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from typing_extensions import override

from fieldapp.engine.effects import Choice
from fieldapp.ui.widgets.folding import folded, folded_all

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
CHUNK = 2_000
"""Labels made ready for search at a time: five milliseconds."""
PAGE = 200
"""Rows that a view is told of at a time: it lays out every one of them."""


class ChoicesModel(QAbstractListModel):
    """Choices whose label holds the text searched.

    Signals:
        toggled: A person checked or unchecked the choice of this value.
    """

    toggled = Signal(str)

    def __init__(self, *, is_checkable: bool = False, page: int = PAGE, grows_alone: bool = True) -> None:
        super().__init__()
        self._page = page
        self._grows_alone = grows_alone
        self._is_checkable = is_checkable
        self._all: Sequence[Choice] = ()
        self._folded: list[str] = []
        """Labels as search compares them; made piece by piece while nothing else is done: 50,000 take a while."""
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(lambda: self._fold(CHUNK))
        self._found: Sequence[Choice] = ()
        self._count = 0
        """How many of those found the view knows of: it asks for more when it comes to the end."""
        self._needle = ""
        self.checked: frozenset[str] = frozenset()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Replace the choices, keeping the search."""
        self._all, self._folded = choices, []
        self._idle.start()
        self._look()

    def search(self, text: str) -> None:
        """Show only the choices that hold this text; all of them for a blank one."""
        self._needle = folded(text)
        self._look()

    def _look(self) -> None:
        self.beginResetModel()
        if self._needle:
            pairs = zip(self._all, self._keys(), strict=True)
            self._found = [choice for choice, key in pairs if self._needle in key]
        else:
            self._found = self._all
        self._count = min(len(self._found), self._page)
        self.endResetModel()

    def _keys(self) -> list[str]:
        self._fold(len(self._all))
        return self._folded

    def _fold(self, count: int) -> None:
        done = len(self._folded)
        self._folded += folded_all([choice.label for choice in self._all[done : done + count]])
        if len(self._folded) == len(self._all):
            self._idle.stop()

    def set_checked(self, values: frozenset[str]) -> None:
        """Show which are chosen."""
        self.checked = values
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def choice(self, row: int) -> Choice:
        """Return the choice shown in a row."""
        return self._found[row]

    def only(self) -> Choice | None:
        """Return the one choice that the search leaves."""
        return self._found[0] if len(self._found) == 1 else None

    def row_of(self, value: str) -> int:
        """Return the row of a value, or -1 when the search hides it; the view knows of it from then on."""
        row = next((row for row, choice in enumerate(self._found) if choice.value == value), -1)
        if row >= self._count:
            self._grow(row + self._page)
        return row

    def exact(self, text: str) -> Choice | None:
        """Return the choice that a typed text names: its label, or the only one the text leaves."""
        key = folded(text)
        if not key:
            return None
        left = [choice for choice, label in zip(self._all, self._keys(), strict=True) if key in label]
        named = [choice for choice in left if folded(choice.label) == key]
        return (named or left)[0] if named or len(left) == 1 else None

    def grow(self) -> None:
        """Let the view know of one page more."""
        if self._count < len(self._found):
            self._grow(self._count + self._page)

    def _grow(self, count: int) -> None:
        last = min(len(self._found), count) - 1
        self.beginInsertRows(_ROOT, self._count, last)
        self._count = last + 1
        self.endInsertRows()

    def toggle(self, index: Index) -> None:
        """Check or uncheck a row."""
        if index.isValid():
            self.toggled.emit(self._found[index.row()].value)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def canFetchMore(self, parent: Index = _ROOT) -> bool:
        return self._grows_alone and not parent.isValid() and self._count < len(self._found)

    @override
    def fetchMore(self, parent: Index = _ROOT) -> None:
        if not parent.isValid():
            self.grow()

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        choice = self._found[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return choice.label
        if role == Qt.ItemDataRole.UserRole:
            return choice.value
        if role == Qt.ItemDataRole.CheckStateRole and self._is_checkable:
            return Qt.CheckState.Checked if choice.value in self.checked else Qt.CheckState.Unchecked
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggle(index)
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsUserCheckable if self._is_checkable else usual
