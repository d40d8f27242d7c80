"""Looks into the trash: what lies there, since when, why, by whom, and for how long it is kept as it is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from fieldapp.base.clock import moment_from_text
from fieldapp.base.clock_guard import Doubt
from fieldapp.records.record import Record
from fieldapp.store import Workspace
from fieldapp.store.events import Moment
from fieldapp.store.trash import TrashEntry

KEPT_FOR = timedelta(days=90)
"""How long a record lies there before its removal for ever is even proposed; nothing ever goes by itself."""

_MOST = 1_000_000
"""The trash is shown whole: what lies there is not to be missed."""


@dataclass(frozen=True, slots=True)
class TrashedRecord:
    """A record in the trash."""

    record: Record
    form_title: str
    at: str
    """When it was put there, as the clock said."""
    is_doubted: bool
    """Whether that clock cannot have been right."""
    by: str
    """Name of who put it there; blank when nobody is known."""
    reason: str
    days_left: int
    """Until its removal may be proposed."""
    is_erased: bool
    """Whether only the note of its erasure is left: it does not come back."""

    @property
    def is_ripe(self) -> bool:
        """Whether it has lain there long enough for its removal to be proposed."""
        return self.days_left == 0 and not self.is_erased


def list_trash(workspace: Workspace, *, query: str = "", language: str = "") -> list[TrashedRecord]:
    """Return what lies in the trash, the record put there last first.

    Args:
        workspace: The workspace.
        query: Words of the titles sought.
        language: In which forms are named.
    """
    entries = workspace.trashed.entries()
    erased = workspace.erasing.done.tombstones()
    names = {actor.actor_id: actor.name for actor in workspace.people.actors()}
    titles = workspace.forms.newest_titles(language)
    now = _trusted_now(workspace)
    found = workspace.records.list(query=query, trashed=True, limit=_MOST)
    return [
        _trashed(
            workspace,
            record,
            entries.get(record.record_id),
            names=names,
            title=titles.get(record.form_id, record.form_id),
            now=now,
            is_erased=record.record_id in erased,
        )
        for record in found
    ]


def _trashed(
    workspace: Workspace,
    record: Record,
    entry: TrashEntry | None,
    *,
    names: dict[str, str],
    title: str,
    now: datetime | None,
    is_erased: bool,
) -> TrashedRecord:
    moment = entry.moment if entry else Moment(0, record.trashed_at or "", Doubt.NONE)
    since = workspace.events.trusted_time(moment)
    return TrashedRecord(
        record,
        title,
        moment.at,
        is_doubted=bool(moment.clock),
        by=names.get(entry.actor_id, "") if entry else "",
        reason=entry.reason if entry else "",
        days_left=_days_left(since, now),
        is_erased=is_erased,
    )


def _days_left(since: str, now: datetime | None) -> int:
    """Return the days until removal may be proposed; all of them while no trusted clock has said how many went by."""
    if not since or now is None:
        return KEPT_FOR.days
    left = KEPT_FOR - max(now - moment_from_text(since), timedelta(0))
    return max(-(-left // timedelta(days=1)), 0)


def _trusted_now(workspace: Workspace) -> datetime | None:
    """Return the present, or the last moment beyond doubt: a clock that jumped ahead makes nothing old."""
    return workspace.events.guard.high_water if workspace.events.look() else workspace.clock.now()
