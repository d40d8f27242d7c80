"""A record: a filled form as we keep it, apart from its answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from fieldapp.base.errors import KnownError

Answers = Mapping[str, str]
"""Path -> value; a blank answer is absent."""


class Status(StrEnum):
    """How far a record is filled; review and transmission are other axes."""

    DRAFT = "draft"
    FINALISED = "finalised"


_NEXT: dict[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.FINALISED}),
    Status.FINALISED: frozenset({Status.DRAFT}),
}


@dataclass(frozen=True, slots=True)
class Record:
    """One filled form: its identity, its form, its place in its life."""

    record_id: str
    """UUIDv7, made on the laptop; for an organisation, the same for ever."""
    form_id: str
    form_version: str
    status: Status
    title: str
    """What lists show: the form's instance name, or blank while nothing names it."""
    created_at: str
    updated_at: str
    author_id: str
    revision: int
    """Number of finalised revisions; 0 for a record never finalised."""
    trashed_at: str | None = None

    @property
    def is_draft(self) -> bool:
        """Whether answers are being entered."""
        return self.status is Status.DRAFT


def check_move(before: Status, after: Status) -> None:
    """Refuse a move of the status that the table does not know.

    Raises:
        KnownError: `record.wrong_move`.
    """
    if after not in _NEXT[before]:
        raise KnownError("record.wrong_move", before=str(before), after=str(after))
