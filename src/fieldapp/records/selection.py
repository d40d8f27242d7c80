"""What somebody looks for in the list of records: words, filters, and the order they want. Pure; `store` finds it."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from fieldapp.records.record import Status

OPEN_COMMENTS = "open_comments"
"""Where the review of a record is asked for: those with comments that nobody settled."""
STALE_MONTHS = 12
"""A fiche that was not checked for so long is to be checked again."""


class Order(StrEnum):
    """What the list is ordered by; within the same value, the record touched last comes first."""

    TOUCHED = "touched"
    TITLE = "title"
    FORM = "form"
    STATUS = "state"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Selection:
    """A question to the list; what is left out does not restrict it."""

    query: str = ""
    """Words as they were typed: a record holds each of them, as the beginning of a word."""
    form_id: str = ""
    status: Status | None = None
    region: str = ""
    author_id: str = ""
    review: str = ""
    """A `ReviewState`, of which the first means finished fiches that nobody moved yet; or `OPEN_COMMENTS`."""
    is_stale: bool = False
    """Only fiches not checked for `STALE_MONTHS`."""
    is_incomplete: bool = False
    """Only drafts in which something is known to be missing or wrong."""
    order: Order | None = None
    """Nothing chosen: names that hold the words typed come first, then what was touched last."""
    is_reversed: bool = False
    """Whether the order chosen runs backwards; the one touched last comes first when it does not."""
    is_arabic_first: bool = False
    """Whether titles in Arabic letters stand before Latin ones."""

    @property
    def is_filtered(self) -> bool:
        """Whether anything but words restricts it."""
        return self.without_filters() != self

    def without_filters(self) -> "Selection":
        """Return the same question with its words and its order alone."""
        return Selection(
            query=self.query,
            order=self.order,
            is_reversed=self.is_reversed,
            is_arabic_first=self.is_arabic_first,
        )

    def searching(self, query: str) -> "Selection":
        """Return the same question with other words."""
        return replace(self, query=query)


def stale_before(today: date) -> str:
    """Return the day (ISO) before which a check is too old."""
    months = today.year * 12 + today.month - 1 - STALE_MONTHS
    year, month = divmod(months, 12)
    day = today.day if today.day <= 28 else min(today.day, _days(year, month + 1))
    return date(year, month + 1, day).isoformat()


def _days(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days
