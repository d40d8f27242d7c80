"""The last block of a fiche: who signed for the organisation, and the place of the electronic seal beside it."""

from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from typing_extensions import override

from fieldapp.exports.fiche_rows import Row, fitted
from fieldapp.exports.look import BODY, HAIR, LABEL, LINE_COLOUR, RULE, SMALL, SPACE, WIDE
from fieldapp.exports.pictures import Picture
from fieldapp.exports.text_flow import lay_out

_SEAL_SHARE = 0.4
_DRAWING_HEIGHT = 64.0
"""Room for the drawn signature, or for a pen, in points."""


class SignaturePanel(Row):
    """Two boxes: the drawn signature over name, capacity and day; the place of the seal."""

    def __init__(
        self, title: str, lines: Sequence[str], picture: Picture | None, *, seal_title: str, direction: int
    ) -> None:
        super().__init__(direction)
        self.title, self.texts, self.picture, self.seal_title = title, lines, picture, seal_title
        self.seal_box = (0.0, 0.0, 0.0, 0.0)
        """Where the seal goes on its page, once the panel has been drawn."""
        self.page = 0
        """Number of that page, from 1."""

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.rows_width = aW
        self.seal_width = aW * _SEAL_SHARE
        self.name_width = aW - self.seal_width - WIDE
        inside = self.name_width - 2 * SPACE
        self.titles = [
            lay_out(self.title, LABEL, inside, base=self.direction),
            lay_out(self.seal_title, LABEL, self.seal_width - 2 * SPACE, base=self.direction),
        ]
        self.names = [lay_out(text, BODY, inside) for text in self.texts]
        content = self.titles[0].height + _DRAWING_HEIGHT + sum(block.height for block in self.names)
        self.box_height = content + 2 * SMALL + HAIR
        self.height = self.box_height + WIDE
        return aW, self.height

    @override
    def split(self, aW: float, aH: float) -> list[Row]:  # type: ignore[override]
        return []

    def draw(self) -> None:
        """Draw both boxes and note where the seal goes."""
        top = self.box_height
        seal_start = self.name_width + WIDE
        for start, width in ((0.0, self.name_width), (seal_start, self.seal_width)):
            self._box(start, width)
        self._title(0, start=SPACE, width=self.name_width - 2 * SPACE)
        self._title(1, start=seal_start + SPACE, width=self.seal_width - 2 * SPACE)
        below = top - SMALL - self.titles[0].height
        self._drawing(below)
        y = below - _DRAWING_HEIGHT
        for block in self.names:
            self.put(block.lines, block, start=SPACE, top=y, width=self.name_width - 2 * SPACE)
            y -= block.height
        self._note_seal(seal_start)

    def _box(self, start: float, width: float) -> None:
        self.canv.setStrokeColor(HexColor(LINE_COLOUR))
        self.canv.setLineWidth(RULE)
        self.canv.roundRect(self.left_of(start, width), 0, width, self.box_height, 3, stroke=1, fill=0)

    def _title(self, number: int, *, start: float, width: float) -> None:
        block = self.titles[number]
        self.put(block.lines, block, start=start, top=self.box_height - SMALL, width=width)

    def _drawing(self, top: float) -> None:
        if self.picture is None:
            return
        width, height = fitted(self.picture, self.name_width * 0.6, _DRAWING_HEIGHT - SMALL)
        left = self.left_of(SPACE, width)
        self.canv.drawImage(self.picture.reader, left, top - HAIR - height, width, height)

    def _note_seal(self, start: float) -> None:
        left, bottom = self.canv.absolutePosition(self.left_of(start, self.seal_width), 0)
        height = self.box_height - SMALL - self.titles[1].height - HAIR
        self.page = self.canv.getPageNumber()
        self.seal_box = (left + SPACE, bottom + SPACE, left + self.seal_width - SPACE, bottom + height)
