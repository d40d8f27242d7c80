"""Enrolment: one file out, eight words on the telephone, one file back. Signed, not encrypted, no field data."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from fieldapp.base.errors import KnownError
from fieldapp.bundle.content import BundleHeader, Enrolment, EnrolmentRequest, Kind, SealedBundle, SealedFile
from fieldapp.bundle.manifest import AUTHORITIES
from fieldapp.bundle.packing import Parcel, filled, pack
from fieldapp.bundle.progress import Progress
from fieldapp.bundle.reader import CENTRE_ROLES, FirstContact, Roles, open_bundle
from fieldapp.bundle.tables import ENROLMENT, REQUEST, TableSpec
from fieldapp.bundle.verified import VerifiedBundle
from fieldapp.signing.age import is_recipient
from fieldapp.signing.certificates import (
    certificate_from_pem,
    device_of,
    key_id_of,
    name_of,
    request_from_pem,
)
from fieldapp.signing.fingerprints import fingerprint_words
from fieldapp.signing.identity import Identity
from fieldapp.signing.trust import Signer, TrustStore

CENTRE = "centre"
"""Recipient of a request: the laptop does not know the centre's name yet."""
TRAINING_CENTRE = "centre-formation"
"""The same where nothing is real: a centre and a training one take no requests of each other."""
TRAINING_AUTHORITY = "fieldapp FORMATION TRAINING CA"
"""Name of the authority of every training centre, written in each of its certificates."""
TEAM = "equipe"
"""Recipient of a request to the lead of a team."""
TRAINING_TEAM = "equipe-formation"
"""The same where nothing is real: the two take no requests of each other."""

_REQUESTS = {
    TRAINING_CENTRE: "DEMANDE_FORMATION",
    TEAM: "DEMANDE_EQUIPE",
    TRAINING_TEAM: "DEMANDE_EQUIPE",
}
"""What the name of a request's file says of whom it is for."""


@dataclass(frozen=True, slots=True)
class VerifiedRequest:
    """A request that holds together; whose it is, only the words compared aloud can say."""

    request: EnrolmentRequest
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VerifiedEnrolment:
    """An answer to our own request, under the authority it brings."""

    enrolment: Enrolment
    signer: Signer
    authority_words: tuple[str, ...]
    """Fingerprint of the authorities, to compare aloud with the centre's."""


def write_request(
    request: EnrolmentRequest, *, identity: Identity, bundle_id: str, at: datetime, recipient: str = CENTRE
) -> SealedFile:
    """Write and sign a request with the very key it asks a certificate for, in a self-signed certificate."""
    header = _header(Kind.ENROLMENT_REQUEST, bundle_id, request.device_id, recipient=recipient)
    table = filled(REQUEST, [tuple(asdict(request).values())])
    kind = _REQUESTS.get(recipient, "DEMANDE")
    parcel = Parcel(f"AF_{kind}_{request.device_id[-8:].upper()}.zip", header, [table])
    return pack(parcel, identity=identity, recipients=(), at=at, progress=Progress(parcel.steps))


def open_request(sealed: SealedBundle, *, at: datetime, recipient: str = CENTRE) -> VerifiedRequest:
    """Open a request and see that whoever signed it holds the key and named the same device everywhere.

    Raises:
        KnownError: as `open_bundle`; `bundle.request_damaged`, `signing.bad_request`.
    """
    kinds = frozenset({Kind.ENROLMENT_REQUEST})
    bundle = open_bundle(
        sealed, identities=(), trust=FirstContact.HOLDER, recipient=recipient, at=at, kinds=kinds
    )
    request = EnrolmentRequest(**_only_row(bundle, REQUEST))
    wanted = request_from_pem(request.request_pem.encode())
    is_same_key = wanted.public_key() == bundle.signer.certificate.public_key()
    is_same_device = wanted.subject == bundle.signer.certificate.subject
    if not (is_same_key and is_same_device and request.device_id == bundle.signer.device_id):
        raise KnownError("bundle.request_damaged")
    if not is_recipient(request.age_recipient):
        raise KnownError("bundle.request_damaged")
    return VerifiedRequest(request, request_words(request))


