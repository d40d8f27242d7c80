"""Form definitions kept as the data they were compiled to: read back quickly, and dropped without loss.

They are kept packed, at a fifth of their size: every backup holds them too.
"""

import zlib
from collections.abc import Mapping

from fieldapp.base.errors import KnownError
from fieldapp.forms.compiled import dump_definition, read_definition
from fieldapp.forms.definition import FormDefinition
from fieldapp.store.connection import Database
from fieldapp.store.form_files import FormKey

_OUTDATED = "form.compiled_outdated"


class CompiledForms:
    """The compiled definition of each form version, for as long as this program can read it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def read(self, key: FormKey, files: Mapping[str, bytes]) -> FormDefinition | None:
        """Return a definition, or nothing when there is none, or one of another program, or one that is damaged."""
        query = "SELECT data FROM form_compiled WHERE form_id = ? AND version = ?"
        row = self._db.execute(query, list(key)).fetchone()
        if row is None:
            return None
        try:
            return read_definition(zlib.decompress(bytes(row[0])), files=files)
        except zlib.error:
            return None
        except KnownError as error:
            if error.code != _OUTDATED:
                raise
            return None

    def keep(self, key: FormKey, definition: FormDefinition) -> None:
        """Keep a definition in place of the one before; one put together by hand has nothing to be read from.

        Raises:
            KnownError: `file.disk_full`, `file.read_only` for a reader…
        """
        if definition.model.instance is not None:
            row = {"form_id": key[0], "version": key[1], "data": zlib.compress(dump_definition(definition))}
            self._db.table("form_compiled").insert(row, replace=True, pk=("form_id", "version"))
