"""A change: one finalised edit of one record, with its fields, its parents and its digests."""

import hashlib
import json
from dataclasses import dataclass, replace
from enum import StrEnum

from fieldapp.base.errors import KnownError

GENESIS = "0" * 64
"""What the first change of a journal follows."""


class Op(StrEnum):
    """What a change does (sync format, §4)."""

    CREATE = "create"
    EDIT = "edit"
    DELETE = "delete"
    RESTORE = "restore"
    MERGE = "merge"
    REVIEW = "review"
    COMMENT = "comment"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    ERASE = "erase"


@dataclass(frozen=True, slots=True)
class ChangeField:
    """One value that a change sets."""

    path: str
    old_value: str | None
    """For people to read; no rule looks at it."""
    new_value: str | None
    parents: tuple[str, ...]
    """The change_ids whose value of this path the author saw, sorted; empty for a first value."""
    salt: str
    """Hexadecimal; blank once the value is erased."""
    digest: str
    """`value_digest` of the salt and both values; stays when they are erased."""


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the journal: the only thing that travels."""

    device_id: str
    seq: int
    """Position in this device's journal, from 1, without gaps."""
    change_id: str
    at: str
    """When the author's clock said it was; shown to people, decides nothing."""
    actor_id: str
    record_id: str
    form_id: str
    form_version: str
    op: Op
    reason: str
    merge_into: str
    fields: tuple[ChangeField, ...]
    """Sorted by path."""


def value_digest(salt: str, old_value: str | None, new_value: str | None) -> str:
    """Return the salted SHA-256 of a value pair, which proves it without telling it."""
    return _sha256([salt, old_value, new_value])


def content_hash(change: Change) -> str:
    """Return the hash that recognises this change wherever it arrives: metadata and value digests.

    `seq` is left out: a restored laptop that numbers other content alike is found as a fork by comparing both.
    """
    fields = [[field.path, list(field.parents), field.digest] for field in change.fields]
    head = [change.device_id, change.change_id, change.at, change.actor_id, change.record_id, change.form_id]
    tail = [change.form_version, str(change.op), change.reason, change.merge_into]
    return _sha256([*head, *tail, fields])


def chain_hash(previous: str, change: Change) -> str:
    """Return the journal's hash after this change, given the hash before it (`GENESIS` at the start)."""
    return _sha256([previous, change.seq, content_hash(change)])


def erased(field: ChangeField) -> ChangeField:
    """Return the field without its value and salt; its digest, and so every hash over it, stays."""
    return replace(field, old_value=None, new_value=None, salt="")


def is_erased(field: ChangeField) -> bool:
    """Whether the value was erased on request (law 09-08)."""
    return not field.salt


def check_digests(change: Change) -> None:
    """Refuse a change one of whose values is not what its digest says.

    Raises:
        KnownError: `change.value_altered`, naming the change and the path.
    """
    for field in change.fields:
        if is_erased(field):
            continue
        if value_digest(field.salt, field.old_value, field.new_value) != field.digest:
            raise KnownError("change.value_altered", change_id=change.change_id, path=field.path)


_CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _sha256(value: object) -> str:
    return hashlib.sha256(_CANONICAL.encode(value).encode()).hexdigest()
