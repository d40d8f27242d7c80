"""Sizes, spaces and colours of printed pages: the only place for literal numbers of style."""

from dataclasses import dataclass

# Space, in points: the scale of the screen, taken over as it is.
HAIR, SMALL, SPACE, WIDE = 4.0, 8.0, 12.0, 16.0
LARGE = 24.0

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
"""A4, in points (ISO 216)."""
MARGIN = 51.0
"""White on the left and right of a page: 18 mm."""
TOP, BOTTOM = 60.0, 57.0
"""White above and below; the running head and the foot stand in it."""
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN

LABEL_SHARE = 0.36
"""Part of the width that the labels take."""
GUTTER = 14.0
"""White between a label and its answer."""

LINE, LINE_ARABIC = 1.42, 1.62
"""Height of a line, in sizes of its type; Arabic needs room above and below."""
ARABIC_SCALE = 1.18
"""Naskh letters are drawn smaller in their square than Latin ones: so they look of one size."""

ROW_GAP = 6.0
"""White between two rows, in points."""

RULE = 0.5
"""Thickness of a hairline, in points."""

INK = "#1b2528"
QUIET = "#56646a"
"""Labels and small print: 6:1 on white."""
LINE_COLOUR = "#ccd5d8"
ACCENT = "#0b5a66"
"""Deep green-blue; 7.6:1 on white, and dark when printed in grey."""
TINT = "#f1f5f6"
ALARM = "#7a4f00"
"""Words of warning: 6.8:1 on white."""
SHADOW = "#efe9dc"
"""A word that lies under the whole page: text above it stays at 4.5:1 and more, also printed in grey."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a piece of text looks."""

    size: float
    colour: str = INK
    is_bold: bool = False


TITLE = TextStyle(20, is_bold=True)
SUBTITLE = TextStyle(13, QUIET)
HEADING = TextStyle(12, ACCENT, is_bold=True)
CARD_TITLE = TextStyle(9.5, is_bold=True)
LABEL = TextStyle(8.5, QUIET)
BODY = TextStyle(9.5)
SMALL_PRINT = TextStyle(7.5, QUIET)
OVERLINE = TextStyle(8, ACCENT, is_bold=True)
WARNING = TextStyle(8.5, ALARM, is_bold=True)
UNDERLAY = TextStyle(76, SHADOW, is_bold=True)
"""One word across a page, from edge to edge."""
