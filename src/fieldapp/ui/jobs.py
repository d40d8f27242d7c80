"""Long work away from the window's thread: it reports how far it is and stops when asked."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, Signal
from typing_extensions import override

from fieldapp.base.errors import BugError, FieldappError, KnownError

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]
Work = Callable[[Progress, IsCancelled], Any]


class Job(QThread):
    """Runs one piece of work that touches neither the window nor the workspace.

    Signals:
        advanced: How much is done, of how much.
        done: Emitted on the window's thread with the result.
        failed: Emitted with the `FieldappError`; work that was stopped fails with `ui.stopped`.
    """

    advanced = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._result: Any = None
        self._error: FieldappError | None = BugError("ui.work_ended_badly")
        self._is_cancelled = False
        self.finished.connect(self._on_finished)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._is_cancelled = True

    def end(self) -> None:
        """Ask the work to stop, wait until it has, and tell at once what came of it."""
        self.cancel()
        self.wait()
        for hearing in (self, self.parent()):
            QCoreApplication.sendPostedEvents(hearing, QEvent.Type.MetaCall.value)

    @override
    def run(self) -> None:
        try:
            self._result = self._work(self.advanced.emit, lambda: self._is_cancelled)
        except KnownError as error:
            self._error = error
        else:
            self._error = None

    def _on_finished(self) -> None:
        if self._error is None:
            self.done.emit(self._result)
        elif self._is_cancelled:
            self.failed.emit(KnownError("ui.stopped"))
        else:
            self.failed.emit(self._error)
