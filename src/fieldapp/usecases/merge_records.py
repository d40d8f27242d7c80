"""Works out what received changes make of the records here: merged by heads, computed values worked out anew.

Pure but for reading: it may run in a worker's thread. A change that cannot stand yet waits: its form is not installed
in that version, or what it builds upon has not come.
"""

import json
from collections.abc import Iterable, Mapping

from fieldapp.engine import FormSession
from fieldapp.forms.definition import FormDefinition
from fieldapp.records.change import Change, Op
from fieldapp.records.merge import FieldState, answers_of, merge_record
from fieldapp.records.record import Answers
from fieldapp.records.record_plan import RecordPlan, plan_record
from fieldapp.records.settle import Fault
from fieldapp.store import MergedRecord, WaitingChange, Workspace


def merge_records(workspace: Workspace, changes: Iterable[Change]) -> list[MergedRecord]:
    """Return what becomes of every record that changes touch, and of those that wait already."""
    rules, waiting = InstalledRules(workspace), workspace.exchange.inbox.waiting()
    new: dict[str, list[Change]] = {one.change.record_id: [] for one in waiting}
    for change in changes:
        new.setdefault(change.record_id, []).append(change)
    waited: dict[str, list[Change]] = {}
    for one in waiting:
        waited.setdefault(one.change.record_id, []).append(one.change)
    return [
        _merge(workspace, record_id, of_record, waited.get(record_id, []), rules=rules)
        for record_id, of_record in sorted(new.items())
    ]


class InstalledRules:
    """What a workspace asks of a change taken alone: that it can be shown, checked and printed here.

    A place that its form does not have is no fault: it is kept and shown as a former answer (`records.former`).
    """

    def __init__(self, workspace: Workspace) -> None:
        self._forms = workspace.forms
        self._versions = {(form.form_id, form.version) for form in workspace.forms.list()}

    def fault_of(self, change: Change) -> Fault | None:
        """Return what is wrong with a change taken alone."""
        key = (change.form_id, change.form_version)
        if key not in self._versions:
            return Fault(
                "change.form_missing", facts={"form": change.form_id, "version": change.form_version}
            )
        if change.op is Op.MERGE and change.merge_into == change.record_id:
            return Fault("change.self_merge")
        return None

    def set_paths(self, form_id: str) -> frozenset[str]:
        """Return the paths that are sets of choices in any version of a form."""
        found = (self._forms.set_paths(*key) for key in self._versions if key[0] == form_id)
        return frozenset().union(*found)


def _merge(
    workspace: Workspace, record_id: str, new: list[Change], waited: list[Change], *, rules: InstalledRules
) -> MergedRecord:
    before = workspace.changes.of_record(record_id)
    plan = plan_record(record_id, new, before=before, waited=waited, rules=rules, in_workspace=True)
    waiting = tuple(
        WaitingChange(one.change, one.fault.code, one.fault.path, one.fault.facts)
        for one in plan.settled.waiting
    )
    state = plan.settled.state
    definition = _definition(workspace, plan)
    if definition is None or not (plan.fresh or plan.erasures):
        return MergedRecord(record_id, None, (), waiting, (), {}, state, "", {}, is_deleted=False)
    beside = workspace.records.beside(record_id) if plan.is_known else {}
    title, beside, violations = _computed(workspace, definition, answers_of(state), beside)
    stood = merge_record(before, set_paths=rules.set_paths(definition.form_id)) if before else {}
    return MergedRecord(
        record_id,
        definition,
        plan.fresh,
        waiting,
        plan.erasures,
        before=stood,
        state=state,
        title=title,
        beside=beside,
        is_deleted=plan.is_deleted and not _stands(state),
        violations=violations,
    )


def _definition(workspace: Workspace, plan: RecordPlan) -> FormDefinition | None:
    """Return the form a record is read with: the newest version that a change which stands was written in."""
    applied = plan.settled.applied
    if not applied:
        return None
    newest = max(change.form_version for change in applied)
    return workspace.forms.get(applied[0].form_id, newest)


def compute_anew(workspace: Workspace, record_id: str) -> None:
    """Work out anew, from what is agreed, what stands beside a finalised record: its author saw other values."""
    record = workspace.records.get(record_id)
    definition = workspace.forms.get(record.form_id, record.form_version)
    beside, answers = workspace.records.beside(record_id), workspace.answers(record_id)
    title, beside, _ = _computed(workspace, definition, answers, beside)
    text = json.dumps(beside, ensure_ascii=False, separators=(",", ":"))
    workspace.records.update(record_id, title=title, beside=text)


def _computed(
    workspace: Workspace, definition: FormDefinition, answers: Answers, beside: Mapping[str, str]
) -> tuple[str, dict[str, str], int]:
    """Work out anew what is never merged: title, calculations; and count the rules the answers break together."""
    session = FormSession(definition, answers={**beside, **answers}, clock=workspace.clock, ids=workspace.ids)
    dormant = {path: value for path, value in session.answers().items() if path not in answers}
    return session.instance_name(), dormant | session.computed(), len(session.violations())


def _stands(state: Mapping[str, FieldState]) -> bool:
    return any(field.is_conflict or field.value is not None for field in state.values())
