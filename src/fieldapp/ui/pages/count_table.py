"""A small table of numbers: a name, a bar that shows the share, complete records and drafts; Enter opens a line."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)
from typing_extensions import override

from fieldapp.ui.live import keep
from fieldapp.ui.look import current_colours
from fieldapp.ui.parts import as_written
from fieldapp.ui.theme import Size, Space

if TYPE_CHECKING:
    from fieldapp.usecases.overview import Line

NAME, BAR, FINALISED, DRAFTS = range(4)
_SHARES = Qt.ItemDataRole.UserRole + 1
_CODE = Qt.ItemDataRole.UserRole


class CountTable(QTableWidget):
    """As high as its lines: the page scrolls, the table does not.

    Signals:
        line_asked: The person opens a line; carries its code.
    """

    line_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(0, 4)
        self._lines: tuple[Line, ...] = ()
        self._heads = ("", "", "", "")
        self._unnamed = ""
        self.setProperty("kind", "counts")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(BAR, QHeaderView.ResizeMode.Stretch)
        self.setItemDelegateForColumn(BAR, _Bars(self))
        self.itemDoubleClicked.connect(lambda item: self._open(item.row()))
        keep(self, self._fill)

    def say(self, heads: tuple[str, str, str], *, unnamed: str) -> None:
        """Write the heads of name, complete records and drafts, and what a line without a name is called."""
        self._heads, self._unnamed = (heads[0], "", heads[1], heads[2]), unnamed
        self.setAccessibleName(heads[0])
        self._fill()

    def show_lines(self, lines: "tuple[Line, ...]") -> None:
        """Show the numbers; the line that was marked stays so."""
        self._lines = lines
        self._fill()

    def _fill(self) -> None:
        row = self.currentRow()
        self.setRowCount(0)
        self.setRowCount(len(self._lines))
        most = max((line.total for line in self._lines), default=0)
        for number, line in enumerate(self._lines):
            self._fill_row(number, line, most)
        for column, words in enumerate(self._heads):
            item = QTableWidgetItem(words)
            item.setTextAlignment(_side(column) | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(column, item)
        self.verticalHeader().setDefaultSectionSize(Size.TOUCH)
        self._share_out()
        if self._lines:
            self.setCurrentCell(max(0, min(row, len(self._lines) - 1)), NAME)
            if not self.hasFocus():
                self.clearSelection()
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + len(self._lines) * Size.TOUCH + Space.XXS)

    def _fill_row(self, number: int, line: "Line", most: int) -> None:
        name = line.name or self._unnamed
        counts = (line.finalised, line.drafts)
        told = ". ".join(
            [name, *(f"{head} : {count}" for head, count in zip(self._heads[2:], counts, strict=True))]
        )
        texts = (as_written(name), "", *(str(count) if count else "" for count in counts))
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setTextAlignment(_side(column) | Qt.AlignmentFlag.AlignVCenter)
            item.setData(_CODE, line.code)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            if column == NAME:
                item.setToolTip(name)
            if column == BAR:
                item.setData(_SHARES, [count / most if most else 0.0 for count in counts])
            if not line.total:
                item.setForeground(QColor(current_colours().quiet))
            self.setItem(number, column, item)

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._lines):
            self.line_asked.emit(self._lines[row].code)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentRow())
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectRow(max(0, self.currentRow()))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """Give names what they need and the bar what is left; where that is too little, there is no bar."""
        taken = sum(max(self.sizeHintForColumn(column), 0) for column in (NAME, FINALISED, DRAFTS))
        has_bar = self.viewport().width() - taken >= Size.FIELD + 2 * Space.XL
        stretch, fit = QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.ResizeToContents
        self.setColumnHidden(BAR, not has_bar)
        self.horizontalHeader().setSectionResizeMode(NAME, fit if has_bar else stretch)

    @override
    def sizeHint(self) -> QSize:
        return QSize(Size.PANEL, self.height())


def _side(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignTrailing if column in (FINALISED, DRAFTS) else Qt.AlignmentFlag.AlignLeading


class _Bars(QStyledItemDelegate):
    """Draws complete records as a full bar and drafts as an outlined one behind it: not by colour alone."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        super().paint(painter, option, index)
        shares, colours = index.data(_SHARES) or (0.0, 0.0), current_colours()
        room = option.rect.adjusted(Space.S, 0, -Space.S, 0)
        is_rtl = option.direction == Qt.LayoutDirection.RightToLeft
        top, at = room.center().y() - Space.XXS + 1, 0
        painter.save()
        for share, is_full in zip(shares, (True, False), strict=True):
            width = round(share * room.width())
            if share and width < Space.FOCUS:
                width = Space.FOCUS
            left = room.right() + 1 - at - width if is_rtl else room.left() + at
            bar = QRect(left, top, width, Space.XS)
            if width and is_full:
                painter.fillRect(bar, QColor(colours.accent))
            elif width:
                painter.setPen(QColor(colours.accent))
                painter.setBrush(QColor(colours.accent_soft))
                painter.drawRect(bar.adjusted(0, 0, -1, -1))
            at += width
        painter.restore()
