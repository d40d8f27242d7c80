"""Puts records aside with a reason, shows the trash, brings back, and removes for ever what lay there long enough."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from fieldapp.base.errors import KnownError
from fieldapp.ui.desk import Desk
from fieldapp.ui.errands import Errands
from fieldapp.ui.pages.removal_dialog import RemovalDialog
from fieldapp.ui.pages.trash_dialog import TrashDialog
from fieldapp.ui.pages.trash_page import TrashPage
from fieldapp.ui.pages.wait_dialog import WaitDialog
from fieldapp.ui.pages.workspace_page import WorkspacePage
from fieldapp.ui.record_actions import RecordActions
from fieldapp.ui.shortcuts import bind
from fieldapp.ui.turning import PageTurner

if TYPE_CHECKING:
    from fieldapp.usecases.list_trash import TrashedRecord


class TrashErrand(QObject):
    """Serves the trash.

    Attributes:
        page: Its page.
        dialog: The dialog that was opened last.
    """

    def __init__(
        self,
        desk: Desk,
        errands: Errands,
        *,
        actions: RecordActions,
        space: WorkspacePage,
        turner: PageTurner,
    ) -> None:
        super().__init__(errands)
        self._desk = desk
        self._errands = errands
        self._turner = turner
        self.page = TrashPage(desk)
        self.dialog: TrashDialog | RemovalDialog | None = None
        turner.add(self.page)
        self.page.restore_asked.connect(self.restore)
        self.page.removal_asked.connect(self.ask_removal)
        self._hang_up(actions)
        self._row = space.add_row(
            "trash",
            "trash-2",
            title=lambda: self.tr("Corbeille"),
            words=lambda: self.tr("Les fiches mises de côté : elles se reprennent, avec leurs réponses."),
            act=lambda: self.tr("Voir…"),
            run=self.show,
        )
        space.refreshed.connect(self._say)
        for shortcut in bind("trash", errands.window, self.show):
            self.page.destroyed.connect(shortcut.deleteLater)

    def _hang_up(self, actions: RecordActions) -> None:
        actions.add(
            "trash",
            "trash-2",
            words=lambda: self.tr("Mettre à la corbeille…"),
            run=self.ask,
            shows=lambda record: record.trashed_at is None,
        )
        actions.add(
            "trash_page", "undo-2", words=lambda: self.tr("Voir la corbeille"), run=lambda _: self.show()
        )

    def show(self) -> None:
        """Show the trash."""
        self._turner.turn_to(self.page)

    def ask(self, record_id: str) -> None:
        """Ask why a record goes to the trash, and put it there."""
        title = self._desk.workspace.records.get(record_id).title
        self.dialog = TrashDialog(title, self._errands.window)
        self.dialog.confirmed.connect(lambda reason: self.trash(record_id, reason))
        self.dialog.open()

    def trash(self, record_id: str, reason: str) -> None:
        """Put a record aside."""
        if self._try(lambda: self._desk.trash(record_id, reason=reason)):
            self._errands.trashed.emit(record_id)

    def restore(self, record_id: str) -> None:
        """Bring a record back, and stay in the trash."""
        if self._try(lambda: self._desk.restore(record_id)):
            self.page.refresh()
            self.page.focus_first()
            self._errands.told.emit(self.tr("La fiche est de retour dans la liste."))

    def ask_removal(self, ripe: "list[TrashedRecord]") -> None:
        """Show what would be removed for ever, and ask twice."""
        self.dialog = RemovalDialog(ripe, self._errands.window)
        self.dialog.confirmed.connect(self.remove)
        self.dialog.open()

    def remove(self, record_ids: list[str]) -> None:
        """Remove records for ever, then write the file and its copies anew in a thread."""
        from fieldapp.usecases.empty_trash import empty_trash
        from fieldapp.usecases.erase_record import finish_erasures

        workspace, errands = self._desk.workspace, self._errands
        if errands.job is not None:
            errands.failed.emit(KnownError("ui.busy"))
            return
        if not self._try(lambda: empty_trash(workspace, record_ids)):
            return
        self.page.refresh()
        words = self.tr("Effacement, dans les sauvegardes aussi…")
        waiting = WaitDialog(
            self.tr("Corbeille"), words, errands.window
        )  # an answer would have to wait too long
        errands.advanced.connect(waiting.show_progress)
        errands.ended.connect(waiting.accept)
        waiting.open()
        errands.run(words, lambda progress, _stop: finish_erasures(workspace, told=progress), self._keep)

    def _keep(self, _finished: Any) -> None:
        self._errands.told.emit(self.tr("Ces fiches sont effacées pour toujours."))

    def _say(self) -> None:
        lying = len(self._desk.workspace.trashed.entries())
        self._row.say(self.tr("%n fiche(s) dans la corbeille.", "", lying) if lying else self.tr("Vide."))

    def _try(self, act: Any) -> bool:
        try:
            act()
        except KnownError as error:
            self._errands.failed.emit(error)
            return False
        return True
