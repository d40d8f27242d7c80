"""pyHanko's signer, holding a key that was loaded once."""

import functools
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from fieldapp.signing.identity import Identity, SigningKey

if TYPE_CHECKING:
    from pyhanko.sign.signers import SimpleSigner


def signer_for(identity: Identity) -> "SimpleSigner":
    """Return a pyHanko signer for an identity."""
    from asn1crypto import keys, x509  # type: ignore[import-untyped]
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    der = identity.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    others = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    for certificate in identity.chain:
        others.register(x509.Certificate.load(certificate.public_bytes(Encoding.DER)))
    signer: SimpleSigner = _signer_class()(
        signing_cert=x509.Certificate.load(identity.certificate.public_bytes(Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(der),
        cert_registry=others,
    )
    signer.key = identity.key  # type: ignore[attr-defined]
    return signer


@functools.cache
def _signer_class() -> "type[SimpleSigner]":
    from pyhanko.sign.signers import SimpleSigner

    class InMemorySigner(SimpleSigner):
        """Signs with the key in memory: the stock class parses and checks it again for every signature."""

        key: SigningKey

        def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
            """Sign with the mechanism that fits the key."""
            return sign_bytes(self.key, data, digest_algorithm)

    return InMemorySigner


def sign_bytes(key: SigningKey, data: bytes, digest_algorithm: str) -> bytes:
    """Make a raw signature: ECDSA, or RSA in PKCS#1 v1.5 padding, which every PDF reader verifies."""
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from pyhanko_certvalidator.util import get_pyca_cryptography_hash

    algorithm = get_pyca_cryptography_hash(digest_algorithm)
    if isinstance(key, RSAPrivateKey):
        return key.sign(data, PKCS1v15(), algorithm)
    return key.sign(data, ECDSA(algorithm))
