"""The forms of a workspace, by id and version: the XForm that records are filled with, and the workbook behind it."""

import json
from dataclasses import dataclass

from fieldapp.base.clock import Clock, utc_text
from fieldapp.base.errors import KnownError
from fieldapp.forms import load_form_bytes
from fieldapp.forms.definition import FormDefinition
from fieldapp.store.connection import Database


@dataclass(frozen=True, slots=True)
class InstalledForm:
    """One version of one form."""

    form_id: str
    version: str
    title: str
    source_name: str
    """File name of the workbook or XForm it was installed from."""
    installed_at: str


class InstalledForms:
    """Every version that was ever installed stays, since records and drafts keep theirs."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._read: dict[tuple[str, str], FormDefinition] = {}

    def install(self, definition: FormDefinition, *, source: bytes, name: str) -> None:
        """Keep a form; the same one again changes nothing.

        Raises:
            KnownError: `form.version_taken`: other content under an id and version already there.
        """
        key = (definition.form_id, definition.version)
        query = "SELECT xform FROM form WHERE form_id = ? AND version = ?"
        row = self._db.execute(query, list(key)).fetchone()
        if row is not None and bytes(row[0]) != definition.xform:
            raise KnownError("form.version_taken", form_id=key[0], version=key[1])
        if row is None:
            self._db.table("form").insert(self._row(definition, source, name=name))
        self._read[key] = definition

    def get(self, form_id: str, version: str | None = None) -> FormDefinition:
        """Return a form, the version installed last unless one is named.

        Raises:
            KnownError: `form.not_installed`.
        """
        key = (form_id, self.latest(form_id) if version is None else version)
        if key not in self._read:
            query = "SELECT xform FROM form WHERE form_id = ? AND version = ?"
            row = self._db.execute(query, list(key)).fetchone()
            if row is None:
                raise KnownError("form.not_installed", form_id=form_id, version=key[1])
            self._read[key] = load_form_bytes(bytes(row[0]), name=f"{form_id}.xml")
        return self._read[key]

    def latest(self, form_id: str) -> str:
        """Return the version installed last.

        Raises:
            KnownError: `form.not_installed`.
        """
        query = "SELECT version FROM form WHERE form_id = ? ORDER BY number DESC LIMIT 1"
        row = self._db.execute(query, [form_id]).fetchone()
        if row is None:
            raise KnownError("form.not_installed", form_id=form_id, version="")
        return str(row[0])

    def list(self) -> list[InstalledForm]:
        """Return every version, in the order of installation."""
        columns = "form_id, version, title, source_name, installed_at"
        rows = self._db.table("form").rows_where(order_by="number", select=columns)
        return [InstalledForm(**row) for row in rows]

    def source(self, form_id: str, version: str) -> tuple[str, bytes]:
        """Return the file it was installed from: its name and bytes.

        Raises:
            KnownError: `form.not_installed`.
        """
        query = "SELECT source_name, source FROM form WHERE form_id = ? AND version = ?"
        row = self._db.execute(query, [form_id, version]).fetchone()
        if row is None:
            raise KnownError("form.not_installed", form_id=form_id, version=version)
        return str(row[0]), bytes(row[1])

    def set_paths(self, form_id: str, version: str) -> frozenset[str]:
        """Return the generic paths whose answers merge as sets, without reading the form again."""
        query = "SELECT set_paths FROM form WHERE form_id = ? AND version = ?"
        row = self._db.execute(query, [form_id, version]).fetchone()
        return frozenset(json.loads(row[0])) if row else frozenset()

    def _row(self, definition: FormDefinition, source: bytes, *, name: str) -> dict[str, object]:
        return {
            "form_id": definition.form_id,
            "version": definition.version,
            "title": definition.title,
            "xform": definition.xform,
            "source": source,
            "source_name": name,
            "set_paths": json.dumps(sorted(definition.set_paths()), ensure_ascii=False),
            "installed_at": utc_text(self._clock.now()),
        }
