"""The rows of the list: opened by Enter or a double click, ordered by a click on a column."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView
from typing_extensions import override

from fieldapp.records.selection import Selection
from fieldapp.ui.records_model import CHANGED, FORM, ORDERS, STATUS, TITLE, TRANSMISSION
from fieldapp.ui.theme import Size

_WIDTHS = {
    FORM: "COLUMN_FORM",
    STATUS: "COLUMN_STATUS",
    TRANSMISSION: "COLUMN_TRANSMISSION",
    CHANGED: "COLUMN_CHANGED",
}
"""Columns and the names of their widths among the sizes."""
_NO_COLUMN = -1


class RecordsTable(QTableView):
    """Rows of one height, so that a hundred thousand cost no more than ten.

    Signals:
        chosen: Emitted with the number of the row.
        order_asked: Emitted with the `Order` of the column clicked.
    """

    chosen = Signal(int)
    order_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "records")
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(Size.ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.gives_way: dict[int, str] = {}
        """Columns that go when the names have no room, the first of them first, and the names of their widths."""
        self.doubleClicked.connect(self._on_chosen)

    def arrange(self) -> None:
        """Give the columns of the list their widths and let them order it, once there is a model."""
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for column, size in _WIDTHS.items():
            self.setColumnWidth(column, getattr(Size, size))
        self.gives_way = {column: _WIDTHS[column] for column in (FORM, TRANSMISSION)}
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.sectionClicked.connect(self._on_column)
        self.show_order(Selection())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        head = self.horizontalHeader()
        stays = (column for column in range(1, head.count()) if column not in self.gives_way)
        room = self.viewport().width() - Size.COLUMN_FORM - sum(map(head.sectionSize, stays))
        for column, size in reversed(self.gives_way.items()):
            room -= getattr(Size, size)
            if head.isSectionHidden(column) == (room < 0):
                continue
            head.setSectionHidden(column, room < 0)
            if room >= 0:
                head.resizeSection(column, getattr(Size, size))

    def show_order(self, selection: Selection) -> None:
        """Mark the column that the list is ordered by; none while what was found by name comes first."""
        column = next((column for column, order in ORDERS.items() if order is selection.order), _NO_COLUMN)
        falls = Qt.SortOrder.DescendingOrder if selection.is_reversed else Qt.SortOrder.AscendingOrder
        if (
            column == CHANGED
        ):  # the one touched last stands first: its order falls when it is not turned round
            falls = Qt.SortOrder.AscendingOrder if selection.is_reversed else Qt.SortOrder.DescendingOrder
        self.horizontalHeader().setSortIndicator(column, falls)

    def _on_column(self, column: int) -> None:
        if column in ORDERS:
            self.order_asked.emit(ORDERS[column])

    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)
