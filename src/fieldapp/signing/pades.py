"""Sealed PDF: PAdES B-B signatures (ETSI EN 319 142-1), made and checked without a network.

A seal says that the file has not changed since its holder sealed it. It carries no trusted time: `at` is the
word of the computer that signed.
"""

import asyncio
import io
import logging
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm

from fieldapp.base.errors import KnownError
from fieldapp.signing.certificates import certificate_from_der, name_of
from fieldapp.signing.identity import Identity
from fieldapp.signing.seal import SealStamp, seal_signer, stamp_style

if TYPE_CHECKING:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

PDF_LIMIT = 200 * 1024 * 1024
"""Largest PDF we sign or check, in bytes: pyHanko holds the whole file in memory."""

_UNREADABLE = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError, AssertionError,
    NotImplementedError, EOFError, OSError, zlib.error, struct.error, UnsupportedAlgorithm,
)  # fmt: skip
"""What pyHanko lets through, beside its own errors, on a file that is no PDF or a strange one."""


@dataclass(frozen=True, slots=True)
class PdfSignature:
    """What is known of one signature in a PDF."""

    signer_name: str
    at: datetime | None
    """When the signer's computer says it signed; None when it says nothing readable."""
    is_intact: bool
    """The signed bytes are as they were, and nothing but further signatures was added since."""
    is_trusted: bool
    """One of the roots vouches for the signer at the moment of checking."""
    covers_whole_file: bool
    """Nothing at all was added since; only the last of several signatures can say so."""


def sign_pdf(
    pdf: bytes,
    identity: Identity,
    *,
    at: datetime,
    reason: str,
    location: str = "",
    stamp: SealStamp | None = None,
) -> bytes:
    """Add a seal to a PDF, after those it already has.

    Raises:
        KnownError: `pdf.damaged` when this is no PDF that can be signed, `pdf.encrypted`.
    """
    from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata

    from fieldapp.signing.signer import signer_for

    with _known_errors():
        writer = _writer(pdf)
        field = f"Seal{sum(1 for _ in writer.prev.embedded_signatures) + 1}"
        meta = PdfSignatureMetadata(
            field_name=field,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            name=name_of(identity.certificate) or None,
            reason=reason or None,
            location=location or None,
        )
        spec = SigFieldSpec(field)
        if stamp is not None:
            spec = SigFieldSpec(field, on_page=stamp.on_page, box=stamp.box)
        style = None if stamp is None else stamp_style(stamp)
        signer = seal_signer(meta, signer_for(identity), at=at, spec=spec, style=style)
        return bytes(asyncio.run(signer.async_sign_pdf(writer)).getvalue())


def verify_pdf(pdf: bytes, roots: Sequence[x509.Certificate], *, at: datetime) -> list[PdfSignature]:
    """Check every signature of a PDF, in the order in which they were made; none gives an empty list.

    Raises:
        KnownError: `pdf.damaged`, `pdf.encrypted`.
    """
    with _known_errors():
        reader = _writer(pdf).prev
        signatures = list(reader.embedded_signatures)
        return [_checked(one, roots, at) for one in signatures]


def _writer(pdf: bytes) -> "IncrementalPdfFileWriter":
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # it logs what we report as a result
    if len(pdf) > PDF_LIMIT:
        raise KnownError("file.too_large", limit=PDF_LIMIT)
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    if writer.prev.encrypted:
        raise KnownError("pdf.encrypted")
    return writer


@contextmanager
def _known_errors() -> Iterator[None]:
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko_certvalidator.errors import PathError, ValidationError

    try:
        yield
    except (PdfError, PathError, ValidationError, *_UNREADABLE) as error:
        raise KnownError("pdf.damaged") from error


def _checked(
    signature: "EmbeddedPdfSignature", roots: Sequence[x509.Certificate], at: datetime
) -> PdfSignature:
    from pyhanko.sign.general import CMSExtractionError, CMSStructuralError
    from pyhanko.sign.validation import async_validate_pdf_signature
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    from fieldapp.signing.cms import validation_context

    usage = KeyUsageConstraints(
        key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
    )
    name, said_at = _who_and_when(signature)
    try:
        context = validation_context(roots, at)
        checking = async_validate_pdf_signature(signature, context, key_usage_settings=usage)
        status = asyncio.run(checking)
    except (SignatureValidationError, CMSExtractionError, CMSStructuralError):
        return PdfSignature(name, said_at, is_intact=False, is_trusted=False, covers_whole_file=False)
    return PdfSignature(
        name,
        said_at,
        is_intact=bool(status.intact and status.valid and status.docmdp_ok),
        is_trusted=bool(status.trusted),
        covers_whole_file=status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
    )


def _who_and_when(signature: "EmbeddedPdfSignature") -> tuple[str, datetime | None]:
    try:
        name = name_of(certificate_from_der(signature.signer_cert.dump()))
    except (KnownError, *_UNREADABLE):
        name = ""
    try:
        return name, signature.self_reported_timestamp
    except _UNREADABLE:
        return name, None
