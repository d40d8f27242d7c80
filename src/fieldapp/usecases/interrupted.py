"""Tells what was being filled when the program was killed: the record, the time, the last question answered."""

from dataclasses import dataclass

from fieldapp.records.record import Record
from fieldapp.store import Workspace
from fieldapp.usecases.form_reading import FormReading

_BETWEEN = " › "


@dataclass(frozen=True, slots=True)
class InterruptedDraft:
    """A draft that nobody closed."""

    record: Record
    form_title: str
    at: str
    """When its last answer was kept, as the clock said then."""
    is_doubtful: bool
    """Whether something speaks against that clock."""
    question: str
    """Where that answer stands in the form, in the reader's language: section, repeat instances, question."""


def interrupted_drafts(workspace: Workspace, *, language: str) -> list[InterruptedDraft]:
    """Return the drafts that were being filled, the last one first; none when the program before was closed."""
    titles = workspace.forms.titles(language)
    return [
        InterruptedDraft(
            record=one.record,
            form_title=titles.get((one.record.form_id, one.record.form_version), one.record.form_id),
            at=one.last.at,
            is_doubtful=bool(one.last.clock),
            question=_question(workspace, one.record, one.last.edits[0].path, language=language),
        )
        for one in workspace.interruption.drafts()
    ]


def _question(workspace: Workspace, record: Record, path: str, *, language: str) -> str:
    definition = workspace.forms.get(record.form_id, record.form_version)
    answers = workspace.draft_answers(record.record_id)
    place = FormReading(workspace, definition, answers, language=language).place(path)
    return _BETWEEN.join(part for part in (place.section, place.instances, place.label) if part)
