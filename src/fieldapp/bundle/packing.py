"""From tables and files to a sealed file: what every kind of bundle has in common."""

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from fieldapp.base.errors import KnownError
from fieldapp.base.files import sha256_hex
from fieldapp.bundle import limits
from fieldapp.bundle.cells import write_table
from fieldapp.bundle.content import BundleHeader, SealedFile
from fieldapp.bundle.dictionary import dictionary_csv, schema_sql
from fieldapp.bundle.header import sync_object
from fieldapp.bundle.manifest import MANIFEST, SIGNATURE, Resource, write_manifest
from fieldapp.bundle.progress import Progress
from fieldapp.bundle.seal import seal
from fieldapp.bundle.tables import TableSpec
from fieldapp.bundle.zipping import write_zip
from fieldapp.signing.certificates import key_id_of
from fieldapp.signing.cms import sign_detached
from fieldapp.signing.identity import Identity

Row = Sequence[str | None]


@dataclass(frozen=True, slots=True)
class FilledTable:
    """A table with its rows, which are taken once."""

    spec: TableSpec
    rows: Iterable[Row]
    count: int


def filled(spec: TableSpec, rows: Sequence[Row]) -> FilledTable:
    """Return a table with the rows of a list."""
    return FilledTable(spec, rows, len(rows))


@dataclass(frozen=True, slots=True)
class PlainFile:
    """A file that goes in as it is."""

    path: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Parcel:
    """What goes into one sealed file."""

    name: str
    """Of the file on the stick, without `.age`."""
    header: BundleHeader
    tables: Sequence[FilledTable]
    """Parents before the tables that refer to them."""
    files: Sequence[PlainFile] = ()
    extra: Mapping[str, object] | None = None
    """Further members of the manifest."""

    @property
    def steps(self) -> int:
        """How many steps packing it reports."""
        return sum(table.count for table in self.tables) + len(self.tables) + len(self.files) + _LAST_STEPS


_LAST_STEPS = 5
"""Explanations, manifest, signature, ZIP and seal."""


def pack(
    parcel: Parcel, *, identity: Identity, recipients: Sequence[str], at: datetime, progress: Progress
) -> SealedFile:
    """Write, sign and seal.

    Raises:
        KnownError: `bundle.content_too_large`, `bundle.cell_too_large`, `bundle.cancelled`, `age.bad_recipient`.
    """
    header = replace(parcel.header, signer_cert_sha256=key_id_of(identity.certificate))
    entries: dict[str, bytes] = {}
    resources = list(_pack_tables(parcel.tables, entries, progress))
    resources.extend(_pack_files([*parcel.files, *_explanations(parcel.tables)], entries, progress))
    manifest = write_manifest(sync_object(header), resources, parcel.extra)
    entries[MANIFEST] = manifest
    progress.step()
    entries[SIGNATURE] = sign_detached(manifest, identity, at=at)
    progress.step()
    _check_limits(entries)
    sealed = seal(write_zip(entries), recipients)
    progress.step()
    name = f"{parcel.name}.age" if recipients else parcel.name
    return SealedFile(name, sealed, sha256_hex(manifest), header.recipient, header.kind)


def _pack_tables(
    tables: Iterable[FilledTable], entries: dict[str, bytes], progress: Progress
) -> Iterable[Resource]:
    for table in tables:
        data = write_table(table.spec.header, progress.over(table.rows))
        entries[table.spec.path] = data
        yield Resource(table.spec.path, len(data), sha256_hex(data), "", table.spec, table.count)
        progress.step()


def _pack_files(
    files: Iterable[PlainFile], entries: dict[str, bytes], progress: Progress
) -> Iterable[Resource]:
    for file in files:
        entries[file.path] = file.data
        yield Resource(file.path, len(file.data), sha256_hex(file.data), file.media_type)
        progress.step()


def _explanations(tables: Sequence[FilledTable]) -> list[PlainFile]:
    specs = [table.spec for table in tables]
    return [
        PlainFile("LISEZMOI.txt", "text/plain", _read_me()),
        PlainFile("dictionnaire.csv", "text/csv", dictionary_csv(specs)),
        PlainFile("schema.sql", "application/sql", schema_sql(specs)),
    ]


@functools.cache
def _read_me() -> bytes:
    return (
        Path(__file__).with_name("LISEZMOI.txt").read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    )


def _check_limits(entries: Mapping[str, bytes]) -> None:
    if len(entries) > limits.ENTRIES:
        raise KnownError("bundle.content_too_large", limit=limits.ENTRIES)
    if sum(map(len, entries.values())) > limits.UNPACKED_BYTES:
        raise KnownError("bundle.content_too_large", limit=limits.UNPACKED_BYTES)
