"""What was taken back after a backup was made stays taken back when that backup is restored.

The numbers of a restored workspace begin anew, and with them everything travels once more: a consent that was given
on the day of the backup and withdrawn since would send the values out again. What was erased is erased again, of
everything that the present file or any copy beside it knows; from a workspace that is lost altogether, a copy on a
stick brings back what it holds, and the erasure has to be asked for again.
"""

from collections.abc import Iterable

from fieldapp.base.errors import KnownError
from fieldapp.forms.definition import FormDefinition
from fieldapp.records.change import Change, Op
from fieldapp.records.record import Answers, Record
from fieldapp.store.erasing.erasures import Erasure
from fieldapp.store.workspace import Workspace

_REASON = "retrait postérieur à la sauvegarde"
"""Why, in the journal of the restored workspace, in the working language of those who read it."""


def reapply_erasures(copy: Workspace, known: Iterable[Erasure]) -> int:
    """Erase in a copy what was erased since it was made; return how many erasures it did not know of."""
    done = {one.erasure_id for one in copy.erasing.done.known()}
    missing = [one for one in known if one.erasure_id not in done]
    for erasure in missing:
        copy.erasing.apply(erasure)
    return len(missing)


def reapply_withdrawals(restored: Workspace, present: Workspace) -> int:
    """Take back in a restored file what the present one took back since; return how many records that touched."""
    known = {change.change_id for change in restored.changes.with_op(Op.WITHDRAW)}
    taken: dict[str, set[str]] = {}
    for change in present.changes.with_op(Op.WITHDRAW):
        if change.change_id not in known and not _follows_deletion(present, change):
            taken.setdefault(change.record_id, set()).update(field.path for field in change.fields)
    return sum(_take_back(restored, present, record_id, paths) for record_id, paths in taken.items())


def _follows_deletion(present: Workspace, change: Change) -> bool:
    """Whether a record was put in the trash: a person who restores wants it back."""
    own = [one for one in present.changes.of_record(change.record_id) if one.op is not Op.PUBLISH]
    before = own[own.index(change) - 1] if own.index(change) else None
    return before is not None and before.op is Op.DELETE


def _take_back(restored: Workspace, present: Workspace, record_id: str, paths: Iterable[str]) -> bool:
    record = _found(restored, record_id)
    if record is None or record.trashed_at is not None:
        return False
    definition = restored.forms.get(record.form_id, record.form_version)
    now, later = restored.answers(record_id), present.answers(record_id)
    moved = _consents(definition, now.keys() | later.keys())
    if present.records.get(record_id).trashed_at is None:
        moved |= set(paths)
    after = {path: later.get(path, "") if path in moved else now.get(path, "") for path in now.keys() | moved}
    return restored.amend(record_id, definition=definition, answers=_given(after), reason=_REASON) is not None


def _consents(definition: FormDefinition, paths: Iterable[str]) -> set[str]:
    """Return the paths of answers that allow others to travel."""
    nodesets = {bind.consent for bind in definition.binds.values() if bind.consent}
    return {path for path in paths if definition.nodeset_of(path) in nodesets}


def _given(answers: Answers) -> dict[str, str]:
    return {path: value for path, value in answers.items() if value}


def _found(workspace: Workspace, record_id: str) -> Record | None:
    try:
        return workspace.records.get(record_id)
    except KnownError:
        return None
