"""A row that goes on in the next line where the window is too narrow for it, or everything is shown large."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class FlowLayout(QLayout):
    """Sets its parts one after the other as the window reads; what stands after `break_here` begins at the far end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._far_from = -1

    def break_here(self) -> None:
        """Set the parts to come at the far end of the line, where they fit."""
        self._far_from = len(self._items)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), is_tried=True)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, is_tried=False)

    @override
    def sizeHint(self) -> QSize:
        shown, sides = self._shown(), self.contentsMargins()
        width = sum(item.sizeHint().width() + self.spacing() for _, item in shown)
        height = max((item.sizeHint().height() for _, item in shown), default=0)
        return QSize(width, height).grownBy(sides)

    @override
    def minimumSize(self) -> QSize:
        widest = QSize(0, 0)
        for _, item in self._shown():
            widest = widest.expandedTo(item.minimumSize())
        return widest.grownBy(self.contentsMargins())

    def _shown(self) -> list[tuple[int, QLayoutItem]]:
        return [(place, item) for place, item in enumerate(self._items) if not item.isEmpty()]

    def _lay(self, rect: QRect, *, is_tried: bool) -> int:
        """Set the parts into a rectangle, or only say how high it would be."""
        sides = self.contentsMargins()
        room = rect.marginsRemoved(sides)
        top = room.top()
        for line in self._lines(room.width()):
            height = max(item.sizeHint().height() for _, item in line)
            if not is_tried:
                self._set_line(line, QRect(room.left(), top, room.width(), height))
            top += height + self.spacing()
        return top - self.spacing() - room.top() + _upright(sides)

    def _lines(self, width: int) -> list[list[tuple[int, QLayoutItem]]]:
        lines: list[list[tuple[int, QLayoutItem]]] = []
        used = 0
        for place, item in self._shown():
            wanted = item.sizeHint().width()
            if not lines or used + wanted > width:
                lines.append([])
                used = 0
            lines[-1].append((place, item))
            used += wanted + self.spacing()
        return lines

    def _set_line(self, line: list[tuple[int, QLayoutItem]], room: QRect) -> None:
        parent = self.parentWidget()
        is_rtl = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at, end = room.left(), room.right() + 1
        for place, item in line:
            size = QSize(min(item.sizeHint().width(), room.width()), item.sizeHint().height())
            if 0 <= self._far_from <= place:
                rest = sum(
                    each.sizeHint().width() + self.spacing() for number, each in line if number >= place
                )
                at = max(at, end - rest + self.spacing())
            corner = QPoint(at, room.top() + (room.height() - size.height()) // 2)
            if is_rtl:
                corner.setX(room.left() + room.right() + 1 - at - size.width())
            item.setGeometry(QRect(corner, size))
            at += size.width() + self.spacing()


def _upright(sides: QMargins) -> int:
    return sides.top() + sides.bottom()
