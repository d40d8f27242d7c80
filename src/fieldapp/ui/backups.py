"""Backs the workspace up while it is in use, every hour, and counts what exists only here; both in a thread."""

from PySide6.QtCore import QObject, QTimer, Signal

from fieldapp.base.errors import FieldappError
from fieldapp.ui.desk import Desk
from fieldapp.ui.jobs import Job

LOOK_MS = 5 * 60 * 1_000
"""How often it is asked whether a backup is due."""


class BackupKeeper(QObject):
    """Never in the way: what prevents a backup is said once, and the next look tries again.

    Signals:
        failed: Emitted with the `FieldappError` that prevented a backup, unless it is the one said last.
        counted: What exists only on this computer: `Losses`.
    """

    failed = Signal(object)
    counted = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._said = ""
        self.job: Job | None = None
        self.counting: Job | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Begin a backup if one is due and none is being made."""
        if self.job is not None or not self._desk.is_backup_due():
            return
        self.job = Job(self._desk.back_up, self)
        self.job.done.connect(self._on_done)
        self.job.failed.connect(self._on_failed)
        self.job.finished.connect(self._on_ended)
        self.job.start()

    def count(self) -> None:
        """Begin to count what exists only here, unless that is being done."""
        if self.counting is None:
            self.counting = Job(lambda _progress, _stop: self._desk.count_losses(), self)
            self.counting.done.connect(self.counted)
            self.counting.finished.connect(self._on_counted)
            self.counting.start()

    def stop(self) -> None:
        """Stop for good, and wait until what is being made has ended."""
        self._timer.stop()
        for job in (self.job, self.counting):
            if job is not None:
                job.cancel()
                job.wait()

    def _on_counted(self) -> None:
        if self.counting is not None:
            self.counting.deleteLater()
            self.counting = None

    def _on_done(self, _made: object) -> None:
        self._said = ""

    def _on_failed(self, error: FieldappError) -> None:
        if error.code not in ("ui.stopped", self._said):
            self._said = error.code
            self.failed.emit(error)

    def _on_ended(self) -> None:
        if self.job is not None:
            self.job.deleteLater()
            self.job = None
