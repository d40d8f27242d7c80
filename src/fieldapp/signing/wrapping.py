"""The key file of a workspace: its key, wrapped by a passphrase and by recovery recipients, as readable text.

The file is JSON with sorted names. It holds no secret in clear and can be printed::

    {"format": "fieldapp-keys", "format_version": 1,
     "notes": {...},                        what may be read before opening (is it a training workspace?)
     "passphrase": {kdf, salt, iterations, lanes, memory_kib, nonce, wrapped},
     "recovery": [{recipient, wrapped}],    the key, encrypted with age to each recipient
     "mac": …,                              HMAC-SHA256 by a key derived from the workspace's key: nobody
                                            changed the file without knowing the key
     "sha256": …}                           tells a damaged file from a wrong passphrase

That a real workspace has at least one recovery recipient is a rule of its use case, not of this file.
"""

import base64
import binascii
import hashlib
import hmac
import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from fieldapp.base.errors import BugError, KnownError
from fieldapp.signing import age
from fieldapp.signing.keys import KEY_BYTES, random_bytes

FORMAT = "fieldapp-keys"
FORMAT_VERSION = 1

ARGON2_SALT_BYTES = 16
"""Length of the salt that RFC 9106 section 3.1 recommends."""

GCM_NONCE_BYTES = 12
"""Nonce of AES-256-GCM (NIST SP 800-38D); the wrapping key is used once, since every wrap takes a new salt."""

FILE_LIMIT = 256 * 1024
"""Largest key file we read, in bytes."""

_KDF_LIMITS = {"iterations": (1, 64), "lanes": (1, 64), "memory_kib": (8 * 1024, 2 * 1024 * 1024)}
"""Smallest and largest Argon2id parameters we obey: a file may not make us take all the memory there is."""


@dataclass(frozen=True, slots=True)
class Cost:
    """How dear each guess at a passphrase is made: parameters of Argon2id."""

    iterations: int
    lanes: int
    memory_kib: int


GUARDED = Cost(iterations=3, lanes=4, memory_kib=64 * 1024)
"""RFC 9106 section 4, second recommended option: for machines with little memory."""
PUBLISHED = Cost(iterations=1, lanes=1, memory_kib=8 * 1024)
"""For a passphrase that everybody is told: nobody has to guess it, and nobody should wait for it."""

