"""Erases a record, or answers of it, when a person confirms it twice; the window waits until it is done."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from fieldapp.base.errors import KnownError
from fieldapp.ui.desk import Desk
from fieldapp.ui.errands import Errands
from fieldapp.ui.pages.erase_dialog import EraseDialog
from fieldapp.ui.pages.wait_dialog import WaitDialog
from fieldapp.ui.record_actions import RecordActions
from fieldapp.ui.turning import Page, PageTurner

if TYPE_CHECKING:
    from fieldapp.usecases.erase_record import Finished


class EraseErrand(QObject):
    """Serves the last of the actions on a record.

    Attributes:
        dialog: The dialog that was opened last.
        waiting: What stands before the window while the file and its copies are written anew.
    """

    def __init__(
        self, desk: Desk, errands: Errands, *, actions: RecordActions, turner: PageTurner, home: Page
    ) -> None:
        super().__init__(errands)
        self._desk = desk
        self._errands = errands
        self._turner = turner
        self._home = home
        self.dialog: EraseDialog | None = None
        self.waiting: WaitDialog | None = None
        self._tried: frozenset[str] = frozenset()
        actions.add(
            "erase", "x", words=lambda: self.tr("Effacer pour toujours…"), run=self.ask, shows=self._may_be
        )
        later = QTimer(self, singleShot=True, interval=0)
        later.timeout.connect(self.go_on)
        later.start()
        errands.ended.connect(self.go_on)

    def ask(self, record_id: str, *, paths: Collection[str] = (), reason: str = "") -> None:
        """Show what would be erased, answers chosen beforehand or the record, and ask twice."""
        from fieldapp.usecases.erase_record import erasable_answers, preview_erasure

        workspace, language = self._desk.workspace, self._desk.language
        try:
            answers = erasable_answers(workspace, record_id, language=language)
            self.dialog = EraseDialog(
                lambda paths: preview_erasure(workspace, record_id, paths=paths, language=language),
                answers,
                self._errands.window,
            )
        except KnownError as error:
            self._errands.failed.emit(error)
            return
        if paths:
            self.dialog.propose(paths, reason)
        self.dialog.confirmed.connect(
            lambda paths, reason, typed: self.erase(record_id, paths, reason=reason, typed=typed)
        )
        self.dialog.open()

    def erase(self, record_id: str, paths: tuple[str, ...], *, reason: str, typed: str) -> None:
        """Take the values in one go, then write the file and its copies anew in a thread."""
        from fieldapp.usecases.erase_record import Reason, erase_record

        workspace = self._desk.workspace
        try:
            if self._errands.job is not None:
                raise KnownError("ui.busy")
            self._turner.turn_to(self._home)  # what is erased must not stay on a page, nor be typed upon
            erase_record(workspace, record_id, paths=paths, reason=Reason(reason), confirmation=typed)
        except KnownError as error:
            self._errands.failed.emit(error)
            return
        self._home.refresh()
        self._finish(self.tr("Effacement, dans les sauvegardes aussi…"))

    def go_on(self) -> None:
        """Finish what a program that ended too soon, or a message of the team, left to be done; each is tried once."""
        if self._errands.job is None and not self._pending() <= self._tried:
            self._finish(self.tr("Un effacement demandé est mené à son terme…"))

    def _finish(self, words: str) -> None:
        """Write the file and its copies anew in a thread; an answer typed meanwhile would have to wait too long."""
        from fieldapp.usecases.erase_record import finish_erasures

        workspace = self._desk.workspace
        self._tried = self._pending()
        waiting = WaitDialog(self.tr("Effacer pour toujours"), words, self._errands.window)
        self._errands.advanced.connect(waiting.show_progress)
        self._errands.ended.connect(waiting.accept)
        waiting.open()
        self.waiting = waiting
        self._errands.run(
            words, lambda progress, _stop: finish_erasures(workspace, told=progress), self._keep
        )

    def _keep(self, finished: "Finished | Any") -> None:
        words = self.tr("C’est effacé, dans les sauvegardes de cet ordinateur aussi.")
        if not finished.is_done:
            words = self.tr("C’est effacé ici. À refaire à la prochaine ouverture, dans : {places}")
            words = words.format(places=", ".join(place.name for place in finished.left))
        self._errands.told.emit(words)

    def _pending(self) -> frozenset[str]:
        workspace = self._desk.workspace
        if workspace.is_closed:  # work may end after it
            return frozenset()
        return frozenset(one.erasure_id for one in workspace.erasing.done.pending())

    def _may_be(self, record: Any) -> bool:
        return not self._desk.workspace.erasing.is_gone(record.record_id)
