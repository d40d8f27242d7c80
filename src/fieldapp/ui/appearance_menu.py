"""The menu of the band: the window's language, light or dark, and how large."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from fieldapp.ui.appearance import DARK, LIGHT, LOOKS, SYSTEM, Appearance
from fieldapp.ui.i18n import LANGUAGES
from fieldapp.ui.live import keep
from fieldapp.ui.shortcuts import sequences
from fieldapp.ui.theme import ZOOMS


class AppearanceMenu(QMenu):
    """Languages first; the rest once there is somebody who dresses the window.

    Signals:
        language_chosen: Another language is wanted; carries its code.
    """

    language_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance: Appearance | None = None
        self._languages = self._group(tuple(language.code for language in LANGUAGES))
        for language in LANGUAGES:
            self._languages[language.code].setText(language.own_name)
            self._languages[language.code].triggered.connect(
                partial(self.language_chosen.emit, language.code)
            )
        self._looks: dict[str, QAction] = {}
        self._sizes: tuple[QAction, ...] = ()

    def follow(self, appearance: Appearance) -> None:
        """Offer looks and sizes."""
        self._appearance = appearance
        self.addSeparator()
        self._looks = self._group(LOOKS)
        for look, action in self._looks.items():
            action.triggered.connect(partial(appearance.choose, look))
        self.addSeparator()
        self._sizes = tuple(self.addAction("") for _ in range(3))
        for action, way in zip(self._sizes, (1, -1, 0), strict=True):
            action.triggered.connect(partial(appearance.step, way))
        appearance.changed.connect(self._say)
        keep(self, self._say)

    def show_language(self, code: str) -> None:
        """Mark the language that is spoken."""
        self._languages[code].setChecked(True)

    def _group(self, names: tuple[str, ...]) -> dict[str, QAction]:
        group = QActionGroup(self)
        made = {}
        for name in names:
            made[name] = self.addAction("")
            made[name].setCheckable(True)
            made[name].setActionGroup(group)
        return made

    def _say(self) -> None:
        appearance = self._appearance
        assert appearance is not None
        words = {
            SYSTEM: self.tr("Comme le système"),
            LIGHT: self.tr("Clair"),
            DARK: self.tr("Sombre"),
        }
        for look, action in self._looks.items():
            action.setText(words[look])
            action.setChecked(look == appearance.look)
        larger, smaller, as_made = self._sizes
        larger.setText(self.tr("Plus grand"))
        smaller.setText(self.tr("Plus petit"))
        as_made.setText(self.tr("Taille d’origine (maintenant {percent} %)").format(percent=appearance.zoom))
        as_made.setEnabled(appearance.zoom != ZOOMS[0])
        for name, action in (("larger", larger), ("smaller", smaller), ("as_made", as_made)):
            action.setShortcuts(sequences(name))
