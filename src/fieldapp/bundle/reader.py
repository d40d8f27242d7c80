"""Opens a sealed bundle, or refuses it with one code. Reads no file and no clock; trusts nothing it is not told to.

The checks, in this order (sync format, §1): size, age, ZIP shape, manifest JSON, signature, digests, version and
recipient, CSV structure. Sequence between bundles and merge come after, at the centre.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from enum import Enum

from fieldapp.base.errors import BugError, KnownError
from fieldapp.base.files import sha256_hex
from fieldapp.bundle import limits
from fieldapp.bundle.content import FIELD_KINDS, BundleHeader, Kind, SealedBundle
from fieldapp.bundle.header import read_header
from fieldapp.bundle.manifest import (
    AUTHORITIES,
    MANIFEST,
    SIGNATURE,
    Manifest,
    Resource,
    parse_manifest,
    read_resources,
)
from fieldapp.bundle.seal import unseal
from fieldapp.bundle.structure import check_structure
from fieldapp.bundle.verified import VerifiedBundle
from fieldapp.bundle.zipping import ZipEntries
from fieldapp.signing.certificates import Role, certificate_from_pem, device_of, key_id_of, role_of
from fieldapp.signing.cms import verify_detached, verify_holder
from fieldapp.signing.trust import Signer, TrustStore


class FirstContact(Enum):
    """How an enrolment is read before there is any trust: it must hold together, and people compare eight words."""

    HOLDER = "holder"
    """A request: signed by whoever holds the key it asks a certificate for."""
    INTRODUCTION = "introduction"
    """An answer: signed under the authority that it brings along."""


_FIRST_CONTACT_KINDS = {
    FirstContact.HOLDER: frozenset({Kind.ENROLMENT_REQUEST}),
    FirstContact.INTRODUCTION: frozenset({Kind.ENROLMENT}),
}
Roles = Mapping[Kind, Collection[Role]]
"""Who may sign what; a kind that is not named is signed by nobody."""
CENTRE_ROLES: Roles = {
    Kind.FULL: frozenset({Role.POSTE, Role.LEAD}),
    Kind.DELTA: frozenset({Role.POSTE, Role.LEAD}),
    Kind.RECEIPT: frozenset({Role.CENTRAL}),
    Kind.REFERENCE: frozenset({Role.CENTRAL}),
    Kind.ENROLMENT_REQUEST: frozenset(Role),
    Kind.ENROLMENT: frozenset({Role.CENTRAL}),
}
"""Between laptops and a centre."""
TEAM_ROLES: Roles = {
    Kind.FULL: frozenset({Role.POSTE, Role.LEAD}),
    Kind.DELTA: frozenset({Role.POSTE, Role.LEAD}),
    Kind.RECEIPT: frozenset({Role.POSTE, Role.LEAD}),
    Kind.ENROLMENT_REQUEST: frozenset(Role),
    Kind.ENROLMENT: frozenset({Role.LEAD}),
}
"""Within a team: each answers what it took, and the lead stands in for the centre."""


def open_bundle(
    sealed: SealedBundle,
    *,
    identities: Sequence[str],
    trust: TrustStore | FirstContact,
    recipient: str,
    at: datetime,
    kinds: Collection[Kind] = FIELD_KINDS,
    roles: Roles = CENTRE_ROLES,
) -> VerifiedBundle:
    """Run every check up to CSV structure and hand out what is inside.

    Args:
        sealed: The bytes from the stick.
        identities: Our age secrets; none at all reads a bundle that is signed and not encrypted, and only such.
        trust: Whose signature counts, at the moment `at`.
        recipient: The name under which we are written to.
        at: The present moment.
        kinds: What we are ready to receive.
        roles: Who may sign what.

    Raises:
        KnownError: `bundle.*`, `age.*`, `change.value_altered`: the first check that fails; nothing was used.
    """
    if isinstance(trust, FirstContact) and not set(kinds) <= _FIRST_CONTACT_KINDS[trust]:
        raise BugError("bundle.first_contact", kinds=sorted(kinds))
    entries = ZipEntries(unseal(sealed.data, identities))
    raw = _small_entry(
        entries, MANIFEST, "bundle.no_manifest", "bundle.manifest_too_large", limits.MANIFEST_BYTES
    )
    manifest = parse_manifest(raw)
    resources = read_resources(manifest)
    der = _small_entry(
        entries, SIGNATURE, "bundle.no_signature", "bundle.signature_damaged", limits.SIGNATURE_BYTES
    )
    signer = _check_signature(raw, der, manifest, trust, at=at)
    _check_digests(entries, resources)
    header = read_header(manifest)
    _check_addressee(header, signer, recipient, kinds)
    if signer.role not in roles.get(header.kind, ()):
        raise KnownError("bundle.wrong_role", role=str(signer.role), kind=str(header.kind))
    tables = {resource.name: resource for resource in resources if resource.table}
    check_structure(entries, tables, header=header, signer=signer)
    return VerifiedBundle(header, signer, manifest, sha256_hex(raw), entries, tables)


def _small_entry(entries: ZipEntries, name: str, missing: str, too_large: str, limit: int) -> bytes:
    if name not in entries.names:
        raise KnownError(missing)
    if entries.size(name) > limit:
        raise KnownError(too_large, limit=limit)
    return entries.read(name)


def _check_signature(
    raw: bytes, der: bytes, manifest: Manifest, trust: TrustStore | FirstContact, *, at: datetime
) -> Signer:
    if isinstance(trust, TrustStore):
        return verify_detached(raw, der, trust, at=at)
    if trust is FirstContact.INTRODUCTION:
        return verify_detached(raw, der, _introduced(manifest), at=at)
    certificate = verify_holder(raw, der, at=at)
    return Signer(device_of(certificate), role_of(certificate), key_id_of(certificate), certificate)


def _introduced(manifest: Manifest) -> TrustStore:
    """Read the authorities that an enrolment brings; what they are worth, its reader decides by eight words."""
    listed = manifest.get(AUTHORITIES)
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        raise KnownError("bundle.manifest_field", field=AUTHORITIES)
    return TrustStore(tuple(certificate_from_pem(pem.encode()) for pem in listed))


def _check_digests(entries: ZipEntries, resources: Sequence[Resource]) -> None:
    """See that the ZIP holds exactly what the signed manifest lists, to the byte."""
    listed = {resource.path for resource in resources}
    for name in sorted(entries.names - listed - {MANIFEST, SIGNATURE}):
        raise KnownError("bundle.unlisted_entry", entry=name)
    for resource in resources:
        if resource.path not in entries.names:
            raise KnownError("bundle.file_missing", entry=resource.path)
        if entries.size(resource.path) != resource.size:
            raise KnownError("bundle.size_differs", entry=resource.path)
        digest = hashlib.sha256()
        for chunk in entries.chunks(resource.path):
            digest.update(chunk)
        if digest.hexdigest() != resource.sha256:
            raise KnownError("bundle.hash_differs", entry=resource.path)
        if resource.path.startswith("files/") and not resource.path.startswith(f"files/{resource.sha256}."):
            raise KnownError("bundle.attachment_name", entry=resource.path)


def _check_addressee(header: BundleHeader, signer: Signer, recipient: str, kinds: Collection[Kind]) -> None:
    if header.kind not in kinds:
        raise KnownError("bundle.wrong_kind", kind=str(header.kind))
    if header.recipient != recipient:
        raise KnownError("bundle.other_recipient", recipient=header.recipient)
    if header.signer_cert_sha256 != signer.key_id:
        raise KnownError("bundle.signer_differs", signer=signer.key_id[:16])
    if header.device_id != signer.device_id:
        raise KnownError("bundle.device_differs", device_id=header.device_id, signer_device=signer.device_id)
