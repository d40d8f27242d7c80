"""Paints one section of the navigator: its sign, its title, and below in small type the word of its state."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from fieldapp.ui.look import current_colours, font
from fieldapp.ui.theme import Size, Space, Type

WORD = Qt.ItemDataRole.UserRole + 2
COLOUR = Qt.ItemDataRole.UserRole + 3
"""Name of the colour in which the word is written."""
_WIDE = QRect(0, 0, 10_000, 1_000)
Index = QModelIndex | QPersistentModelIndex


class SectionDelegate(QStyledItemDelegate):
    """A sign and two lines, mirrored with the window."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        title, word = self._heights(index)
        is_tall = title > _height("X", Type.BODY)  # most of what such a line adds stays empty
        return QSize(0, title + word + (-Space.XXS if is_tall else Space.XS))

    @staticmethod
    def _heights(index: Index) -> tuple[int, int]:
        """Return the heights of both lines: Arabic needs more than the face of Latin letters says."""
        return _height(index.data() or "X", Type.BODY), _height(index.data(WORD) or "X", Type.SMALL)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        style, rect = option.widget.style(), option.rect
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        direction = option.direction
        sign = QRect(rect.left() + Space.XS, rect.center().y() - Size.ICON // 2, Size.ICON, Size.ICON)
        option.icon.paint(painter, QStyle.visualRect(direction, rect, sign))
        room = rect.adjusted(2 * Space.XS + Size.ICON, Space.XXS, -Space.XS, -Space.XXS)
        room = QStyle.visualRect(direction, rect, room)
        side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        colours = current_colours()
        painter.save()
        painter.setLayoutDirection(direction)
        for line, size, colour, vertical in (
            (option.text, Type.BODY, colours.text, Qt.AlignmentFlag.AlignTop),
            (index.data(WORD) or "", Type.SMALL, self._colour(index), Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(font(size))
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(side | vertical), shown)
        painter.restore()

    @staticmethod
    def _colour(index: Index) -> str:
        return str(getattr(current_colours(), index.data(COLOUR) or "quiet"))


def _height(text: str, size: int) -> int:
    """Return the height of a line that holds a text."""
    return QFontMetrics(font(size)).boundingRect(_WIDE, int(Qt.AlignmentFlag.AlignLeft), text).height()
