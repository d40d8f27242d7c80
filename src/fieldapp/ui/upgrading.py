"""Has a large workspace of an older program brought to this one's shape in a thread, and says how far it is."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fieldapp.base.errors import FieldappError
from fieldapp.ui.jobs import Job
from fieldapp.ui.main_window import MainWindow


class Upgrader(QObject):
    """Works before any workspace is open.

    Signals:
        done: It may be opened now; carries folder and passphrase.
        failed: A `FieldappError`; the workspace is as it was.
    """

    done = Signal(Path, str)
    failed = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.job: Job | None = None
        window.job_bar.cancelled.connect(self._on_cancelled)

    def run(self, folder: Path, passphrase: str) -> None:
        """Begin; one at a time."""
        from fieldapp.store import TRAINING_PASSPHRASE
        from fieldapp.usecases.upgrade_workspace import upgrade_workspace

        if self.job is not None:
            return
        self.job = Job(
            lambda progress, stop: upgrade_workspace(
                folder, passphrase=passphrase or TRAINING_PASSPHRASE, progress=progress, is_cancelled=stop
            ),
            self,
        )
        self.job.advanced.connect(self._window.job_bar.advance)
        self.job.done.connect(lambda _: self._on_ended())
        self.job.done.connect(lambda _: self.done.emit(folder, passphrase))
        self.job.failed.connect(self._on_failed)
        self._window.welcome.setEnabled(False)
        self._window.job_bar.begin(
            self.tr("Mise à jour de l’espace de travail pour cette version. L’ancien fichier est gardé.")
        )
        self.job.start()

    def _on_failed(self, error: FieldappError) -> None:
        self._on_ended()
        self.failed.emit(error)

    def _on_ended(self) -> None:
        self._window.job_bar.hide()
        self._window.welcome.setEnabled(True)
        if self.job is not None:
            self.job.deleteLater()
            self.job = None

    def _on_cancelled(self) -> None:
        if self.job is not None:
            self.job.cancel()
