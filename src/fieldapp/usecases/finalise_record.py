"""Finalises a record when nothing in it is wrong, and reopens a finalised one for a reason."""

from dataclasses import dataclass

from fieldapp.base.errors import KnownError
from fieldapp.bundle.cells import write_cell
from fieldapp.bundle.limits import CELL_BYTES
from fieldapp.engine import Violation
from fieldapp.records.change import Change
from fieldapp.records.record import Record
from fieldapp.store import Workspace
from fieldapp.usecases.former_answers import split_former
from fieldapp.usecases.merge_records import compute_anew
from fieldapp.usecases.records import OpenRecord, open_record


@dataclass(frozen=True, slots=True)
class Finalised:
    """What finalising gave: every problem at once, or the record and its change."""

    violations: tuple[Violation, ...] = ()
    record: Record | None = None
    change: Change | None = None
    """Nothing when the record is as it was finalised before."""

    @property
    def is_done(self) -> bool:
        """Whether the record is finalised."""
        return self.record is not None


def finalise_record(workspace: Workspace, opened: OpenRecord) -> Finalised:
    """Finalise a draft, or say everything that keeps it a draft; in that case nothing has changed.

    Raises:
        KnownError: What the disk said, or `record.text_too_long`; the draft is whole.
    """
    session = opened.session
    violations = session.violations()
    if violations:
        return Finalised(violations)
    session.finalise()
    former, aside = split_former(workspace, opened.record.record_id, session.definition)
    final = session.final_answers() | former
    for path, value in final.items():
        _check_fits(value, question=path.rpartition("/")[2])
    beside = {
        path: value for path, value in (session.answers() | aside).items() if path not in final
    } | session.computed()
    with workspace.transaction():
        change = workspace.finalise(
            opened.record.record_id,
            definition=session.definition,
            final_answers=final,
            beside=beside,
            title=session.instance_name(),
        )
        # others may have changed it meanwhile, or not agree
        if workspace.answers(opened.record.record_id) != final:
            compute_anew(workspace, opened.record.record_id)
    opened.unsaved = ()
    opened.record = workspace.records.get(opened.record.record_id)
    return Finalised(record=opened.record, change=change)


def reopen_record(workspace: Workspace, record_id: str, *, reason: str, language: str = "") -> OpenRecord:
    """Make a finalised record a draft again; the finalised revision stays the one that travels and prints.

    Raises:
        KnownError: `record.reason_missing`, `record.text_too_long`, `record.wrong_move`.
    """
    if not reason.strip():
        raise KnownError("record.reason_missing")
    _check_fits(reason)
    workspace.reopen(record_id, reason=reason.strip())
    return open_record(workspace, record_id, language=language)


def _check_fits(text: str, *, question: str = "") -> None:
    """Refuse a text that no bundle could carry: once in the journal, it would keep all that follows from leaving."""
    try:
        write_cell(text)
    except KnownError as error:
        raise KnownError("record.text_too_long", question=question, limit=CELL_BYTES) from error
