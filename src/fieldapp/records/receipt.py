"""What the centre says of single changes in a receipt: the words that bundle, store and centre share."""

from dataclasses import dataclass
from enum import StrEnum


class ItemSeverity(StrEnum):
    """How much one item of a receipt matters."""

    INFO = "info"
    WARNING = "warning"
    """Applied, but to be looked at."""
    ERROR = "error"
    """In quarantine: to be corrected on the laptop."""


@dataclass(frozen=True, slots=True)
class ReceiptItem:
    """Something the centre says about one change or one value."""

    severity: ItemSeverity
    code: str
    change_id: str = ""
    record_id: str = ""
    path: str = ""
    value: str = ""
    advice_fr: str = ""
    advice_ar: str = ""


@dataclass(frozen=True, slots=True)
class ConflictHead:
    """One of the values that stand against each other in a conflict."""

    record_id: str
    path: str
    change_id: str
    value: str | None
    agreed_value: str | None
    """The last value all heads descend from; the same in every head of one conflict."""
    device_code: str
    actor_id: str
    at: str
