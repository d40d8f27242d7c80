"""The one place that makes random identifiers; keys are made in `signing/keys.py`, never here."""

import secrets
import uuid
from typing import Protocol

import uuid6
from typing_extensions import override

SALT_BYTES = 16
"""Salt of a value's digest: 128 bits, so that a digest alone never gives a value away."""

_DERIVED = uuid.UUID("8f0c6a52-6f0e-4a9e-9f55-7b6a3d1c2e90")
"""Namespace of the identifiers that are worked out (RFC 9562, version 5)."""


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


class DerivedIds(SystemIds):
    """Identifiers that follow from another one: whoever makes them again from it makes the same (RFC 9562 §5.5).

    What is read in from outside gets them, so that two computers that read one file hold one record, not two.
    """

    def __init__(self, seed: str) -> None:
        self._seed = uuid.UUID(seed)
        self._made = 0

    @override
    def uuid7(self) -> str:
        return self._next()

    @override
    def uuid4(self) -> str:
        return self._next()

    def _next(self) -> str:
        self._made += 1
        return str(uuid.uuid5(self._seed, str(self._made)))


def id_of_content(digest: str) -> str:
    """Return the identifier of a content that brings none of its own, given its digest."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, digest))


def canonical_uuid(text: str) -> str:
    """Return a UUID as it is usually written, in lower case with hyphens; blank when the text is none."""
    try:
        return str(uuid.UUID(text))
    except ValueError:
        return ""


def derived_uuid(*parts: str) -> str:
    """Return the UUID that always belongs to these texts: what two devices make of the same thing is one thing."""
    return str(uuid.uuid5(_DERIVED, "\n".join(parts)))
