"""Paints one problem of the list: the question in strong type, what is wrong below, a sign beside."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from fieldapp.ui.icons import icon
from fieldapp.ui.look import current_colours, font
from fieldapp.ui.theme import Size, Space, Type

QUESTION = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
_TALL = 10_000


class ProblemDelegate(QStyledItemDelegate):
    """Two wrapped texts and an icon, mirrored with the window."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    @property
    def _strong(self) -> QFont:
        return font(Type.DENSE, is_strong=True)

    @property
    def _plain(self) -> QFont:
        return font(Type.DENSE)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        question, words = self._heights(index, self._room(QRect(0, 0, width, _TALL)).width())
        return QSize(width, question + words + 2 * Space.XS)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = current_colours()
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.problem_soft))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), Space.HAIR, QColor(colours.hairline))
        direction = self._view.layoutDirection()
        room = self._room(rect)
        sign = QRect(rect.left() + Space.XS, rect.top() + Space.XS, Size.ICON, Size.ICON)
        icon("circle-alert", "problem").paint(painter, QStyle.visualRect(direction, rect, sign))
        room = QStyle.visualRect(direction, rect, room)
        question, _ = self._heights(index, room.width())
        flags = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft) | Qt.TextFlag.TextWordWrap
        painter.setLayoutDirection(direction)
        painter.setPen(QColor(colours.text))
        painter.setFont(self._strong)
        painter.drawText(room, int(flags), index.data(QUESTION))
        painter.setFont(self._plain)
        painter.drawText(room.adjusted(0, question, 0, 0), int(flags), index.data())

    def _room(self, rect: QRect) -> QRect:
        return rect.adjusted(2 * Space.XS + Size.ICON, Space.XS, -Space.XS, -Space.XS)

    def _heights(self, index: Index, width: int) -> tuple[int, int]:
        room = QRect(0, 0, width, _TALL)
        question = QFontMetrics(self._strong).boundingRect(room, int(_WRAP), index.data(QUESTION) or "")
        words = QFontMetrics(self._plain).boundingRect(room, int(_WRAP), index.data() or "")
        return question.height(), words.height()
