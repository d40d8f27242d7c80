"""The page a recovery key is kept on: the key in groups of letters, the same as a QR code, and what to do with it."""

import io
from dataclasses import dataclass, field
from datetime import UTC, datetime

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from fieldapp.exports.bidi import LTR, RTL
from fieldapp.exports.look import (
    ACCENT,
    BODY,
    HEADING,
    INK,
    LARGE,
    LINE_COLOUR,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RULE,
    SPACE,
    SUBTITLE,
    TEXT_WIDTH,
    TITLE,
    TOP,
    WIDE,
    TextStyle,
)
from fieldapp.exports.text_flow import Align, draw_lines, lay_out, side_of
from fieldapp.exports.values import moment_in_words
from fieldapp.exports.words import Words, words_of

_KEY_FONT, _KEY_SIZE, _KEY_LEADING = "Courier-Bold", 15.0, 22.0
"""A type of one width that parts O from 0; every reader of PDF has it, and the key is plain ASCII."""
_GROUP, _GROUPS_A_LINE = 5, 5
"""Letters of a group and groups of a line: what an eye keeps in mind from paper to keyboard."""
_QR = 150.0
"""Side of the QR code, in points: 53 mm, read by any telephone."""


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on the page."""

    secret: str = field(repr=False)
    name: str
    """Of the workspace it opens."""
    made_at: datetime
    language: str = "fr"


def render_recovery_sheet(sheet: RecoverySheet) -> bytes:
    """Return the page as a PDF of one A4 page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, lang=sheet.language)
    stamp = sheet.made_at.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")
    canvas.setDateFormatter(lambda *_: stamp)
    page = _Page(canvas, words_of(sheet.language))
    canvas.setTitle(page.words.say("recovery_title"))
    page.text(page.words.say("recovery_title"), TITLE)
    moment = moment_in_words(sheet.made_at, sheet.language)
    page.text(page.words.say("recovery_of", space=sheet.name), SUBTITLE)
    page.text(moment, SUBTITLE)
    page.rule()
    page.text(page.words.say("recovery_key"), HEADING)
    page.key(sheet.secret)
    page.qr(sheet.secret)
    page.text(page.words.say("recovery_use"), HEADING)
    for number in range(1, 5):
        page.text(f"{number}. {page.words.say(f'recovery_step_{number}')}", TextStyle(BODY.size + 1))
    page.rule()
    page.text(page.words.say("recovery_keep"), TextStyle(BODY.size + 1, is_bold=True))
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def key_lines(secret: str) -> list[str]:
    """Return a key in groups of letters, some groups a line."""
    groups = [secret[start : start + _GROUP] for start in range(0, len(secret), _GROUP)]
    return [" ".join(groups[at : at + _GROUPS_A_LINE]) for at in range(0, len(groups), _GROUPS_A_LINE)]


class _Page:
    """Sets one thing below the other."""

    def __init__(self, canvas: Canvas, words: Words) -> None:
        self._canvas = canvas
        self.words = words
        self._direction = RTL if words.language == "ar" else LTR
        self._top = PAGE_HEIGHT - TOP

    def text(self, text: str, style: TextStyle) -> None:
        block = lay_out(text, style, TEXT_WIDTH, base=self._direction)
        side = side_of(Align.START, self._direction)
        draw_lines(
            self._canvas, block.lines, block=block, x=MARGIN, top=self._top, width=TEXT_WIDTH, align=side
        )
        self._top -= block.height + SPACE / 2

    def rule(self) -> None:
        self._top -= SPACE
        self._canvas.setStrokeColor(HexColor(LINE_COLOUR))
        self._canvas.setLineWidth(RULE)
        self._canvas.line(MARGIN, self._top, PAGE_WIDTH - MARGIN, self._top)
        self._top -= WIDE

    def key(self, secret: str) -> None:
        lines = key_lines(secret)
        self._canvas.setStrokeColor(HexColor(ACCENT))
        height = len(lines) * _KEY_LEADING + SPACE
        self._canvas.roundRect(MARGIN, self._top - height, TEXT_WIDTH, height, 6)
        self._canvas.setFillColor(HexColor(INK))
        self._canvas.setFont(_KEY_FONT, _KEY_SIZE)
        for number, line in enumerate(lines, 1):
            self._canvas.drawCentredString(PAGE_WIDTH / 2, self._top - number * _KEY_LEADING, line)
        self._top -= height + LARGE

    def qr(self, secret: str) -> None:
        """Draw the code square by square: no picture file, nothing on the disk."""
        import segno

        matrix = segno.make(secret, error="q", micro=False).matrix
        side = _QR / len(matrix)
        left = (PAGE_WIDTH - _QR) / 2
        self._canvas.setFillColor(HexColor("#000000"))
        for row, line in enumerate(matrix):
            for column, is_dark in enumerate(line):
                if is_dark:
                    bottom = self._top - (row + 1) * side
                    self._canvas.rect(left + column * side, bottom, side, side, stroke=0, fill=1)
        self._top -= _QR + LARGE
