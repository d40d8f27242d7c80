"""The files beside the forms of a workspace: choice lists and look-ups (CSV, XML, GeoJSON), pictures and sounds."""

from collections.abc import Iterator, Mapping

from typing_extensions import override

from fieldapp.base.files import sha256_hex
from fieldapp.store.connection import Database

FormKey = tuple[str, str]
"""Form id and version."""


class FormFiles:
    """Files by form version and name; the same bytes are kept once, however many versions name them."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(self, key: FormKey, files: Mapping[str, bytes]) -> None:
        """Keep the files of a form version. Belongs inside the transaction that installs it."""
        for name, data in files.items():
            sha256 = sha256_hex(data)
            content = {"sha256": sha256, "size": len(data), "data": data}
            self._db.table("form_file_content").insert(content, ignore=True)
            row = {"form_id": key[0], "version": key[1], "name": name, "sha256": sha256}
            self._db.table("form_file").insert(row)

    def digests(self, key: FormKey) -> dict[str, str]:
        """Return the names of a form version's files and the SHA-256 of each."""
        query = "SELECT name, sha256 FROM form_file WHERE form_id = ? AND version = ? ORDER BY name"
        return dict(self._db.execute(query, list(key)).fetchall())

    def get(self, key: FormKey, name: str) -> bytes | None:
        """Return a file, or nothing when the form version has none of that name."""
        query = (
            "SELECT data FROM form_file JOIN form_file_content USING (sha256)"
            " WHERE form_id = ? AND version = ? AND name = ?"
        )
        row = self._db.execute(query, [*key, name]).fetchone()
        return None if row is None else bytes(row[0])

    def of(self, key: FormKey) -> Mapping[str, bytes]:
        """Return the files of a form version by name, each read when it is asked for."""
        return _FilesOf(self, key)


class _FilesOf(Mapping[str, bytes]):
    """The files of one form version, as the rooms below take them."""

    def __init__(self, files: FormFiles, key: FormKey) -> None:
        self._files = files
        self._key = key

    @override
    def __getitem__(self, name: str) -> bytes:
        data = self._files.get(self._key, name)
        if data is None:
            raise KeyError(name)
        return data

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._files.digests(self._key))

    @override
    def __len__(self) -> int:
        return len(self._files.digests(self._key))
