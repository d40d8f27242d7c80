"""What a bundle says, apart from how it is written: header, changes, records, attachments."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fieldapp.forms.definition import FormDefinition
from fieldapp.records.change import Change
from fieldapp.records.receipt import ConflictHead, ReceiptItem

FORMAT = "ma.fieldapp.sync"
FORMAT_VERSION = "1.0"
NO_MANIFEST = "0" * 64
"""`prev_manifest_sha256` of the first bundle of a stream."""
ANAPEC = "anapec"
"""Stream to the employment agency; the others are `equipe:<lead>`."""


class Kind(StrEnum):
    """What a bundle is for."""

    FULL = "full"
    """Everything of a stream, from its first change."""
    DELTA = "delta"
    """Everything of a stream since the last receipt."""
    RECEIPT = "receipt"
    REFERENCE = "reference"
    ENROLMENT_REQUEST = "enrolment-request"
    ENROLMENT = "enrolment"


FIELD_KINDS = frozenset({Kind.FULL, Kind.DELTA})
"""Bundles that carry changes."""


@dataclass(frozen=True, slots=True)
class BundleActor:
    """Who made changes of this bundle."""

    actor_id: str
    role: str
    name: str = ""
    """Within a team alone, so that lists show whose a record is; names do not travel to the centre."""


@dataclass(frozen=True, slots=True)
class BundleHeader:
    """The `fieldapp:sync` object of the manifest: who sends what to whom."""

    kind: Kind
    bundle_id: str
    """UUIDv7; the same bundle made again keeps it."""
    device_id: str
    """UUID of the sender, as in its certificate."""
    device_code: str
    """`P0007`; given at enrolment, blank before."""
    device_epoch: str
    """UUID; a new one after a cloned or restored workspace starts its stream again."""
    recipient: str
    """Name of whom it is for (`central-2026`); for a receipt, the laptop's device_id. Signed, so that a bundle
    cannot be sealed anew and passed on."""
    stream: str = ANAPEC
    bundle_no: int = 0
    """From 1, without gaps, per stream and epoch; receipts count on their own; 0 for enrolment."""
    prev_manifest_sha256: str = NO_MANIFEST
    seq_from: int = 1
    """First stream_seq inside. A bundle without changes has `seq_to == seq_from - 1`."""
    seq_to: int = 0
    last_receipt_no: int = 0
    reference_version: int = 0
    form_versions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """form_id -> versions of the definitions the records inside were filled with; the writer fills it in."""
    app_version: str = ""
    actors: tuple[BundleActor, ...] = ()
    personal_data: bool = True
    signer_cert_sha256: str = ""
    """Digest of the signer's certificate (DER); the writer fills it in, the reader compares it."""


@dataclass(frozen=True, slots=True)
class StreamedChange:
    """A change with its place in the stream."""

    stream_seq: int
    change: Change
    """Already projected: only fields that may travel, with parents the audience can know, sorted by path."""


@dataclass(frozen=True, slots=True)
class RecordState:
    """The present state of a record, for the flat tables: answers that may travel, and nothing else."""

    record_id: str
    form_id: str
    form_version: str
    answers: Mapping[str, str]
    updated_at: str


@dataclass(frozen=True, slots=True)
class BundleFile:
    """A photo, a drawn signature or a signed PDF, and the answer it belongs to."""

    sha256: str
    extension: str
    """Lower case, without a dot: `jpg`, `pdf`; one of `attachments.MEDIA`."""
    media_type: str
    record_id: str
    path: str
    """Record path of the answer; blank for a document of the whole record."""
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class BundleContent:
    """Everything a bundle of kind full or delta says."""

    header: BundleHeader
    changes: tuple[StreamedChange, ...] = ()
    """In order of stream_seq, from `header.seq_from` to `header.seq_to`."""
    records: tuple[RecordState, ...] = ()
    definitions: Mapping[tuple[str, str], FormDefinition] = field(default_factory=dict)
    """(form_id, version) -> definition, for every record's form and version."""
    attachments: tuple[BundleFile, ...] = ()


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A bundle just written, ready for a stick."""

    name: str
    """`AF_P0007_000042.zip.age`."""
    data: bytes = field(repr=False)
    manifest_sha256: str
    """What the next bundle of the stream names as `prev_manifest_sha256`, and its receipt as `manifest_sha256`."""
    recipient: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class SealedBundle:
    """Bytes from a stick: nothing in them is trusted."""

    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """One row of `data/attachment.csv`."""

    sha256: str
    extension: str
    media_type: str
    size: int
    record_id: str
    path: str


class ReceiptStatus(StrEnum):
    """What became of a bundle at the centre."""

    APPLIED = "applied"
    """Everything stands in the central database."""
    PARTIAL = "partial"
    """Received whole; some changes wait in quarantine, see the items."""
    GAP = "gap"
    """Nothing taken: changes before this bundle are missing, from `need_from_seq` on."""
    FORK = "fork"
    """Nothing taken: the same numbers came with other content; the laptop needs a new epoch."""
    REFUSED = "refused"
    """Nothing taken, for the reason in the items."""


@dataclass(frozen=True, slots=True)
class ReceiptContent:
    """The centre's answer to one bundle."""

    receipt_no: int
    """Per laptop and stream, from 1."""
    bundle_id: str
    bundle_no: int
    device_id: str
    """The laptop it answers."""
    device_code: str
    stream: str
    status: ReceiptStatus
    manifest_sha256: str
    """Of the bundle answered."""
    ack_seq: int
    """Last stream_seq that the centre holds without a gap."""
    need_from_seq: int
    """Where the next bundle must begin at the latest: `ack_seq + 1`."""
    received_at: str
    items: tuple[ReceiptItem, ...] = ()
    conflicts: tuple[ConflictHead, ...] = ()


@dataclass(frozen=True, slots=True)
class EnrolmentRequest:
    """What a laptop asks with; no field data."""

    device_id: str
    device_name: str
    actor_id: str
    actor_name: str
    age_recipient: str
    request_pem: str
    """PKCS#10 certificate request of the laptop's signing key."""


@dataclass(frozen=True, slots=True)
class Enrolment:
    """The answer to a request: who the laptop is from now on, and whom it sends to."""

    device_id: str
    device_code: str
    certificate_pem: str
    central_name: str
    """What bundles name as `recipient`: `central-2026`."""
    central_recipient: str
    """age recipient of the centre."""
    escrow_recipient: str
    """age recipient of the offline escrow, or blank."""
    authorities_pem: tuple[str, ...]
    """Certificates of the sync authorities the laptop trusts from now on."""
