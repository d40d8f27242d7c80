"""Icons: Lucide drawings, tinted with the colours of the look and mirrored where they point in Arabic."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.base.paths import resources
from fieldapp.ui.look import current_colours
from fieldapp.ui.theme import STROKE, Measure, Size, Space

POINTING = frozenset({"arrow-left", "chevron-right", "undo-2", "redo-2", "send", "rotate-ccw"})
"""Icons that point along the line of reading, and so turn round in Arabic."""


def icon(name: str, colour: str = "strong") -> QIcon:
    """Return an icon in one of the look's colours (a field of `theme.Colours`)."""
    return _tinted(name, colour, gap=0)


def icon_beside_words(name: str, colour: str = "strong") -> QIcon:
    """Return an icon with room towards the words of a button, which Qt sets too close."""
    return _tinted(name, colour, gap=-Space.XS if _is_rtl() else Space.XS)


def pixmap(name: str, colour: str, size: int, *, widget: QWidget | None = None) -> QPixmap:
    """Return a picture of an icon for a label, sharp on the widget's screen."""
    ratio = widget.devicePixelRatioF() if widget else 1.0
    made = icon(name, colour).pixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    return made


def drawing(name: str, colour: str) -> bytes:
    """Return the SVG of an icon in a colour written as Qt and SVG write it."""
    text = (resources() / "icons" / f"{name}.svg").read_text("utf-8")
    return (
        text.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{STROKE}"').encode()
    )


def _is_rtl() -> bool:
    return QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _tinted(name: str, colour: str, *, gap: int) -> QIcon:
    is_mirrored = _is_rtl() and name in POINTING
    return _icon(
        name, getattr(current_colours(), colour), is_mirrored=is_mirrored, gap=gap, percent=Measure.percent
    )


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, *, is_mirrored: bool, gap: int, percent: int) -> QIcon:  # noqa: ARG001 - a key
    renderer = QSvgRenderer(QByteArray(drawing(name, colour)))
    made = QIcon()
    for size in (Size.ICON, Size.ICON_LARGE, 2 * Size.ICON, 2 * Size.ICON_LARGE, 2 * Size.ICON_EMPTY):
        room = gap * size // Size.ICON
        picture = QPixmap(size + abs(room), size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.translate(max(-room, 0), 0)
        if is_mirrored:
            painter.translate(size, 0)
            painter.scale(-1, 1)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(picture)
    return made
