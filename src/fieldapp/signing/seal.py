"""The parts of a PDF seal that pyHanko leaves to us: its moment, its PDF version, its picture from memory."""

import functools
import io
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from typing_extensions import override

if TYPE_CHECKING:
    from pyhanko.pdf_utils.writer import BasePdfFileWriter
    from pyhanko.sign.fields import SigFieldSpec
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
    from pyhanko.sign.signers.pdf_signer import PdfSigningSession
    from pyhanko.stamp import StaticStampStyle


@dataclass(frozen=True, slots=True)
class SealStamp:
    """What is seen of a seal on the page."""

    page: bytes
    """A PDF of one page, drawn into the box."""
    on_page: int
    """Page that bears the seal, counted from 0; -1 is the last."""
    box: tuple[int, int, int, int]
    """Left, bottom, right, top, in points."""


def seal_signer(
    meta: "PdfSignatureMetadata",
    signer: "SimpleSigner",
    *,
    at: datetime,
    spec: "SigFieldSpec",
    style: "StaticStampStyle | None",
) -> "PdfSigner":
    """Return what puts this signer's signature into a PDF at this moment."""
    sealing = _signer_class()(meta, signer, stamp_style=style, new_field_spec=spec)
    sealing.at = at  # type: ignore[attr-defined]
    return sealing


def stamp_style(stamp: SealStamp) -> "StaticStampStyle":
    """Draw the stamp's page as it is, filling the box; made anew each time, since reuse would leak pages."""
    from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
    from pyhanko.stamp import StaticStampStyle

    middle, no_margin = AxisAlignment.ALIGN_MID, Margins(0, 0, 0, 0)
    fill = SimpleBoxLayoutRule(x_align=middle, y_align=middle, margins=no_margin)
    page = _page_class()(stamp.page)
    return StaticStampStyle(border_width=0, background=page, background_layout=fill, background_opacity=1)


@functools.cache
def _signer_class() -> "type[PdfSigner]":
    from pyhanko.sign.signers import PdfSigner
    from pyhanko.sign.signers.constants import ESIC_EXTENSION_1

    class SealSigner(PdfSigner):
        """Signs at the moment it is given, and leaves the version of the PDF as it is."""

        at: datetime

        @override
        def init_signing_session(
            self, pdf_out: "BasePdfFileWriter", existing_fields_only: Any = False
        ) -> "PdfSigningSession":
            """Begin a session whose time is ours, not the clock's."""
            session = super().init_signing_session(pdf_out, existing_fields_only)
            session.system_time = self.at
            return session

        @override
        def register_extensions(self, pdf_out: "BasePdfFileWriter", *, md_algorithm: str) -> None:
            """Name the PAdES extension alone: pyHanko's way would make it PDF 2.0, which is no PDF/A-3."""
            pdf_out.register_extension(ESIC_EXTENSION_1)

    return SealSigner


@functools.cache
def _page_class() -> type:
    from pyhanko.pdf_utils.content import PdfContent
    from pyhanko.pdf_utils.layout import BoxConstraints
    from pyhanko.pdf_utils.reader import PdfFileReader

    class PageInMemory(PdfContent):
        """The first page of a PDF that is in memory; pyHanko's own class wants a file."""

        def __init__(self, page: bytes) -> None:
            super().__init__()
            self.page = page

        @override
        def render(self) -> bytes:
            """Bring the page into the writer as a form that is drawn once."""
            form = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self.page)))
            self.resources.xobject["/Seal"] = form
            left, bottom, right, top = form.get_object()["/BBox"]
            self.box = BoxConstraints(width=abs(right - left), height=abs(top - bottom))
            return b"/Seal Do"

    return PageInMemory
