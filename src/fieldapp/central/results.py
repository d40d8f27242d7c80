"""What the centre answers to its callers: results of an import, an enrolment, a look at the whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fieldapp.bundle.content import SealedFile


class ImportStatus(StrEnum):
    """What became of one file."""

    APPLIED = "applied"
    """It was received; some changes may wait in quarantine."""
    SAME = "same"
    """It had been received before: nothing new, the same receipt."""
    REFUSED = "refused"
    """Nothing was written, for the reason in `code`."""


@dataclass(frozen=True, slots=True)
class ReceiptFile:
    """A receipt ready for a stick: signed by the centre, encrypted to the laptop."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of one file."""

    name: str
    """The file's own name."""
    status: ImportStatus
    code: str = ""
    """Why it was refused; blank otherwise."""
    facts: Mapping[str, object] = field(default_factory=dict)
    bundle_id: str = ""
    device_code: str = ""
    bundle_no: int = 0
    seq_from: int = 0
    seq_to: int = 0
    new_count: int = 0
    """Changes the centre had not seen."""
    known_count: int = 0
    record_count: int = 0
    """Records that the new changes touch."""
    quarantine_count: int = 0
    """Changes of this bundle that wait."""
    conflict_count: int = 0
    """Fields of the touched records on which several values stand against each other."""
    receipt: ReceiptFile | None = None
    """What goes back to the laptop; `None` when the file gave us nobody we may answer."""

    @property
    def is_refused(self) -> bool:
        """Whether nothing was taken."""
        return self.status is ImportStatus.REFUSED


@dataclass(frozen=True, slots=True)
class EnrolmentAnswer:
    """A laptop enrolled: the file that goes back to it."""

    name: str
    data: bytes = field(repr=False)
    device_code: str
    words: tuple[str, ...]
    """Eight words, the same on the laptop's screen: compared by phone."""
    is_again: bool
    """The same request had been answered before: the same file."""


@dataclass(frozen=True, slots=True)
class DeviceStatus:
    """One laptop, as the centre sees it."""

    device_id: str
    device_code: str
    name: str
    role: str
    is_revoked: bool
    last_bundle_no: int
    """Of its newest epoch; 0 before the first bundle."""
    last_seq: int
    last_bundle_at: str


@dataclass(frozen=True, slots=True)
class CentreStatus:
    """How the centre stands."""

    name: str
    recipient: str
    is_training: bool
    records_by_form: Mapping[str, int]
    change_count: int
    conflict_count: int
    quarantine_count: int
    bundle_count: int
    devices: tuple[DeviceStatus, ...]


def receipt_file(sealed: SealedFile) -> ReceiptFile:
    """Return a receipt just written."""
    return ReceiptFile(sealed.name, sealed.data)
