"""The forms of a workspace, by id and version: XForm, workbook, the files beside it, and what it was compiled to."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from fieldapp.base.clock import Clock, utc_text
from fieldapp.base.errors import KnownError
from fieldapp.base.files import sha256_hex
from fieldapp.forms import load_form_bytes
from fieldapp.forms.definition import FormDefinition
from fieldapp.store.compiled_forms import CompiledForms
from fieldapp.store.connection import Database
from fieldapp.store.form_files import FormFiles, FormKey

_NO_FILES: Mapping[str, bytes] = {}


@dataclass(frozen=True, slots=True)
class InstalledForm:
    """One version of one form."""

    form_id: str
    version: str
    title: str
    source_name: str
    """File name of the workbook or XForm it was installed from."""
    installed_at: str
    titles: Mapping[str, str] = field(default_factory=dict)
    """The title in other languages, by language code."""


class InstalledForms:
    """Every version that was ever installed stays, since records and drafts keep theirs.

    A workbook is converted and compiled once. What was compiled is kept as data and read back; an older program's is
    compiled again from the XForm that was installed, never from the workbook, since another converter might write
    another XForm.
    """

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._files = FormFiles(db)
        self._compiled = CompiledForms(db)
        self._read: dict[FormKey, FormDefinition] = {}

    def install(
        self, definition: FormDefinition, *, source: bytes, name: str, files: Mapping[str, bytes] = _NO_FILES
    ) -> None:
        """Keep a form with the files beside it; the same one again changes nothing.

        Raises:
            KnownError: `form.version_taken`: other content under an id and version already there.
        """
        key = (definition.form_id, definition.version)
        query = "SELECT xform, source FROM form WHERE form_id = ? AND version = ?"
        row = self._db.execute(query, list(key)).fetchone()
        if row is not None and bytes(row[0]) != definition.xform:
            if bytes(row[1]) != source:
                raise KnownError("form.version_taken", form_id=key[0], version=key[1])
            definition = self.get(*key)  # the same workbook, from which another converter made another XForm
        new = self._new_files(key, files)
        if row is None or new:
            with self._db.atomic():
                if row is None:
                    self._db.table("form").insert(self._row(definition, source, name=name))
                self._files.keep(key, new)
                self._compiled.keep(key, definition)
        self._read[key] = definition

    def get(self, form_id: str, version: str | None = None) -> FormDefinition:
        """Return a form, the version installed last unless one is named.

        Raises:
            KnownError: `form.not_installed`.
        """
        key = (form_id, self.latest(form_id) if version is None else version)
        if key not in self._read:
            self._read[key] = self._open(key)
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
        columns = "form_id, version, title, source_name, installed_at, titles"
        rows = self._db.table("form").rows_where(order_by="number", select=columns)
        return [InstalledForm(**{**row, "titles": json.loads(row["titles"])}) for row in rows]

    def titles(self, language: str) -> dict[FormKey, str]:
        """Return the title of every version in a language; one that lacks it takes that of the last that has it."""
        forms = self.list()
        known = {form.form_id: form.titles[language] for form in forms if form.titles.get(language)}
        return {
            (form.form_id, form.version): form.titles.get(language) or known.get(form.form_id, form.title)
            for form in forms
        }

    def newest_titles(self, language: str) -> dict[str, str]:
        """Return the title of the version installed last, form by form, in a language."""
        return {form_id: title for (form_id, _), title in self.titles(language).items()}

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

    def file(self, form_id: str, version: str, name: str) -> bytes | None:
        """Return a file that lay beside the form, such as the picture of a label; nothing when there is none."""
        return self._files.get((form_id, version), name)

    def files(self, form_id: str, version: str) -> Mapping[str, bytes]:
        """Return the files beside a form by name, each read when it is asked for."""
        return self._files.of((form_id, version))

    def set_paths(self, form_id: str, version: str) -> frozenset[str]:
        """Return the generic paths whose answers merge as sets, without reading the form again."""
        query = "SELECT set_paths FROM form WHERE form_id = ? AND version = ?"
        row = self._db.execute(query, [form_id, version]).fetchone()
        return frozenset(json.loads(row[0])) if row else frozenset()

    def _open(self, key: FormKey) -> FormDefinition:
        files = self._files.of(key)
        found = self._compiled.read(key, files)
        if found is not None:
            return found
        query = "SELECT xform FROM form WHERE form_id = ? AND version = ?"
        row = self._db.execute(query, list(key)).fetchone()
        if row is None:
            raise KnownError("form.not_installed", form_id=key[0], version=key[1])
        definition = load_form_bytes(bytes(row[0]), name=f"{key[0]}.xml", files=files)
        with suppress(KnownError):  # a reader, or a full disk: compiled again the next time
            self._compiled.keep(key, definition)
        return definition

    def _new_files(self, key: FormKey, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the files that are not there yet, as for a form installed before files were kept."""
        known = self._files.digests(key)
        for name in known.keys() & files.keys():
            if sha256_hex(files[name]) != known[name]:
                raise KnownError("form.version_taken", form_id=key[0], version=key[1])
        return {name: files[name] for name in files if name not in known}

    def _row(self, definition: FormDefinition, source: bytes, *, name: str) -> dict[str, object]:
        return {
            "form_id": definition.form_id,
            "version": definition.version,
            "title": definition.title,
            "titles": json.dumps(dict(definition.titles), ensure_ascii=False),
            "xform": definition.xform,
            "source": source,
            "source_name": name,
            "set_paths": json.dumps(sorted(definition.set_paths()), ensure_ascii=False),
            "installed_at": utc_text(self._clock.now()),
        }
