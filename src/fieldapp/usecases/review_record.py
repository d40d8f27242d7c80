"""Reads what is said of a record and where its review stands, in words; moves the review on, by role."""

from dataclasses import dataclass

from fieldapp.base.errors import KnownError
from fieldapp.records.aside import RECORD_PATH, REVIEW_PATH
from fieldapp.records.change import Change
from fieldapp.records.comments import Remark, Thread
from fieldapp.records.review import Review, ReviewState, Role, check_move, moves_from, role_of
from fieldapp.store import Actor, Pen, Workspace
from fieldapp.store.reviewing.reviews import Reviewed
from fieldapp.usecases.form_reading import FormReading

_NO_MOVES: tuple[ReviewState, ...] = ()


@dataclass(frozen=True, slots=True)
class ToldMove:
    """One move of a review."""

    change_id: str
    name: str
    """Who moved it; blank when it is not known here."""
    at: str
    before: ReviewState
    after: ReviewState | None
    """Nothing for a state that this program does not know, or that was erased."""


@dataclass(frozen=True, slots=True)
class ToldRemark:
    """One thing said."""

    change_id: str
    name: str
    at: str
    text: str
    """Blank where the thread was settled."""
    is_own: bool
    is_unread: bool


@dataclass(frozen=True, slots=True)
class ToldThread:
    """A comment, with what was answered."""

    thread_id: str
    path: str
    """The question, or `RECORD_PATH`."""
    section: str
    question: str
    """In the words of the form; blank for the record as a whole."""
    was: str
    """The answer it was written about, in words; blank when it is the same still, or none."""
    remarks: tuple[ToldRemark, ...]
    is_settled: bool


@dataclass(frozen=True, slots=True)
class ReviewView:
    """What is said of a record, and what this person may do about it."""

    record_id: str
    title: str
    review: Review
    role: Role
    allowed: tuple[ReviewState, ...]
    """Where this person may move it now."""
    can_comment: bool
    """Whether others can know of the record, so that something may be said of it."""
    moves: tuple[ToldMove, ...]
    threads: tuple[ToldThread, ...]

    @property
    def open_threads(self) -> int:
        """How many comments nobody settled."""
        return sum(not thread.is_settled for thread in self.threads)

    @property
    def unread(self) -> int:
        """How many remarks of others were not read here."""
        return sum(remark.is_unread for thread in self.threads for remark in thread.remarks)


def own_role(workspace: Workspace) -> Role:
    """Return what the person of a workspace does with records: their own word, or else that they lead the team."""
    role = role_of(workspace.actor.role)
    if role is not None:
        return role
    return Role.LEAD if workspace.exchange.team.is_lead else Role.AGENT


def choose_role(workspace: Workspace, role: Role) -> None:
    """Say what the person of a workspace does; what they write from now on carries it."""
    actor = workspace.actor
    workspace.people.add_actor(Actor(actor.actor_id, actor.name, str(role), actor.organisation))


def look_at_review(workspace: Workspace, record_id: str, *, language: str = "fr") -> ReviewView:
    """Read what is said of a record, in a language.

    Raises:
        KnownError: `record.not_found`.
    """
    record = workspace.records.get(record_id)
    said = workspace.reviews.of(record_id)
    names = {actor.actor_id: actor.name for actor in workspace.people.actors()}
    role = own_role(workspace)
    can_comment = record.revision > 0 and record.trashed_at is None
    can_move = can_comment and not record.is_draft
    return ReviewView(
        record_id,
        record.title,
        said.review,
        role,
        allowed=moves_from(said.review.state, role) if can_move else _NO_MOVES,
        can_comment=can_comment,
        moves=tuple(_told_move(change, names) for change in workspace.reviews.moves(record_id)),
        threads=_told_threads(workspace, record_id, said, names=names, language=language),
    )


def move_review(workspace: Workspace, record_id: str, after: ReviewState) -> Change:
    """Move the review of a record on.

    Raises:
        KnownError: `review.wrong_move`, `review.not_yours`, `review.nothing_said` for a return without an open comment,
            `review.never_finalised`, `review.is_draft`, `record.trashed`, `record.not_found`.
    """
    record = workspace.records.get(record_id)
    said = workspace.reviews.of(record_id)
    check_move(said.review.state, after, role=own_role(workspace))
    if after is ReviewState.COMMENTED and all(thread.is_settled for thread in said.threads):
        raise KnownError("review.nothing_said")
    definition = workspace.forms.get(record.form_id, record.form_version)
    pen = Pen(workspace.actor.actor_id, "")
    return workspace.reviews.move(record_id, definition, after=after, pen=pen)


def _told_move(change: Change, names: dict[str, str]) -> ToldMove:
    known = {str(state): state for state in ReviewState}
    values = [(one.old_value, one.new_value) for one in change.fields if one.path == REVIEW_PATH]
    old, new = values[0] if values else (None, None)  # somebody else's program may have written it
    before, name = known.get(old or "", ReviewState.NONE), names.get(change.actor_id, "")
    return ToldMove(change.change_id, name, change.at, before, known.get(new or ""))


def _told_threads(
    workspace: Workspace, record_id: str, said: Reviewed, *, names: dict[str, str], language: str
) -> tuple[ToldThread, ...]:
    if not said.threads:
        return ()
    record = workspace.records.get(record_id)
    definition = workspace.forms.get(record.form_id, record.form_version)
    reading = FormReading(workspace, definition, workspace.draft_answers(record_id), language=language)
    own, unread = workspace.actor.actor_id, set(workspace.reviews.unread(record_id).get(record_id, ()))

    def told(remark: Remark) -> ToldRemark:
        is_own, is_unread = remark.actor_id == own, remark.change_id in unread
        name = names.get(remark.actor_id, "")
        return ToldRemark(remark.change_id, name, remark.at, remark.text, is_own, is_unread)

    found = []
    for thread in said.threads:
        is_whole = thread.path == RECORD_PATH
        place = None if is_whole else reading.place(thread.path)
        question = " › ".join(filter(None, (place.instances, place.label))) if place else ""
        made = ToldThread(
            thread.thread_id,
            thread.path,
            place.section if place else "",
            question,
            "" if is_whole else _was(workspace, thread, said, reading),
            tuple(map(told, thread.remarks)),
            thread.is_settled,
        )
        found.append((place.order if place else (-1,), made))
    return tuple(made for _, made in sorted(found, key=lambda one: (one[0], one[1].thread_id)))


def _was(workspace: Workspace, thread: Thread, said: Reviewed, reading: FormReading) -> str:
    """Say the answer a thread was begun about, where another stands there now."""
    if len(thread.about) != 1 or thread.path not in said.answers:
        return ""
    held = workspace.changes.held(thread.about).get(thread.about[0])
    value = next((one.new_value for one in held.fields if one.path == thread.path), None) if held else None
    if value is None or value == said.answers[thread.path].value:
        return ""
    return reading.said(thread.path, value).words
