"""The tokens of the window's look: every size and every colour stands here and nowhere else in `ui`.

Sizes are read at the zoom of the moment: one that is kept in a constant of a module would stay as it was.
"""

from dataclasses import dataclass, fields

ZOOMS = (100, 110, 125, 150, 175, 200)
"""How large everything may be shown, in percent."""


class Measure:
    """A size at 100 %; whoever reads it from its class gets it as it is at the zoom of the moment."""

    percent = ZOOMS[0]
    """One for the whole window, as its fonts and its palette are Qt's own for the whole application."""

    def __init__(self, pixels: int) -> None:
        self.pixels = pixels

    def __get__(self, instance: object, owner: type | None = None) -> int:
        return round(self.pixels * Measure.percent / 100)


def measures(scale: type) -> dict[str, int]:
    """Return the sizes of a scale by their names, at the zoom of the moment."""
    return {name: getattr(scale, name) for name, value in vars(scale).items() if isinstance(value, Measure)}


class Space:
    """Distances, in device-independent pixels."""

    HAIR = Measure(1)
    FOCUS = Measure(2)
    XXS = Measure(4)
    XS = Measure(8)
    S = Measure(12)
    M = Measure(16)
    L = Measure(24)
    XL = Measure(32)
    XXL = Measure(48)


class Type:
    """Sizes of type, in device-independent pixels."""

    SMALL = Measure(12)
    DENSE = Measure(13)
    BODY = Measure(14)
    LEAD = Measure(16)
    TITLE = Measure(20)
    DISPLAY = Measure(28)


class Size:
    """Measures of things."""

    RADIUS = Measure(6)
    ROW = Measure(44)
    FIELD = Measure(36)
    TOUCH = Measure(32)
    ICON = Measure(16)
    ICON_LARGE = Measure(20)
    ICON_EMPTY = Measure(48)
    INDICATOR = Measure(18)
    READING = Measure(720)
    """Greatest width of a form: a line the eye can come back from."""
    REPORT = Measure(960)
    """Greatest width of a list in which each row is a short text of its own."""
    HOME = Measure(1180)
    """Greatest width of the page one comes home to: two columns, each as wide as its sentences."""
    COLUMN = Measure(332)
    """Half of a form's width: labels that fit stand in two columns."""
    NARROW = Measure(200)
    """Width of a field for a number, a date or a time."""
    NAVIGATOR = Measure(272)
    PANEL = Measure(320)
    CARD = Measure(460)
    HEADER = Measure(56)
    PAD_WIDTH = Measure(480)
    PAD_HEIGHT = Measure(160)
    PREVIEW = Measure(160)
    MAP = Measure(400)
    LIST = Measure(252)
    FILTER_VALUE = Measure(128)
    """Greatest width of what was chosen in a filter; the whole of it is in its tooltip."""
    COLUMN_FORM = Measure(210)
    COLUMN_STATUS = Measure(130)
    COLUMN_TRANSMISSION = Measure(264)
    COLUMN_CHANGED = Measure(168)
    WINDOW_WIDTH = 1240
    """These four are of the screen and do not grow."""
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
