"""`extract-signed()`: the text of a code that carries its own signature, as ODK Collect reads it from a bar code."""

import base64
import binascii

from fieldapp.xpath.closures import Kind
from fieldapp.xpath.functions.table import Function

_SIGNATURE_BYTES = 64
"""Of Ed25519 (RFC 8032); the text follows it."""


def _extract_signed(content: str, public_key: str) -> str:
    """Return the text if its signature is that of the key; blank for anything that is not what it claims to be."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        signed = base64.b64decode(content, validate=True)
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public_key, validate=True))
        key.verify(signed[:_SIGNATURE_BYTES], signed[_SIGNATURE_BYTES:])
        return signed[_SIGNATURE_BYTES:].decode()
    except (binascii.Error, ValueError, InvalidSignature):
        return ""


FUNCTIONS = (Function("extract-signed", "text text", Kind.TEXT, _extract_signed),)
