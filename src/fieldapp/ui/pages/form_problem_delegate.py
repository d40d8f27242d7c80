"""Paints one problem of a form: its place in strong type, the text of the cell with the fault underlined, the cause."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from fieldapp.ui.icons import icon
from fieldapp.ui.look import current_colours, font
from fieldapp.ui.theme import Size, Space, Type

SHOWN = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
_TALL = 10_000
_AROUND = 140
"""Characters of a long cell that are shown on each side of its fault."""


@dataclass(frozen=True, slots=True)
class ShownProblem:
    """A problem as it is painted."""

    place: str
    cause: str
    cell: str = ""
    start: int = -1
    """Where in the cell the fault begins; -1 when the whole cell is meant."""
    length: int = 0
    is_error: bool = True


def excerpt(text: str, start: int, length: int) -> tuple[str, int, int]:
    """Return a cell on one line, a long one cut around its fault: text, where the fault begins, how long it is.

    A fault of no length, as at the end of what stops too early, is shown at the sign before it.
    """
    flat = "".join(sign if sign.isprintable() else " " for sign in text)
    start, length = (max(min(start, len(flat) - 1), 0), max(length, 1)) if start >= 0 else (0, 0)
    first, last = max(start - _AROUND, 0), start + length + _AROUND
    before = "…" if first else ""
    cut = before + flat[first:last] + ("…" if last < len(flat) else "")
    return cut, start - first + len(before), min(length, max(len(flat) - start, 0))


class FormProblemDelegate(QStyledItemDelegate):
    """Up to three wrapped texts and a sign, mirrored with the window; a cell is written in its own direction."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    @property
    def _strong(self) -> QFont:
        return font(Type.DENSE, is_strong=True)

    @property
    def _plain(self) -> QFont:
        return font(Type.BODY)

    @property
    def _code(self) -> QFont:
        return font(Type.DENSE)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        shown: ShownProblem = index.data(SHOWN)
        inside = self._room(QRect(0, 0, width, _TALL)).width()
        place, cell, cause = self._heights(shown, inside)
        return QSize(width, place + cell + cause + 2 * Space.S)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown: ShownProblem = index.data(SHOWN)
        colours, rect = current_colours(), option.rect
        meaning, sign = ("problem", "circle-alert") if shown.is_error else ("attention", "triangle-alert")
        direction = self._view.layoutDirection()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.sunken))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), Space.HAIR, QColor(colours.hairline))
        middle = (self._line_height(shown.place) - Size.ICON) // 2
        corner = QRect(rect.left() + Space.M, rect.top() + Space.S + middle, Size.ICON, Size.ICON)
        icon(sign, meaning).paint(painter, QStyle.visualRect(direction, rect, corner))
        room = QStyle.visualRect(direction, rect, self._room(rect))
        place, cell, _ = self._heights(shown, room.width())
        flags = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft) | Qt.TextFlag.TextWordWrap
        painter.setLayoutDirection(direction)
        painter.setPen(QColor(getattr(colours, meaning)))
        painter.setFont(self._strong)
        painter.drawText(room, int(flags), shown.place)
        if cell:
            self._paint_cell(painter, room.adjusted(0, place, 0, 0), shown, height=cell)
        painter.setPen(QColor(colours.text))
        painter.setFont(self._plain)
        painter.drawText(room.adjusted(0, place + cell, 0, 0), int(flags), shown.cause)

    def _paint_cell(self, painter: QPainter, room: QRect, shown: ShownProblem, *, height: int) -> None:
        colours = current_colours()
        layout = self._cell_layout(shown, room.width() - 2 * Space.XS)
        used = (
            ceil(max(layout.lineAt(n).naturalTextWidth() for n in range(layout.lineCount()))) + 2 * Space.XS
        )
        box = QRect(room.left(), room.top() + Space.XXS, used, height - 2 * Space.XXS)
        if self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveRight(room.right())
        painter.setBrush(QColor(colours.surface))
        painter.setPen(QColor(colours.hairline))
        painter.drawRoundedRect(box, Space.XXS, Space.XXS)
        painter.setPen(QColor(colours.strong))
        layout.draw(painter, QPointF(box.left() + Space.XS, box.top() + Space.XXS))

    def _cell_layout(self, shown: ShownProblem, width: int) -> QTextLayout:
        text, start, length = excerpt(shown.cell, shown.start, shown.length)
        layout = QTextLayout(text, self._code)
        option = QTextOption()
        option.setTextDirection(
            Qt.LayoutDirection.LeftToRight if shown.start >= 0 else Qt.LayoutDirection.LayoutDirectionAuto
        )
        option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if length:
            fault = QTextLayout.FormatRange()
            fault.start, fault.length, fault.format = start, length, _fault_format()
            layout.setFormats([fault])
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def _line_height(self, text: str) -> int:
        return QFontMetrics(self._strong).boundingRect(QRect(0, 0, _TALL, _TALL), int(_WRAP), text).height()

    def _room(self, rect: QRect) -> QRect:
        return rect.adjusted(Space.M + Space.XS + Size.ICON, Space.S, -Space.M, -Space.S)

    def _heights(self, shown: ShownProblem, width: int) -> tuple[int, int, int]:
        room = QRect(0, 0, width, _TALL)
        place = QFontMetrics(self._strong).boundingRect(room, int(_WRAP), shown.place).height()
        cause = QFontMetrics(self._plain).boundingRect(room, int(_WRAP), shown.cause).height()
        if not shown.cell.strip():
            return place, 0, cause
        cell = round(self._cell_layout(shown, width - 2 * Space.XS).boundingRect().height())
        return place, cell + 4 * Space.XXS, cause


def _fault_format() -> QTextCharFormat:
    fault = QTextCharFormat()
    fault.setForeground(QColor(current_colours().problem))
    fault.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    fault.setUnderlineColor(QColor(current_colours().problem))
    return fault
