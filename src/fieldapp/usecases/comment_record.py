"""Comments on a record: begin a thread on a question or on the whole, answer, settle, mark as read."""

import unicodedata

from fieldapp.base.errors import KnownError
from fieldapp.engine.types import whole_characters
from fieldapp.records.aside import RECORD_PATH
from fieldapp.records.change import Change
from fieldapp.records.comments import Thread, thread_parents
from fieldapp.records.former import has_place
from fieldapp.store import Pen, Workspace

MOST_LETTERS = 4_000
"""Letters of one remark: a page and a half, which any bundle can carry."""


def comment(workspace: Workspace, record_id: str, text: str, *, path: str = RECORD_PATH) -> Change:
    """Begin a thread, on a question (by its record path) or on the record as a whole.

    Raises:
        KnownError: `comment.blank`, `comment.too_long`, `comment.no_such_question`, `review.never_finalised`,
            `record.trashed`, `record.not_found`.
    """
    record = workspace.records.get(record_id)
    definition = workspace.forms.get(record.form_id, record.form_version)
    if path != RECORD_PATH and not has_place(definition, path):
        raise KnownError("comment.no_such_question", path=path)
    answer = workspace.reviews.of(record_id).answers.get(path)
    return _say(workspace, record_id, path, text=_checked(text), parents=thread_parents(None, answer))


def answer(workspace: Workspace, record_id: str, thread_id: str, text: str) -> Change:
    """Say something in a thread; one that was settled is open again.

    Raises:
        KnownError: `comment.not_found`, and as `comment`.
    """
    thread = find_thread(workspace, record_id, thread_id)
    return _say(workspace, record_id, thread.path, text=_checked(text), parents=thread_parents(thread, None))


def settle(workspace: Workspace, record_id: str, thread_id: str) -> Change:
    """Settle a thread: what it asked is done, or needs not be done.

    Raises:
        KnownError: `comment.not_found`, `comment.settled`, `record.trashed`.
    """
    thread = find_thread(workspace, record_id, thread_id)
    if thread.is_settled:
        raise KnownError("comment.settled")
    return _say(workspace, record_id, thread.path, text="", parents=thread_parents(thread, None))


def mark_read(workspace: Workspace, record_id: str) -> None:
    """Remember that what was said of a record was read here."""
    unread = workspace.reviews.unread(record_id).get(record_id)
    if unread:
        workspace.reviews.mark_read(unread)


def find_thread(workspace: Workspace, record_id: str, thread_id: str) -> Thread:
    """Return a thread by its id, or by the end of it.

    Raises:
        KnownError: `comment.not_found`, `record.not_found`.
    """
    threads = workspace.reviews.of(record_id).threads
    found = [one for one in threads if thread_id and one.thread_id.endswith(thread_id)]
    if len(found) != 1:
        raise KnownError("comment.not_found", comment=thread_id)
    return found[0]


def _say(workspace: Workspace, record_id: str, path: str, *, text: str, parents: tuple[str, ...]) -> Change:
    record = workspace.records.get(record_id)
    definition = workspace.forms.get(record.form_id, record.form_version)
    pen = Pen(workspace.actor.actor_id, "")
    return workspace.reviews.comment(record_id, definition, path=path, text=text, parents=parents, pen=pen)


def _checked(text: str) -> str:
    """Return a text as it is kept, or refuse one that says nothing or too much."""
    said = unicodedata.normalize("NFC", whole_characters(text).strip())
    if not said:
        raise KnownError("comment.blank")
    if len(said) > MOST_LETTERS:
        raise KnownError("comment.too_long", limit=MOST_LETTERS)
    return said
