"""Many instances of a repeat as the rows of a table: what tells them apart, and which are to be corrected."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from fieldapp.ui.form.instances import instance_of, number_of, shown_answer
from fieldapp.ui.form.reader import FormReader
from fieldapp.ui.form.words import label_words
from fieldapp.ui.icons import icon
from fieldapp.ui.live import keep
from fieldapp.ui.table_model import RowsModel
from fieldapp.ui.theme import Size, Space

Index = QModelIndex | QPersistentModelIndex
_SHOWN_ROWS = 6
_NUMBER = 0


class RosterModel(RowsModel):
    """The rows; what a row says is read when it is painted, and kept until it moves."""

    def __init__(self, repeat: str, reader: FormReader, columns: tuple[str, ...]) -> None:
        super().__init__()
        self._repeat = repeat
        self._reader = reader
        self._columns = columns
        self._wrong: frozenset[str] = frozenset()
        self._said: dict[str, str] = {}
        self.references: list[str] = []

    def read(self) -> None:
        """Read which instances there are."""
        self.beginResetModel()
        self.references = self._reader.repeat_references(self._repeat)
        self._said.clear()
        self.endResetModel()

    def move_on(self, references: Iterable[str]) -> None:
        """Say again what stands in the rows of some questions that moved."""
        rows = {instance_of(reference, self._repeat) for reference in references} - {""}
        for reference in rows:
            for column in self._columns:
                self._said.pop(reference + column, None)
            self._repaint(reference)

    def show_wrong(self, wrong: frozenset[str]) -> None:
        """Mark the instances in which something is to be corrected."""
        before, self._wrong = self._wrong, wrong
        for reference in before ^ wrong:
            self._repaint(reference)

    def forget_words(self) -> None:
        """Say everything again, in another language."""
        self._said.clear()
        self.repaint_words()

    @override
    def titles(self) -> Sequence[str]:
        first = f"{self._repeat}[1]"
        has_one = bool(self.references)
        words = [label_words(self._reader, first + column) if has_one else "" for column in self._columns]
        return ["", *words]

    @override
    def count(self) -> int:
        return len(self.references)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        reference = self.references[index.row()]
        if index.column() == _NUMBER:
            return self._number(reference, role)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._text(reference + self._columns[index.column() - 1])
        return None

    def _number(self, reference: str, role: int) -> object:
        is_wrong = reference in self._wrong
        if role == Qt.ItemDataRole.DisplayRole:
            return number_of(reference)
        if role == Qt.ItemDataRole.DecorationRole and is_wrong:
            return icon("circle-alert", "problem")
        if role == Qt.ItemDataRole.ToolTipRole and is_wrong:
            return self.tr("à corriger")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = [self._text(reference + column) for column in self._columns]
            words = [number_of(reference), self.tr("à corriger") if is_wrong else "", *said]
            return ", ".join(word for word in words if word)
        return None

    def _text(self, reference: str) -> str:
        if reference not in self._said:
            self._said[reference] = shown_answer(self._reader, reference)
        return self._said[reference]

    def _repaint(self, reference: str) -> None:
        number = number_of(reference)
        if number and int(number) <= self.count():
            row = int(number) - 1
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns)))


class Roster(QTableView):
    """The table; Enter or a click unfolds an instance.

    Signals:
        chosen: The reference of the instance to unfold.
    """

    chosen = Signal(str)

    def __init__(self, model: RosterModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model
        model.setParent(self)
        self.setModel(model)
        self.setProperty("kind", "roster")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setTextElideMode(Qt.TextElideMode.ElideRight)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(_NUMBER, QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(lambda index: self.chosen.emit(model.references[index.row()]))
        keep(self, self._say)

    def read(self) -> None:
        """Show the instances there are now."""
        self._rows.read()
        self._fit()

    def mark(self, reference: str) -> None:
        """Show which instance is unfolded."""
        if reference in self._rows.references:
            self.setCurrentIndex(self._rows.index(self._rows.references.index(reference), 0))

    def current(self) -> str:
        """Return the reference of the row that is marked; blank for none."""
        row = self.currentIndex().row()
        return self._rows.references[row] if 0 <= row < self._rows.count() else ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current():
            self.chosen.emit(self.current())
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        rows = min(self._rows.count(), _SHOWN_ROWS)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + rows * Size.FIELD + 2 * Space.FOCUS)

    def _say(self) -> None:
        self.verticalHeader().setDefaultSectionSize(Size.FIELD)
        self.horizontalHeader().resizeSection(_NUMBER, Size.FIELD + Space.XL)
        self._rows.forget_words()
        self._fit()
        self.setAccessibleName(self.tr("Liste ; Entrée ouvre la ligne choisie"))
