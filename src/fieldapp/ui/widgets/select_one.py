"""One choice: radio buttons while the eye can hold them, a list to search beyond."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCompleter,
    QLineEdit,
    QListView,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from fieldapp.engine.effects import Choice
from fieldapp.ui.icons import icon
from fieldapp.ui.live import keep
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.widgets.answer import AnswerWidget, Asked
from fieldapp.ui.widgets.choices_model import ChoicesModel
from fieldapp.ui.widgets.text import OneLine

MOST_RADIOS = 7
"""As many as the eye takes in at once; more are searched."""
_MOST_LISTED = 1_000
"""Matches listed at first: Qt's completer asks for each of them at every letter. At the end of the list come more."""
_ROW_LETTERS = 44
"""Labels that hold fewer letters together stand on one row."""
_LISTS = frozenset({"minimal", "autocomplete", "search"})
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class RadiosWidget(AnswerWidget):
    """A few choices, all seen. Delete takes the answer back."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._group = QButtonGroup(self)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._group.buttonClicked.connect(lambda button: self._give(button.property("value")))

    @override
    def set_choices(self, choices: Sequence[Choice]) -> None:
        had_focus = any(button.hasFocus() for button in self._group.buttons())
        self.lead_focus_to(None)
        for old in self._group.buttons():
            self._group.removeButton(old)
            old.deleteLater()
            self._layout.removeWidget(old)
        while self._layout.takeAt(0):
            pass
        is_row = sum(len(choice.label) for choice in choices) <= _ROW_LETTERS
        way = QBoxLayout.Direction.LeftToRight if is_row else QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(way)
        self._layout.setSpacing(Space.S if is_row else 0)
        for choice in choices:
            self._add(choice)
        self._layout.addStretch(1)
        self._show(self._value)
        if had_focus and self._group.buttons():
            self._target().setFocus()

    def _add(self, choice: Choice) -> None:
        button = QRadioButton(choice.label.replace("&", "&&"))
        button.setMinimumHeight(Size.TOUCH)
        button.setProperty("value", choice.value)
        button.installEventFilter(self)
        self._group.addButton(button)
        self._layout.addWidget(button)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _CLEARING:
            self._give("")
            self._show("")
            return True
        return False

    @override
    def _fields(self) -> Sequence[QWidget]:
        return self._group.buttons()

    @override
    def _show(self, value: str) -> None:
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(button.property("value") == value)
        self._group.setExclusive(True)
        if self._group.buttons():
            self.lead_focus_to(self._target())

    def _target(self) -> QWidget:
        return self._group.checkedButton() or self._group.buttons()[0]


class PickerWidget(AnswerWidget):
    """Many choices: typed to search, or opened with the arrow key."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._model = ChoicesModel(page=_MOST_LISTED, grows_alone=False)
        self._line = OneLine()
        self._line.setMinimumHeight(Size.FIELD)
        self._popup = QListView()
        self._popup.setProperty("kind", "popup")
        self._popup.setUniformItemSizes(True)
        self._popup.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._completer = QCompleter(self._model, self)
        self._completer.setPopup(self._popup)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(MOST_RADIOS + 3)
        self._completer.setWrapAround(False)  # arrow down on the last match stays on it, instead of on none
        self._completer.setWidget(self._line)
        self._completer.activated[QModelIndex].connect(self._on_picked)  # type: ignore[index]  # overloads
        self._line.textEdited.connect(self._on_typed)
        self._line.editingFinished.connect(self._on_finished)
        self._line.leaving.connect(self._on_finished)
        self._line.installEventFilter(self)
        self._popup.installEventFilter(self)
        self._open = QAction(self)
        self._line.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self._open.triggered.connect(self._on_open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._line)
        self.lead_focus_to(self._line)
        self._labels: dict[str, str] = {}
        keep(self, self._say)

    def _say(self) -> None:
        self._line.setPlaceholderText(self.tr("Choisir, ou écrire pour chercher"))
        self._open.setIcon(icon("chevron-down", "quiet"))
        self._open.setText(self.tr("Montrer tous les choix"))

    @override
    def set_choices(self, choices: Sequence[Choice]) -> None:
        self._labels = {choice.value: choice.label for choice in choices}
        self._model.set_choices(choices)
        self._show(self._value)

    @override
    def set_locked(self, *, is_locked: bool) -> None:
        self._line.setReadOnly(is_locked)
        self._open.setEnabled(not is_locked)

    @override
    def commit(self) -> None:
        text = self._line.text()
        if not text.strip():
            self._give("")
        elif text != self._labels.get(self._value, self._value) and (named := self._model.exact(text)):
            self._give(named.value)
        self._show(self._value)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if watched is self._popup and event.key() == Qt.Key.Key_Tab:
            self._popup.hide()
            if self._popup.currentIndex().isValid():
                self._on_picked(self._popup.currentIndex())
            self.focusNextChild()
            return True
        if watched is self._line and event.key() == Qt.Key.Key_Down and not self._line.isReadOnly():
            self._on_open()
            return True
        return False

    def _on_typed(self, text: str) -> None:
        self._model.search(text)
        self._completer.complete()
        if text.strip() and self._model.rowCount():
            self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _on_open(self) -> None:
        self._line.setFocus()
        self._model.search("")
        self._completer.complete()
        row = self._model.row_of(self._value)
        if row >= 0:
            self._popup.setCurrentIndex(self._completer.completionModel().index(row, 0))

    def _on_scrolled(self, at: int) -> None:
        bar = self._popup.verticalScrollBar()
        if at and at == bar.maximum() and self._popup.isVisible():
            self._model.grow()
            QTimer.singleShot(0, bar, lambda: bar.setValue(at))  # the completer begins its list anew

    def _on_picked(self, index: QModelIndex) -> None:
        self._give(index.data(Qt.ItemDataRole.UserRole))
        self._show(self._value)

    def _on_finished(self) -> None:
        if not self._popup.isVisible():
            self.commit()

    @override
    def _fields(self) -> Sequence[QWidget]:
        return (self._line,)

    @override
    def _show(self, value: str) -> None:
        self._line.keep(self._labels.get(value, value))
        self._line.setCursorPosition(0)


class SelectOneWidget(AnswerWidget):
    """Becomes radio buttons or a list to search, whatever suits the choices there are now."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._inner: AnswerWidget = RadiosWidget(asked)
        self._is_locked = False
        self._put(self._inner)

    @override
    def set_choices(self, choices: Sequence[Choice]) -> None:
        wants_list = len(choices) > MOST_RADIOS or bool(_LISTS.intersection(self.asked.appearance))
        suited = PickerWidget if wants_list else RadiosWidget
        if type(self._inner) is not suited:
            self._layout.removeWidget(self._inner)
            self._inner.hide()
            self._inner.deleteLater()
            self._inner = suited(self.asked)
            self._put(self._inner)
        self._inner.set_choices(choices)
        self._inner.set_value(self._value)
        self.lead_focus_to(self._inner)

    def _put(self, inner: AnswerWidget) -> None:
        inner.set_locked(is_locked=self._is_locked)
        inner.answered.connect(self._give)
        self._layout.addWidget(inner)

    @override
    def commit(self) -> None:
        self._inner.commit()

    @override
    def set_locked(self, *, is_locked: bool) -> None:
        self._is_locked = is_locked
        self._inner.set_locked(is_locked=is_locked)

    @override
    def _fields(self) -> Sequence[QWidget]:
        return self._inner._fields()

    @override
    def _show(self, value: str) -> None:
        self._inner.set_value(value)
