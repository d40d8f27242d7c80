"""Text of one line or of many: given when the person leaves it, or rests while writing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.ui.live import keep
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.widgets.answer import AnswerWidget, Asked

REST_MS = 1500
"""Writing that pauses this long is kept, so that a pulled plug costs at most a few words."""
_SHOWN_LINES = 5
_HISTORY = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def leaves_history(event: QEvent, *, is_changed: bool) -> bool:
    """Whether undo and redo belong to the record: nothing was typed here since the answer was kept."""
    if is_changed or event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return any(event.matches(key) for key in _HISTORY)


class OneLine(QLineEdit):
    """A line that leaves undo and redo to the record once what was typed is kept.

    Signals:
        leaving: Tab is about to go on, and has not looked yet which question is next.
    """

    leaving = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""

    def set_direction(self, direction: Qt.LayoutDirection) -> None:
        """Write from this side, whatever letter comes first: Qt asks for a key that keyboards of two scripts have."""
        self.setLayoutDirection(direction)
        is_right = direction == Qt.LayoutDirection.RightToLeft
        key = Qt.Key.Key_Direction_R if is_right else Qt.Key.Key_Direction_L
        super().keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))

    def keep(self, text: str) -> None:
        """Show a text that the record holds."""
        self._kept = text
        if self.text() != text:
            self.setText(text)

    def mark_kept(self) -> None:
        """Remember that the record holds what stands here."""
        self._kept = self.text()

    @override
    def event(self, event: QEvent) -> bool:
        if leaves_history(event, is_changed=self.text() != self._kept):
            event.ignore()
            return False
        return super().event(event)

    @override
    def focusNextPrevChild(self, is_next: bool) -> bool:
        self.leaving.emit()
        return super().focusNextPrevChild(is_next)


class ManyLines(QPlainTextEdit):
    """Several lines; Tab goes on to the next question.

    Signals:
        left: The keyboard went elsewhere, or Tab is about to go on.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        lines = self.fontMetrics().lineSpacing() * _SHOWN_LINES
        self.setFixedHeight(lines + 2 * Space.S)
        self.kept = ""

    def set_direction(self, direction: Qt.LayoutDirection) -> None:
        """Write every paragraph from this side, whatever letter comes first."""
        self.setLayoutDirection(direction)
        option = self.document().defaultTextOption()
        option.setTextDirection(direction)
        self.document().setDefaultTextOption(option)

    @override
    def event(self, event: QEvent) -> bool:
        if leaves_history(event, is_changed=self.toPlainText() != self.kept):
            event.ignore()
            return False
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    @override
    def focusNextPrevChild(self, is_next: bool) -> bool:
        self.left.emit()
        return super().focusNextPrevChild(is_next)


class LineWidget(AnswerWidget):
    """One line of text, or of anything that is typed: subclasses say how it is shown and stored."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._line = OneLine()
        self._line.setMinimumHeight(Size.FIELD)
        self._row = QHBoxLayout()
        self._row.addWidget(self._line, 1)
        self._row.addStretch()  # a narrow line stays under its label, also where one reads from right to left
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._on_rest)
        self._line.textEdited.connect(lambda _: self._rest.start())
        self._line.editingFinished.connect(self.commit)
        self._line.leaving.connect(self.commit)
        self.lead_focus_to(self._line)
        keep(self, lambda: self._line.set_direction(self._direction()))

    @override
    def commit(self) -> None:
        self._rest.stop()
        self._give(self._written())
        self._line.keep(self.shown(self._value))

    @override
    def set_locked(self, *, is_locked: bool) -> None:
        self._line.setReadOnly(is_locked)

    def shown(self, value: str) -> str:
        """Return how a stored value is written on the screen."""
        return value

    def stored(self, text: str) -> str:
        """Return how a written text is stored; what is not understood is stored as it is, and flagged by the form."""
        return text.strip()

    def _on_rest(self) -> None:
        self._give(self._written())
        self._line.mark_kept()

    def _written(self) -> str:
        """Return what is written as it is stored; a value that is only shown keeps what the screen leaves out."""
        text = self._line.text()
        return self._value if text == self.shown(self._value) else self.stored(text)

    @override
    def _fields(self) -> Sequence[QWidget]:
        return (self._line,)

    @override
    def _show(self, value: str) -> None:
        if not self._line.hasFocus() or self.stored(self._line.text()) != value:
            self._line.keep(self.shown(value))


class LongTextWidget(AnswerWidget):
    """Several lines of text."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._text = ManyLines()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.commit)
        self._text.textChanged.connect(self._on_changed)
        self._text.left.connect(self.commit)
        self.lead_focus_to(self._text)
        keep(self, lambda: self._text.set_direction(self._direction()))

    @override
    def commit(self) -> None:
        self._rest.stop()
        self._text.kept = self._text.toPlainText()
        self._give(self._text.kept)

    @override
    def set_locked(self, *, is_locked: bool) -> None:
        self._text.setReadOnly(is_locked)

    def _on_changed(self) -> None:
        if self._text.toPlainText() != self._value:
            self._rest.start()

    @override
    def _fields(self) -> Sequence[QWidget]:
        return (self._text,)

    @override
    def _show(self, value: str) -> None:
        if self._text.toPlainText() != value:
            self._text.setPlainText(value)
        self._text.kept = value
