"""Column types that mean the same on every database: Unicode text, a blank that is NULL, JSON as text."""

import json
from typing import Any

from sqlalchemy import Dialect, Unicode, UnicodeText
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

from fieldapp.base.errors import BugError

UUID_LENGTH = 36
DIGEST_LENGTH = 64
"""SHA-256 in hexadecimal."""
CODE_LENGTH = 128
"""Identifiers that others give: as long as a bundle allows."""
NAME_LENGTH = 200
PATH_LENGTH = 400
"""Longest path: with a change_id it still fits the 900 bytes of a SQL Server key."""
TIME_LENGTH = 24
"""RFC 3339 in UTC with milliseconds."""

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


class Blankable(TypeDecorator[str]):
    """Short text that may be blank: NULL in the table, `""` in the program, since Oracle cannot tell them apart."""

    impl = Unicode
    cache_ok = True

    @override
    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Store a blank as NULL."""
        return value or None

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> str:
        """Read NULL as a blank."""
        return value or ""


class Answer(TypeDecorator[str]):
    """An answer of any length; absent is NULL, and a blank one is a mistake of this program."""

    impl = UnicodeText
    cache_ok = True

    @override
    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Refuse what no database keeps alike."""
        if value == "":
            raise BugError("central.blank_value")
        return value


class JsonText(TypeDecorator[Any]):
    """A small JSON document kept as text, so that every database can hold it."""

    impl = UnicodeText
    cache_ok = True

    @override
    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        """Write compactly, keys sorted, so that equal documents are equal texts."""
        return _JSON.encode(value)

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Read what was written."""
        return json.loads(value)
