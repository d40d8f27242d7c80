"""Names of tables and columns that follow from a path alone: stable while a form grows, and free of collisions.

A column is its question's generic path (`identite/nom`); a table is `<form>` or `<form>-<step>-<step>` for a repeat.
A name that databases could confuse (too long, capitals, an own column's name, characters a file name may not hold)
is cut and ends in the first eight digits of its SHA-256; whether that is so depends on that name alone.
"""

import re

from fieldapp.base.files import sha256_hex

NAME_BYTES = 63
"""PostgreSQL cuts longer identifiers silently."""
_HEAD = NAME_BYTES - 9
_RESERVED_COLUMNS = frozenset({"key", "parent_key", "rank", "form_version", "updated_at"})
_RESERVED_TABLES = re.compile(
    r"change|change_field|attachment|receipt|receipt_item|conflict|request|enrolment|hsds.*"
)
_TOKEN = re.compile(r"[a-z][a-z0-9_]*")


def column_name(path: str) -> str:
    """Return the column of a question, given its generic path."""
    is_plain = path == path.lower() and len(path.encode()) <= NAME_BYTES and path not in _RESERVED_COLUMNS
    if is_plain and "~" not in path:
        return path
    head = path.encode()[:_HEAD].decode("utf-8", "ignore")
    return f"{head}~{sha256_hex(path.encode())[:8]}"


def table_name(form_id: str, repeat: str = "") -> str:
    """Return the table of a form, or of one of its repeats given by its generic path."""
    name = "-".join([_token(form_id), *map(_token, filter(None, repeat.split("/")))])
    if len(name) <= NAME_BYTES and not _RESERVED_TABLES.fullmatch(name):
        return name
    return _with_digest(name, f"{form_id}\n{repeat}")


def is_form_table(name: str, form_id: str) -> bool:
    """Whether a table may be one of a form's."""
    whole = table_name(form_id)
    return (
        name == whole
        or name.startswith(f"{whole}-")
        or (name[_HEAD:-8] == "." and name.startswith(whole[:_HEAD]))
    )


def _token(step: str) -> str:
    if _TOKEN.fullmatch(step):
        return step
    slug = re.sub(r"[^a-z0-9_]+", "_", step.lower()).lstrip("_0123456789")
    return _with_digest(slug or "form", step)


def _with_digest(head: str, whole: str) -> str:
    return f"{head[:_HEAD]}.{sha256_hex(whole.encode())[:8]}"
