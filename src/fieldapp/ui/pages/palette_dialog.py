"""One line in which one types what one wants, and below it what that may be: actions, records, forms to begin."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from fieldapp.ui.commands import Command
from fieldapp.ui.icons import icon
from fieldapp.ui.live import keep
from fieldapp.ui.look import current_colours
from fieldapp.ui.parts import label
from fieldapp.ui.theme import Size, Space

_GROUP = Qt.ItemDataRole.UserRole + 1
_MOVES = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TRY_MS, _MOST_TRIES = 10, 50
"""The system gives the window the keyboard back in its own time."""
_MOST_ROWS = 9
"""Seen at once; the rest is scrolled to."""


class PaletteDialog(QDialog):
    """Asks what to do; Enter does it, Escape goes back to where one was."""

    def __init__(self, find: Callable[[str], Sequence[Command]], parent: QWidget) -> None:
        """Args: `find` returns the lines for what was typed, all of them for a blank text."""
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._find = find
        self._found: Sequence[Command] = ()
        self.chosen: Command | None = None
        self._had_keyboard = QApplication.focusWidget()
        self.setModal(True)
        frame = QFrame()
        frame.setProperty("kind", "palette")
        self.line = QLineEdit()
        self.line.setMinimumHeight(Size.FIELD)
        self.line.textChanged.connect(self._on_typed)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setProperty("kind", "palette")
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda _: self.take())
        self.list.currentRowChanged.connect(lambda _: self._tell())
        self.nothing = label(tone="quiet")
        column = QVBoxLayout(frame)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.XS)
        for part in (self.line, self.list, self.nothing):
            column.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        keep(self, self._say)
        self._on_typed("")
        self._place(parent)

    def take(self) -> None:
        """Choose the line that is marked."""
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            self.chosen = self._found[row]
            self.accept()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self._move(event)
                return True
            if event.key() in _ENTERS:
                self.take()
                return True
        return super().eventFilter(watched, event)

    def _move(self, event: QKeyEvent) -> None:
        step = _MOST_ROWS if event.key() in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp} else 1
        way = step if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_PageDown} else -step
        last = len(self._found) - 1
        self.list.setCurrentRow(max(0, min(self.list.currentRow() + way, last)))

    def _on_typed(self, text: str) -> None:
        self._found = self._find(text)
        self.list.clear()
        for command in self._found:
            item = QListWidgetItem(icon(command.sign, "quiet"), command.words)
            item.setData(_GROUP, command.group)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{command.words}. {command.group}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(self._found))
        self.nothing.setVisible(not self._found)
        self._tell()

    def _tell(self) -> None:
        """Let a screen reader say the line that is marked: the keyboard stays where one types."""
        item = self.list.currentItem()
        said = item.data(Qt.ItemDataRole.AccessibleTextRole) if item is not None else self.nothing.text()
        self.line.setAccessibleDescription(said)

    def _place(self, window: QWidget) -> None:
        width = min(Size.READING, window.width() - 2 * Space.L)
        rows = min(_MOST_ROWS, (window.height() - 4 * Space.XXL) // _row_height())
        self.list.setFixedHeight(rows * _row_height())
        self.setFixedWidth(width)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + Space.XXL)

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Que voulez-vous faire ?"))
        self.line.setPlaceholderText(self.tr("Une action, une fiche, un formulaire à commencer…"))
        self.line.setAccessibleName(self.windowTitle())
        self.list.setAccessibleName(self.tr("Ce qui répond"))
        self.nothing.setText(self.tr("Rien ne répond à ces mots. Essayez le début d’un autre."))

    @override
    def done(self, result: int) -> None:
        super().done(result)
        window = self.parentWidget()
        if window is not None:
            window.activateWindow()
        if self._had_keyboard is not None and isValid(self._had_keyboard):
            self._had_keyboard.setFocus()
        chosen = self.chosen
        if result and chosen is not None and window is not None:
            _run_in_front(window, chosen.run, _MOST_TRIES)
        self.deleteLater()


def _run_in_front(window: QWidget, run: Callable[[], object], tries: int) -> None:
    """Do it once the window has the keyboard again: what is shown before that would not get it."""
    if tries and not window.isActiveWindow():
        QTimer.singleShot(_TRY_MS, window, lambda: _run_in_front(window, run, tries - 1))
    else:
        QTimer.singleShot(0, window, run)


class _Rows(QStyledItemDelegate):
    """Draws what a line does, and at its end where it comes from."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, _row_height())

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours, rect = current_colours(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(rect, Space.XXS, Space.XXS)
        direction = option.direction
        middle = rect.center().y() - Size.ICON // 2
        sign = QRect(rect.left() + Space.XS, middle, Size.ICON, Size.ICON)
        index.data(Qt.ItemDataRole.DecorationRole).paint(painter, QStyle.visualRect(direction, rect, sign))
        group, metrics = index.data(_GROUP), painter.fontMetrics()
        end = metrics.horizontalAdvance(group) + Space.M
        room = rect.adjusted(2 * Space.XS + Size.ICON + Space.XXS, 0, -end - Space.XS, 0)
        words = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setLayoutDirection(direction)
        painter.setPen(QColor(colours.text))
        painter.drawText(
            QStyle.visualRect(direction, rect, room), int(QStyle.visualAlignment(direction, start)), words
        )
        painter.setPen(QColor(colours.quiet))
        last = QRect(rect.right() - end, rect.top(), end - Space.XS, rect.height())
        painter.drawText(
            QStyle.visualRect(direction, rect, last),
            int(
                QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            ),
            group,
        )


def _row_height() -> int:
    return Size.FIELD
