"""Choices put in order: each one pressed takes the next place, and gives it up when it is pressed again."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.engine.effects import Choice
from fieldapp.ui.live import keep
from fieldapp.ui.parts import label
from fieldapp.ui.theme import Size
from fieldapp.ui.widgets.answer import AnswerWidget, Asked


class RankWidget(AnswerWidget):
    """A box for every choice; its place stands before its words."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._labels: dict[str, str] = {}
        self._boxes: dict[str, QCheckBox] = {}
        self._asked_for = ""
        self._how = label(size="dense", tone="quiet")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._how)
        keep(self, self._say)

    @override
    def set_choices(self, choices: Sequence[Choice]) -> None:
        self._labels = {choice.value: choice.label for choice in choices}
        if list(self._labels) != list(self._boxes):
            for old in self._boxes.values():
                self._layout.removeWidget(old)
                old.deleteLater()
            self._boxes = {name: self._box(name) for name in self._labels}
            for box in self._boxes.values():
                self._layout.addWidget(box)
        self._how.setVisible(bool(self._boxes))
        self.lead_focus_to(next(iter(self._boxes.values()), None))
        self._show(self._value)

    def _box(self, name: str) -> QCheckBox:
        box = QCheckBox()
        box.setMinimumHeight(Size.TOUCH)
        box.clicked.connect(lambda: self._on_pressed(name))
        return box

    def _on_pressed(self, name: str) -> None:
        """Put a choice after those that have a place, or take its place away; those behind it move up."""
        ranked = self._value.split()
        kept = [each for each in ranked if each != name]
        value = " ".join(kept if name in ranked else [*kept, name])
        self._give(value)
        self._show(value)

    @override
    def describe(self, name: str, description: str) -> None:
        super().describe(name, description)
        self._asked_for = name
        self._show(self._value)

    @override
    def _fields(self) -> Sequence[QWidget]:
        return list(self._boxes.values())

    @override
    def _show(self, value: str) -> None:
        places = {name: place for place, name in enumerate(value.split(), 1)}
        for name, box in self._boxes.items():
            words = self._labels[name].replace("&", "&&")
            box.setText(f"{places[name]}. {words}" if name in places else words)
            box.setChecked(name in places)
            box.setAccessibleName(f"{self._asked_for} – {box.text()}")

    def _say(self) -> None:
        self._how.setText(self.tr("Cochez dans l’ordre : le numéro donne la place."))
