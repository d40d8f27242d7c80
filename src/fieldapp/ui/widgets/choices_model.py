"""A list of choices that filters as one types; with check boxes when several may be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from fieldapp.engine.effects import Choice
from fieldapp.ui.widgets.folding import folded

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ChoicesModel(QAbstractListModel):
    """Choices whose label holds the text searched.

    Signals:
        toggled: A person checked or unchecked the choice of this value.
    """

    toggled = Signal(str)

    def __init__(self, *, is_checkable: bool = False) -> None:
        super().__init__()
        self._is_checkable = is_checkable
        self._all: list[tuple[Choice, str]] = []
        self._shown: list[Choice] = []
        self._needle = ""
        self.checked: frozenset[str] = frozenset()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Replace the choices, keeping the search."""
        self._all = [(choice, folded(choice.label)) for choice in choices]
        self.search(self._needle)

    def search(self, text: str) -> None:
        """Show only the choices that hold this text; all of them for a blank one."""
        self._needle = folded(text)
        self.beginResetModel()
        self._shown = [choice for choice, key in self._all if self._needle in key]
        self.endResetModel()

    def set_checked(self, values: frozenset[str]) -> None:
        """Show which are chosen."""
        self.checked = values
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def choice(self, row: int) -> Choice:
        """Return the choice shown in a row."""
        return self._shown[row]

    def row_of(self, value: str) -> int:
        """Return the row of a value, or -1 when the search hides it."""
        return next((row for row, choice in enumerate(self._shown) if choice.value == value), -1)

    def exact(self, text: str) -> Choice | None:
        """Return the choice that a typed text names: its label, or the only one the text leaves."""
        key = folded(text)
        named = [choice for choice, label in self._all if label == key]
        left = named or [choice for choice, label in self._all if key and key in label]
        return left[0] if named or len(left) == 1 else None

    def toggle(self, index: Index) -> None:
        """Check or uncheck a row."""
        if index.isValid():
            self.toggled.emit(self._shown[index.row()].value)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        choice = self._shown[index.row()]
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
