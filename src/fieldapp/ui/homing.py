"""Serves the page one comes home to: looks into the workspace in a thread, and tells what it saw."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from fieldapp.ui.desk import Desk
from fieldapp.ui.errands import Errands
from fieldapp.ui.jobs import Job
from fieldapp.ui.live import keep
from fieldapp.ui.pages.home_page import HomePage
from fieldapp.ui.pages.records_page import RecordsPage
from fieldapp.ui.turning import PageTurner

if TYPE_CHECKING:
    from fieldapp.records.selection import Selection
    from fieldapp.store import Losses
    from fieldapp.usecases.overview import Overview


class HomeErrand(QObject):
    """Looks when the page is shown, and again when something else was asked meanwhile."""

    def __init__(
        self, desk: Desk, errands: Errands, page: HomePage, *, records: RecordsPage, turner: PageTurner
    ) -> None:
        super().__init__(errands)
        self._records = records
        self._turner = turner
        self._desk = desk
        self._errands = errands
        self._page = page
        self._is_wanted_again = False
        self.job: Job | None = None
        page.look_asked.connect(self.look)
        page.again_asked.connect(self.look_again)
        page.list_asked.connect(self.show_list)
        page.search_asked.connect(self.search)
        errands.keeper.counted.connect(self._on_counted)
        for changed in (errands.trashed, errands.restored):
            changed.connect(self._look_if_shown)
        keep(page, self._look_soon)
        desk.before_closing(self.stop)

    def look(self) -> None:
        """Look into the workspace, and count what exists only here, which costs more among very many records."""
        if not self._desk.workspace.is_closed:
            self._errands.keeper.count()
            self.look_again()

    def look_again(self) -> None:
        """Look into the workspace."""
        if self._desk.workspace.is_closed:
            return
        if self.job is not None:
            self._is_wanted_again = True
            return
        language = self._desk.language
        self.job = Job(lambda _progress, _stop: self._seen(language), self)
        self.job.done.connect(self._on_seen)
        self.job.failed.connect(self._errands.failed)
        self.job.finished.connect(self._on_ended)
        self.job.start()

    def show_list(self, selection: "Selection") -> None:
        """Show the list of what is selected."""
        self._records.restrict_to(selection)
        self._turner.turn_to(self._records)

    def search(self) -> None:
        """Show the list with the keyboard where one searches."""
        self._turner.turn_to(self._records)
        self._records.search.setFocus()

    def stop(self) -> None:
        """End before the workspace is closed."""
        self._page.look_asked.disconnect(self.look)
        self._page.again_asked.disconnect(self.look_again)
        if self.job is not None:
            self.job.wait()

    def _seen(self, language: str) -> "Overview":
        from fieldapp.store.moments import reader_of_one_moment
        from fieldapp.usecases.overview import overview

        with reader_of_one_moment(self._desk.workspace) as reading:
            return overview(reading, language=language)

    def _on_seen(self, seen: "Overview") -> None:
        if not self._desk.workspace.is_closed:
            self._page.show_overview(seen)

    def _on_ended(self) -> None:
        if self.job is not None:
            self.job.deleteLater()
            self.job = None
        if self._is_wanted_again:
            self._is_wanted_again = False
            self.look_again()

    def _on_counted(self, losses: "Losses") -> None:
        if not self._desk.workspace.is_closed:
            self._page.losses.show_losses(losses, self._desk.workspace.clock.now())

    def _look_soon(self) -> None:
        """Look again once the whole window speaks the new language, the desk too."""
        QTimer.singleShot(0, self._page, self._look_if_shown)

    def _look_if_shown(self) -> None:
        if self._page.isVisible():
            self._page.look_asked.emit()
