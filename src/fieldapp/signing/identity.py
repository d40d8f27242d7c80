"""Who signs: a certificate with its private key, from the laptop itself or from a PKCS#12 file."""

import warnings
from dataclasses import dataclass, field

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12

from fieldapp.base.errors import KnownError
from fieldapp.signing.certificates import readable

PKCS12_LIMIT = 1 << 20
"""Largest PKCS#12 file we read, in bytes: a key and its chain take a few kilobytes."""

_RSA_MINIMUM_BITS = 2048
"""Shortest RSA key we sign with (ETSI TS 119 312)."""

SigningKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True, slots=True)
class Identity:
    """A certificate, its private key, and the certificates that lead up to its authority."""

    certificate: x509.Certificate
    key: SigningKey = field(repr=False)
    chain: tuple[x509.Certificate, ...] = ()


def pkcs12_identity(data: bytes, password: str) -> Identity:
    """Read the identity in a PKCS#12 file (`.p12`, `.pfx`), such as a certificate authority delivers.

    Raises:
        KnownError: `signing.wrong_password`, or `signing.bad_pkcs12` with a `reason`.
    """
    if len(data) > PKCS12_LIMIT or not data.startswith(b"\x30"):
        raise KnownError("signing.bad_pkcs12", reason="not_pkcs12")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore", UserWarning
            )  # BER, as some authorities still write, is read as well
            key, certificate, others = pkcs12.load_key_and_certificates(data, password.encode())
    except UnsupportedAlgorithm as error:
        raise KnownError("signing.bad_pkcs12", reason="algorithm") from error
    except (ValueError, TypeError) as error:
        if "password" in str(error).lower():
            raise KnownError("signing.wrong_password") from error
        raise KnownError("signing.bad_pkcs12", reason="not_pkcs12") from error
    if certificate is None or key is None:
        raise KnownError("signing.bad_pkcs12", reason="no_key")
    if not _can_sign(key):
        raise KnownError("signing.bad_pkcs12", reason="key_type")
    assert isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey)
    try:
        return Identity(readable(certificate), key, tuple(readable(one) for one in others))
    except KnownError as error:
        raise KnownError("signing.bad_pkcs12", reason="certificate") from error


def _can_sign(key: object) -> bool:
    if isinstance(key, rsa.RSAPrivateKey):
        return key.key_size >= _RSA_MINIMUM_BITS
    return isinstance(key, ec.EllipticCurvePrivateKey)
