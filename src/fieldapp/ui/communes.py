"""Takes an official list of communes into the workspace, when a person asks; and takes it back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fieldapp.base.errors import KnownError
from fieldapp.ui.desk import Desk
from fieldapp.ui.errands import Errands
from fieldapp.ui.live import keep
from fieldapp.ui.messages import words_of
from fieldapp.ui.pages.communes_page import CommunesPage
from fieldapp.ui.pages.workspace_page import WorkspacePage
from fieldapp.ui.turning import PageTurner

if TYPE_CHECKING:
    from pathlib import Path

    from fieldapp.store import OfficialList
    from fieldapp.usecases.official_lists import CommunePlan


class CommunesErrand(QObject):
    """Serves the row of communes on the page of the workspace, and the page it leads to.

    Signals:
        changed: Another list is in force, or none: what is being filled may choose otherwise.
    """

    changed = Signal()

    def __init__(self, desk: Desk, errands: Errands, space: WorkspacePage, turner: PageTurner) -> None:
        super().__init__(errands)
        self._desk = desk
        self._errands = errands
        self._turner = turner
        self.page = CommunesPage()
        turner.add(self.page)
        self.page.file_asked.connect(self.choose)
        self.page.take_asked.connect(self.take)
        self.page.withdraw_asked.connect(self.withdraw)
        self._row = space.add_row(
            "communes",
            "map",
            title=lambda: self.tr("Liste des communes"),
            words=lambda: self.tr(
                "La liste officielle que l’ANAPEC remet : on y choisit la commune d’un site."
            ),
            act=lambda: self.tr("Ouvrir"),
            run=self.open,
        )
        space.refreshed.connect(self._say_row)
        keep(self._row, self._say_row)

    def open(self) -> None:
        """Show which list is in force."""
        self.page.notice.hide()
        self.page.show_plan(None)
        self._refresh()
        self._turner.turn_to(self.page)

    def choose(self) -> None:
        """Let the person choose a file, and look at what it says."""
        kinds = self.tr("Listes CSV (*.csv *.txt);;Tous les fichiers (*)")
        path = self._errands.choose_file(self.tr("Choisir une liste de communes"), kinds)
        if path is not None:
            self.look(path)

    def look(self, path: "Path") -> None:
        """Read a file in a thread, and show what it says."""

        def read() -> "CommunePlan":
            from fieldapp.usecases.official_lists import plan_list

            with self._desk.workspace.reader() as reading:
                return plan_list(reading, path)

        self._errands.run(self.tr("Lecture de la liste…"), lambda _p, _s: read(), self._show)

    def take(self) -> None:
        """Put the list that was looked at in force, and offer to take it back."""
        from fieldapp.usecases.official_lists import take_list

        plan = self.page.plan()
        if plan is None:
            return
        try:
            taken = take_list(self._desk.workspace, plan)
        except KnownError as error:
            self.page.notice.say("problem", words_of(error, self._desk.language))
            return
        self._moved()
        words = self.tr("Liste prise : %n commune(s) à choisir.", "", taken.entries)
        self.page.notice.say("done", words, action=self.tr("Annuler"), act=self.withdraw)

    def withdraw(self) -> None:
        """Take the list in force back, and offer to put it in force again."""
        from fieldapp.usecases.official_lists import withdraw_list

        try:
            gone, back = withdraw_list(self._desk.workspace)
        except KnownError as error:
            self.page.notice.say("problem", words_of(error, self._desk.language))
            return
        self._moved()
        words = self.tr("Liste retirée. Les fiches gardent leurs réponses et les noms choisis.")
        if back is not None:
            words += " " + self.tr("La liste d’avant est de nouveau en vigueur.")
        self.page.notice.say("progress", words, action=self.tr("Annuler"), act=lambda: self._put_back(gone))

    def _put_back(self, gone: "OfficialList") -> None:
        from fieldapp.usecases.official_lists import put_back

        try:
            put_back(self._desk.workspace, gone)
        except KnownError as error:
            self.page.notice.say("problem", words_of(error, self._desk.language))
            return
        self._moved()
        self.page.notice.say("progress", self.tr("La liste est de nouveau en vigueur."))

    def _show(self, plan: "CommunePlan") -> None:
        self.page.notice.hide()
        self.page.show_plan(plan)

    def _moved(self) -> None:
        self.page.show_plan(None)
        self._refresh()
        self._say_row()
        self.page.focus_first()
        self.changed.emit()

    def _refresh(self) -> None:
        from fieldapp.usecases.official_lists import standing

        self.page.show_standing(standing(self._desk.workspace))

    def _say_row(self) -> None:
        from fieldapp.forms.official_lists import COMMUNES

        workspace = self._desk.workspace
        present = None if workspace.is_closed else workspace.official_lists.in_force(COMMUNES)
        words = self.tr("%n commune(s) à choisir.", "", present.entries) if present is not None else ""
        self._row.say(words)
