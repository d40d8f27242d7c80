"""Shows the history of a record, and prints it in a thread."""

from pathlib import Path

from PySide6.QtCore import QObject

from fieldapp.base.errors import KnownError
from fieldapp.ui.desk import Desk
from fieldapp.ui.errands import Errands
from fieldapp.ui.pages.history_page import HistoryPage
from fieldapp.ui.record_actions import RecordActions
from fieldapp.ui.turning import PageTurner


class HistoryErrand(QObject):
    """Serves the action on a record that shows its history.

    Attributes:
        page: The page it is shown on.
    """

    def __init__(self, desk: Desk, errands: Errands, *, actions: RecordActions, turner: PageTurner) -> None:
        super().__init__(errands)
        self._desk = desk
        self._errands = errands
        self._turner = turner
        self.page = HistoryPage()
        self.page.print_asked.connect(self.print)
        turner.add(self.page)
        actions.add("history", "rotate-ccw", words=lambda: self.tr("Historique de la fiche"), run=self.show)

    def show(self, record_id: str) -> None:
        """Show the history of a record."""
        from fieldapp.usecases.record_history import record_history

        try:
            history = record_history(self._desk.workspace, record_id, language=self._desk.language)
        except KnownError as error:
            self._errands.failed.emit(error)
            return
        self.page.show_history(history)
        self._turner.turn_to(self.page)

    def print(self, record_id: str) -> None:
        """Write the history as a PDF where the person chooses."""
        from fieldapp.usecases.print_history import HistoryJob, write_history

        history = self.page.history
        if history is None or history.record_id != record_id:
            return
        job = HistoryJob(history, self._desk.workspace.clock.now())
        title, kinds = self.tr("Imprimer l’historique"), self.tr("PDF (*.pdf)")
        target = self._errands.choose_target(title, job.file_name, kinds)
        if target is not None:
            self._errands.run(
                self.tr("Mise en page de l’historique…"),
                lambda progress, stop: write_history(job, target, progress=progress, is_cancelled=stop),
                self._keep,
            )

    def _keep(self, target: Path) -> None:
        self._errands.done.emit(self.tr("PDF enregistré : {name}").format(name=target.name), target)
