"""Serves a form the records of the workspace that it chooses from."""

from collections.abc import Mapping

from fieldapp.base.errors import KnownError
from fieldapp.forms.definition import ExportPolicy, FormDefinition, Question
from fieldapp.forms.record_lists import RecordRows
from fieldapp.records.record import Status
from fieldapp.store import Workspace


def record_lists(
    workspace: Workspace, definition: FormDefinition, answers: Mapping[str, str], *, beside: str = ""
) -> dict[str, RecordRows]:
    """Return the rows of each list of records, by form id; nothing for a form without such lists.

    Args:
        workspace: Whose records.
        definition: The form that chooses.
        answers: What was chosen so far, by record path: it stays among the choices.
        beside: The id of the record being filled, which is no choice of its own.
    """
    if not definition.model.record_lists:
        return {}
    workspace.indexing.catch_up_if_little()  # the region of a record is known once it is indexed
    chosen = _chosen(definition, answers)
    return {
        form_id: workspace.record_lists.rows(form_id, beside=beside, chosen=chosen.get(form_id, ()))
        for form_id in sorted(set(definition.model.record_lists.values()))
    }


def published_lists(lists: Mapping[str, RecordRows], workspace: Workspace) -> dict[str, RecordRows]:
    """Return what of these lists may be named before ANAPEC: records of forms that travel in full, and finalised."""
    return {
        form_id: [row for row in rows if row["status"] == Status.FINALISED]
        for form_id, rows in lists.items()
        if _travels(workspace, form_id)
    }


def _travels(workspace: Workspace, form_id: str) -> bool:
    try:
        return workspace.forms.get(form_id).export_policy is ExportPolicy.FULL
    except KnownError:  # of a form that is not installed here nothing is known
        return False


def _chosen(definition: FormDefinition, answers: Mapping[str, str]) -> dict[str, list[str]]:
    lists = definition.model.record_lists
    found: dict[str, list[str]] = {}
    if not lists:
        return found
    for path, value in answers.items():
        spec = definition.model.specs.get(definition.nodeset_of(path))
        control = spec.control if spec is not None else None
        if value and isinstance(control, Question) and control.itemset is not None:
            form_id = lists.get(control.itemset.list_name)
            if form_id is not None:
                found.setdefault(form_id, []).extend(value.split())
    return {form_id: list(dict.fromkeys(ids)) for form_id, ids in found.items()}
