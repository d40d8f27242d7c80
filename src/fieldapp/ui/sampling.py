"""Loads the invented mission into a training workspace while people go on: one record between two of their events."""

from collections.abc import Iterator
from threading import Event

from PySide6.QtCore import QObject, Signal

from fieldapp.base.errors import KnownError
from fieldapp.ui.desk import Desk
from fieldapp.ui.errands import Errands
from fieldapp.ui.jobs import IsCancelled, Progress
from fieldapp.ui.pages.home_page import HomePage
from fieldapp.ui.pages.records_page import RecordsPage
from fieldapp.ui.pages.workspace_page import WorkspacePage

_LISTEN_S = 0.05
"""How long the thread waits for the window before it looks whether it is to stop."""


class SampleErrand(QObject):
    """Serves the row "Mission d'exemple", in training alone.

    A thread only counts the turns: the workspace is written by the window's thread, some milliseconds at a time.
    """

    _turn = Signal(object)

    def __init__(
        self, desk: Desk, errands: Errands, space: WorkspacePage, *, home: HomePage, records: RecordsPage
    ) -> None:
        super().__init__(errands)
        self._desk = desk
        self._errands = errands
        self._home, self._records = home, records
        self._loading: Iterator[bool] = iter(())
        self._loaded = 0
        self._turn.connect(self._on_turn)
        if desk.is_training:
            space.add_row(
                "samples",
                "graduation-cap",
                title=lambda: self.tr("Mission d’exemple"),
                words=lambda: self.tr(
                    "Des organisations, des entretiens, des mesures et un mois de notes, tous inventés."
                ),
                act=lambda: self.tr("Charger"),
                run=self.load,
            )

    def load(self) -> None:
        """Load what is not there yet."""
        from fieldapp.usecases.load_samples import count_missing, load_samples, mission_samples

        samples = self._errands.attempt(mission_samples)
        if samples is None:
            return
        if not count_missing(self._desk.workspace, samples):
            self._errands.told.emit(self.tr("Toute la mission d’exemple est déjà là."))
            return
        if self._errands.job is None:
            self._loading, self._loaded = load_samples(self._desk.workspace, samples), 0
        total = len(samples)
        self._errands.run(
            self.tr("Chargement de la mission d’exemple…"),
            lambda progress, is_cancelled: self._count(total, progress, is_cancelled),
            self._tell,
        )

    def _count(self, total: int, progress: Progress, is_cancelled: IsCancelled) -> None:
        """Ask the window for one turn after the other, in the thread."""
        for done in range(1, total + 1):
            turn = Event()
            self._turn.emit(turn)
            while not turn.wait(_LISTEN_S):
                if is_cancelled():
                    return
            if is_cancelled():
                return
            progress(done, total)

    def _on_turn(self, turn: Event) -> None:
        """Load one record; what is refused is said, and ends it."""
        try:
            if not self._desk.workspace.is_closed:
                self._loaded += next(self._loading, False)
        except KnownError as error:
            self._errands.failed.emit(error)
            self._errands.cancel()
        finally:
            turn.set()

    def _tell(self, _: object) -> None:
        if self._desk.workspace.is_closed or not self._loaded:
            return
        self._errands.told.emit(self.tr("%n fiche(s) inventée(s) chargée(s).", "", self._loaded))
        if self._records.isVisible():
            self._records.refresh()
        if self._home.isVisible():
            self._home.look_asked.emit()


def load_mission(errands: Errands) -> None:
    """Load the invented mission into the workspace that these errands serve."""
    served = errands.findChild(SampleErrand)
    if isinstance(served, SampleErrand):
        served.load()
