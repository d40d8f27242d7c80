"""The workspaces of this computer in a list: whose, role and organisation where shown, when used, training or not."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter
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

_SECOND, _WHEN = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_MOST_ROWS = 5
"""Shown at once; the rest is scrolled to."""


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
            second, when = self._second(space), self._when(space)
            item = QListWidgetItem(
                icon("pen-line" if space.is_training else "building-2"), as_written(space.name)
            )
            item.setData(_SECOND, second)
            item.setData(_WHEN, when)
            told = (space.name, second, self.tr("utilisé le {when}").format(when=when) if when else "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(part for part in told if part))
            self.addItem(item)
        self.setCurrentRow(row if self._spaces else -1)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.setFixedHeight(min(max(1, self.count()), _MOST_ROWS) * _row_height() + 2 * self.frameWidth())

    def _second(self, space: KnownSpace) -> str:
        parts = [self.tr("Entraînement")] if space.is_training else []
        parts += [as_written(space.organisation)] if space.organisation else []
        return " · ".join(parts)

    @staticmethod
    def _when(space: KnownSpace) -> str:
        return as_written(f"{space.used_at:%d/%m/%Y %H:%M}") if space.used_at is not None else ""


class _Rows(QStyledItemDelegate):
    """Draws a row: the name, and below it in grey what else is known."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        return QSize(0, _row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        option.icon = QIcon()  # drawn below, beside both lines
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        is_rtl = option.direction == Qt.LayoutDirection.RightToLeft
        side = Size.ICON_LARGE
        room = option.rect.adjusted(Space.S, Space.XXS, -Space.S, -Space.XXS)
        left = room.right() - side if is_rtl else room.left()
        index.data(Qt.ItemDataRole.DecorationRole).paint(
            painter, QRect(left, room.center().y() - side // 2, side, side)
        )
        words = room.adjusted(0, 0, -side - Space.S, 0) if is_rtl else room.adjusted(side + Space.S, 0, 0, 0)
        self._words(painter, words=words, is_rtl=is_rtl, lines=(text, index.data(_SECOND), index.data(_WHEN)))

    @staticmethod
    def _words(painter: QPainter, *, words: QRect, is_rtl: bool, lines: tuple[str, str, str]) -> None:
        """Write the name, at the other end when it was used, and below what else is known."""
        colours = current_colours()
        name, second, when = lines
        ends = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        start, end = reversed(ends) if is_rtl else ends
        half = words.height() // 2 if second else words.height()
        upper = QRect(words.left(), words.top(), words.width(), half)
        font = painter.font()
        room = upper.width() - painter.fontMetrics().horizontalAdvance(when) - Space.S
        name_place = QRect(upper.right() - room if is_rtl else upper.left(), upper.top(), room, half)
        for text, place, side, colour, is_strong in (
            (name, name_place, start, colours.text, True),
            (when, upper, end, colours.quiet, False),
            (second, upper.translated(0, half), start, colours.quiet, False),
        ):
            font.setBold(is_strong)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(
                place, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown
            )


def _row_height() -> int:
    return 2 * Size.FIELD - Space.M