def is_training_authority(authorities_pem: Iterable[str]) -> bool:
    """Whether certificates are those of a training centre: one of them is enough."""
    names = [name_of(certificate_from_pem(pem.encode())) for pem in authorities_pem]
    return TRAINING_AUTHORITY in names


def request_words(request: EnrolmentRequest) -> tuple[str, ...]:
    """Return the eight words that both sides read to each other: they cover everything the request says."""
    return _words(list(asdict(request).values()))


def authority_words(authorities_pem: tuple[str, ...]) -> tuple[str, ...]:
    """Return the eight words of the authorities, which the centre can read aloud."""
    return _words(sorted(key_id_of(certificate_from_pem(pem.encode())) for pem in authorities_pem))


def write_enrolment(enrolment: Enrolment, *, identity: Identity, bundle_id: str, at: datetime) -> SealedFile:
    """Write and sign the answer with the centre's identity, issued by one of the authorities it brings."""
    header = _header(
        Kind.ENROLMENT, bundle_id, device_of(identity.certificate), recipient=enrolment.device_id
    )
    row = asdict(enrolment)
    authorities = row.pop("authorities_pem")
    parcel = Parcel(
        name=f"AF_INSCRIPTION_{enrolment.device_code}.zip",
        header=header,
        tables=[filled(ENROLMENT, [tuple(row.values())])],
        extra={AUTHORITIES: list(authorities)},
    )
    return pack(parcel, identity=identity, recipients=(), at=at, progress=Progress(parcel.steps))


def open_enrolment(
    sealed: SealedBundle, *, request: EnrolmentRequest, at: datetime, roles: Roles = CENTRE_ROLES
) -> VerifiedEnrolment:
    """Open the answer to our own request: the centre's, or that of a lead (`TEAM_ROLES`).

    Raises:
        KnownError: as `open_bundle`; `bundle.other_recipient` when it is another laptop's,
            `bundle.enrolment_damaged` when the certificate is not for our key or recipients are not sound.
    """
    kinds = frozenset({Kind.ENROLMENT})
    bundle = open_bundle(
        sealed,
        identities=(),
        trust=FirstContact.INTRODUCTION,
        recipient=request.device_id,
        at=at,
        kinds=kinds,
        roles=roles,
    )
    authorities = tuple(bundle.manifest[AUTHORITIES])
    enrolment = Enrolment(**_only_row(bundle, ENROLMENT), authorities_pem=authorities)
    _check_enrolment(enrolment, request, at=at)
    return VerifiedEnrolment(enrolment, bundle.signer, authority_words(authorities))


def _check_enrolment(enrolment: Enrolment, request: EnrolmentRequest, *, at: datetime) -> None:
    certificate = certificate_from_pem(enrolment.certificate_pem.encode())
    roots = tuple(certificate_from_pem(pem.encode()) for pem in enrolment.authorities_pem)
    issued = TrustStore(roots).check(certificate, at)
    is_ours = certificate.public_key() == request_from_pem(request.request_pem.encode()).public_key()
    recipients = [enrolment.central_recipient, *filter(None, [enrolment.escrow_recipient])]
    is_sound = is_ours and {issued.device_id, enrolment.device_id} == {request.device_id}
    if not (is_sound and all(map(is_recipient, recipients))):
        raise KnownError("bundle.enrolment_damaged")


def _header(kind: Kind, bundle_id: str, device_id: str, *, recipient: str) -> BundleHeader:
    return BundleHeader(
        kind=kind,
        bundle_id=bundle_id,
        device_id=device_id,
        device_code="",
        device_epoch="",
        recipient=recipient,
        stream="",
    )


def _only_row(bundle: VerifiedBundle, table: TableSpec) -> dict[str, str]:
    rows = list(bundle.table(table.name))
    if len(rows) != 1:
        raise KnownError("bundle.enrolment_damaged")
    return {name: cell or "" for name, cell in rows[0].items()}


def _words(parts: list[str]) -> tuple[str, ...]:
    return tuple(fingerprint_words(json.dumps(parts, ensure_ascii=False).encode()))
