"""The look as Qt's objects: fonts, palettes, and which colours a palette was made from."""

from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from fieldapp.ui.theme import DARK, FAMILIES, LIGHT, REGULAR, SEMIBOLD, Colours

_MIDDLE = 128
"""Lightness that parts a light window from a dark one."""

_ROLES = {
    QPalette.ColorRole.Window: "page",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Mid: "hairline",
    QPalette.ColorRole.Dark: "line",
}


def colours_of(palette: QPalette) -> Colours:
    """Return the set of colours that a palette was made from."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < _MIDDLE else LIGHT


def current_colours() -> Colours:
    """Return the colours the application wears now; a widget's own palette may be bent by the style sheet."""
    return colours_of(QGuiApplication.palette())


def font(size: int, *, is_strong: bool = False) -> QFont:
    """Return the window's font at a size of the scale of type."""
    made = QFont(list(FAMILIES))
    made.setPixelSize(size)
    made.setWeight(QFont.Weight(SEMIBOLD if is_strong else REGULAR))
    return made


def load_fonts(folder: Path) -> int:
    """Make the faces that ship with the program known to Qt; returns how many it took."""
    return sum(QFontDatabase.addApplicationFont(str(file)) >= 0 for file in sorted(folder.glob("*.ttf")))


def palette_of(colours: Colours) -> QPalette:
    """Return the palette made from a set of colours."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(colours, name)))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.quiet))
    return palette
