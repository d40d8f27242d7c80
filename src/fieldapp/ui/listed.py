"""What the list of records asks of the open workspace. No Qt, no rule of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fieldapp.records.record import Record
    from fieldapp.records.review import ReviewState
    from fieldapp.records.selection import Selection
    from fieldapp.store import Workspace


@dataclass(frozen=True, slots=True)
class Row:
    """One record as the list shows it."""

    record: "Record"
    form_title: str
    transmission: str
    review: "ReviewState | None" = None
    """Where its review stands, once somebody moved it."""
    old_version: str = ""
    """The version of its form, when new records take a newer one."""


class Listed:
    """Rows, in the window's thread; a page at a time."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace

    def find(self, selection: "Selection", *, limit: int) -> list[int]:
        """Return the first row numbers of what is selected; the little that is behind is indexed before."""
        self._workspace.indexing.catch_up_if_little()
        return self._workspace.records.listing.find(selection, limit=limit)

    def number_of(self, record_id: str) -> int:
        """Return the row number of a record."""
        return self._workspace.records.listing.number_of(record_id)

    def rows(self, numbers: Sequence[int], language: str) -> dict[int, Row]:
        """Return rows of the list by their numbers, forms named in a language; one that is gone is left out."""
        forms = self._workspace.forms.list()
        titles = self._workspace.forms.titles(language)
        newest = {form.form_id: form.version for form in forms}
        records = self._workspace.records.listing.numbered(numbers)
        reviews = self._workspace.reviews.states(list(records))
        states = self._workspace.outbox.transmissions([record.record_id for record in records.values()])
        return {
            number: Row(
                record,
                titles.get((record.form_id, record.form_version), record.form_id),
                str(states[record.record_id]),
                reviews.get(number),
                old_version="" if newest[record.form_id] == record.form_version else record.form_version,
            )
            for number, record in records.items()
        }

    def note_counts(self, counted: Sequence[tuple[str, int, int]]) -> None:
        """Keep what drafts were found to lack: record, where it stood in the order of events, how much."""
        for record_id, touched, count in counted:
            self._workspace.records.listing.note_violations(record_id, count, touched=touched)
