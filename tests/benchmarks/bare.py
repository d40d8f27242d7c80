"""Floors that several themes share: an encrypted file without anything of ours, and plain pages."""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from sqlcipher3 import dbapi2

from fieldapp.exports.fonts import font_named

_KEY = bytes(range(32))
_LATIN, _ARABIC = "NotoSans-Regular", "NotoNaskhArabic-Regular"
_LEFT, _TOP, _LINE, _SIZE = 50, 790, 14, 10


def open_bare(path: Path) -> Any:
    """Open an encrypted file with a raw key and the workspace's pragmas for safety: WAL, synchronous=FULL."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{_KEY.hex()}'\"")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    return connection


def bare_pages(texts: Iterable[str], pictures: Iterable[bytes] = ()) -> bytes:
    """Write texts as plain lines, one under the other, and pictures: no wrapping, shaping or bidi."""
    latin, arabic = (
        font_named(name).fontName for name in (_LATIN, _ARABIC)
    )  # one a face is all reportlab keeps
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    height = _TOP
    for text in texts:
        is_arabic = any("\u0600" <= char <= "\u06ff" for char in text)
        canvas.setFont(arabic if is_arabic else latin, _SIZE)
        canvas.drawString(_LEFT, height, text)
        height -= _LINE
        if height < _LEFT:
            canvas.showPage()
            height = _TOP
    for picture in pictures:
        canvas.drawImage(ImageReader(io.BytesIO(picture)), _LEFT, _LEFT, 100, 50)
    canvas.save()
    return out.getvalue()
