"""A position, typed as latitude and longitude."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from fieldapp.ui.live import keep
from fieldapp.ui.theme import Size
from fieldapp.ui.widgets.answer import Asked
from fieldapp.ui.widgets.text import LineWidget
from fieldapp.ui.widgets.typed import shown_place, stored_place


class PlaceWidget(LineWidget):
    """A geopoint."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._line.setMaximumWidth(Size.PANEL)
        keep(self, lambda: self._line.setPlaceholderText(self.tr("latitude, longitude : 34.0209, -6.8416")))

    @override
    def shown(self, value: str) -> str:
        return shown_place(value)

    @override
    def stored(self, text: str) -> str:
        return stored_place(text)
