"""Looks into any file of ours that this workspace can open, without taking anything of it in."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from fieldapp.base.errors import KnownError
from fieldapp.bundle.content import (
    FIELD_KINDS,
    AttachmentRow,
    BundleHeader,
    Kind,
    ReceiptContent,
    SealedBundle,
)
from fieldapp.bundle.enrolment import CENTRE, TEAM, TRAINING_CENTRE, TRAINING_TEAM
from fieldapp.bundle.reader import CENTRE_ROLES, TEAM_ROLES, FirstContact, Roles, open_bundle
from fieldapp.bundle.receipts import read_receipt
from fieldapp.bundle.verified import VerifiedBundle
from fieldapp.records.change import is_erased
from fieldapp.signing.certificates import name_of
from fieldapp.signing.trust import TrustStore
from fieldapp.store import Workspace
from fieldapp.usecases.laptop_identity import age_identity, centre_of, team_trust

_ENCRYPTED = b"age-encryption.org/"
_OTHER_READING = ("bundle.unknown_signer", "bundle.wrong_kind", "bundle.other_recipient", "bundle.wrong_role")
"""Refusals that say only: this is not what the file was taken for. The later, the nearer it came."""


@dataclass(frozen=True, slots=True)
class RecordInside:
    """A record that changes of a bundle are about."""

    record_id: str
    form_id: str
    changes: int
    title: str
    """What it is called here; blank when it is not here."""


@dataclass(frozen=True, slots=True)
class BundleInside:
    """What a file says of itself, once signature, digests and structure have been found sound."""

    header: BundleHeader
    signer_name: str
    signer_role: str
    is_encrypted: bool
    tables: dict[str, int]
    """Rows of each table."""
    operations: dict[str, int]
    """How many changes of each kind: create, edit, delete…"""
    erased: int
    """Values that are no longer in it: effacé."""
    records: tuple[RecordInside, ...]
    files: tuple[AttachmentRow, ...]
    receipt: ReceiptContent | None = field(default=None, repr=False)
    """What a receipt answers."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way of taking a file: from whom, to whom, and what it may be."""

    trust: TrustStore | FirstContact
    recipient: str
    kinds: Collection[Kind]
    roles: Roles = field(repr=False)


def inspect_bundle(workspace: Workspace, data: bytes) -> BundleInside:
    """Open a file as whatever it is and say what is inside; nothing is kept of it.

    What this workspace sent can be opened, what was sent to it, and requests and answers of enrolment, which
    anybody can open: who signed one of those, only the words compared aloud can say.

    Raises:
        KnownError: What `open_bundle` finds: `age.not_for_us`, `bundle.hash_differs`…
    """
    is_encrypted = data.startswith(_ENCRYPTED)
    readings = list(_readings(workspace))
    if not is_encrypted:  # or signed only, where the law lets nobody encrypt
        readings += _first_readings(workspace)
    opened = _open(workspace, data, readings)
    changes = [one.change for one in opened.iter_changes()]
    touched = Counter((change.record_id, change.form_id) for change in changes)
    is_receipt = opened.header.kind is Kind.RECEIPT
    return BundleInside(
        header=opened.header,
        signer_name=name_of(opened.signer.certificate),
        signer_role=str(opened.signer.role),
        is_encrypted=is_encrypted,
        tables={name: opened.count(name) for name in sorted(opened.tables)},
        operations=dict(sorted(Counter(str(change.op) for change in changes).items())),
        erased=sum(is_erased(one) for change in changes for one in change.fields),
        records=tuple(
            RecordInside(record_id, form_id, count, _title(workspace, record_id))
            for (record_id, form_id), count in touched.items()
        ),
        files=opened.attachments,
        receipt=read_receipt(opened, device_id=opened.header.recipient).content if is_receipt else None,
    )


def _readings(workspace: Workspace) -> Iterator[_Reading]:
    own, centre, team = workspace.device.device_id, centre_of(workspace), workspace.exchange.team
    if centre is not None:
        yield _Reading(centre.trust, centre.name, FIELD_KINDS, CENTRE_ROLES)
        yield _Reading(centre.trust, own, {Kind.RECEIPT, Kind.REFERENCE}, CENTRE_ROLES)
    if team.membership is not None:
        for device_id in (own, *(peer.device_id for peer in team.peers())):
            yield _Reading(team_trust(workspace), device_id, {*FIELD_KINDS, Kind.RECEIPT}, TEAM_ROLES)


def _first_readings(workspace: Workspace) -> Iterator[_Reading]:
    for recipient in (CENTRE, TRAINING_CENTRE, TEAM, TRAINING_TEAM):
        yield _Reading(FirstContact.HOLDER, recipient, {Kind.ENROLMENT_REQUEST}, CENTRE_ROLES)
    for roles in (CENTRE_ROLES, TEAM_ROLES):
        yield _Reading(FirstContact.INTRODUCTION, workspace.device.device_id, {Kind.ENROLMENT}, roles)


def _open(workspace: Workspace, data: bytes, readings: list[_Reading]) -> VerifiedBundle:
    if not readings:
        raise KnownError("bundle.not_enrolled")
    secrets = (age_identity(workspace).secret,) if data.startswith(_ENCRYPTED) else ()
    refusals = []
    for reading in readings:
        try:
            return open_bundle(
                SealedBundle(data),
                identities=secrets,
                trust=reading.trust,
                recipient=reading.recipient,
                at=workspace.clock.now(),
                kinds=reading.kinds,
                roles=reading.roles,
            )
        except KnownError as refusal:
            if refusal.code not in _OTHER_READING:
                raise
            refusals.append(refusal)
    raise max(refusals, key=lambda one: _OTHER_READING.index(one.code))


def _title(workspace: Workspace, record_id: str) -> str:
    try:
        return workspace.records.get(record_id).title
    except KnownError:
        return ""
