"""A bundle whose signature, digests, version, recipient and structure have been found sound."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fieldapp.bundle.changes import read_changes
from fieldapp.bundle.content import AttachmentRow, BundleHeader, StreamedChange
from fieldapp.bundle.manifest import MANIFEST, SIGNATURE, Manifest, Resource
from fieldapp.bundle.tables import ATTACHMENT, CHANGE, CHANGE_FIELD
from fieldapp.bundle.tabular import ReadRow, rows_of, table_of
from fieldapp.bundle.zipping import ZipEntries
from fieldapp.signing.trust import Signer


@dataclass(frozen=True)
class VerifiedBundle:
    """What a signer said, and only that. Made by `open_bundle` and by nothing else; a test sees to it."""

    header: BundleHeader
    signer: Signer
    manifest: Manifest
    """As it was signed, members unknown to us included."""
    manifest_sha256: str
    _entries: ZipEntries = field(repr=False)
    _tables: Mapping[str, Resource] = field(repr=False)

    @property
    def tables(self) -> tuple[str, ...]:
        """Names of the tables inside."""
        return tuple(self._tables)

    @functools.cached_property
    def proof(self) -> tuple[bytes, bytes]:
        """The manifest as it was signed, and the signature: what proves later who said this."""
        return self._entries.read(MANIFEST), self._entries.read(SIGNATURE)

    def count(self, name: str) -> int:
        """Return how many rows a table holds; 0 for one that is not there."""
        return self._tables[name].rows if name in self._tables else 0

    def table(self, name: str) -> Iterator[dict[str, str | None]]:
        """Give the rows of a table, column by column; none for a table that is not there."""
        if name not in self._tables:
            return
        header = table_of(self._tables[name]).header
        for row in rows_of(self._entries, self._tables[name]):
            yield dict(zip(header, row, strict=True))

    def iter_changes(self) -> Iterator[StreamedChange]:
        """Give the changes in order of the stream, without holding them all."""
        if CHANGE.name in self._tables:
            pairs = read_changes(self._rows(CHANGE.name), self._rows(CHANGE_FIELD.name))
            yield from (streamed for streamed, _ in pairs)

    @functools.cached_property
    def changes(self) -> tuple[StreamedChange, ...]:
        """All changes in order of the stream."""
        return tuple(self.iter_changes())

    @functools.cached_property
    def attachments(self) -> tuple[AttachmentRow, ...]:
        """What is attached to which answer, without the bytes."""
        return tuple(
            AttachmentRow(
                sha256=row["sha256"] or "",
                extension=row["extension"] or "",
                media_type=row["media_type"] or "",
                size=int(row["bytes"] or 0),
                record_id=row["record_id"] or "",
                path=row["path"] or "",
            )
            for row in self.table(ATTACHMENT.name)
        )

    def read_attachment(self, sha256: str) -> bytes:
        """Return the bytes of an attached file; they have this very digest.

        Raises:
            KeyError: No attachment has it.
        """
        extensions = {row.sha256: row.extension for row in self.attachments}
        return self._entries.read(f"files/{sha256}.{extensions[sha256]}")

    def _rows(self, name: str) -> Iterator[ReadRow]:
        return rows_of(self._entries, self._tables[name])
