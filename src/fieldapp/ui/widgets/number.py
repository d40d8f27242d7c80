"""Whole and decimal numbers, written with the signs of the language."""

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from fieldapp.ui.theme import Size
from fieldapp.ui.widgets.answer import Asked
from fieldapp.ui.widgets.text import LineWidget
from fieldapp.ui.widgets.typed import shown_number, stored_number


class NumberWidget(LineWidget):
    """A number; the digits go from left to right in every language."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._line.setMaximumWidth(Size.NARROW)
        self._line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)

    @override
    def shown(self, value: str) -> str:
        return shown_number(value, point=QLocale().decimalPoint())

    @override
    def stored(self, text: str) -> str:
        return stored_number(text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._line.keep(self.shown(self._value))
        super().changeEvent(event)
