"""The key folder of a centre: its authority, its signing certificate, its age identities; files only it may read.

The authority's private key is needed for `enrol` alone and may be kept offline in between: take
`authority.key.pem` out of the folder, and put it back to enrol.
"""

import os
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cryptography import x509

from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes, write_atomically
from fieldapp.base.ids import Ids
from fieldapp.bundle.enrolment import TRAINING_AUTHORITY
from fieldapp.signing.age import recipient_of
from fieldapp.signing.certificates import (
    Authority,
    Role,
    Subject,
    certificate_from_pem,
    certificate_to_pem,
    issue,
    make_authority,
    make_request,
)
from fieldapp.signing.identity import Identity
from fieldapp.signing.keys import key_from_pem, key_to_pem, new_age_identity, new_signing_key

AUTHORITY_KEY = "authority.key.pem"
AUTHORITY_CERTIFICATE = "authority.cert.pem"
CENTRAL_KEY = "central.key.pem"
CENTRAL_CERTIFICATE = "central.cert.pem"
AGE_IDENTITIES = "central.age.txt"
"""Secrets of the centre's age identities, one a line, the newest first; old ones open old files."""
AUTHORITY_NAME = "fieldapp ANAPEC CA"
CENTRAL_DAYS = 3653
"""Validity of the centre's own certificate, in days: ten years, as its authority's."""
_FOLDER_MODE, _FILE_MODE = 0o700, 0o600
_KEY_LIMIT = 1 << 16
"""Largest key file read, in bytes."""


@dataclass(frozen=True, slots=True)
class CentralKeys:
    """What the centre signs and decrypts with."""

    authority: x509.Certificate
    identity: Identity
    age_secrets: tuple[str, ...] = field(repr=False)

    @property
    def age_recipient(self) -> str:
        """To whom laptops encrypt from now on."""
        return recipient_of(self.age_secrets[0])


def make_keys(folder: Path, *, is_training: bool, at: datetime, ids: Ids) -> None:
    """Make the keys of a new centre; whole keys that lie there already are kept.

    Raises:
        KnownError: `central.keys_incomplete` when some of the files are there and some are not.
    """
    public = (AUTHORITY_CERTIFICATE, CENTRAL_KEY, CENTRAL_CERTIFICATE, AGE_IDENTITIES)
    found = [name for name in public if (folder / name).exists()]
    if len(found) == len(public):
        return
    if found or (folder / AUTHORITY_KEY).exists():
        missing = sorted(set(public) - set(found))
        raise KnownError("central.keys_incomplete", folder=str(folder), missing=", ".join(missing))
    folder.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
    folder.chmod(_FOLDER_MODE)
    authority = make_authority(TRAINING_AUTHORITY if is_training else AUTHORITY_NAME, at=at)
    key, subject = new_signing_key(), Subject(ids.uuid4(), "ANAPEC", Role.CENTRAL)
    request = make_request(key, subject)
    certificate = issue(authority, request, role=Role.CENTRAL, at=at, days=CENTRAL_DAYS)
    files = {
        AUTHORITY_KEY: key_to_pem(authority.key),
        AUTHORITY_CERTIFICATE: certificate_to_pem(authority.certificate),
        CENTRAL_KEY: key_to_pem(key),
        CENTRAL_CERTIFICATE: certificate_to_pem(certificate),
        AGE_IDENTITIES: f"{new_age_identity().secret}\n".encode(),
    }
    for name, data in files.items():
        write_atomically(folder / name, data, mode=_FILE_MODE)


def load_keys(folder: Path) -> CentralKeys:
    """Read what an importer needs; the authority's private key is not.

    Raises:
        KnownError: `central.keys_not_found`, `central.keys_exposed`, `signing.bad_key`…
    """
    if not (folder / CENTRAL_KEY).exists():
        raise KnownError("central.keys_not_found", folder=str(folder))
    authority = certificate_from_pem(_read(folder / AUTHORITY_CERTIFICATE))
    certificate = certificate_from_pem(_read(folder / CENTRAL_CERTIFICATE))
    identity = Identity(certificate, key_from_pem(_read(folder / CENTRAL_KEY)), (authority,))
    secrets = _read(folder / AGE_IDENTITIES).decode("ascii", errors="replace").split()
    if not secrets:
        raise KnownError("age.bad_identity")
    return CentralKeys(authority, identity, tuple(secrets))


def load_authority(folder: Path) -> Authority:
    """Read the authority with its private key.

    Raises:
        KnownError: `central.authority_offline` when the private key is not in the folder.
    """
    if not (folder / AUTHORITY_KEY).exists():
        raise KnownError("central.authority_offline", folder=str(folder), file=AUTHORITY_KEY)
    key = key_from_pem(_read(folder / AUTHORITY_KEY))
    return Authority(certificate_from_pem(_read(folder / AUTHORITY_CERTIFICATE)), key)


def _read(path: Path) -> bytes:
    data = read_bytes(path, limit=_KEY_LIMIT)
    if os.name == "posix" and path.stat().st_mode & 0o077:
        raise KnownError("central.keys_exposed", path=str(path))
    return data