_NO_NOTES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What a key file says before it is opened; only unwrapping proves that nobody changed it."""

    notes: Mapping[str, str]
    has_passphrase: bool
    recovery_recipients: tuple[str, ...]


def wrap_key(
    key: bytes,
    *,
    passphrase: str | None,
    recovery_recipients: Sequence[str],
    notes: Mapping[str, str] = _NO_NOTES,
    cost: Cost = GUARDED,
) -> bytes:
    """Write the key file of a workspace's key.

    Raises:
        KnownError: `age.bad_recipient`.
    """
    if passphrase is None and not recovery_recipients:
        raise BugError("wrapping.no_way_in")
    locked = None if passphrase is None else _lock(key, passphrase, cost)
    return _write(
        key, {"notes": dict(notes), "passphrase": locked, "recovery": _wraps(key, recovery_recipients)}
    )


def read_key_file(text: bytes) -> KeyFile:
    """Read what a key file says of itself, without opening it.

    Raises:
        KnownError: `workspace.keys_damaged`, or `workspace.newer` when a later version wrote it.
    """
    body = _read(text)
    recipients = tuple(one["recipient"] for one in body["recovery"])
    return KeyFile(MappingProxyType(body["notes"]), body["passphrase"] is not None, recipients)


def unwrap_with_passphrase(text: bytes, passphrase: str) -> bytes:
    """Return the workspace's key.

    Raises:
        KnownError: `workspace.wrong_passphrase`, `workspace.keys_damaged` or `workspace.newer`.
    """
    body = _read(text)
    locked = body["passphrase"]
    if locked is None:
        raise KnownError("workspace.wrong_passphrase")
    try:
        nonce, wrapped = _unbase64(locked["nonce"]), _unbase64(locked["wrapped"])
        cipher = AESGCM(_stretch(passphrase, locked))
        key = cipher.decrypt(nonce, wrapped, _parameters(locked))
    except InvalidTag as error:
        raise KnownError("workspace.wrong_passphrase") from error
    except (KeyError, TypeError, ValueError) as error:
        raise KnownError("workspace.keys_damaged") from error
    return _proved(body, key)


def unwrap_with_recovery(text: bytes, age_secret: str) -> bytes:
    """Return the workspace's key by means of a recovery secret.

    Raises:
        KnownError: `workspace.no_recovery` when this secret opens nothing here, `age.bad_identity`,
            `workspace.keys_damaged` or `workspace.newer`.
    """
    body = _read(text)
    recipient = age.recipient_of(age_secret)
    mine = [one for one in body["recovery"] if one["recipient"] == recipient]
    if not mine:
        raise KnownError("workspace.no_recovery", recipient=recipient)
    try:
        key = age.decrypt(_unbase64(mine[0]["wrapped"]), [age_secret])
    except (KnownError, ValueError) as error:
        raise KnownError("workspace.keys_damaged") from error
    return _proved(body, key)


def rewrap(
    text: bytes,
    key: bytes,
    *,
    passphrase: str | None = None,
    recovery_recipients: Sequence[str] | None = None,
) -> bytes:
    """Write the key file anew for the same key; what is not given stays as it was.

    Raises:
        KnownError: `workspace.keys_damaged` when this is not the key of this file, `age.bad_recipient`.
    """
    body = _read(text)
    _proved(body, key)
    if passphrase is not None:
        body["passphrase"] = _lock(key, passphrase, GUARDED)
    if recovery_recipients is not None:
        body["recovery"] = _wraps(key, recovery_recipients)
    return _write(key, {name: body[name] for name in ("notes", "passphrase", "recovery")})


def _lock(key: bytes, passphrase: str, cost: Cost) -> dict[str, Any]:
    locked: dict[str, Any] = {
        "kdf": "argon2id",
        "salt": _base64(random_bytes(ARGON2_SALT_BYTES)),
        **asdict(cost),
        "nonce": _base64(random_bytes(GCM_NONCE_BYTES)),
    }
    cipher = AESGCM(_stretch(passphrase, locked))
    wrapped = cipher.encrypt(_unbase64(locked["nonce"]), key, _parameters(locked))
    return locked | {"wrapped": _base64(wrapped)}


def _stretch(passphrase: str, locked: Mapping[str, Any]) -> bytes:
    if locked["kdf"] != "argon2id":
        raise ValueError("unknown key derivation")
    for name, (low, high) in _KDF_LIMITS.items():
        if type(locked[name]) is not int or not low <= locked[name] <= high:
            raise ValueError("key derivation parameter out of bounds")
    kdf = Argon2id(
        salt=_unbase64(locked["salt"]),
        length=KEY_BYTES,
        iterations=locked["iterations"],
        lanes=locked["lanes"],
        memory_cost=locked["memory_kib"],
    )
    # One spelling of accents and Arabic letters, whatever the keyboard wrote.
    return kdf.derive(unicodedata.normalize("NFC", passphrase).encode())


def _parameters(locked: Mapping[str, Any]) -> bytes:
    """Return what AES-GCM authenticates beside the key: how the wrapping key was made."""
    names = ("kdf", "salt", "iterations", "lanes", "memory_kib")
    return _canonical({name: locked[name] for name in names})


def _wraps(key: bytes, recipients: Sequence[str]) -> list[dict[str, str]]:
    unique = sorted({one.strip() for one in recipients})
    return [{"recipient": one, "wrapped": _base64(age.encrypt(key, [one]))} for one in unique]


def _proved(body: Mapping[str, Any], key: bytes) -> bytes:
    if len(key) != KEY_BYTES or not hmac.compare_digest(_mac(key, body), str(body["mac"]).encode()):
        raise KnownError("workspace.keys_damaged")
    return key


def _mac(key: bytes, body: Mapping[str, Any]) -> bytes:
    derived = HKDFExpand(algorithm=SHA256(), length=KEY_BYTES, info=b"fieldapp key file mac").derive(key)
    covered = {name: value for name, value in body.items() if name not in ("mac", "sha256")}
    return hmac.new(derived, _canonical(covered), hashlib.sha256).hexdigest().encode()


def _write(key: bytes, content: Mapping[str, Any]) -> bytes:
    body = {"format": FORMAT, "format_version": FORMAT_VERSION, **content}
    body["mac"] = _mac(key, body).decode()
    body["sha256"] = hashlib.sha256(_canonical(body)).hexdigest()
    return json.dumps(body, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def _read(text: bytes) -> dict[str, Any]:
    try:
        if len(text) > FILE_LIMIT:
            raise KnownError("workspace.keys_damaged")
        body = json.loads(text)
        if body["format"] != FORMAT or type(body["format_version"]) is not int:
            raise KnownError("workspace.keys_damaged")
        if body["format_version"] > FORMAT_VERSION:
            raise KnownError("workspace.newer", version=body["format_version"])
        covered = {name: value for name, value in body.items() if name != "sha256"}
        if hashlib.sha256(_canonical(covered)).hexdigest() != body["sha256"] or not _has_shape(body):
            raise KnownError("workspace.keys_damaged")
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise KnownError("workspace.keys_damaged") from error
    return dict(body)


def _has_shape(body: Mapping[str, Any]) -> bool:
    return (
        isinstance(body["notes"], dict)
        and isinstance(body["passphrase"], dict | None)
        and isinstance(body["mac"], str)
        and isinstance(body["recovery"], list)
        and all(
            isinstance(one["recipient"], str) and isinstance(one["wrapped"], str) for one in body["recovery"]
        )
    )


def _canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _unbase64(text: object) -> bytes:
    if not isinstance(text, str):
        raise ValueError("not base64 text")
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError("not base64 text") from error
