"""The page of a fiche: white around, a running head from the second page on, and a foot with page x / y."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, BinaryIO

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from typing_extensions import override

from fieldapp.exports.bidi import LTR, RTL
from fieldapp.exports.fonts import font_named
from fieldapp.exports.look import (
    BOTTOM,
    LINE_COLOUR,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RULE,
    SMALL,
    SMALL_PRINT,
    SPACE,
    TEXT_WIDTH,
    TOP,
    UNDERLAY,
    WARNING,
)
from fieldapp.exports.text_flow import Align, draw_lines, lay_out, side_of

_FOOT_BASE = BOTTOM - SPACE
_LARGER = 2.0
"""A short word is set larger, up to this."""
_SLOPE = 52.0
"""Of the word under a page, in degrees: a little less than the diagonal of A4."""


@dataclass(frozen=True, slots=True)
class Marginalia:
    """What stands in the white of every page."""

    direction: int
    head: str
    """Title, from the second page on."""
    head_end: str
    foot: tuple[tuple[str, int], ...]
    """Words and numbers of the foot with their own directions, in reading order."""
    page_word: str
    underlay: str = ""
    """One word below everything on every page: what nobody may take for real says so; blank otherwise."""
    warning: str = ""
    """The same in a sentence above every page."""


def document_of(out: BinaryIO, *, title: str, subject: str, language: str) -> BaseDocTemplate:
    """Return an A4 document with one frame in its white; the same content gives the same bytes."""
    document = BaseDocTemplate(
        out,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        invariant=1,
        title=title,
        subject=subject,
        author="fieldapp",
        creator="fieldapp",
        lang=language,
    )
    frame = Frame(MARGIN, BOTTOM, TEXT_WIDTH, PAGE_HEIGHT - TOP - BOTTOM, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=_underlay))
    return document


def _underlay(canvas: Canvas, _document: Any) -> None:
    """Lay a word below a page before anything else is drawn on it."""
    assert isinstance(canvas, FicheCanvas)
    notes = canvas.marginalia
    if not notes.underlay:
        return
    narrow = lay_out(notes.underlay, UNDERLAY, PAGE_HEIGHT, base=notes.direction)
    larger = replace(UNDERLAY, size=UNDERLAY.size * min(_LARGER, PAGE_WIDTH / narrow.width))
    block = lay_out(notes.underlay, larger, PAGE_HEIGHT, base=notes.direction)
    canvas.saveState()
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(_SLOPE if notes.direction == LTR else -_SLOPE)
    width = PAGE_HEIGHT
    draw_lines(
        canvas, block.lines, block=block, x=-width / 2, top=block.height / 2, width=width, align="centre"
    )
    canvas.restoreState()


class FicheCanvas(Canvas):
    """A canvas that writes the foot when it knows how many pages there are."""

    marginalia: Marginalia

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._pages: list[dict[str, Any]] = []

    @override
    def showPage(self) -> None:
        self._pages.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]

    @override
    def save(self) -> None:
        pages = self._pages
        for number, state in enumerate(pages, 1):
            self.__dict__.update(state)
            self._furnish(number, len(pages))
            super().showPage()
        super().save()

    def _furnish(self, number: int, count: int) -> None:
        notes = self.marginalia
        if notes.warning:
            block = lay_out(notes.warning, WARNING, TEXT_WIDTH, base=notes.direction)
            draw_lines(
                self,
                block.lines[:1],
                block=block,
                x=MARGIN,
                top=PAGE_HEIGHT - SMALL,
                width=TEXT_WIDTH,
                align="centre",
            )
        self._rule(_FOOT_BASE)
        self._in_order(notes.foot, top=_FOOT_BASE - SMALL / 2)
        pages = ((notes.page_word, notes.direction), (f"{number} / {count}", LTR))
        self._in_order(pages, top=_FOOT_BASE - SMALL / 2, is_end=True)
        if number > 1:
            top = PAGE_HEIGHT - 30
            self._words(notes.head, Align.START, top, None)
            self._words(notes.head_end, Align.END, top, notes.direction)
            self._rule(top - SPACE - SMALL / 2)

    def _rule(self, y: float) -> None:
        self.setStrokeColor(HexColor(LINE_COLOUR))
        self.setLineWidth(RULE)
        self.line(MARGIN, y, PAGE_WIDTH - MARGIN, y)

    def _words(self, text: str, align: Align, top: float, base: int | None) -> None:
        room = TEXT_WIDTH * (0.7 if align is Align.START else 0.3) - SMALL
        block = lay_out(text, SMALL_PRINT, room, base=base)
        side = side_of(align, self.marginalia.direction)
        x = MARGIN if side == "left" else PAGE_WIDTH - MARGIN - room
        draw_lines(self, block.lines[:1], block=block, x=x, top=top, width=room, align=side)

    def _in_order(self, parts: tuple[tuple[str, int], ...], *, top: float, is_end: bool = False) -> None:
        """Draw short texts one after the other in the page's direction, each in its own."""
        blocks = [lay_out(text, SMALL_PRINT, TEXT_WIDTH, base=base) for text, base in parts]
        gap = SMALL_PRINT.size * 0.4
        whole = sum(block.width for block in blocks) + gap * (len(blocks) - 1)
        is_ltr = self.marginalia.direction == LTR
        x = MARGIN if is_ltr is not is_end else PAGE_WIDTH - MARGIN - whole
        for block in blocks if is_ltr else blocks[::-1]:
            draw_lines(self, block.lines[:1], block=block, x=x, top=top, width=block.width, align="left")
            x += block.width + gap


def dress_canvas(marginalia: Marginalia, at: datetime, *args: Any, **options: Any) -> FicheCanvas:
    """Return the canvas of a document made at a moment, with what stands in the white of its pages."""
    options |= {"pdfVersion": (1, 7), "initialFontName": font_named("NotoSans-Regular").fontName}
    canvas = FicheCanvas(*args, **options)
    canvas.marginalia = marginalia
    stamp = at.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")
    canvas.setDateFormatter(lambda *_: stamp)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if marginalia.direction == RTL:
        canvas.setViewerPreference("Direction", "R2L")
    return canvas
