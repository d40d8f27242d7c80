"""Tells, on the page one comes home to, what was being filled when the program was cut off."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from fieldapp.ui.desk import Desk
from fieldapp.ui.errands import Errands
from fieldapp.ui.live import keep
from fieldapp.ui.pages.home_page import HomePage
from fieldapp.ui.pages.interruption_card import MOST_ROWS, InterruptionCard

if TYPE_CHECKING:
    from fieldapp.usecases.interrupted import InterruptedDraft


class InterruptionErrand(QObject):
    """Puts a card above all else, and takes each draft off it that the person took up or put aside."""

    def __init__(self, desk: Desk, errands: Errands, page: HomePage) -> None:
        super().__init__(errands)
        self._desk = desk
        self._page = page
        self._taken_up: set[str] = set()
        self.card = InterruptionCard()
        page.hang(self.card)
        self.card.taken_up.connect(self._on_taken_up)
        self.card.put_aside.connect(errands.trash)
        self.card.seen.connect(self._on_seen)
        errands.trashed.connect(self._read)
        errands.restored.connect(self._read)
        keep(self.card, self._read_soon)
        self._read()

    def _read_soon(self) -> None:
        """Read again once the whole window speaks the new language, the desk too."""
        if not self.card.isHidden():
            QTimer.singleShot(0, self.card, self._read_if_open)

    def _read_if_open(self) -> None:
        if not self._desk.workspace.is_closed:
            self._read()

    def _read(self) -> None:
        if not self._desk.workspace.interruption.is_told:
            return
        left = [draft for draft in self._drafts() if draft.record.record_id not in self._taken_up]
        if left:
            self.card.show_drafts(left[:MOST_ROWS], others=len(left[MOST_ROWS:]))
        else:
            self._on_seen()

    def _drafts(self) -> "list[InterruptedDraft]":
        from fieldapp.usecases.interrupted import interrupted_drafts

        return interrupted_drafts(self._desk.workspace, language=self._desk.language)

    def _on_taken_up(self, record_id: str) -> None:
        self._taken_up.add(record_id)
        self._read()
        self._page.open_asked.emit(record_id)

    def _on_seen(self) -> None:
        self._desk.workspace.interruption.seen()
        self.card.show_drafts(())
