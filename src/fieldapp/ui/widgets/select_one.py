"""One choice: radio buttons while the eye can hold them, a list to search beyond."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCompleter,
    QGridLayout,
    QLabel,
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
from fieldapp.ui.widgets.columns import LIKERT, columns_asked
from fieldapp.ui.widgets.label_picture import show_choice_picture
from fieldapp.ui.widgets.text import OneLine

MOST_RADIOS = 7
"""As many as the eye takes in at once; more are searched."""
MOST_LAID_OUT = 40
"""More than this is searched whatever the form says: nobody reads so many buttons."""
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
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(0)
        self._words: list[QLabel] = []
        """What stands under the buttons of a scale."""
        self._group.buttonClicked.connect(lambda button: self._give(button.property("value")))

    @override
    def set_choices(self, choices: Sequence[Choice]) -> None:
        had_focus = any(button.hasFocus() for button in self._group.buttons())
        self.lead_focus_to(None)
        for old in self._group.buttons():
            self._group.removeButton(old)
            old.deleteLater()
        for words in self._words:
            words.deleteLater()
        self._words = []
        while self._grid.takeAt(0):
            pass
        buttons = [self._button(choice) for choice in choices]
        if LIKERT in self.asked.appearance:
            self._lay_scale(buttons, choices)
        else:
            self._lay(buttons, choices)
        self._show(self._value)
        if had_focus and buttons:
            self._target().setFocus()

    def _lay(self, buttons: Sequence[QRadioButton], choices: Sequence[Choice]) -> None:
        """Put them on one row when they are short, below each other, or in the columns the form asks for."""
        is_row = sum(len(choice.label) for choice in choices) <= _ROW_LETTERS
        widest = max((button.sizeHint().width() for button in buttons), default=0)
        columns = columns_asked(self.asked.appearance, widest=widest) or (len(buttons) if is_row else 1)
        for column in range(self._grid.columnCount() + 1):
            self._grid.setColumnStretch(column, 0)
        for place, button in enumerate(buttons):
            self._grid.addWidget(button, place // columns, place % columns)
        self._grid.setColumnStretch(min(columns, max(len(buttons), 1)), 1)

    def _lay_scale(self, buttons: Sequence[QRadioButton], choices: Sequence[Choice]) -> None:
        """Put them on one row at equal distances, their words below."""
        middle = Qt.AlignmentFlag.AlignHCenter
        for place, (button, choice) in enumerate(zip(buttons, choices, strict=True)):
            words = _ScaleWords(choice.label, button)
            button.setText("")
            self._words.append(words)
            self._grid.addWidget(button, 0, place, middle)
            self._grid.addWidget(words, 1, place, middle | Qt.AlignmentFlag.AlignTop)
            self._grid.setColumnStretch(place, 1)

    def _button(self, choice: Choice) -> QRadioButton:
        button = QRadioButton(choice.label.replace("&", "&&"))
        button.setMinimumHeight(Size.TOUCH)
        button.setProperty("value", choice.value)
        button.setProperty("words", choice.label)
        if choice.picture and self.asked.files is not None:
            show_choice_picture(button, self.asked.files.beside(choice.picture))
        button.installEventFilter(self)
        self._group.addButton(button)
        return button

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
    def describe(self, name: str, description: str) -> None:
        for button in self._group.buttons():
            button.setAccessibleName(self._named(name, button.property("words")))
            button.setAccessibleDescription(description)

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


class _ScaleWords(QLabel):
    """The words under a button of a scale: pressed, they press it."""

    def __init__(self, text: str, button: QRadioButton) -> None:
        super().__init__(text)
        self._button = button
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._button.setFocus()
        self._button.click()


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
        self._line.set_direction(self.layoutDirection())

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


def _wants_list(appearance: Sequence[str], count: int) -> bool:
    """Whether choices are searched: many of them, unless the form wants them laid out; or where it asks for it."""
    is_laid_out = LIKERT in appearance or columns_asked(appearance, widest=0) > 0
    most = MOST_LAID_OUT if is_laid_out else MOST_RADIOS
    return count > most or bool(_LISTS.intersection(appearance))


class SelectOneWidget(AnswerWidget):
    """Becomes radio buttons or a list to search, whatever suits the choices there are now."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._inner: AnswerWidget = RadiosWidget(asked)
        self._is_locked = False
        self._told = ("", "")
        self._put(self._inner)

    @override
    def set_choices(self, choices: Sequence[Choice]) -> None:
        wants_list = _wants_list(self.asked.appearance, len(choices))
        suited = PickerWidget if wants_list else RadiosWidget
        if type(self._inner) is not suited:
            self._layout.removeWidget(self._inner)
            self._inner.hide()
            self._inner.deleteLater()
            self._inner = suited(self.asked)
            self._put(self._inner)
        self._inner.set_choices(choices)
        self._inner.set_value(self._value)
        self._inner.describe(*self._told)
        self.lead_focus_to(self._inner)

    def _put(self, inner: AnswerWidget) -> None:
        inner.set_locked(is_locked=self._is_locked)
        inner.answered.connect(self._give)
        self._layout.addWidget(inner)

    @override
    def describe(self, name: str, description: str) -> None:
        self._told = (name, description)
        self._inner.describe(name, description)

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
