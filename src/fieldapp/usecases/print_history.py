"""Writes the history of a record as a PDF: read first, then set and written away from the workspace."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fieldapp.base.files import write_unseen
from fieldapp.bundle.progress import IsCancelled, Report, never, unreported
from fieldapp.records.history import Comparison, RecordHistory
from fieldapp.store import Workspace
from fieldapp.usecases.export_fiche import training_name
from fieldapp.usecases.record_history import record_history

_FILE_MODE = 0o600
"""A history holds every answer: its reader is whoever wrote it."""


@dataclass(frozen=True, slots=True)
class HistoryJob:
    """All that the document is made of."""

    history: RecordHistory
    at: datetime
    is_training: bool = False
    compared: Comparison | None = None
    """Two moments, to be set side by side instead of the whole history."""

    @property
    def file_name(self) -> str:
        """A name without the title, which is personal data on a shared disk."""
        kind = "historique" if self.compared is None else "comparaison"
        name = f"{kind}_{self.history.form_id}_{self.history.record_id[-6:]}.pdf"
        return training_name(name) if self.is_training else name


def collect_history(workspace: Workspace, record_id: str, *, language: str) -> HistoryJob:
    """Read the history of a record.

    Raises:
        KnownError: `record.not_found`.
    """
    history = record_history(workspace, record_id, language=language)
    return HistoryJob(history, workspace.clock.now(), is_training=workspace.is_training)


def write_history(
    job: HistoryJob, target: Path, *, progress: Report = unreported, is_cancelled: IsCancelled = never
) -> Path:
    """Set and write the PDF; cancelled or failed, it leaves nothing behind.

    Raises:
        KnownError: `export.cancelled`, `file.disk_full`…
    """
    from fieldapp.exports.history_pdf import render_history

    data = render_history(
        job.history,
        at=job.at,
        is_training=job.is_training,
        compared=job.compared,
        progress=progress,
        is_cancelled=is_cancelled,
    )
    write_unseen(target, data, mode=_FILE_MODE)
    return target
