"""The outermost layer: age to recipients, or nothing where a bundle is signed and not encrypted."""

from collections.abc import Sequence

from fieldapp.base.errors import KnownError
from fieldapp.bundle import limits
from fieldapp.signing.age import decrypt, encrypt

_AGE = b"age-encryption.org/v1\n"
_ZIP = b"PK"


def seal(data: bytes, recipients: Sequence[str]) -> bytes:
    """Encrypt to the recipients; without any, the bundle stays signed only.

    Raises:
        KnownError: `bundle.content_too_large`, `age.bad_recipient`.
    """
    sealed = encrypt(data, recipients) if recipients else data
    if len(sealed) > limits.OUTER_BYTES:
        raise KnownError("bundle.content_too_large", limit=limits.OUTER_BYTES)
    return sealed


def unseal(data: bytes, identities: Sequence[str]) -> bytes:
    """Decrypt with our identities; without any, only a signed-only bundle is read.

    Raises:
        KnownError: `bundle.empty`, `bundle.too_large`, `bundle.not_encrypted`, `bundle.not_a_bundle`,
            `age.not_for_us`, `age.damaged`.
    """
    if not data:
        raise KnownError("bundle.empty")
    if len(data) > limits.OUTER_BYTES:
        raise KnownError("bundle.too_large", limit=limits.OUTER_BYTES)
    if not identities:
        return data
    if data.startswith(_ZIP):
        raise KnownError("bundle.not_encrypted")
    if not data.startswith(_AGE):
        raise KnownError("bundle.not_a_bundle")
    return decrypt(data, identities)
