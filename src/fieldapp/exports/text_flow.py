"""Text on paper in any mixture of Arabic and French: broken into lines, ordered, shaped, and drawn.

A paragraph's levels are worked out once for all of it; each line is then ordered by itself, as UAX #9 asks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Any

from reportlab.platypus import Flowable
from typing_extensions import override

from fieldapp.exports.bidi import LTR, RTL, base_of, has_rtl, levels_of, plain, visual_runs
from fieldapp.exports.fonts import Shaped, font_named, shape, width_of
from fieldapp.exports.look import LINE, LINE_ARABIC, TextStyle

_BEFORE_SIGN = re.compile(r" (?=[?!:;»%](?:\s|$))|(?<=«) ")
_ADDRESS_SIGNS = "/-_.?&=@"
_KEEP_TOGETHER = 2
"""Fewest lines of a paragraph before and after a page break."""


class Align(StrEnum):
    """Where a line stands in its column; start and end follow the page's direction."""

    START = "start"
    END = "end"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Line:
    """One line, its parts from left to right."""

    parts: tuple[Shaped, ...]
    width: float


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A text laid out in a width."""

    lines: tuple[Line, ...]
    leading: float
    style: TextStyle
    base: int = LTR
    """Direction of the first paragraph."""

    @property
    def height(self) -> float:
        """Height of all lines, in points."""
        return len(self.lines) * self.leading

    @property
    def width(self) -> float:
        """Width of the widest line."""
        return max((line.width for line in self.lines), default=0.0)


def lay_out(text: str, style: TextStyle, width: float, *, base: int | None = None) -> TextBlock:
    """Break a text into lines no wider than `width`.

    Args:
        text: May hold line ends; each paragraph has its own direction.
        style: Size, colour, weight.
        width: In points.
        base: `LTR` or `RTL`, for words of the page's own language; left out, each paragraph's first letter
            decides, as for an answer.
    """
    leading = style.size * (LINE_ARABIC if has_rtl(text) else LINE)
    paragraphs = plain(_unbroken(text)).splitlines() or [""]
    bases = [base_of(paragraph) if base is None else base for paragraph in paragraphs]
    each = zip(paragraphs, bases, strict=True)
    lines = [line for paragraph, own in each for line in _lines(paragraph, style, width, own)]
    return TextBlock(tuple(lines), leading, style, bases[0])


def _unbroken(text: str) -> str:
    """Keep French signs on the line of the word they belong to."""
    return _BEFORE_SIGN.sub("\N{NO-BREAK SPACE}", text)


def _lines(paragraph: str, style: TextStyle, width: float, base: int) -> Iterator[Line]:
    levels = levels_of(paragraph, base) if base == RTL or has_rtl(paragraph) else [LTR] * len(paragraph)
    for start, end in _breaks(paragraph, style, width):
        runs = visual_runs(paragraph[start:end], levels[start:end], base)
        parts = [
            part
            for text, level in runs
            for part in shape(text, is_bold=style.is_bold, size=style.size, is_rtl=level % 2 == 1)
        ]
        yield Line(tuple(parts), sum(part.width for part in parts))


def _breaks(paragraph: str, style: TextStyle, width: float) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends, without the blanks at its end."""
    start = end = 0
    used = 0.0
    for word_start, word_end in _pieces(paragraph, style, width):
        gap = _width(paragraph[end:word_start], style) if end > start else 0.0
        own = _width(paragraph[word_start:word_end], style)
        if end > start and used + gap + own > width:
            yield start, end
            start, used, gap = word_start, 0.0, 0.0
        start = word_start if end <= start else start
        used, end = used + gap + own, word_end
    yield start, max(start, end)


def _pieces(paragraph: str, style: TextStyle, width: float) -> Iterator[tuple[int, int]]:
    """Yield the words of a paragraph; one that is wider than the line in pieces that are not."""
    place = 0
    for word in paragraph.split(" "):
        if word:
            for begin, stop in _cut(word, style, width):
                yield place + begin, place + stop
        place += len(word) + 1


def _cut(word: str, style: TextStyle, width: float) -> Iterator[tuple[int, int]]:
    """Cut a word that is too wide: after a sign of an address if one stands in the second half of the line."""
    start = 0
    while _width(word[start:], style) > width:
        end = start + 1
        while _width(word[start : end + 1], style) <= width:
            end += 1
        sign = max(word.rfind(one, start, end) for one in _ADDRESS_SIGNS) + 1
        end = sign if sign > (start + end) // 2 else end
        yield start, end
        start = end
    yield start, len(word)


def _width(text: str, style: TextStyle) -> float:
    return width_of(text, is_bold=style.is_bold, size=style.size)


def draw_lines(
    canvas: Any, lines: Sequence[Line], *, block: TextBlock, x: float, top: float, width: float, align: str
) -> None:
    """Draw lines downwards from `top`, in a column that begins at `x`; `align` is left, right or centre."""
    canvas.setFillColor(block.style.colour)
    baseline = top - (block.leading + block.style.size * 0.72) / 2
    for line in lines:
        left = x + {"left": 0.0, "right": width - line.width, "centre": (width - line.width) / 2}[align]
        for part in line.parts:
            _draw_part(canvas, part, left, baseline)
            left += part.width
        baseline -= block.leading


def _draw_part(canvas: Any, part: Shaped, x: float, y: float) -> None:
    font_named(part.font).remember(canvas._doc, part.meanings)
    text = canvas.beginText(x, y)
    text.setFont(part.font, part.size)
    text.textOut(part.glyphs)
    canvas.drawText(text)


def side_of(align: Align, direction: int) -> str:
    """Return the side of the paper for an alignment on a page of that direction."""
    sides = ("left", "right") if direction == LTR else ("right", "left")
    return {Align.START: sides[0], Align.END: sides[1], Align.CENTRE: "centre"}[align]


class TextFlow(Flowable):
    """A text that flows over pages, never leaving a single line behind."""

    def __init__(
        self,
        text: str,
        style: TextStyle,
        *,
        direction: int,
        base: int | None = None,
        align: Align = Align.START,
        lines: tuple[Line, ...] | None = None,
    ) -> None:
        super().__init__()
        self.text, self.style, self.direction, self.base, self.align = text, style, direction, base, align
        self._given = lines

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        block = lay_out(self.text, self.style, aW, base=self.base)
        self.block = block if self._given is None else replace(block, lines=self._given)
        self.width, self.height = aW, self.block.height
        return self.width, self.height

    @override
    def split(self, aW: float, aH: float) -> list[Flowable]:
        self.wrap(aW, aH)
        fitting = lines_that_fit(len(self.block.lines), aH, self.block.leading)
        if not fitting:
            return []
        cuts = pairwise((0, fitting, len(self.block.lines)))
        return [self._part(self.block.lines[start:end]) for start, end in cuts]

    def _part(self, lines: tuple[Line, ...]) -> "TextFlow":
        return TextFlow(
            self.text, self.style, direction=self.direction, base=self.base, align=self.align, lines=lines
        )

    def draw(self) -> None:
        """Draw the lines where the page put them."""
        side = side_of(self.align, self.direction)
        draw_lines(
            self.canv, self.block.lines, block=self.block, x=0, top=self.height, width=self.width, align=side
        )


def lines_that_fit(count: int, height: float, leading: float) -> int:
    """Return how many of `count` lines may stay before a page break; 0 when the text must move as a whole."""
    fitting = min(int(height / leading), count - _KEEP_TOGETHER)
    return fitting if fitting >= _KEEP_TOGETHER else 0
