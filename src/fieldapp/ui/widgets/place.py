"""A position: typed as latitude and longitude, pasted as the link of a map, or shown on a map that needs no network."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from fieldapp.ui.live import keep
from fieldapp.ui.parts import button, in_reading_order, label, name_tool, tool
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.widgets.answer import Asked
from fieldapp.ui.widgets.map_view import MapView
from fieldapp.ui.widgets.morocco import morocco
from fieldapp.ui.widgets.places import accuracy, coordinates, is_link, is_short_link, stored
from fieldapp.ui.widgets.text import LineWidget
from fieldapp.ui.widgets.typed import shown_place, stored_place

_KILOMETRE = 1000
_NEAR = 2.0


class PlaceWidget(LineWidget):
    """A geopoint; says in which province it lies, so that a slip is seen at once."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self.map: MapView | None = None
        self._is_locked = False
        self._line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._line.setMaximumWidth(Size.PANEL)
        self.map_button: QPushButton = button("", "map")
        self.map_button.setCheckable(True)
        self.map_button.toggled.connect(lambda is_on: self.show_map(is_shown=is_on))
        self.note = label(size="dense", tone="quiet")
        self._row.insertWidget(1, self.map_button)
        self._column.setSpacing(Space.XS)
        self._column.addWidget(self.note)
        self._nearer, self._farther, self._whole = tool("plus"), tool("minus"), tool("map")
        self._tools = QWidget()
        self._build_tools()
        self._column.addWidget(self._tools)
        keep(self, self._say)

    def _build_tools(self) -> None:
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XXS)
        self._how = label(size="dense", tone="quiet")
        for part, act in (
            (self._nearer, lambda: self._zoom(_NEAR)),
            (self._farther, lambda: self._zoom(1 / _NEAR)),
            (self._whole, self._on_whole),
        ):
            part.clicked.connect(act)
            row.addWidget(part)
        row.addWidget(self._how, 1)
        self._tools.hide()

    def show_map(self, *, is_shown: bool) -> None:
        """Unfold the map, drawn when it is first asked for, or fold it."""
        if is_shown and self.map is None:
            self.map = MapView(self._language)
            self.map.taken.connect(self._on_taken)
            self.map.moved.connect(self._say_note)
            self.map.closed.connect(self._on_closed)
            self._column.addWidget(self.map)
            self._name_map()
        if self.map is not None:
            self.map.setVisible(is_shown)
            self.map.set_pin(coordinates(self.value))
        self._tools.setVisible(is_shown)
        if is_shown and self.map is not None:
            self.map.setFocus()
        self._say_note()

    @property
    def _language(self) -> str:
        return QLocale().name().partition("_")[0]

    def _zoom(self, factor: float) -> None:
        if self.map is not None:
            self.map.zoom(factor)

    def _on_whole(self) -> None:
        if self.map is not None:
            self.map.show_all()

    def _on_taken(self) -> None:
        if self.map is None or self._is_locked:
            return
        value = stored(*self.map.place, self.map.accuracy)
        self._give(value)
        self._show_kept(value)

    def _on_closed(self) -> None:
        self.map_button.setChecked(False)
        self.setFocus()

    def _show_kept(self, value: str) -> None:
        self._line.keep(self.shown(value))
        if self.map is not None:
            self.map.set_pin(coordinates(value))
        self._say_note()

    def _say(self) -> None:
        self._line.setPlaceholderText(self.tr("34.0209, -6.8416, ou le lien d’une carte"))
        self.map_button.setText(self.tr("Carte"))
        name_tool(self._nearer, self.tr("Plus près"), "+")
        name_tool(self._farther, self.tr("Plus loin"), "-")
        name_tool(self._whole, self.tr("Tout le pays"))
        self._how.setText(
            self.tr(
                "Flèches pour déplacer la croix (Maj : finement), Entrée pour choisir, Échap pour fermer."
            )
        )
        if self.map is not None:
            self.map.set_language(self._language)
        self._say_note()
        self._name_map()

    def _say_note(self) -> None:
        """Say where the place is; while the map is open, what lies under its cross."""
        text = self._where()
        self.note.setText(in_reading_order(text, self) if text else "")
        self.note.setVisible(bool(text))
        self._name_map()

    def _where(self) -> str:
        place, off = coordinates(self.value), accuracy(self.value)
        if self.map is not None and not self.map.isHidden() and not self.map.is_on_pin:
            place, off = self.map.place, self.map.accuracy
        if place is None:
            return self._why_not()
        province = morocco().province_at(place[1], place[0])
        if province is None:
            return self.tr("Hors des provinces du Maroc : vérifiez la latitude, puis la longitude.")
        language = self._language if self._language in province.names else "fr"
        words = f"{province.names[language]} · {morocco().regions[province.region_code][language]}"
        return f"{words} · {self._off(off)}" if off >= 1 else words

    def _why_not(self) -> str:
        if is_short_link(self.value):
            return self.tr(
                "Ce lien court ne contient pas la position. Ouvrez-le dans un navigateur et copiez l’adresse complète."
            )
        return self.tr("Ce lien ne contient pas de position.") if is_link(self.value) else ""

    def _off(self, metres: float) -> str:
        if metres >= _KILOMETRE:
            return self.tr("à {distance} km près").format(distance=round(metres / _KILOMETRE))
        return self.tr("à {distance} m près").format(distance=round(metres))

    def _name_map(self) -> None:
        if self.map is not None:
            self.map.setAccessibleName(f"{self._line.accessibleName()} – {self.tr('Carte')}")
            self.map.setAccessibleDescription(f"{self.note.text()} {self._how.text()}")

    @override
    def commit(self) -> None:
        super().commit()
        self._say_note()

    @override
    def set_locked(self, *, is_locked: bool) -> None:
        super().set_locked(is_locked=is_locked)
        self._is_locked = is_locked

    @override
    def describe(self, name: str, description: str) -> None:
        super().describe(name, description)
        self.map_button.setAccessibleName(f"{name} – {self.tr('Carte')}")
        self._name_map()

    @override
    def shown(self, value: str) -> str:
        return shown_place(value)

    @override
    def stored(self, text: str) -> str:
        return stored_place(text)

    @override
    def _fields(self) -> Sequence[QWidget]:
        return (self._line,)

    @override
    def _show(self, value: str) -> None:
        super()._show(value)
        if self.map is not None:
            self.map.set_pin(coordinates(value))
        self._say_note()
