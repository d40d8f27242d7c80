"""The typefaces of printed pages: which one has a character, how it is shaped, which letters a glyph stands for.

Latin is set in Noto Sans, Arabic in Noto Naskh Arabic, Amazigh in Noto Sans Tifinagh; all three ship with the
program, under the SIL Open Font License.
"""

import functools
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, ShapedStr, TTFont, shapeStr
from typing_extensions import override

from fieldapp.base.paths import resources
from fieldapp.exports.bidi import drawn, has_rtl, mirrored
from fieldapp.exports.look import ARABIC_SCALE

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument

_REGULAR = ("NotoSans-Regular", "NotoNaskhArabic-Regular", "NotoSansTifinagh-Regular")
_BOLD = ("NotoSans-Bold", "NotoNaskhArabic-Bold", "NotoSansTifinagh-Regular")
_SCALES = {"NotoNaskhArabic-Regular": ARABIC_SCALE, "NotoNaskhArabic-Bold": ARABIC_SCALE}

_PRIVATE_USE, _PRIVATE_END = 0xE000, 0xF900
"""The private use area of the basic plane."""
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_CMAP_BLOCK = 100
"""Most entries of one block of a character map (Adobe technical note 5411)."""
_CACHE = 20_000
"""Words kept shaped and measured: a few fiches' worth."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A run of text of one font, ready to be drawn from left to right."""

    glyphs: str
    font: str
    size: float
    width: float
    meanings: tuple[tuple[int, str], ...] = ()
    """Character code of a glyph -> the letters it stands for, where that is not the code itself."""


class PrintFont(TTFont):
    """A TrueType font whose glyphs all have a code, the same in every document, and say what they mean."""

    def __init__(self, name: str) -> None:
        super().__init__(name, str(resources() / "fonts" / f"{name}.ttf"))
        self._meanings: WeakKeyDictionary[PDFDocument, dict[int, str]] = WeakKeyDictionary()
        self._give_codes()

    def _give_codes(self) -> None:
        """Give the glyphs without a character a private code, in the order of the font.

        reportlab would hand them out as it meets them, so that a document would depend on those made before.
        """
        face: Any = self.face
        shaper, hb_face = self.hbFont(), self.hbFace
        assert hb_face is not None
        codes = (code for code in range(_PRIVATE_USE, _PRIVATE_END) if code not in face.charToGlyph)
        for glyph in range(hb_face.glyph_count):
            if glyph not in face.glyphToChar:
                code = next(codes)
                face.charToGlyph[code], face.glyphToChar[glyph] = glyph, [code]
                face.charWidths[code] = shaper.get_glyph_h_advance(glyph) * 1000 / hb_face.upem

    def remember(self, document: "PDFDocument", meanings: tuple[tuple[int, str], ...]) -> None:
        """Keep what glyphs mean until the document is written."""
        known = self._meanings.setdefault(document, {})
        for code, letters in meanings:
            known.setdefault(code, letters)

    @override
    def addObjects(self, doc: "PDFDocument") -> None:
        state = self.state.get(doc)
        subsets = [list(subset) for subset in state.subsets] if state is not None else []
        super().addObjects(doc)
        meanings = self._meanings.pop(doc, {})
        for number, subset in enumerate(subsets):
            name = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)).decode("latin-1")
            stream: Any = doc.idToObject[f"toUnicodeCMap:{name}"]
            stream.content = _character_map(name, subset, meanings)


def shape(text: str, *, is_bold: bool, size: float, is_rtl: bool) -> tuple[Shaped, ...]:
    """Return a run of one direction as it is drawn, from left to right, each font's part by itself."""
    parts = [_shaped(part, font, size, is_rtl) for font, part in _by_font(text, is_bold)]
    return tuple(reversed(parts)) if is_rtl else tuple(parts)


@functools.lru_cache(_CACHE)
def width_of(text: str, *, is_bold: bool, size: float) -> float:
    """Return the width of a word, however its characters will be ordered."""
    return sum(_measured(part, font, size) for font, part in _by_font(text, is_bold))


def font_named(name: str) -> PrintFont:
    """Return a font, registered with reportlab when it is first asked for."""
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(PrintFont(name))
    font: Any = pdfmetrics.getFont(name)
    assert isinstance(font, PrintFont)
    return font


def _by_font(text: str, is_bold: bool) -> Iterator[tuple[str, str]]:  # noqa: FBT001  private and cached
    """Cut a text where the font changes; a character that no font has becomes a replacement sign."""
    stack, current, part = (_BOLD if is_bold else _REGULAR), "", ""
    for char in text:
        font = _font_of(char, stack)
        if not font:
            font, char = stack[0], _REPLACEMENT
        if unicodedata.combining(char) and current and ord(char) in font_named(current).face.charToGlyph:
            font = current
        if font != current and part:
            yield current, part
            part = ""
        current, part = font, part + char
    if part:
        yield current, part


@functools.lru_cache(_CACHE)
def _font_of(char: str, stack: tuple[str, ...]) -> str:
    return next((name for name in stack if ord(char) in font_named(name).face.charToGlyph), "")


@functools.lru_cache(_CACHE)
def _shaped(text: str, font: str, size: float, is_rtl: bool) -> Shaped:  # noqa: FBT001  private and cached
    scaled = size * _SCALES.get(font, 1)
    visible = drawn(text)
    if has_rtl(visible) or any(map(unicodedata.combining, visible)):
        return _by_harfbuzz(visible, font, scaled)
    visible = mirrored(visible) if is_rtl else visible
    return Shaped(visible, font, scaled, pdfmetrics.stringWidth(visible, font, scaled))


def _measured(text: str, font: str, size: float) -> float:
    return _shaped(text, font, size, is_rtl=False).width


def _by_harfbuzz(text: str, font: str, size: float) -> Shaped:
    font_named(font)
    glyphs = shapeStr(text, font, size, force=True)
    if not isinstance(glyphs, ShapedStr):
        return Shaped(glyphs, font, size, pdfmetrics.stringWidth(glyphs, font, size))
    data: list[Any] = vars(glyphs)["__shapeData__"]
    width = sum(one.x_advance for one in data) * size / 1000
    return Shaped(glyphs, font, size, width, tuple(_meanings(text, glyphs, data)))


def _meanings(text: str, glyphs: str, data: list[Any]) -> Iterator[tuple[int, str]]:
    """Say which letters each glyph stands for: those from its cluster's beginning to the next one's."""
    starts = sorted({one.cluster for one in data})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    for glyph, one in zip(glyphs, data, strict=True):
        yield ord(glyph), text[one.cluster : ends[one.cluster]]


def _character_map(name: str, subset: list[int], meanings: dict[int, str]) -> str:
    """Write the PDF's table from codes to letters (ToUnicode, ISO 32000-1, 9.10.3)."""
    entries = [f"<{code:02X}> <{_utf16(meanings.get(char, chr(char)))}>" for code, char in enumerate(subset)]
    blocks: list[str] = []
    for start in range(0, len(entries), _CMAP_BLOCK):
        block = entries[start : start + _CMAP_BLOCK]
        blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    head = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def\n"
        f"/CMapName /{name} def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
    )
    tail = "\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    return head + "\n".join(blocks) + tail


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
