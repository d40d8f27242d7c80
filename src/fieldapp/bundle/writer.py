"""Writes a bundle of changes: tables, explanations, manifest, signature, ZIP, seal. Opens no file itself."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from fieldapp.base.errors import BugError, KnownError
from fieldapp.bundle import limits
from fieldapp.bundle.attachments import check_file
from fieldapp.bundle.changes import change_row, field_rows
from fieldapp.bundle.content import (
    FIELD_KINDS,
    BundleContent,
    BundleFile,
    BundleHeader,
    RecordState,
    SealedBundle,
    SealedFile,
)
from fieldapp.bundle.flat import form_tables, table_rows
from fieldapp.bundle.packing import FilledTable, Parcel, PlainFile, filled, pack
from fieldapp.bundle.progress import IsCancelled, Progress, Report, never, unreported
from fieldapp.bundle.reader import open_bundle
from fieldapp.bundle.tables import ATTACHMENT, CHANGE, CHANGE_FIELD
from fieldapp.bundle.verified import VerifiedBundle
from fieldapp.signing.identity import Identity
from fieldapp.signing.trust import TrustStore


def write_bundle(
    content: BundleContent,
    *,
    identity: Identity,
    recipients: Sequence[str],
    at: datetime,
    progress: Report = unreported,
    is_cancelled: IsCancelled = never,
) -> SealedFile:
    """Write, sign and seal what a stream holds; the same content gives the same ZIP, signature aside.

    Args:
        content: What to carry; `header.form_versions` and `signer_cert_sha256` are filled in here.
        identity: The laptop's key and certificate.
        recipients: age recipients: the centre, the escrow, the laptop itself. None at all leaves it signed only.
        at: The moment of signing, written into the signature alone.
        progress: Told how many steps of how many are done.
        is_cancelled: Asked between steps.

    Raises:
        KnownError: `bundle.cancelled`, `bundle.content_too_large`, `bundle.cell_too_large`,
            `bundle.attachment_type`, `bundle.attachment_name`, `age.bad_recipient`.
    """
    _check(content)
    header = replace(content.header, form_versions=_form_versions(content))
    parcel = Parcel(bundle_name(header), header, _tables(content), _files(content.attachments))
    steps = Progress(parcel.steps, progress, is_cancelled)
    return pack(parcel, identity=identity, recipients=recipients, at=at, progress=steps)


def check_own(
    sealed: SealedBundle, *, written: SealedFile, identities: Sequence[str], trust: TrustStore, at: datetime
) -> VerifiedBundle:
    """Open again, with one's own key, the file that was just written, as its recipient will.

    Raises:
        KnownError: Whatever `open_bundle` finds, or `bundle.other_content` when it is another bundle.
    """
    kinds = frozenset({written.kind})
    opened = open_bundle(
        sealed, identities=identities, trust=trust, recipient=written.recipient, at=at, kinds=kinds
    )
    if opened.manifest_sha256 != written.manifest_sha256:
        raise KnownError("bundle.other_content", name=written.name)
    return opened


def bundle_name(header: BundleHeader) -> str:
    """Return the name of a bundle's ZIP, which carries no personal data: `AF_P0007_000042.zip`."""
    return f"AF_{header.device_code}_{header.bundle_no:06d}.zip"


def _check(content: BundleContent) -> None:
    """Refuse what the reader would refuse: the caller's mistake, or more than one bundle can carry."""
    header = content.header
    numbers = [one.stream_seq for one in content.changes]
    if header.kind not in FIELD_KINDS or numbers != list(range(header.seq_from, header.seq_to + 1)):
        raise BugError(
            "bundle.wrong_span", kind=str(header.kind), seq_from=header.seq_from, seq_to=header.seq_to
        )
    for one in content.changes:
        if any(first.path >= second.path for first, second in pairwise(one.change.fields)):
            raise BugError("bundle.fields_not_sorted", change_id=one.change.change_id)
    count = sum(len(one.change.fields) for one in content.changes)
    if len(numbers) > limits.CHANGES or count > limits.FIELD_ROWS:
        raise KnownError("bundle.content_too_large", limit=limits.CHANGES)


def _form_versions(content: BundleContent) -> dict[str, tuple[str, ...]]:
    met = {(one.change.form_id, one.change.form_version) for one in content.changes}
    met |= {(record.form_id, record.form_version) for record in content.records}
    found: dict[str, list[str]] = defaultdict(list)
    for form_id, version in sorted(met):
        found[form_id].append(version)
    return {form_id: tuple(versions) for form_id, versions in found.items()}


def _tables(content: BundleContent) -> list[FilledTable]:
    changes = content.changes
    fields = (row for one in changes for row in field_rows(one.change))
    return [
        FilledTable(CHANGE, map(change_row, changes), len(changes)),
        FilledTable(CHANGE_FIELD, fields, sum(len(one.change.fields) for one in changes)),
        *_flat_tables(content),
        filled(ATTACHMENT, sorted(_attachment_row(file) for file in content.attachments)),
    ]


def _flat_tables(content: BundleContent) -> list[FilledTable]:
    by_form: dict[str, list[RecordState]] = defaultdict(list)
    for record in content.records:
        if (record.form_id, record.form_version) not in content.definitions:
            raise BugError("bundle.no_definition", form_id=record.form_id, form_version=record.form_version)
        by_form[record.form_id].append(record)
    found: list[FilledTable] = []
    for form_id, records in sorted(by_form.items()):
        versions = [one for (form, _), one in content.definitions.items() if form == form_id]
        tables = form_tables(form_id, versions)
        rows = table_rows(tables, records)
        found.extend(filled(spec, rows[repeat]) for repeat, spec in tables.tables.items())
    return found


def _attachment_row(file: BundleFile) -> tuple[str, ...]:
    return (file.sha256, file.extension, file.media_type, str(len(file.data)), file.record_id, file.path)


def _files(attachments: Sequence[BundleFile]) -> list[PlainFile]:
    files: dict[str, PlainFile] = {}
    for file in attachments:
        check_file(file.extension, file.media_type, file.sha256, file.data)
        path = f"files/{file.sha256}.{file.extension}"
        files[path] = PlainFile(path, file.media_type, file.data)
    return list(files.values())
