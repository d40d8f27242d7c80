"""The visible seal: a page of its own, as large as its place, saying who sealed the document and when."""

import io
from datetime import UTC, datetime

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from fieldapp.exports.bidi import LTR, RTL
from fieldapp.exports.look import ACCENT, BODY, HAIR, LABEL, SPACE, TextStyle
from fieldapp.exports.text_flow import Align, draw_lines, lay_out, side_of
from fieldapp.exports.values import moment_in_words
from fieldapp.exports.words import words_of

_BAR = 2.0
_NAME = TextStyle(BODY.size, is_bold=True)


def draw_seal_stamp(*, signer_name: str, at: datetime, language: str, size: tuple[int, int]) -> bytes:
    """Draw a seal as a one-page PDF, for `signing.pades.SealStamp`."""
    width, height = size
    direction = RTL if language == "ar" else LTR
    words = words_of(language)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1, pdfVersion=(1, 7))
    stamp = at.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")
    canvas.setDateFormatter(lambda *_: stamp)
    canvas.setFillColor(HexColor(ACCENT))
    canvas.rect(0 if direction == LTR else width - _BAR, 0, _BAR, height, stroke=0, fill=1)
    room = width - 2 * SPACE
    moment = words.say("sealed_on", moment=moment_in_words(at, language))
    blocks = [
        lay_out(words.say("sealed_by"), LABEL, room, base=direction),
        lay_out(signer_name, _NAME, room),
        lay_out(moment, LABEL, room, base=direction),
    ]
    top = height - max(HAIR, (height - sum(block.height for block in blocks)) / 2)
    for block in blocks:
        side = side_of(Align.START, direction)
        draw_lines(canvas, block.lines, block=block, x=SPACE, top=top, width=room, align=side)
        top -= block.height
    canvas.showPage()
    canvas.save()
    return out.getvalue()
