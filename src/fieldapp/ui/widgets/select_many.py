"""Several choices: check boxes while they fit, a list to search beyond."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.engine.effects import Choice
from fieldapp.ui.icons import icon
from fieldapp.ui.live import keep
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.widgets.answer import AnswerWidget, Asked
from fieldapp.ui.widgets.choices_model import ChoicesModel
from fieldapp.ui.widgets.columns import columns_asked
from fieldapp.ui.widgets.label_picture import show_choice_picture

MOST_BOXES = 15
"""More boxes than this are looked for by typing."""
_ONE_COLUMN = 5
_SEARCH = frozenset({"autocomplete", "search", "minimal"})


def toggled(value: str, choice: str, order: Iterable[str]) -> str:
    """Return a set of choices with one more or one less, in the order of the form."""
    chosen = set(value.split()) ^ {choice}
    known = [name for name in order if name in chosen]
    return " ".join(known + sorted(chosen.difference(known)))


class BoxesWidget(AnswerWidget):
    """Check boxes, in two columns when their labels are short."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(0)
        self._boxes: dict[str, QCheckBox] = {}

    @override
    def set_choices(self, choices: Sequence[Choice]) -> None:
        if [choice.value for choice in choices] == list(self._boxes):
            for choice in choices:
                self._boxes[choice.value].setText(choice.label.replace("&", "&&"))
            return
        for box in self._boxes.values():
            self._grid.removeWidget(box)
            box.deleteLater()
        self._boxes = {choice.value: self._box(choice) for choice in choices}
        widest = max((box.sizeHint().width() for box in self._boxes.values()), default=0)
        is_wide = len(choices) > _ONE_COLUMN and widest <= Size.COLUMN
        asked = columns_asked(self.asked.appearance, widest=widest)
        rows = -(-len(choices) // (asked or (2 if is_wide else 1))) or 1
        for place, box in enumerate(self._boxes.values()):
            at = (place // asked, place % asked) if asked else (place % rows, place // rows)
            self._grid.addWidget(box, *at)
        self._show(self._value)
        self.lead_focus_to(next(iter(self._boxes.values()), None))

    def _box(self, choice: Choice) -> QCheckBox:
        box = QCheckBox(choice.label.replace("&", "&&"))
        box.setMinimumHeight(Size.TOUCH)
        if choice.picture and self.asked.files is not None:
            show_choice_picture(box, self.asked.files.beside(choice.picture))
        box.clicked.connect(lambda: self._give(toggled(self._value, choice.value, self._boxes)))
        return box

    @override
    def _fields(self) -> Sequence[QWidget]:
        return list(self._boxes.values())

    @override
    def describe(self, name: str, description: str) -> None:
        for box in self._boxes.values():
            box.setAccessibleName(self._named(name, box.text().replace("&&", "&")))
            box.setAccessibleDescription(description)

    @override
    def _show(self, value: str) -> None:
        chosen = set(value.split())
        for name, box in self._boxes.items():
            box.setChecked(name in chosen)


class SearchedBoxesWidget(AnswerWidget):
    """A long list with a search line above and the chosen ones in words below."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._labels: dict[str, str] = {}
        self._model = ChoicesModel(is_checkable=True)
        self._model.toggled.connect(self._on_toggled)
        self._line = QLineEdit()
        self._line.setMinimumHeight(Size.FIELD)
        self._line.textChanged.connect(self._model.search)
        self._line.installEventFilter(self)
        self._list = QListView()
        self._list.setProperty("kind", "choices")
        self._list.setUniformItemSizes(True)
        self._list.setModel(self._model)
        self._list.setFixedHeight(Size.LIST)
        self._list.clicked.connect(self._on_clicked)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._chosen = QLabel()
        self._chosen.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        for part in (self._line, self._list, self._chosen):
            layout.addWidget(part)
        self.lead_focus_to(self._line)
        self._find = self._line.addAction(icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        keep(self, self._say)

    def _say(self) -> None:
        self._line.setPlaceholderText(self.tr("Écrire pour chercher"))
        self._find.setIcon(icon("search", "quiet"))
        self._find.setText(self._line.placeholderText())
        self._sum_up()

    @override
    def set_choices(self, choices: Sequence[Choice]) -> None:
        self._labels = {choice.value: choice.label for choice in choices}
        self._model.set_choices(choices)
        self._show(self._value)

    @override
    def set_locked(self, *, is_locked: bool) -> None:
        self._line.setVisible(not is_locked)
        self._list.setVisible(not is_locked)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Down:
            self._list.setFocus()
            self._list.setCurrentIndex(self._model.index(0))
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._model.only() is not None:
            self._model.toggle(self._model.index(0))
            self._line.clear()
            return True
        return False

    def _on_clicked(self) -> None:
        """A click anywhere on the row counts; the box itself has already counted through `setData`."""

    def _on_toggled(self, choice: str) -> None:
        value = toggled(self._value, choice, self._labels)
        self._give(value)
        self._show(value)

    @override
    def _fields(self) -> Sequence[QWidget]:
        return (self._line, self._list)

    @override
    def _show(self, value: str) -> None:
        self._model.set_checked(frozenset(value.split()))
        self._sum_up()

    def _sum_up(self) -> None:
        names = [self._labels.get(name, name) for name in self._value.split()]
        self._chosen.setVisible(bool(names))
        self._chosen.setText(self.tr("Choisi : {names}").format(names=" · ".join(names)))


class SelectManyWidget(AnswerWidget):
    """Becomes check boxes or a list to search, whatever suits the choices there are now."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._inner: AnswerWidget | None = None
        self._is_locked = False
        self._told = ("", "")

    @override
    def set_choices(self, choices: Sequence[Choice]) -> None:
        is_long = len(choices) > MOST_BOXES or bool(_SEARCH.intersection(self.asked.appearance))
        suited = SearchedBoxesWidget if is_long else BoxesWidget
        if type(self._inner) is not suited:
            if self._inner is not None:
                self._layout.removeWidget(self._inner)
                self._inner.hide()
                self._inner.deleteLater()
            self._inner = suited(self.asked)
            self._inner.answered.connect(self._give)
            self._inner.set_locked(is_locked=self._is_locked)
            self._layout.addWidget(self._inner)
        self._inner.set_choices(choices)
        self._inner.set_value(self._value)
        self._inner.describe(*self._told)
        self.lead_focus_to(self._inner)

    @override
    def describe(self, name: str, description: str) -> None:
        self._told = (name, description)
        if self._inner is not None:
            self._inner.describe(name, description)

    @override
    def set_locked(self, *, is_locked: bool) -> None:
        self._is_locked = is_locked
        if self._inner is not None:
            self._inner.set_locked(is_locked=is_locked)

    @override
    def _fields(self) -> Sequence[QWidget]:
        return self._inner._fields() if self._inner is not None else ()

    @override
    def _show(self, value: str) -> None:
        if self._inner is not None:
            self._inner.set_value(value)
