"""Changes as rows of the database and as documents of the quarantine, and back."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row

from fieldapp.records.change import Change, ChangeField, Op


def change_row(change: Change, *, applied_at: str) -> dict[str, Any]:
    """Return the row of `change`."""
    row = {name: getattr(change, name) for name in _HEAD}
    return row | {"op": str(change.op), "reason": change.reason or None, "applied_at": applied_at}


def field_rows(change: Change) -> list[dict[str, Any]]:
    """Return the rows of `change_field`."""
    return [{"change_id": change.change_id} | _field_document(one) for one in change.fields]


def change_from_rows(row: Row[Any], fields: Sequence[Row[Any]]) -> Change:
    """Read a change back; its fields come sorted by path."""
    values = row._mapping
    head = {name: values[name] for name in _HEAD}
    head |= {"op": Op(values["op"]), "reason": values["reason"] or ""}
    ordered = sorted(fields, key=lambda one: str(one.path))
    return Change(**head, fields=tuple(_field_from(one._mapping) for one in ordered))


def change_document(change: Change) -> dict[str, Any]:
    """Return a change as a JSON document."""
    head = {name: getattr(change, name) for name in _HEAD} | {"op": str(change.op)}
    return head | {"fields": [_field_document(one) for one in change.fields]}


def change_from_document(document: Mapping[str, Any]) -> Change:
    """Read what `change_document` wrote."""
    head = {name: document[name] for name in _HEAD} | {"op": Op(document["op"])}
    return Change(**head, fields=tuple(_field_from(one) for one in document["fields"]))


_HEAD = (
    "device_id", "seq", "change_id", "at", "actor_id", "record_id",
    "form_id", "form_version", "op", "reason", "merge_into",
)  # fmt: skip


def _field_document(field: ChangeField) -> dict[str, Any]:
    values = {"path": field.path, "old_value": field.old_value, "new_value": field.new_value}
    return values | {"parents": list(field.parents), "salt": field.salt, "digest": field.digest}


def _field_from(row: Mapping[Any, Any]) -> ChangeField:
    parents = tuple(row["parents"])
    return ChangeField(row["path"], row["old_value"], row["new_value"], parents, row["salt"], row["digest"])
