"""The rows of a fiche: a heading, a question with its answer, a picture, a small table; mirrored in Arabic."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable
from typing_extensions import override

from fieldapp.exports.bidi import LTR
from fieldapp.exports.look import (
    ACCENT,
    BODY,
    CARD_TITLE,
    GUTTER,
    HAIR,
    HEADING,
    LABEL,
    LABEL_SHARE,
    LINE_COLOUR,
    ROW_GAP,
    RULE,
    SMALL,
    SPACE,
    TextStyle,
)
from fieldapp.exports.pictures import Picture
from fieldapp.exports.text_flow import (
    Align,
    Line,
    TextBlock,
    draw_lines,
    lay_out,
    lines_that_fit,
    side_of,
)

_PICTURE_HEIGHT = 170.0
"""Tallest picture beside its label, in points: 6 cm."""
CARD_INDENT = 10.0
_CARD_RULE = 1.5
_FOREIGN_LINES, _FOREIGN_SHARE = 3, 0.75
"""From so many lines on that fill so much of the column, French on an Arabic page is set from the left, and the
other way round: a ragged beginning is hard to read."""
_BEGINNING = 3
"""Lines of a long answer that must fit for it to begin on a page."""


class Row(Flowable):
    """What all rows share: the page's direction, and columns counted from the side where reading begins."""

    def __init__(self, direction: int, *, indent: float = 0.0) -> None:
        super().__init__()
        self.direction = direction
        self.indent = indent
        self.rows_width = 0.0

    def least_height(self, width: float) -> float:
        """Return the height that must be free for the row to begin on a page."""
        return float(self.wrap(width, 0)[1])

    def put(self, lines: Sequence[Line], block: TextBlock, *, start: float, top: float, width: float) -> None:
        """Draw lines in a column that begins `start` points from the side where reading begins."""
        x = self.left_of(start, width)
        is_long = len(block.lines) >= _FOREIGN_LINES and block.width > width * _FOREIGN_SHARE
        side = side_of(Align.START, block.base if is_long else self.direction)
        draw_lines(self.canv, lines, block=block, x=x, top=top, width=width, align=side)

    def left_of(self, start: float, width: float) -> float:
        """Return where a column begins on paper."""
        return start if self.direction == LTR else self.rows_width - start - width

    def draw_card_rule(self, height: float) -> None:
        """Draw the upright line that holds the rows of a card together."""
        if self.indent:
            self.canv.setFillColor(HexColor(LINE_COLOUR))
            self.canv.rect(self.left_of(0, _CARD_RULE), 0, _CARD_RULE, height, stroke=0, fill=1)


class Heading(Row):
    """The heading of a section, over a hairline."""

    def __init__(self, title: str, direction: int) -> None:
        super().__init__(direction)
        self.title = title

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.rows_width = aW
        self.block = lay_out(self.title, HEADING, aW, base=self.direction)
        self.height = self.block.height + SPACE + HAIR + SMALL
        return aW, self.height

    def draw(self) -> None:
        """Draw the words and the line under them."""
        self.put(self.block.lines, self.block, start=0, top=self.height - SPACE, width=self.rows_width)
        self.canv.setStrokeColor(HexColor(ACCENT))
        self.canv.setLineWidth(RULE)
        self.canv.line(0, SMALL, self.rows_width, SMALL)


class CardTitle(Row):
    """The name of one site, contact or service over its rows."""

    def __init__(self, title: str, direction: int) -> None:
        super().__init__(direction, indent=CARD_INDENT)
        self.title = title

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.rows_width = aW
        self.block = lay_out(self.title, CARD_TITLE, aW - self.indent, base=self.direction)
        self.height = self.block.height + SMALL + HAIR
        return aW, self.height

    def draw(self) -> None:
        """Draw the title and the beginning of the card's line."""
        self.draw_card_rule(self.block.height + HAIR)
        width = self.rows_width - self.indent
        self.put(self.block.lines, self.block, start=self.indent, top=self.height - SMALL, width=width)


