"""The one place that makes random identifiers; keys are made in `signing/keys.py`, never here."""

import secrets
import uuid
from typing import Protocol

import uuid6

SALT_BYTES = 16
"""Salt of a value's digest: 128 bits, so that a digest alone never gives a value away."""


class Ids(Protocol):
    """Makes identifiers; tests inject a counting one."""

    def uuid7(self) -> str:
        """Return a time-ordered UUID (RFC 9562 version 7), for rows we create in order."""
        ...

    def uuid4(self) -> str:
        """Return a random UUID (version 4), where order would say too much."""
        ...

    def salt(self) -> str:
        """Return `SALT_BYTES` random bytes in hexadecimal."""
        ...

    def seed(self) -> int:
        """Return a random 63-bit number, for `randomize()` and `random()`."""
        ...


class SystemIds:
    """Identifiers from the operating system's random source."""

    def uuid7(self) -> str:
        """Return a time-ordered UUID."""
        return str(uuid6.uuid7())

    def uuid4(self) -> str:
        """Return a random UUID."""
        return str(uuid.uuid4())

    def salt(self) -> str:
        """Return a fresh salt in hexadecimal."""
        return secrets.token_hex(SALT_BYTES)

    def seed(self) -> int:
        """Return a random 63-bit number."""
        return secrets.randbits(63)
