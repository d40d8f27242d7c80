"""The tokens of the window's look: every size and every colour stands here and nowhere else in `ui`."""

from dataclasses import dataclass, fields
from enum import IntEnum


class Space(IntEnum):
    """Distances, in device-independent pixels."""

    HAIR = 1
    FOCUS = 2
    XXS = 4
    XS = 8
    S = 12
    M = 16
    L = 24
    XL = 32
    XXL = 48


class Type(IntEnum):
    """Sizes of type, in device-independent pixels."""

    SMALL = 12
    DENSE = 13
    BODY = 14
    LEAD = 16
    TITLE = 20
    DISPLAY = 28


class Size(IntEnum):
    """Measures of things."""

    RADIUS = 6
    ROW = 44
    FIELD = 36
    TOUCH = 32
    ICON = 16
    ICON_LARGE = 20
    ICON_EMPTY = 48
    INDICATOR = 18
    READING = 720
    """Greatest width of a form: a line the eye can come back from."""
    REPORT = 960
    """Greatest width of a list in which each row is a short text of its own."""
    COLUMN = 332
    """Half of a form's width: labels that fit stand in two columns."""
    NARROW = 200
    """Width of a field for a number, a date or a time."""
    NAVIGATOR = 272
    PANEL = 320
    CARD = 460
    HEADER = 56
    PAD_WIDTH = 480
    PAD_HEIGHT = 160
    PREVIEW = 160
    LIST = 252
    FILTER_VALUE = 128
    """Greatest width of what was chosen in a filter; the whole of it is in its tooltip."""
    COLUMN_FORM = 210
    COLUMN_STATUS = 130
    COLUMN_TRANSMISSION = 264
    COLUMN_CHANGED = 168
    WINDOW_WIDTH = 1240
    WINDOW_HEIGHT = 720
    WINDOW_LEAST_WIDTH = 900
    WINDOW_LEAST_HEIGHT = 560


REGULAR = 400
SEMIBOLD = 600
STROKE = "1.75"
"""Width of the lines of an icon, in the 24 units of its drawing."""
LINE_HEIGHT = 107
"""Distance of the lines of a running text, in hundredths of what the face brings itself (1.36): 1.45 in all."""
MOTION_MS = 120
FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Noto Naskh Arabic", "Noto Sans Tifinagh", "DejaVu Sans")
"""Faces by script, the first that has a glyph gives it; the Naskh ships with the program, DejaVu Sans has them all."""


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours, light or dark. A meaning is never only a colour: an icon or a word stands beside."""

    surface: str
    """What is written on: fields, cards, the list."""
    page: str
    """What lies behind."""
    sunken: str
    """Headers of tables, read-only fields, hovered rows."""
    hairline: str
    """Decoration only: separates what space separates already."""
    faint: str
    """Disabled things, which need no contrast."""
    line: str
    """Borders of fields and icons that mean something: 3:1."""
    quiet: str
    """Hints and secondary words: 4.5:1."""
    strong: str
    text: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    progress: str
    progress_soft: str
    attention: str
    attention_soft: str
    problem: str
    problem_soft: str
    done: str
    done_soft: str
    ink: str = "#10243F"
    """The pen of the drawn signature, on its white sheet in both looks."""
    sheet: str = "#FFFFFF"


LIGHT = Colours(
    surface="#FFFFFF",
    page="#F5F7F7",
    sunken="#EDF1F1",
    hairline="#DFE5E6",
    faint="#A9B5B8",
    line="#748388",
    quiet="#536166",
    strong="#36444A",
    text="#182327",
    accent="#0A5C68",
    accent_strong="#07454E",
    accent_soft="#E0EFF1",
    on_accent="#FFFFFF",
    progress="#1F5A9E",
    progress_soft="#E6EFF9",
    attention="#7A4F00",
    attention_soft="#FDF2DA",
    problem="#A8201A",
    problem_soft="#FBEAE8",
    done="#1B6338",
    done_soft="#E4F2E8",
)

DARK = Colours(
    surface="#182125",
    page="#10171A",
    sunken="#212C31",
    hairline="#2D3A40",
    faint="#55646A",
    line="#82929A",
    quiet="#A9B7BC",
    strong="#CBD5D8",
    text="#EAF0F1",
    accent="#6CCBD7",
    accent_strong="#92DCE5",
    accent_soft="#123A41",
    on_accent="#05262B",
    progress="#8DBBF0",
    progress_soft="#16304F",
    attention="#EDBE62",
    attention_soft="#3D2E0C",
    problem="#FF9C94",
    problem_soft="#47201D",
    done="#86D3A1",
    done_soft="#16381F",
)

TEXT_PAIRS = (
    ("text", "surface"),
    ("text", "page"),
    ("text", "sunken"),
    ("text", "accent_soft"),
    ("strong", "page"),
    ("quiet", "surface"),
    ("quiet", "page"),
    ("quiet", "sunken"),
    ("accent", "surface"),
    ("accent", "page"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    *(
        (meaning, ground)
        for meaning in ("progress", "attention", "problem", "done")
        for ground in ("surface", "page")
    ),
    *((meaning, f"{meaning}_soft") for meaning in ("progress", "attention", "problem", "done")),
    *(("text", f"{meaning}_soft") for meaning in ("progress", "attention", "problem", "done")),
)
"""Which colour is written on which; each pair is at least 4.5:1 in both looks (tested)."""

LINE_PAIRS = (
    ("line", "surface"),
    ("line", "page"),
    ("accent", "surface"),
    ("accent", "page"),
    ("ink", "sheet"),
)
"""Lines and icons that mean something; each pair is at least 3:1 (tested)."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours as WCAG 2.2 defines it, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def colour_names() -> list[str]:
    """Return the names of the colours, for the style sheet."""
    return [field.name for field in fields(Colours)]


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
