"""Serves a form what it chooses from that stands in the workspace: records of other forms, and official lists."""

from collections.abc import Mapping, Sequence

from fieldapp.base.errors import KnownError
from fieldapp.forms.definition import ExportPolicy, FormDefinition, Question
from fieldapp.forms.official_lists import file_of
from fieldapp.forms.record_lists import RecordRows, Served
from fieldapp.records.record import Status
from fieldapp.store import Workspace
from fieldapp.xpath import Node


def record_lists(
    workspace: Workspace, definition: FormDefinition, answers: Mapping[str, str], *, beside: str = ""
) -> dict[str, RecordRows | Node]:
    """Return the rows of each list of records by form id, each official list by its file; nothing for most forms.

    Args:
        workspace: Whose records.
        definition: The form that chooses.
        answers: What was chosen so far, by record path: it stays among the choices.
        beside: The id of the record being filled, which is no choice of its own.
    """
    if not definition.model.record_lists and not definition.model.official_lists:
        return {}
    chosen = _chosen(definition, answers)
    return {
        **_records(workspace, definition, chosen, beside=beside),
        **{
            file_of(name): workspace.official_lists.tree(name, chosen.get(file_of(name), ()))
            for name in sorted(set(definition.model.official_lists.values()))
        },
    }


def _records(
    workspace: Workspace, definition: FormDefinition, chosen: Mapping[str, Sequence[str]], *, beside: str
) -> dict[str, RecordRows]:
    if not definition.model.record_lists:
        return {}
    workspace.indexing.catch_up_if_little()  # the region of a record is known once it is indexed
    return {
        form_id: workspace.record_lists.rows(form_id, beside=beside, chosen=chosen.get(form_id, ()))
        for form_id in sorted(set(definition.model.record_lists.values()))
    }


def published_lists(lists: Served, workspace: Workspace) -> dict[str, RecordRows | Node]:
    """Return what of these lists may be named before ANAPEC: records of forms that travel in full, and finalised.

    An official list is public.
    """
    found: dict[str, RecordRows | Node] = {}
    for name, rows in lists.items():
        if isinstance(rows, Node):
            found[name] = rows
        elif _travels(workspace, name):
            found[name] = [row for row in rows if row["status"] == Status.FINALISED]
    return found


def _travels(workspace: Workspace, form_id: str) -> bool:
    try:
        return workspace.forms.get(form_id).export_policy is ExportPolicy.FULL
    except KnownError:  # of a form that is not installed here nothing is known
        return False


def _chosen(definition: FormDefinition, answers: Mapping[str, str]) -> dict[str, list[str]]:
    official = {name: file_of(listed) for name, listed in definition.model.official_lists.items()}
    lists = {**definition.model.record_lists, **official}
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