class EntryRow(Row):
    """A question and its answer, side by side; a long answer flows over pages, its label at its beginning."""

    def __init__(
        self,
        label: str,
        value: str,
        *,
        direction: int,
        base: int | None = None,
        indent: float = 0.0,
        rest: tuple[Line, ...] | None = None,
    ) -> None:
        """Make a row; `rest` holds the lines that are left of an answer begun on the page before."""
        super().__init__(direction, indent=indent)
        self.label, self.value, self.base, self._rest = label, value, base, rest

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.rows_width = aW
        self.label_width = aW * LABEL_SHARE - self.indent
        self.value_start = aW * LABEL_SHARE + GUTTER
        self.value_width = aW - self.value_start
        words = "" if self._rest is not None else self.label
        self.labels = lay_out(words, LABEL, self.label_width, base=self.direction)
        answer = lay_out(self.value, BODY, self.value_width, base=self.base)
        self.answer = answer if self._rest is None else replace(answer, lines=self._rest)
        self.height = max(self.labels.height, self.answer.height) + ROW_GAP
        return aW, self.height

    @override
    def least_height(self, width: float) -> float:
        whole = super().least_height(width)
        return min(whole, max(self.labels.height, _BEGINNING * self.answer.leading) + ROW_GAP)

    @override
    def split(self, aW: float, aH: float) -> list[Flowable]:
        self.wrap(aW, aH)
        fitting = lines_that_fit(len(self.answer.lines), aH - ROW_GAP, self.answer.leading)
        if not fitting or self.labels.height > aH - ROW_GAP:
            return []
        return [
            self._part(self.answer.lines[:fitting], is_first=True),
            self._part(self.answer.lines[fitting:]),
        ]

    def _part(self, lines: tuple[Line, ...], *, is_first: bool = False) -> "EntryRow":
        kind = _FirstPart if is_first and self._rest is None else EntryRow
        options = {"direction": self.direction, "indent": self.indent}
        return kind(self.label, self.value, base=self.base, rest=lines, **options)  # type: ignore[arg-type]

    def draw(self) -> None:
        """Draw both columns from one line."""
        self.draw_card_rule(self.height)
        top = self.height - ROW_GAP / 2
        # Label and answer stand on one baseline though their types differ in size.
        drop = (self.answer.leading - self.labels.leading) / 2 + (BODY.size - LABEL.size) * 0.36
        self.put(self.labels.lines, self.labels, start=self.indent, top=top - drop, width=self.label_width)
        self.put(self.answer.lines, self.answer, start=self.value_start, top=top, width=self.value_width)


class _FirstPart(EntryRow):
    """The beginning of an answer that goes on overleaf: it keeps the label."""

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        rest, self._rest = self._rest, None
        super().wrap(aW, aH)
        self._rest = rest
        self.answer = replace(self.answer, lines=rest or ())
        self.height = max(self.labels.height, self.answer.height) + ROW_GAP
        return aW, self.height

    @override
    def split(self, aW: float, aH: float) -> list[Flowable]:
        return []


class PictureRow(Row):
    """A picture beside its label; words in its place when there is no picture to show."""

    def __init__(
        self, label: str, picture: Picture | None, *, direction: int, instead: str, indent: float = 0.0
    ) -> None:
        super().__init__(direction, indent=indent)
        self.label, self.picture, self.instead = label, picture, instead

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.rows_width = aW
        self.label_width = aW * LABEL_SHARE - self.indent
        self.value_start = aW * LABEL_SHARE + GUTTER
        room = aW - self.value_start
        self.labels = lay_out(self.label, LABEL, self.label_width, base=self.direction)
        self.missing = lay_out("" if self.picture else self.instead, LABEL, room, base=self.direction)
        self.picture_size = fitted(self.picture, room, _PICTURE_HEIGHT) if self.picture else (room, 0.0)
        self.height = max(self.labels.height, self.picture_size[1], self.missing.height) + SPACE
        return aW, self.height

    def draw(self) -> None:
        """Draw the label and the picture, both from the top."""
        self.draw_card_rule(self.height)
        top, (width, height) = self.height - HAIR, self.picture_size
        self.put(self.labels.lines, self.labels, start=self.indent, top=top, width=self.label_width)
        if self.picture is None:
            self.put(self.missing.lines, self.missing, start=self.value_start, top=top, width=width)
        else:
            left = self.left_of(self.value_start, width)
            self.canv.drawImage(self.picture.reader, left, top - height, width, height)


class GridRow(Row):
    """A row of a small table, over a hairline; its columns run from the side where reading begins."""

    def __init__(
        self, cells: Sequence[str], shares: Sequence[float], *, direction: int, style: TextStyle = BODY
    ) -> None:
        super().__init__(direction)
        self.cells, self.shares, self.style = cells, shares, style

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.rows_width = aW
        self.widths = [share * (aW - GUTTER * (len(self.shares) - 1)) for share in self.shares]
        base = self.direction if self.style is not BODY else None
        cells = zip(self.cells, self.widths, strict=True)
        self.blocks = [lay_out(text, self.style, width, base=base) for text, width in cells]
        self.height = max(block.height for block in self.blocks) + SMALL
        return aW, self.height

    def draw(self) -> None:
        """Draw the cells and the line under them."""
        start = 0.0
        for block, width in zip(self.blocks, self.widths, strict=True):
            self.put(block.lines, block, start=start, top=self.height - HAIR, width=width)
            start += width + GUTTER
        self.canv.setStrokeColor(HexColor(LINE_COLOUR))
        self.canv.setLineWidth(RULE)
        self.canv.line(0, 0, self.rows_width, 0)


def fitted(picture: Picture, width: float, height: float) -> tuple[float, float]:
    """Return the largest size of a picture that fits in a box."""
    fitting = min(width, height / picture.ratio)
    return fitting, fitting * picture.ratio


def height_of(rows: Sequence[Row], width: float) -> float:
    """Return the height of rows one under the other."""
    return sum(float(row.wrap(width, 0)[1]) for row in rows)


def least_height_of(rows: Sequence[Row], width: float) -> float:
    """Return the height that must be free for rows to begin on a page together."""
    return sum(row.least_height(width) for row in rows)
