"""Locks the workspace when nobody is there: keeps what is being typed, covers the window, closes the encrypted file.

The window is covered first. The file is closed, and with it every trace of its key that Python lets go of, once the
long work under way has ended; and never while an answer that the disk refused is only on the screen. Unlocking opens
the file again and goes back to the same question.
"""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from fieldapp.base.errors import KnownError
from fieldapp.ui.desk import open_desk
from fieldapp.ui.messages import words_of
from fieldapp.ui.pages.lock_page import LockPage
from fieldapp.ui.patience import Patience

if TYPE_CHECKING:
    from fieldapp.ui.main_window import MainWindow

_WRONG = "workspace.wrong_passphrase"
_ROUNDS = 2
"""What a page that goes leaves elsewhere in the window goes after it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person was."""

    folder: Path
    name: str
    is_training: bool
    record_id: str = ""
    """Of the record on the screen; blank on another page."""
    reference: str = ""
    """Of the question that had the keyboard."""
    query: str = ""
    """What was searched for in the list."""
    is_list: bool = False
    """Whether the list was on the screen."""


class Locker(QObject):
    """Stands between an idle window and its workspace.

    Signals:
        left: The person would rather open another workspace; this one is closed.
    """

    left = Signal()

    def __init__(
        self, window: "MainWindow", *, language: Callable[[], str], patience: Patience | None = None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._language = language
        self._patience = patience or Patience()
        self.place: Place | None = None
        self._covered = window.centralWidget() or QWidget()
        self.page = LockPage(window)
        self.page.unlock_asked.connect(self.unlock)
        self.page.others_asked.connect(self.leave)

    @property
    def is_locked(self) -> bool:
        """Whether the window is covered."""
        return self.place is not None

    def minutes(self) -> int:
        """Return the idle minutes that the open workspace allows, or none."""
        from fieldapp.usecases.choose_lock import NEVER, lock_minutes

        desk = self._window.desk
        return lock_minutes(desk.workspace) if desk is not None and not self.is_locked else NEVER

    def lock(self) -> None:
        """Cover the window and close the workspace as soon as nothing is lost by it."""
        desk, fill = self._window.desk, self._window.fill
        if desk is None or fill is None or self.is_locked:
            return
        if self._window.stack.currentWidget() is self._window.welcome:
            return  # a recovery key is shown, once in its life: it stays until it is put away
        _close_dialogs()
        self.place = self._here()
        is_kept = fill.leave()
        self.page.cover(desk.name, asks_phrase=not desk.is_training)
        self._covered.hide()
        if is_kept is not False:
            self._close_after_work()

    def unlock(self, passphrase: str) -> None:
        """Go on where one was, or say why not."""
        place = self.place
        if place is None or self._patience.seconds_left(place.folder):
            return
        self.page.setCursor(Qt.CursorShape.WaitCursor)
        try:
            self._open(place, passphrase)
        except KnownError as error:
            if error.code == _WRONG:
                self._patience.note_mistake(place.folder)
            seconds = self._patience.seconds_left(place.folder)
            self.page.refuse(words_of(error, self._language()), seconds=seconds)
            return
        finally:
            self.page.unsetCursor()
        self._patience.forget(place.folder)
        self._uncover()
        self._restore(place)

    def leave(self) -> None:
        """Close the workspace for the page that opens another one, unless an answer would be lost."""
        fill = self._window.fill
        if fill is not None and fill.leave() is False:
            self.page.refuse(words_of(KnownError("ui.answer_not_kept"), self._language()))
            return
        self._close()
        self._uncover()
        self.left.emit()

    def _open(self, place: Place, passphrase: str) -> None:
        """Open the workspace again; where it could not be closed yet, only prove the passphrase."""
        if self._window.desk is None:
            desk = open_desk(place.folder, passphrase=passphrase or None, language=self._language())
            self._window.enter(desk)
        elif not place.is_training:
            from fieldapp.store import prove_passphrase

            prove_passphrase(place.folder, passphrase)

    def _close_after_work(self) -> None:
        """Close the workspace, once the export or the bundle under way is written whole."""
        errands = self._window.errands
        if errands is not None and errands.job is not None:
            errands.job.finished.connect(self._on_work_ended, Qt.ConnectionType.QueuedConnection)
        else:
            self._close()

    def _on_work_ended(self) -> None:
        if self.is_locked:
            self._close_after_work()

    def _close(self) -> None:
        window, errands = self._window, self._window.errands
        window.leave()
        if errands is not None:
            errands.deleteLater()  # whoever served the pages knows the workspace, and so its key
        window.stack.setCurrentWidget(window.welcome)
        window.welcome.forget()
        for _ in range(_ROUNDS):
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # pages and what they knew
        gc.collect()  # what held the key in a circle is let go now, not some time later

    def _uncover(self) -> None:
        self.place = None
        self._covered.show()
        self.page.hide()
        self.page.phrase.line.clear()

    def _here(self) -> Place:
        window, desk = self._window, self._window.desk
        assert desk is not None
        place = Place(desk.workspace.folder, desk.name, desk.is_training)
        current = window.stack.currentWidget()
        if window.fill is not None and current is window.fill and window.fill.area is not None:
            bridge = window.fill.bridge
            assert bridge is not None
            record_id, reference = bridge.opened.record.record_id, window.fill.area.here()
            return Place(place.folder, place.name, place.is_training, record_id, reference)
        query = window.records.search.text() if window.records is not None else ""
        is_list = current is window.records
        return Place(place.folder, place.name, place.is_training, query=query, is_list=is_list)

    def _restore(self, place: Place) -> None:
        """Show the same record and put the keyboard on the same question."""
        fill = self._window.fill
        if not place.record_id or fill is None:
            if place.query and self._window.records is not None:
                self._window.records.search.setText(place.query)
            if place.is_list:
                self._window.show_records()
            _focus(self._window.stack.currentWidget())
            return
        if self._window.stack.currentWidget() is not fill or fill.area is None:
            self._window.open_record(place.record_id)
        if place.reference and fill.area is not None:
            fill.area.go_to(place.reference)


def _focus(page: QWidget | None) -> None:
    focus_first = getattr(page, "focus_first", None)
    if focus_first is not None:
        focus_first()


def _close_dialogs() -> None:
    """Close what stands before the window: it would stay to be read."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog) and each.isVisible():
            each.reject()
