"""A map of Morocco's regions and provinces, drawn without a network: a cross is moved by mouse or arrow keys."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from fieldapp.ui.look import current_colours, font
from fieldapp.ui.theme import Size, Space, Type
from fieldapp.ui.widgets.morocco import Border, Country, Line, Province, morocco

_FLATTENING = math.cos(math.radians(29.0))
"""A degree of longitude beside one of latitude, in the middle of the country."""
_METRES = 111_320.0
"""Metres in a degree of latitude."""
_STEP, _FINE = 16, 1
"""Pixels that an arrow key moves the cross; with Shift."""
_ZOOM = 1.5
_SOURCE = "\u2066© OpenStreetMap, HCP\u2069"
_CLOSEST = 40_000.0
"""Pixels for a degree: three metres a pixel."""
_HAND = 4.0
"""Pixels by which a hand misses a place: how far the answer may be off."""
_WIDTHS = {0: 0.75, 1: 1.25, 2: 1.75}
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CLOSER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_FARTHER = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class MapView(QWidget):
    """The country under a cross. The map itself is never mirrored: west is left in every language.

    Signals:
        taken: A person chose the place under the cross.
        moved: The cross came elsewhere, or the map nearer.
        closed: The person is done with the map.
    """

    taken = Signal()
    moved = Signal()
    closed = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._country: Country = morocco()
        self._lands = [(each, _path(each.rings)) for each in self._country.provinces]
        self._middles = {each.code: _point(*each.middle) for each in self._country.provinces}
        self._lines = {rank: _lines(self._country.borders, rank) for rank in _WIDTHS}
        self._middle = QPointF()
        self._scale = 0.0
        self._cross = QPointF()
        self._pin: QPointF | None = None
        self._pressed: QPointF | None = None
        self._is_dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(Size.MAP)
        self.setMinimumWidth(Size.NARROW)
        self.show_all()

    @property
    def place(self) -> tuple[float, float]:
        """Latitude and longitude under the cross."""
        return -self._cross.y(), self._cross.x() / _FLATTENING

    @property
    def accuracy(self) -> float:
        """How far the place may be off, in metres, at this scale."""
        return _HAND * _METRES / self._scale

    @property
    def is_on_pin(self) -> bool:
        """Whether the cross stands where the answer is."""
        return self._pin is not None and self._pin == self._cross

    @property
    def province(self) -> Province | None:
        """The province under the cross."""
        latitude, longitude = self.place
        return self._country.province_at(longitude, latitude)

    def set_language(self, language: str) -> None:
        """Write the names of provinces in another language."""
        self._language = language
        self.update()

    def show_all(self) -> None:
        """Show the whole country."""
        west, south, east, north = self._country.box
        self._middle = _point((west + east) / 2, (south + north) / 2)
        self._cross = QPointF(self._middle)
        self._scale = self._whole()
        self.update()

    def set_pin(self, place: tuple[float, float] | None) -> None:
        """Show a place that was answered, and put the cross on it; without one the country as it is."""
        self._pin = None if place is None else _point(place[1], place[0])
        if self._pin is not None:
            self._cross = QPointF(self._pin)
            if not self._inside().contains(self._on_screen(self._pin)):
                self._middle = QPointF(self._pin)
        self.update()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Come nearer or go farther, keeping a place of the screen where it is."""
        fixed = self._on_screen(self._cross) if about is None else about
        before = self._on_land(fixed)
        self._scale = max(self._whole() * 0.9, min(self._scale * factor, _CLOSEST))
        self._middle += before - self._on_land(fixed)
        self.update()
        self.moved.emit()

    def _whole(self) -> float:
        """Return the scale at which the country fills the view."""
        west, south, east, north = self._country.box
        wide = max(self.width() - 2 * Space.M, 1) / ((east - west) * _FLATTENING)
        return min(wide, max(self.height() - 2 * Space.M, 1) / (north - south))

    def _transform(self) -> QTransform:
        made = QTransform.fromTranslate(self.width() / 2, self.height() / 2)
        made.scale(self._scale, self._scale)
        return made.translate(-self._middle.x(), -self._middle.y())

    def _on_screen(self, point: QPointF) -> QPointF:
        return self._transform().map(point)

    def _on_land(self, point: QPointF) -> QPointF:
        return self._transform().inverted()[0].map(point)

    def _inside(self) -> QRectF:
        return QRectF(self.rect()).adjusted(Space.L, Space.L, -Space.L, -Space.L)

    def _move(self, dx: float, dy: float) -> None:
        """Move the cross by pixels; the map follows when it comes to the edge."""
        self._cross += QPointF(dx, dy) / self._scale
        at, inside = self._on_screen(self._cross), self._inside()
        over = QPointF(
            at.x() - min(max(at.x(), inside.left()), inside.right()),
            at.y() - min(max(at.y(), inside.top()), inside.bottom()),
        )
        self._middle += over / self._scale
        self.update()
        self.moved.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            step = _FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            self._move(_ARROWS[key][0] * step, _ARROWS[key][1] * step)
        elif key in _CLOSER or key in _FARTHER:
            self.zoom(_ZOOM if key in _CLOSER else 1 / _ZOOM)
        elif key in _TAKING:
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed, self._is_dragged = event.position(), False

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position() - self._pressed
        if self._is_dragged or way.manhattanLength() > Space.XS:
            self._is_dragged = True
            self._pressed = event.position()
            self._middle -= way / self._scale
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._is_dragged:
            self._cross = self._on_land(event.position())
            self.update()
            self.taken.emit()
        self._pressed = None

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl alone: without it the page below scrolls, as everywhere."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoom(_ZOOM if event.angleDelta().y() > 0 else 1 / _ZOOM, event.position())
            event.accept()
        else:
            event.ignore()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._scale < self._whole() or event.oldSize().width() <= 0:
            self._scale = max(self._scale, self._whole())
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = current_colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Size.RADIUS, Size.RADIUS)
        painter.fillPath(frame, QColor(colours.sunken))
        painter.save()
        painter.setClipPath(frame)
        painter.setTransform(self._transform(), combine=True)
        self._paint_land(painter)
        painter.restore()
        self._paint_names(painter)
        self._paint_source(painter)
        self._paint_marks(painter)
        has_focus = self.hasFocus()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(QColor(colours.accent if has_focus else colours.line), Space.FOCUS if has_focus else 1)
        )
        painter.drawPath(frame)

    def _paint_land(self, painter: QPainter) -> None:
        colours, under = current_colours(), self.province
        for province, path in self._lands:
            is_under = under is not None and province.code == under.code
            painter.fillPath(path, QColor(colours.accent_soft if is_under else colours.surface))
        for rank, path in self._lines.items():
            pen = QPen(QColor(colours.line if rank else colours.faint), _WIDTHS[rank])
            pen.setCosmetic(True)
            painter.strokePath(path, pen)

    def _paint_names(self, painter: QPainter) -> None:
        """Write the names of provinces that have room for theirs, none over another."""
        painter.setFont(font(Type.SMALL))
        painter.setPen(QColor(current_colours().quiet))
        metrics, transform = QFontMetricsF(painter.font()), self._transform()
        written: list[QRectF] = []
        for province, path in self._lands:
            name = province.names.get(self._language, province.names["fr"])
            place = QRectF(0, 0, metrics.horizontalAdvance(name) + Space.XS, metrics.height())
            place.moveCenter(transform.map(self._middles[province.code]))
            has_room = transform.mapRect(path.boundingRect()).width() > place.width() + Space.XS
            is_free = not any(place.intersects(other) for other in written)
            if has_room and is_free and QRectF(self.rect()).contains(place):
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)
                written.append(place)

    def _paint_source(self, painter: QPainter) -> None:
        place = QRectF(self.rect()).adjusted(Space.XS, 0, -Space.XS, -Space.XXS)
        where = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(place, where, _SOURCE)

    def _paint_marks(self, painter: QPainter) -> None:
        colours = current_colours()
        painter.setBrush(QColor(colours.accent))
        painter.setPen(QPen(QColor(colours.surface), Space.FOCUS))
        if self._pin is not None:
            painter.drawEllipse(self._on_screen(self._pin), Space.XS - 1, Space.XS - 1)
        at = self._on_screen(self._cross)
        for colour, width in ((colours.surface, 3.5), (colours.strong, 1.5)):
            painter.setPen(QPen(QColor(colour), width))
            for dx, dy in ((1, 0), (0, 1)):
                for way in (-1, 1):
                    begin = QPointF(dx, dy) * way
                    painter.drawLine(at + begin * Space.XXS, at + begin * Space.M)


def _point(longitude: float, latitude: float) -> QPointF:
    return QPointF(longitude * _FLATTENING, -latitude)


def _path(rings: tuple[Line, ...]) -> QPainterPath:
    path = QPainterPath()
    for ring in rings:
        path.addPolygon(QPolygonF([_point(*point) for point in ring]))
    return path


def _lines(borders: tuple[Border, ...], rank: int) -> QPainterPath:
    path = QPainterPath()
    for border in borders:
        if border.rank == rank:
            path.addPolygon(QPolygonF([_point(*point) for point in border.line]))
    return path
