"""What finalising does with former answers: those of the record's history stay in it, the others stay beside it."""

from fieldapp.forms.definition import FormDefinition
from fieldapp.records.former import FORM_VERSION, former_answers
from fieldapp.store import Workspace


def former_of(workspace: Workspace, record_id: str, definition: FormDefinition) -> dict[str, str]:
    """Return the answers that a record holds at places which a form does not have."""
    return former_answers(definition, workspace.draft_answers(record_id))


def split_former(
    workspace: Workspace, record_id: str, definition: FormDefinition
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the former answers that stand in the journal, and those that are kept beside it.

    In the journal stand those that stood there, and those that were in play when the record went over to a version
    without them: a dormant answer enters it no more than before.
    """
    kept = former_of(workspace, record_id, definition)
    if not kept:
        return {}, {}
    in_play = workspace.answers(record_id).keys() | _told_by_upgrades(workspace, record_id)
    final = {path: value for path, value in kept.items() if path in in_play}
    return final, {path: value for path, value in kept.items() if path not in in_play}


def _told_by_upgrades(workspace: Workspace, record_id: str) -> set[str]:
    """Return the paths that pending upgrades name without moving them: kept as former, and in play until then."""
    steps = [step.edits for step in workspace.drafts.steps(record_id)]
    upgrades = [edits for edits in steps if any(edit.path == FORM_VERSION for edit in edits)]
    return {edit.path for edits in upgrades for edit in edits if edit.old == edit.new}
