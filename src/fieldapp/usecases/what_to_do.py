"""Says what waits for a person in a workspace, most pressing first: each kind of it comes from one source.

Whoever knows of something more that waits writes a source and adds its line to `SOURCES`; the command tells it at once,
and the page one comes home to as soon as `ui.pages.task_card` has words for its kind. Reads only: a reader will do.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fieldapp.base.errors import KnownError
from fieldapp.records.projection import ANAPEC
from fieldapp.records.record import Record, Status
from fieldapp.records.review import ReviewState
from fieldapp.records.selection import Selection
from fieldapp.store import Transmission, Workspace
from fieldapp.store.listing.tally import Count
from fieldapp.usecases.form_reading import FormReading

MOST_ROWS = 4
"""Records that a task names; the list shows the others."""
_BETWEEN = " › "
_DISPUTED = frozenset({Transmission.TO_CORRECT, Transmission.DISCUSSION})


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One record that something is to be done with."""

    record_id: str
    title: str
    form_title: str
    at: str = ""
    """When it was last touched, or a day: what the kind of its task says."""
    place: str = ""
    """Where in the form one was, in the reader's language."""


@dataclass(frozen=True, slots=True)
class Task:
    """One kind of work that waits."""

    kind: str
    count: int
    """How many records it concerns."""
    rows: tuple[TaskRow, ...] = ()
    """The first of them; none where all are dealt with at once."""


@dataclass(frozen=True, slots=True)
class Look:
    """What every source looks at."""

    workspace: Workspace
    counts: tuple[Count, ...]
    language: str

    def rows(self, records: Iterable[Record]) -> tuple[TaskRow, ...]:
        """Name records as a task does."""
        titles = self.workspace.forms.newest_titles(self.language)
        return tuple(
            TaskRow(one.record_id, one.title, titles.get(one.form_id, one.form_id), one.updated_at)
            for one in records
        )


Source = Callable[[Look], Task]


def returned(look: Look) -> Task:
    """Tell which records came back to be corrected, or have remarks of others that were not read here."""
    workspace, own = look.workspace, look.workspace.actor.actor_id
    unread = [workspace.records.get(record_id) for record_id in workspace.reviews.unread()]
    back = (workspace.records.get(one) for one in workspace.reviews.in_state(ReviewState.COMMENTED))
    found = {one.record_id: one for one in [*unread, *(one for one in back if one.author_id == own)]}
    return Task("returned", len(found), look.rows(list(found.values())[:MOST_ROWS]))


def to_correct(look: Look) -> Task:
    """Tell which records the centre asks to correct, or holds another value of."""
    outbox = look.workspace.outbox
    states = outbox.transmissions(outbox.disputed())
    named = [record_id for record_id, state in states.items() if state in _DISPUTED]
    records = [look.workspace.records.get(record_id) for record_id in named[:MOST_ROWS]]
    return Task("to_correct", len(named), look.rows(records))


def to_decide(look: Look) -> Task:
    """Tell of which records two people of the team gave different answers."""
    named = list(dict.fromkeys(one.record_id for one in look.workspace.exchange.conflicts.list()))
    records = [look.workspace.records.get(record_id) for record_id in named[:MOST_ROWS]]
    return Task("to_decide", len(named), look.rows(records))


def to_resume(look: Look) -> Task:
    """Tell which drafts are under way, the one touched last first, and where in each one was."""
    listing = look.workspace.records.listing
    count = sum(one.records for one in look.counts if one.status is Status.DRAFT)
    found = listing.records(listing.find(Selection(status=Status.DRAFT), limit=MOST_ROWS))
    rows = [
        TaskRow(row.record_id, row.title, row.form_title, row.at, _place(look, record))
        for row, record in zip(look.rows(found), found, strict=True)
    ]
    return Task("to_resume", count, tuple(rows))


def to_check_again(look: Look) -> Task:
    """Tell which records were not held against reality for too long, the oldest check first."""
    oldest = dict(look.workspace.records.tally.oldest_checks(MOST_ROWS))
    found = look.workspace.records.listing.numbered(list(oldest))
    days = [(found[number], day) for number, day in oldest.items() if number in found]
    named = zip(look.rows(record for record, _ in days), days, strict=True)
    rows = [TaskRow(row.record_id, row.title, row.form_title, day) for row, (_, day) in named]
    return Task("to_check_again", sum(one.stale for one in look.counts), tuple(rows))


def to_send(look: Look) -> Task:
    """Tell how many records have something that was never put into a bundle."""
    sent, last = _sent(look.workspace), look.workspace.streams.position(ANAPEC).last_seq
    return Task("to_send", look.workspace.streams.count_between(ANAPEC, sent + 1, last))


def unanswered(look: Look) -> Task:
    """Tell how many records went into a bundle of which no receipt came back."""
    position = look.workspace.streams.position(ANAPEC)
    first, last = position.acknowledged_seq + 1, _sent(look.workspace)
    return Task("unanswered", look.workspace.streams.count_between(ANAPEC, first, last))


SOURCES: tuple[Source, ...] = (
    returned,
    to_correct,
    to_decide,
    to_resume,
    to_check_again,
    to_send,
    unanswered,
)
"""Most pressing first; a line more is a kind of work more."""


def what_to_do(look: Look) -> tuple[Task, ...]:
    """Return what waits, without what does not."""
    return tuple(task for task in (source(look) for source in SOURCES) if task.count)


def _sent(workspace: Workspace) -> int:
    """Return up to which number of the stream bundles were made, in this epoch of the device."""
    epoch, position = workspace.device.device_epoch, workspace.streams.position(ANAPEC)
    ends = (one.seq_to for one in workspace.outbox.bundles() if one.device_epoch == epoch)
    return max(ends, default=position.acknowledged_seq)


def _place(look: Look, record: Record) -> str:
    """Say where in the form the last answer stands; blank where nobody answered or the form is not to be read."""
    step = look.workspace.drafts.last_step(record.record_id)
    if step is None or not step.edits:
        return ""
    try:
        definition = look.workspace.forms.get(record.form_id, record.form_version)
    except KnownError:
        return ""
    answers = look.workspace.draft_answers(record.record_id)
    place = FormReading(look.workspace, definition, answers, language=look.language).place(step.edits[0].path)
    return _BETWEEN.join(part for part in (place.section, place.instances, place.label) if part)
