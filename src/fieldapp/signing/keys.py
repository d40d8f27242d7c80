"""The one place that makes secrets: signing keys, age identities, random keys and nonces."""

import secrets
from dataclasses import dataclass, field

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from fieldapp.base.errors import KnownError

KEY_BYTES = 32
"""Length of a workspace's key: 256 bits, what SQLCipher takes raw."""


@dataclass(frozen=True, slots=True)
class AgeIdentity:
    """A pair of keys of age: who holds the secret reads what was encrypted to the recipient."""

    secret: str = field(repr=False)
    """`AGE-SECRET-KEY-1…`; never shown by `repr`, so that no log can hold it."""
    recipient: str
    """`age1…`, public."""


def new_signing_key() -> ec.EllipticCurvePrivateKey:
    """Make a signing key on the curve P-256."""
    return ec.generate_private_key(ec.SECP256R1())


def key_to_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    """Write a signing key as PKCS#8 PEM, unencrypted: it is kept inside the encrypted workspace."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def key_from_pem(pem: bytes) -> ec.EllipticCurvePrivateKey:
    """Read what `key_to_pem` wrote.

    Raises:
        KnownError: `signing.bad_key` when this is no P-256 key.
    """
    try:
        key = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise KnownError("signing.bad_key") from error
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
        raise KnownError("signing.bad_key")
    return key


def new_age_identity() -> AgeIdentity:
    """Make an X25519 identity of age."""
    from pyrage import x25519

    identity = x25519.Identity.generate()
    return AgeIdentity(secret=str(identity), recipient=str(identity.to_public()))


def random_key() -> bytes:
    """Make a workspace's key: `KEY_BYTES` random bytes."""
    return secrets.token_bytes(KEY_BYTES)


def random_bytes(count: int) -> bytes:
    """Make a salt or a nonce."""
    return secrets.token_bytes(count)
