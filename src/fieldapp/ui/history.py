"""Shows the history of a record, and prints it in a thread."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from fieldapp.base.errors import KnownError
from fieldapp.ui.desk import Desk
from fieldapp.ui.errands import Errands
from fieldapp.ui.live import keep
from fieldapp.ui.pages.fill_page import FillPage
from fieldapp.ui.pages.history_page import HistoryPage
from fieldapp.ui.record_actions import RecordActions
from fieldapp.ui.turning import PageTurner


class HistoryErrand(QObject):
    """Serves the action on a record that shows its history.

    Attributes:
        page: The page it is shown on.
    """

    def __init__(
        self, desk: Desk, errands: Errands, *, actions: RecordActions, fill: FillPage, turner: PageTurner
    ) -> None:
        super().__init__(errands)
        self._desk = desk
        self._errands = errands
        self._fill = fill
        self._turner = turner
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._read_again)
        desk.before_closing(self._again.stop)  # the page goes with the workspace
        self.page = HistoryPage()
        self.page.print_asked.connect(self.print)
        turner.add(self.page)
        keep(self.page, self._again.start)  # the desk's language is another only after every widget was told
        actions.add("history", "rotate-ccw", words=lambda: self.tr("Historique de la fiche"), run=self.show)

    def show(self, record_id: str) -> None:
        """Show the history of a record, what is being written in it included."""
        self._fill.leave()
        if self._read(record_id):
            self._turner.turn_to(self.page)

    def _read(self, record_id: str) -> bool:
        from fieldapp.usecases.record_history import record_history

        try:
            history = record_history(self._desk.workspace, record_id, language=self._desk.language)
        except KnownError as error:
            self._errands.failed.emit(error)
            return False
        self.page.show_history(history)
        return True

    def _read_again(self) -> None:
        """Say the history in the language that the window speaks now."""
        history = self.page.history
        if history is not None and self.page.isVisible() and history.language != self._desk.language:
            self._read(history.record_id)

    def print(self, record_id: str) -> None:
        """Write the history as a PDF where the person chooses."""
        from fieldapp.usecases.print_history import HistoryJob, write_history

        history = self.page.history
        if history is None or history.record_id != record_id:
            return
        job = HistoryJob(
            history,
            self._desk.workspace.clock.now(),
            is_training=self._desk.is_training,
            compared=self.page.model.compared,
        )
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
