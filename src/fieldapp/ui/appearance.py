"""How the window looks to this person: light, dark or as the system has it, and how large; changed while it runs."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from fieldapp.ui.look import current_colours
from fieldapp.ui.stylesheet import dress
from fieldapp.ui.theme import DARK as DARK_COLOURS
from fieldapp.ui.theme import LIGHT as LIGHT_COLOURS
from fieldapp.ui.theme import ZOOMS, Measure
from fieldapp.ui.zooming import Resizer

SYSTEM, LIGHT, DARK = "system", "light", "dark"
LOOKS = (SYSTEM, LIGHT, DARK)


class Appearance(QObject):
    """Dresses the application, again whenever the person or the system asks for something else.

    Signals:
        changed: Another look or size was chosen.
    """

    changed = Signal()

    def __init__(self, app: QApplication, marks: Path, *, look: str = SYSTEM, zoom: int = ZOOMS[0]) -> None:
        super().__init__(app)
        self._app = app
        self._marks = marks
        self.look = look if look in LOOKS else SYSTEM
        self.zoom = zoom if zoom in ZOOMS else ZOOMS[0]
        app.styleHints().colorSchemeChanged.connect(self._on_system)
        is_dressed = current_colours() is (DARK_COLOURS if self.is_dark else LIGHT_COLOURS)
        if not is_dressed or self.zoom != Measure.percent:  # starting costs nothing twice
            self._dress()

    @property
    def is_dark(self) -> bool:
        """Whether the window is dark now."""
        if self.look == SYSTEM:
            return is_system_dark()
        return self.look == DARK

    def choose(self, look: str) -> None:
        """Wear another look."""
        if look != self.look and look in LOOKS:
            self.look = look
            self._dress()
            self.changed.emit()

    def step(self, way: int) -> None:
        """Show everything one step larger or smaller; 0 as large as it was made."""
        place = ZOOMS.index(self.zoom) + way if way else 0
        zoom = ZOOMS[max(0, min(place, len(ZOOMS) - 1))]
        if zoom != self.zoom:
            self.zoom = zoom
            self._dress()
            self.changed.emit()

    def _on_system(self) -> None:
        if self.look == SYSTEM:
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        before, Measure.percent = Measure.percent, self.zoom
        if before != self.zoom:
            resizer = Resizer(before=before, after=self.zoom)
            for top in self._app.topLevelWidgets():
                resizer.resize(top)
        dress(self._app, self._marks, is_dark=self.is_dark)


def is_system_dark() -> bool:
    """Return whether the system asks for dark windows."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
