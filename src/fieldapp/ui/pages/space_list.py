"""The workspaces of this computer in a list: whose, role and organisation where shown, when used, training or not."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from fieldapp.ui.icons import icon
from fieldapp.ui.known import KnownSpace
from fieldapp.ui.live import keep
from fieldapp.ui.look import current_colours
from fieldapp.ui.parts import as_written
from fieldapp.ui.theme import Size, Space

_SECOND = Qt.ItemDataRole.UserRole + 1
_MOST_ROWS = 5
"""Shown at once; the rest is scrolled to."""
_ROW = 2 * Size.FIELD - Space.M


class SpaceList(QListWidget):
    """One row a workspace.

    Signals:
        moved: Another one is marked.
        chosen: A person pressed Enter on one, or clicked it twice.
    """

    moved = Signal()
    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._spaces: list[KnownSpace] = []
        self.setItemDelegate(_Rows(self))
        self.setIconSize(QSize(Size.ICON_LARGE, Size.ICON_LARGE))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(lambda _: self.moved.emit())
        self.itemDoubleClicked.connect(lambda _: self.chosen.emit())
        keep(self, self._say)

    def show_spaces(self, spaces: list[KnownSpace], *, last: Path | None) -> None:
        """Show the workspaces, with the one used last marked."""
        self._spaces = spaces
        self._say()
        self.setCurrentRow(next((row for row, space in enumerate(spaces) if space.folder == last), 0))
        self.moved.emit()

    def current(self) -> KnownSpace | None:
        """Return the one that is marked."""
        row = self.currentRow()
        return self._spaces[row] if 0 <= row < len(self._spaces) else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        row = max(0, self.currentRow())
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.clear()
        for space in self._spaces:
            second = self._second(space)
            item = QListWidgetItem(
                icon("pen-line" if space.is_training else "building-2"), as_written(space.name)
            )
            item.setData(_SECOND, second)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{space.name}. {second}")
            self.addItem(item)
        self.setCurrentRow(row if self._spaces else -1)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.setFixedHeight(min(max(1, self.count()), _MOST_ROWS) * _ROW + 2 * self.frameWidth())

    def _second(self, space: KnownSpace) -> str:
        parts = [self.tr("Entraînement")] if space.is_training else []
        parts += [as_written(space.organisation)] if space.organisation else []
        if space.used_at is not None:
            when = as_written(f"{space.used_at:%d/%m/%Y %H:%M}")
            parts += [self.tr("utilisé le {when}").format(when=when)]
        return " · ".join(parts)


class _Rows(QStyledItemDelegate):
    """Draws a row: the name, and below it in grey what else is known."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        return QSize(0, _ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        style = option.widget.style()
        picture, option.icon = option.icon, type(option.icon)()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        is_rtl = option.direction == Qt.LayoutDirection.RightToLeft
        side = Size.ICON_LARGE
        room = option.rect.adjusted(Space.S, Space.XXS, -Space.S, -Space.XXS)
        left = room.right() - side if is_rtl else room.left()
        picture.paint(painter, QRect(left, room.center().y() - side // 2, side, side))
        words = room.adjusted(0, 0, -side - Space.S, 0) if is_rtl else room.adjusted(side + Space.S, 0, 0, 0)
        self._words(painter, option, words=words, text=text, second=index.data(_SECOND) or "")

    @staticmethod
    def _words(
        painter: QPainter, option: QStyleOptionViewItem, *, words: QRect, text: str, second: str
    ) -> None:
        colours = current_colours()
        is_rtl = option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        half = words.height() // 2
        lines = ((text, colours.text, words.top(), True), (second, colours.quiet, words.top() + half, False))
        for line, colour, top, is_strong in lines:
            font = painter.font()
            font.setBold(is_strong)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            place = QRect(words.left(), top, words.width(), half)
            elided = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(
                place, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, elided
            )
