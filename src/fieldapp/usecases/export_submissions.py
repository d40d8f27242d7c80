"""Writes records as submissions that other ODK tools read: instances with their files, or tables.

What is written is not encrypted any more: it is for the person who asks, in a folder they choose.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from fieldapp.base.files import write_atomically
from fieldapp.engine import FormSession
from fieldapp.store import Workspace
from fieldapp.submissions.instance import mark_training, named_files
from fieldapp.submissions.table_writer import WrittenRecord, write_tables
from fieldapp.usecases.attachments import attached_bytes
from fieldapp.usecases.import_submissions import MEDIA
from fieldapp.usecases.record_lists import record_lists

INSTANCE = "submission.xml"
_MODE = 0o600
"""The answers are in clear: only the person who asked reads them."""


def export_instances(workspace: Workspace, record_ids: Sequence[str], folder: Path) -> list[Path]:
    """Write each record as `<id>/submission.xml`, its files beside it; return where.

    Raises:
        KnownError: `record.not_found`, `file.disk_full`… ; each file written is whole.
    """
    written = []
    for record_id in record_ids:
        session = _session(workspace, record_id)
        place = folder / record_id
        for name, data in _files(workspace, session).items():
            write_atomically(place / name, data, mode=_MODE)
        instance = session.instance_xml(record_id=record_id)
        if workspace.is_training:
            instance = mark_training(instance)
        write_atomically(place / INSTANCE, instance, mode=_MODE)
        written.append(place / INSTANCE)
    return written


def export_tables(workspace: Workspace, record_ids: Sequence[str], folder: Path) -> list[Path]:
    """Write the tables of the forms of these records, and their files in a folder `media`; return the tables.

    Raises:
        KnownError: `record.not_found`, `file.disk_full`… ; each file written is whole.
    """
    by_form: dict[str, list[WrittenRecord]] = {}
    for record_id in record_ids:
        record = workspace.records.get(record_id)
        session = _session(workspace, record_id)
        answers = session.answers() | session.computed()
        row = WrittenRecord(record_id, str(record.status), session.definition, answers)
        by_form.setdefault(record.form_id, []).append(row)
        for name, data in _files(workspace, session).items():
            write_atomically(folder / MEDIA / name, data, mode=_MODE)
    written = []
    for form_id, records in by_form.items():
        for name, data in write_tables(form_id, records, is_training=workspace.is_training).items():
            write_atomically(folder / name, data, mode=_MODE)
            written.append(folder / name)
    return written


def _session(workspace: Workspace, record_id: str) -> FormSession:
    record = workspace.records.get(record_id)
    definition = workspace.forms.get(record.form_id, record.form_version)
    answers = workspace.draft_answers(record_id)
    lists = record_lists(workspace, definition, answers, beside=record_id)
    return FormSession(definition, answers=answers, records=lists, clock=workspace.clock, ids=workspace.ids)


def _files(workspace: Workspace, session: FormSession) -> Mapping[str, bytes]:
    found = {name: attached_bytes(workspace, name) for _, name in named_files(session)}
    return {name: data for name, data in found.items() if data is not None}
