"""Whom we believe: the authorities we know, the serials they revoked, and who was valid at a given moment.

The rules, in the order in which they are applied:

1. The certificate was signed by an authority we know; it is not an authority itself.
2. It is a P-256 certificate which names a device and a role.
3. The moment lies within its validity and within its authority's.
4. Its serial is not revoked.

No input, no output, no clock: certificates and the moment come from outside.
"""

from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec

from fieldapp.base.clock import utc_text
from fieldapp.base.errors import KnownError
from fieldapp.signing.certificates import Role, device_of, key_id_of, name_of, readable, role_of


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed, once this has been established."""

    device_id: str
    role: Role
    key_id: str
    """SHA-256 of the certificate, in hexadecimal."""
    certificate: x509.Certificate


@dataclass(frozen=True, slots=True)
class TrustStore:
    """The certificate authorities we accept and the serial numbers they took back."""

    authorities: tuple[x509.Certificate, ...]
    revoked: frozenset[int] = frozenset()

    def check(self, certificate: x509.Certificate, at: datetime) -> Signer:
        """Say who holds this certificate, if it may be believed at that moment.

        Raises:
            KnownError: `bundle.unknown_signer`, `bundle.signer_expired` or `bundle.signer_revoked`.
        """
        facts = {"signer": key_id_of(certificate)[:16]}
        signer, authority = self._identify(certificate, facts)
        facts |= {"name": name_of(certificate), "device": signer.device_id}
        for one in (certificate, authority):
            if not one.not_valid_before_utc <= at <= one.not_valid_after_utc:
                since, until = utc_text(one.not_valid_before_utc), utc_text(one.not_valid_after_utc)
                raise KnownError("bundle.signer_expired", **facts, since=since, until=until)
        if certificate.serial_number in self.revoked:
            raise KnownError("bundle.signer_revoked", **facts)
        return signer

    def _identify(
        self, certificate: x509.Certificate, facts: dict[str, str]
    ) -> tuple[Signer, x509.Certificate]:
        authority = next((one for one in self.authorities if _issued(certificate, one)), None)
        if authority is None or _is_authority(certificate):
            raise KnownError("bundle.unknown_signer", **facts)
        key = certificate.public_key()
        try:
            device_id, role = device_of(certificate), role_of(certificate)
        except KnownError as error:
            raise KnownError("bundle.unknown_signer", **facts) from error
        if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
            raise KnownError("bundle.unknown_signer", **facts)
        return Signer(device_id, role, key_id_of(certificate), certificate), authority


def _issued(certificate: x509.Certificate, authority: x509.Certificate) -> bool:
    if not _is_authority(authority):
        return False
    try:
        readable(certificate).verify_directly_issued_by(authority)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm, KnownError):
        return False
    return True


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        return bool(certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca)
    except (ValueError, x509.ExtensionNotFound, x509.DuplicateExtension):
        return False
