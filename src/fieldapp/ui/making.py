"""Has a workspace made in a thread once all was answered: the forms of the mission take some seconds to install."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fieldapp.base.errors import FieldappError
from fieldapp.ui.jobs import Job
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.pages.wizard_card import NewSpace


class SpaceMaker(QObject):
    """Works before any workspace is open; it cannot be stopped half-way, and leaves nothing when it fails.

    Signals:
        done: The workspace stands, closed; carries its folder and what was asked for.
        failed: A `FieldappError`; there is no workspace.
    """

    done = Signal(Path, object)
    failed = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.job: Job | None = None

    def run(self, folder: Path, wanted: NewSpace) -> None:
        """Begin; one at a time."""
        if self.job is not None:
            return
        self.job = Job(lambda _progress, _stop: _make(folder, wanted), self)
        self.job.done.connect(lambda _: self._on_ended())
        self.job.done.connect(lambda _: self.done.emit(folder, wanted))
        self.job.failed.connect(self._on_failed)
        self._window.welcome.setEnabled(False)
        self._window.job_bar.begin(self.tr("L’espace se prépare : chiffrement et formulaires de la mission…"))
        self._window.job_bar.cancel.setEnabled(False)
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


def _make(folder: Path, wanted: NewSpace) -> None:
    from fieldapp.store import Actor
    from fieldapp.usecases.create_workspace import create_workspace

    made = create_workspace(
        folder,
        passphrase=wanted.passphrase,
        actor=Actor("", wanted.name, wanted.role, wanted.organisation),
        is_training=wanted.is_training,
        is_shown=True,
        recovery_recipient=wanted.recovery_recipient,
    )
    made.workspace.close()
