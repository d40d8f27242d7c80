"""Fills records: starts one, takes it up where it was left, keeps each answer at once, undoes and redoes."""

from dataclasses import dataclass, replace

from fieldapp.base.clock import utc_text
from fieldapp.engine import Edit, Effects, FormSession
from fieldapp.forms.definition import FormDefinition, language_code
from fieldapp.records.former import FORM_VERSION
from fieldapp.records.record import Record
from fieldapp.store import Workspace
from fieldapp.usecases.record_lists import record_lists

DEVICE_METADATA = "deviceid"
USERNAME_METADATA = "username"


@dataclass(slots=True)
class OpenRecord:
    """A record being looked at or filled, with its live session."""

    record: Record
    session: FormSession
    unsaved: tuple[Edit, ...] = ()
    """What the session holds and the file refused (disk full…): kept with the next answer, before it."""


def start_record(workspace: Workspace, form_id: str, *, language: str = "") -> OpenRecord:
    """Begin a new record of a form, as a draft that exists in the file from this moment.

    Raises:
        KnownError: `form.not_installed`.
    """
    definition = workspace.forms.get(form_id)
    session = _session(workspace, definition, {}, language=language)
    record = workspace.start_draft(definition, answers=session.answers(), title=session.instance_name())
    return OpenRecord(record, session)


def open_record(workspace: Workspace, record_id: str, *, language: str = "") -> OpenRecord:
    """Take up a record: a draft with every answer ever committed, a finalised one to be read.

    Raises:
        KnownError: `record.not_found`.
    """
    record = workspace.records.get(record_id)
    definition = workspace.forms.get(record.form_id, record.form_version)
    answers = workspace.draft_answers(record_id)
    session = _session(workspace, definition, answers, language=language, record_id=record_id)
    return OpenRecord(record, session)


def save_effects(workspace: Workspace, opened: OpenRecord, effects: Effects, *, question: str) -> str:
    """Commit what one answer changed, before anything else is asked; return the time of saving.

    What could not be committed before goes with it: the time returned is never said of an answer that is not kept.

    Raises:
        KnownError: What the disk said; the answer is then only on the screen, and the screen must say so.
    """
    opened.unsaved = (*opened.unsaved, *effects.edits)
    if opened.unsaved:
        title = opened.session.instance_name()
        workspace.drafts.append(
            opened.record.record_id,
            opened.unsaved,
            question=question,
            actor_id=workspace.actor.actor_id,
            title=title,
        )
        opened.unsaved = ()
        opened.record = replace(opened.record, title=title)
    return utc_text(workspace.clock.now())


def undo_step(workspace: Workspace, opened: OpenRecord) -> Effects | None:
    """Take back the last answer, also one given before a restart; nothing when there is none.

    Where that answer was going over to another version of the form, the record opens anew: its session is another.
    """
    save_effects(workspace, opened, Effects(), question="")
    edits = workspace.drafts.undo(opened.record.record_id)
    return None if edits is None else _applied(workspace, opened, edits)


def redo_step(workspace: Workspace, opened: OpenRecord) -> Effects | None:
    """Give an answer again that was taken back; nothing when there is none."""
    save_effects(workspace, opened, Effects(), question="")
    edits = workspace.drafts.redo(opened.record.record_id)
    return None if edits is None else _applied(workspace, opened, edits)


def form_language(definition: FormDefinition, language: str) -> str:
    """Return the form's name for a language code of the program; its default where it lacks that language."""
    by_code = {language_code(name): name for name in reversed(definition.languages)}
    return by_code.get(language, definition.default_language)


def _session(
    workspace: Workspace,
    definition: FormDefinition,
    answers: dict[str, str],
    *,
    language: str,
    record_id: str = "",
) -> FormSession:
    metadata = {DEVICE_METADATA: workspace.device.device_id, USERNAME_METADATA: workspace.actor.name}
    session = FormSession(
        definition,
        answers=answers or None,
        clock=workspace.clock,
        ids=workspace.ids,
        metadata=metadata,
        last_saved=_last_saved(workspace, definition, beside=record_id),
        records=record_lists(workspace, definition, answers, beside=record_id),
    )
    if language and definition.languages:
        session.set_language(form_language(definition, language))
    return session


def _last_saved(workspace: Workspace, definition: FormDefinition, *, beside: str) -> bytes | None:
    """Return the instance of the record saved last, for a form that asks for it.

    As in ODK, draft or finalised alike. Another version of the form counts too, since the first record of a new
    version has none of its own before it; a question that version lacks is blank.
    """
    if not definition.model.last_saved:
        return None
    record = workspace.records.last_saved(definition.form_id, beside=beside)
    if record is None:
        return None
    filled_with = workspace.forms.get(record.form_id, record.form_version)
    answers = workspace.draft_answers(record.record_id)
    return FormSession(filled_with, answers=answers, clock=workspace.clock).instance_xml(
        record_id=record.record_id
    )


def _applied(workspace: Workspace, opened: OpenRecord, edits: tuple[Edit, ...]) -> Effects:
    if any(edit.path == FORM_VERSION for edit in edits):
        language = language_code(opened.session.language)
        again = open_record(workspace, opened.record.record_id, language=language)
        opened.record, opened.session = again.record, again.session
        _retitle(workspace, opened)
        return Effects(edits)
    effects = opened.session.apply(edits)
    _retitle(workspace, opened)
    return effects


def _retitle(workspace: Workspace, opened: OpenRecord) -> None:
    title = opened.session.instance_name()
    if title != opened.record.title:
        workspace.records.update(opened.record.record_id, title=title)
        opened.record = replace(opened.record, title=title)
