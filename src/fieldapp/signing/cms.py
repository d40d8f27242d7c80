"""Detached CMS signatures over exact bytes: one signer, ECDSA P-256 with SHA-256, DER.

`openssl cms -verify -binary -inform DER -in SIGNATURE -content DATA -CAfile CA.pem` verifies them by hand.
"""

import asyncio
import logging
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from fieldapp.base.errors import BugError, KnownError
from fieldapp.signing.certificates import certificate_from_der
from fieldapp.signing.identity import Identity
from fieldapp.signing.trust import Signer, TrustStore

if TYPE_CHECKING:
    from pyhanko_certvalidator import ValidationContext

SIGNATURE_LIMIT = 256 * 1024
"""Largest signature we read, in bytes: ours take about two kilobytes."""

_PARSING_ERRORS = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError, AssertionError,
    UnsupportedAlgorithm,
)  # fmt: skip
"""What asn1crypto raises on bytes that are no ASN.1, or are another structure than they say."""


def sign_detached(data: bytes, identity: Identity, *, at: datetime) -> bytes:
    """Sign exact bytes and return the signature alone."""
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

    from fieldapp.signing.signer import signer_for

    if not isinstance(identity.key, ec.EllipticCurvePrivateKey):
        raise BugError("cms.needs_p256")
    attributes = PdfCMSSignedAttributes(signing_time=at)
    signer = signer_for(identity)
    signing = signer.async_sign_general_data(data, "sha256", detached=True, signed_attr_settings=attributes)
    signed = asyncio.run(signing)
    return bytes(signed.dump())


def verify_detached(data: bytes, der: bytes, trust: TrustStore, *, at: datetime) -> Signer:
    """Establish that one signer we believe signed exactly these bytes.

    Raises:
        KnownError: `bundle.signature_damaged` (not a signature), `bundle.two_signers`,
            `bundle.embedded_content`, `bundle.signature_algorithm`, what `TrustStore.check` says of the
            signer, or `bundle.signature_broken` (these are not the bytes that were signed).
    """
    signed_data = _signed_data(der)
    signer = trust.check(_signer_certificate(signed_data), at)
    _validate(data, signed_data, trust.authorities, at=at, key_id=signer.key_id)
    return signer


def verify_holder(data: bytes, der: bytes, *, at: datetime) -> x509.Certificate:
    """Establish that the holder of a self-signed certificate signed these bytes, and return it.

    It proves possession of the key and says nothing about who that is: only an enrolment request, whose
    fingerprint people compare aloud, may be read this way.

    Raises:
        KnownError: as `verify_detached`; `bundle.unknown_signer` when the certificate is not self-signed.
    """
    signed_data = _signed_data(der)
    certificate = _signer_certificate(signed_data)
    if certificate.issuer != certificate.subject:
        raise KnownError("bundle.unknown_signer", signer="")
    _validate(data, signed_data, (certificate,), at=at, key_id="")
    return certificate


def _signed_data(der: bytes) -> Any:
    """Read a signature's structure and refuse every shape but our own."""
    # tsp adds its attributes to cms, whose map of names freezes at the first parse; without it, signing fails later.
    from asn1crypto import cms, tsp  # type: ignore[import-untyped]  # noqa: F401

    if len(der) > SIGNATURE_LIMIT:
        raise KnownError("bundle.signature_damaged")
    try:
        container = cms.ContentInfo.load(der, strict=True)
        if container["content_type"].native != "signed_data":
            raise KnownError("bundle.signature_damaged")
        signed_data = container["content"]
        container.native  # noqa: B018  reads every lazy part now, so that nothing in it can fail later
        _refuse_shape(signed_data)
    except _PARSING_ERRORS as error:
        raise KnownError("bundle.signature_damaged") from error
    return signed_data


def _refuse_shape(signed_data: Any) -> None:
    count = len(signed_data["signer_infos"])
    if count != 1:
        raise KnownError("bundle.two_signers" if count else "bundle.signature_damaged", count=count)
    if signed_data["encap_content_info"]["content"].native is not None:
        raise KnownError("bundle.embedded_content")
    info = signed_data["signer_infos"][0]
    digest, mechanism = (
        info["digest_algorithm"]["algorithm"].native,
        info["signature_algorithm"]["algorithm"].native,
    )
    if (digest, mechanism) != ("sha256", "sha256_ecdsa"):
        raise KnownError("bundle.signature_algorithm", digest=str(digest), mechanism=str(mechanism))
    if not info["signed_attrs"].native:
        raise KnownError("bundle.signature_damaged")


def _signer_certificate(signed_data: Any) -> x509.Certificate:
    from pyhanko.sign.general import CMSExtractionError, extract_certificate_info

    try:
        der = extract_certificate_info(signed_data).signer_cert.dump()
        certificate = certificate_from_der(der)
    except CMSExtractionError as error:
        raise KnownError("bundle.signature_damaged") from error
    except (*_PARSING_ERRORS, KnownError) as error:
        raise KnownError("bundle.signature_damaged") from error
    key = certificate.public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise KnownError("bundle.signature_algorithm", digest="sha256", mechanism=type(key).__name__)
    return certificate


def _validate(
    data: bytes, signed_data: Any, roots: Iterable[x509.Certificate], *, at: datetime, key_id: str
) -> None:
    from pyhanko.pdf_utils.misc import PdfReadError
    from pyhanko.sign.general import CMSExtractionError, CMSStructuralError
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko.sign.validation.generic_cms import async_validate_detached_cms

    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # it logs what we report as an error
    try:
        status = asyncio.run(async_validate_detached_cms(data, signed_data, validation_context(roots, at)))
    except (SignatureValidationError, CMSExtractionError, CMSStructuralError, PdfReadError) as error:
        raise KnownError("bundle.signature_damaged") from error
    except _PARSING_ERRORS as error:
        raise KnownError("bundle.signature_damaged") from error
    if not (status.intact and status.valid):
        raise KnownError("bundle.signature_broken", signer=key_id[:16])
    if not status.trusted:
        raise KnownError("bundle.unknown_signer", signer=key_id[:16])


def validation_context(roots: Iterable[x509.Certificate], at: datetime) -> "ValidationContext":
    """Return pyHanko's trust in these roots at that moment, without any network."""
    from asn1crypto import x509 as asn1_x509
    from pyhanko_certvalidator import ValidationContext

    trusted = [asn1_x509.Certificate.load(one.public_bytes(Encoding.DER)) for one in roots]
    return ValidationContext(trust_roots=trusted, moment=at, allow_fetching=False)
