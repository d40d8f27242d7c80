"""X.509 certificates: the authority, the request a laptop makes, the certificate it gets, its own seal."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from fieldapp.base.errors import KnownError
from fieldapp.signing.keys import new_signing_key

CLOCK_TOLERANCE = timedelta(days=1)
"""A certificate is valid from a day before it was issued, because field laptops' clocks are late or early."""

SEAL_DAYS = 3653
"""Validity of a laptop's self-signed seal, in days: ten years, as the authority's."""

_NAME_LIMIT = 64
"""Longest common name an X.509 name holds (RFC 5280, ub-common-name)."""

_NONSENSE = (
    ValueError, TypeError, UnsupportedAlgorithm,
    x509.InvalidVersion, x509.DuplicateExtension, x509.UnsupportedGeneralNameType,
)  # fmt: skip
"""What the library raises while it reads a certificate that makes no sense."""


class Role(StrEnum):
    """What a certificate allows: carry one's own changes, relay a team's, or speak for the centre."""

    POSTE = "poste"
    LEAD = "lead"
    CENTRAL = "central"


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a certificate names."""

    device_id: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Authority:
    """A certificate authority with its private key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey = field(repr=False)


def make_authority(name: str, *, at: datetime, years: int = 10) -> Authority:
    """Make a self-signed authority that may issue laptops' certificates, and no further authorities."""
    key = new_signing_key()
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:_NAME_LIMIT])])
    until = at + timedelta(days=round(years * 365.25))
    builder = _builder(subject, subject, key=key.public_key(), at=at, until=until)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    builder = builder.add_extension(_usage(is_authority=True), critical=True)
    return Authority(builder.sign(key, hashes.SHA256()), key)


def make_request(key: ec.EllipticCurvePrivateKey, subject: Subject) -> x509.CertificateSigningRequest:
    """Make the request a laptop sends to its authority: it proves that the laptop holds the key."""
    builder = x509.CertificateSigningRequestBuilder().subject_name(_name_of(subject))
    return builder.sign(key, hashes.SHA256())


def issue(
    authority: Authority, request: x509.CertificateSigningRequest, *, role: Role, at: datetime, days: int
) -> x509.Certificate:
    """Issue the certificate that a request asks for, in the role that the authority decides.

    Raises:
        KnownError: `signing.bad_request` when the request does not hold together.
    """
    key = request.public_key()
    device_id, name = (
        _text(request.subject, NameOID.SERIAL_NUMBER),
        _text(request.subject, NameOID.COMMON_NAME),
    )
    if not (request.is_signature_valid and _is_p256(key) and device_id and name):
        raise KnownError("signing.bad_request")
    assert isinstance(key, ec.EllipticCurvePublicKey)
    until = min(at + timedelta(days=days), authority.certificate.not_valid_after_utc)
    subject = _name_of(Subject(device_id, name, role))
    builder = _builder(subject, authority.certificate.subject, key=key, at=at, until=until)
    builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    builder = builder.add_extension(_usage(is_authority=False), critical=True)
    above = x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key())
    return builder.add_extension(above, critical=False).sign(authority.key, hashes.SHA256())


def self_signed(key: ec.EllipticCurvePrivateKey, subject: Subject, *, at: datetime) -> x509.Certificate:
    """Make the certificate with which a laptop seals PDFs before it is enrolled."""
    name, until = _name_of(subject), at + timedelta(days=SEAL_DAYS)
    builder = _builder(name, name, key=key.public_key(), at=at, until=until)
    builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    return builder.add_extension(_usage(is_authority=False), critical=True).sign(key, hashes.SHA256())


def role_of(certificate: x509.Certificate) -> Role:
    """Return the role that the authority wrote into a certificate.

    Raises:
        KnownError: `signing.bad_certificate` when there is none.
    """
    try:
        return Role(_text(certificate.subject, NameOID.ORGANIZATIONAL_UNIT_NAME))
    except ValueError as error:
        raise KnownError("signing.bad_certificate") from error


def device_of(certificate: x509.Certificate) -> str:
    """Return the device that a certificate names.

    Raises:
        KnownError: `signing.bad_certificate` when there is none.
    """
    device_id = _text(certificate.subject, NameOID.SERIAL_NUMBER)
    if not device_id:
        raise KnownError("signing.bad_certificate")
    return device_id


def name_of(certificate: x509.Certificate) -> str:
    """Return the name for people in a certificate; blank when it has none."""
    return _text(certificate.subject, NameOID.COMMON_NAME)


def key_id_of(certificate: x509.Certificate) -> str:
    """Return what identifies a signer in a manifest: the SHA-256 of the certificate's bytes, in hexadecimal."""
    return certificate.fingerprint(hashes.SHA256()).hex()


def certificate_to_pem(certificate: x509.Certificate) -> bytes:
    """Write a certificate as PEM."""
    return certificate.public_bytes(Encoding.PEM)


def certificate_from_pem(pem: bytes) -> x509.Certificate:
    """Read a certificate, every field of it, so that nothing in it can fail later.

    Raises:
        KnownError: `signing.bad_certificate`.
    """
    try:
        return readable(x509.load_pem_x509_certificate(pem))
    except _NONSENSE as error:
        raise KnownError("signing.bad_certificate") from error


def certificate_from_der(der: bytes) -> x509.Certificate:
    """Read a certificate in the form that signatures hold, every field of it.

    Raises:
        KnownError: `signing.bad_certificate`.
    """
    try:
        return readable(x509.load_der_x509_certificate(der))
    except _NONSENSE as error:
        raise KnownError("signing.bad_certificate") from error


def request_to_pem(request: x509.CertificateSigningRequest) -> bytes:
    """Write a certificate request as PEM."""
    return request.public_bytes(Encoding.PEM)


def request_from_pem(pem: bytes) -> x509.CertificateSigningRequest:
    """Read a certificate request whose signature holds.

    Raises:
        KnownError: `signing.bad_request`.
    """
    try:
        request = x509.load_pem_x509_csr(pem)
        if not (_is_p256(request.public_key()) and request.is_signature_valid and list(request.subject)):
            raise KnownError("signing.bad_request")
    except _NONSENSE as error:
        raise KnownError("signing.bad_request") from error
    return request


def readable(certificate: x509.Certificate) -> x509.Certificate:
    """Return a certificate whose lazily read parts have all been read once.

    Raises:
        KnownError: `signing.bad_certificate` when a part of it is nonsense.
    """
    try:
        certificate.public_key()
        for part in (certificate.subject, certificate.issuer, certificate.extensions):
            list(part)
        assert certificate.not_valid_before_utc <= certificate.not_valid_after_utc
        assert certificate.signature_hash_algorithm is not None
    except (*_NONSENSE, AssertionError) as error:
        raise KnownError("signing.bad_certificate") from error
    return certificate


def _name_of(subject: Subject) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, subject.name[:_NAME_LIMIT]),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, subject.role.value),
            x509.NameAttribute(NameOID.SERIAL_NUMBER, subject.device_id),
        ]
    )


def _builder(
    subject: x509.Name, issuer: x509.Name, *, key: ec.EllipticCurvePublicKey, at: datetime, until: datetime
) -> x509.CertificateBuilder:
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key)
    builder = builder.serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(at - CLOCK_TOLERANCE).not_valid_after(until)
    return builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)


def _usage(*, is_authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,  # PDF validators ask for non-repudiation
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )


def _text(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    values = name.get_attributes_for_oid(oid)
    return str(values[0].value) if len(values) == 1 else ""


def _is_p256(key: object) -> bool:
    return isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1)
