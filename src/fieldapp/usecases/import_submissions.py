"""Takes submissions of other ODK tools into the workspace as drafts, each once, however often it is read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes
from fieldapp.engine import FormSession
from fieldapp.forms.definition import FormDefinition
from fieldapp.store import Workspace
from fieldapp.submissions.instance import Submission, named_files, read_submission
from fieldapp.submissions.table_reader import read_tables
from fieldapp.usecases.attachments import LARGEST_ATTACHMENT, attach_file
from fieldapp.usecases.finalise_record import finalise_record
from fieldapp.usecases.record_lists import record_lists
from fieldapp.usecases.records import OpenRecord, open_record

MAX_BYTES = 64 * 1024 * 1024
"""Of one instance or one table."""
MEDIA = "media"
"""Name of the folder beside tables that holds the files their answers name."""


class Outcome(StrEnum):
    """What became of one submission."""

    TAKEN = "taken"
    KNOWN = "known"
    """A record of this id is here already; it was left as it is."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Imported:
    """One submission and what became of it."""

    source: str
    """File, and line of a table."""
    outcome: Outcome
    record_id: str = ""
    title: str = ""
    refusal: KnownError | None = None
    missing_files: tuple[str, ...] = ()
    """Files that answers name and that do not lie beside it; the answers keep the names."""
    unplaced: tuple[str, ...] = ()
    """Answers for which the form has no place; given up only when the caller said so."""
    is_finalised: bool = False


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the caller allows."""

    gives_up_unplaced: bool = False
    """Whether answers without a place may be left behind."""
    finalises: bool = False
    """Whether a record in which nothing is wrong becomes complete at once."""


def import_submissions(workspace: Workspace, paths: Iterable[Path], wishes: Wishes) -> list[Imported]:
    """Read instances: XML files, or folders in which they lie with their files.

    Each is taken or refused by itself: one that is wrong keeps no other out.

    Raises:
        KnownError: `file.not_found`…, `file.disk_full`: nothing more was read; what was taken stays.
    """
    return [_import(workspace, path, wishes) for path in _instances(paths)]


def import_tables(
    workspace: Workspace, form_id: str, paths: Sequence[Path], wishes: Wishes
) -> list[Imported]:
    """Read the table of a form and those of its repeats, and the files that lie beside them.

    Raises:
        KnownError: `form.not_installed`, `table.…` ; `submission.training` when a training workspace wrote them and
            this one is real; `submission.unplaced` when columns have no question and may not be given up. Nothing
            was taken then.
    """
    definition = workspace.forms.get(form_id)
    read = read_tables({path.name: read_bytes(path, limit=MAX_BYTES) for path in paths}, definition)
    if read.is_training and not workspace.is_training:
        raise KnownError("submission.training")
    if read.unknown and not wishes.gives_up_unplaced:
        raise KnownError("submission.unplaced", answers=list(read.unknown))
    beside = paths[0].parent
    done = []
    for record in read.records:
        session = FormSession(
            definition,
            answers=record.answers,
            records=record_lists(workspace, definition, record.answers, beside=record.record_id),
            clock=workspace.clock,
            ids=workspace.ids,
        )
        found = Submission(record.record_id, session, definition.version, (), named_files(session))
        done.append(_take(workspace, found, beside, source=f"{paths[0].name}:{record.line}", wishes=wishes))
    return done


def _instances(paths: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        found += sorted(path.rglob("*.xml")) if path.is_dir() else [path]
    return found


def _import(workspace: Workspace, path: Path, wishes: Wishes) -> Imported:
    data = read_bytes(path, limit=MAX_BYTES)
    try:
        found = read_submission(
            data, lambda form_id, version: _form(workspace, form_id, version), clock=workspace.clock
        )
    except KnownError as refusal:
        return Imported(str(path), Outcome.REFUSED, refusal=refusal)
    if found.is_training and not workspace.is_training:
        training = KnownError("submission.training")
        return Imported(str(path), Outcome.REFUSED, found.record_id, refusal=training)
    if found.unplaced and not wishes.gives_up_unplaced:
        without_place = KnownError("submission.unplaced", answers=list(found.unplaced))
        return Imported(
            str(path), Outcome.REFUSED, found.record_id, refusal=without_place, unplaced=found.unplaced
        )
    return _take(workspace, found, path.parent, source=str(path), wishes=wishes)


def _form(workspace: Workspace, form_id: str, version: str) -> FormDefinition:
    """Return the version a submission was filled with, or the newest: what has no place there is told."""
    try:
        return workspace.forms.get(form_id, version)
    except KnownError:
        return workspace.forms.get(form_id)


def _take(workspace: Workspace, found: Submission, beside: Path, *, source: str, wishes: Wishes) -> Imported:
    """Keep one submission as a draft, whole or not at all."""
    known = _known(workspace, found.record_id)
    if known is not None:
        return Imported(source, Outcome.KNOWN, found.record_id, known)
    try:
        with workspace.transaction():
            missing = _attach(workspace, found, beside)
            title = found.session.instance_name()
            _start(workspace, found, title=title)
    except KnownError as refusal:
        if refusal.code.startswith("file."):
            raise
        return Imported(source, Outcome.REFUSED, found.record_id, refusal=refusal)
    taken = Imported(
        source,
        Outcome.TAKEN,
        found.record_id,
        title,
        missing_files=tuple(missing),
        unplaced=found.unplaced,
    )
    if not wishes.finalises or missing:
        return taken
    opened: OpenRecord = open_record(workspace, found.record_id)
    return replace(taken, is_finalised=finalise_record(workspace, opened).is_done)


def _known(workspace: Workspace, record_id: str) -> str | None:
    try:
        return workspace.records.get(record_id).title
    except KnownError:
        return None


def _start(workspace: Workspace, found: Submission, *, title: str) -> None:
    definition = found.session.definition
    record = workspace.records.new(
        definition.form_id, definition.version, author_id=workspace.actor.actor_id, title=title
    )
    answers: Mapping[str, str] = found.session.answers()
    workspace.records.add(replace(record, record_id=found.record_id), beside=answers)


def _attach(workspace: Workspace, found: Submission, beside: Path) -> list[str]:
    """Keep the files that answers name, and return the names of those that are not there."""
    missing = []
    for reference, name in found.files:
        path = next((each for each in _places(beside, name) if each.is_file()), None)
        if path is not None:
            data = read_bytes(path, limit=LARGEST_ATTACHMENT)
            found.session.answer(reference, attach_file(workspace, data, name=path.name))
        elif name not in workspace.attachments:
            missing.append(name)
    return missing


def _places(beside: Path, name: str) -> tuple[Path, Path]:
    """Return where a file may lie: with the instance, or in the folder that tools give out with their tables."""
    return beside / Path(name).name, beside / MEDIA / Path(name).name
