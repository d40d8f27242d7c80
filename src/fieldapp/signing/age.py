"""The door to age: encrypt to public recipients, decrypt with our own identities."""

from collections.abc import Sequence

from fieldapp.base.errors import KnownError

_NOT_FOR_US = "No matching keys found"
"""What the age library says when the header is sound and names none of our identities."""


def encrypt(data: bytes, recipients: Sequence[str]) -> bytes:
    """Encrypt so that any one of the recipients can read.

    Raises:
        KnownError: `age.bad_recipient` when a recipient is no X25519 age recipient, or there is none.
    """
    import pyrage

    if not recipients:
        raise KnownError("age.bad_recipient", recipient="")
    keys = [_recipient(one) for one in dict.fromkeys(recipients)]
    encrypted: bytes = pyrage.encrypt(data, keys)
    return encrypted


def decrypt(data: bytes, identities: Sequence[str]) -> bytes:
    """Decrypt with the first identity that fits.

    Raises:
        KnownError: `age.not_for_us`, `age.damaged`, or `age.bad_identity` when a secret is no age secret.
    """
    import pyrage

    try:
        keys = [pyrage.x25519.Identity.from_str(one.strip()) for one in identities]
    except pyrage.IdentityError as error:
        raise KnownError("age.bad_identity") from error
    try:
        decrypted: bytes = pyrage.decrypt(data, keys)
    except pyrage.DecryptError as error:
        code = "age.not_for_us" if str(error) == _NOT_FOR_US else "age.damaged"
        raise KnownError(code) from error
    return decrypted


def is_recipient(text: str) -> bool:
    """Say whether this is an X25519 age recipient."""
    try:
        _recipient(text)
    except KnownError:
        return False
    return True


def recipient_of(secret: str) -> str:
    """Return the public recipient of an age secret.

    Raises:
        KnownError: `age.bad_identity`.
    """
    import pyrage

    try:
        return str(pyrage.x25519.Identity.from_str(secret.strip()).to_public())
    except pyrage.IdentityError as error:
        raise KnownError("age.bad_identity") from error


def _recipient(text: str) -> object:
    import pyrage

    try:
        return pyrage.x25519.Recipient.from_str(text.strip())
    except pyrage.RecipientError as error:
        raise KnownError("age.bad_recipient", recipient=text[:80]) from error
