"""Shows where people do not agree, and writes what a person decides who was shown every value."""

from dataclasses import dataclass

from fieldapp.base.errors import KnownError
from fieldapp.records.change import Change
from fieldapp.records.merge import FieldState
from fieldapp.store import Pen, Workspace
from fieldapp.usecases.form_reading import FormReading


@dataclass(frozen=True, slots=True)
class Head:
    """One of the values that stand against each other."""

    change_id: str
    value: str | None
    words: str
    """The value as a person reads it; blank for none."""
    name: str
    """Who wrote it."""
    at: str
    """When, by their clock."""
    reason: str


@dataclass(frozen=True, slots=True)
class OpenConflict:
    """One question of one record, to be decided."""

    record_id: str
    title: str
    path: str
    place: str
    """The question, with the group and the repeat instance it stands in."""
    agreed: str
    """The last value everybody knew, in words; it is what is printed and published meanwhile."""
    heads: tuple[Head, ...]


def list_conflicts(workspace: Workspace, *, language: str = "fr") -> list[OpenConflict]:
    """Return every question to be decided, those of the record touched last first."""
    paths: dict[str, list[str]] = {}
    for one in workspace.exchange.conflicts.list():
        paths.setdefault(one.record_id, []).append(one.path)
    return [
        conflict
        for record_id, of_record in paths.items()
        for conflict in _of_record(workspace, record_id, of_record, language)
    ]


def resolve_conflict(
    workspace: Workspace, record_id: str, path: str, *, value: str | None, reason: str
) -> Change | None:
    """Write a decision; it replaces every value that was shown.

    Raises:
        KnownError: `record.reason_missing`, `conflict.none` when there is nothing to decide any longer.
    """
    if not reason.strip():
        raise KnownError("record.reason_missing")
    record = workspace.records.get(record_id)
    definition = workspace.forms.get(record.form_id, record.form_version)
    pen = Pen(workspace.actor.actor_id, reason.strip())
    change = workspace.exchange.resolve(record_id, definition, choices={path: value}, pen=pen)
    if change is None:
        raise KnownError("conflict.none")
    return change


def _of_record(workspace: Workspace, record_id: str, paths: list[str], language: str) -> list[OpenConflict]:
    record = workspace.records.get(record_id)
    definition = workspace.forms.get(record.form_id, record.form_version)
    reading = FormReading(workspace, definition, workspace.draft_answers(record_id), language=language)
    state = workspace.changes.state(record_id)
    changes = {change.change_id: change for change in workspace.changes.of_record(record_id)}
    names = {actor.actor_id: actor.name for actor in workspace.people.actors()}

    def words(path: str, value: str | None) -> str:
        said = reading.said(path, value)
        return said.words or said.value or ""

    def heads(path: str, field: FieldState) -> tuple[Head, ...]:
        return tuple(
            Head(
                change_id,
                value,
                words(path, value),
                names.get(changes[change_id].actor_id, ""),
                at=changes[change_id].at,
                reason=changes[change_id].reason,
            )
            for change_id, value in zip(field.heads, field.choices, strict=True)
        )

    return [
        OpenConflict(
            record_id,
            record.title,
            path,
            place=_place(reading, path),
            agreed=words(path, state[path].value),
            heads=heads(path, state[path]),
        )
        for path in paths
        if path in state
    ]


def _place(reading: FormReading, path: str) -> str:
    place = reading.place(path)
    return " · ".join(filter(None, (place.section, place.instances, place.label))) or path
