"""Finds what an interview that was refused, or had to stop, still holds of what was said before it ended.

Answers that are out of play stay in a record, so that a slip of the hand costs nothing. An interview that its person
refuses is the exception: only the reason may be kept. Nothing is erased here; `erase_record` does it, confirmed twice.
"""

from fieldapp.base.errors import KnownError
from fieldapp.engine import FormSession
from fieldapp.store import Workspace
from fieldapp.usecases.erase_record import Erasable, erasable_answers
from fieldapp.usecases.records import open_record

AGREED = "consentement/accord"
"""Where the forms of the house ask whether the person agrees."""
GOES_ON = "consentement/entretien_ouvert"
"""Where they compute whether the interview may go on: with the agreement, and from the age of 15."""
NO = "non"


def is_ended(session: FormSession) -> bool:
    """Whether an interview was asked for and may not go on."""
    agreed, goes_on = session.reference_of(AGREED), session.reference_of(GOES_ON)
    if not (agreed and goes_on):
        return False
    return bool(session.value(agreed)) and session.value(goes_on) == NO


def said_before_the_end(workspace: Workspace, record_id: str, *, language: str = "") -> tuple[Erasable, ...]:
    """Return the answers that a finalised record holds of an interview that ended, but for those of its ending.

    Raises:
        KnownError: `record.not_found`.
    """
    opened = open_record(workspace, record_id, language=language)
    if opened.record.is_draft or not is_ended(opened.session):
        return ()
    answers = erasable_answers(workspace, record_id, language=language)
    return tuple(one for one in answers if not _is_of_the_end(opened.session, one.path))


def paths_before_the_end(workspace: Workspace, record_id: str) -> tuple[str, ...]:
    """Return where those answers stand, to be erased.

    Raises:
        KnownError: `record.not_found`, `erasure.nothing_before_the_end`.
    """
    paths = tuple(one.path for one in said_before_the_end(workspace, record_id))
    if not paths:
        raise KnownError("erasure.nothing_before_the_end", record_id=record_id)
    return paths


def _is_of_the_end(session: FormSession, path: str) -> bool:
    reference = session.reference_of(path)
    return session.exists(reference) and session.is_relevant(reference)
