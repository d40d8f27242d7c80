"""Says that a finished record still holds what was said before its person refused, and leads to its erasure."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fieldapp.base.errors import KnownError
from fieldapp.ui.desk import Desk
from fieldapp.ui.erasing import EraseErrand
from fieldapp.ui.errands import Errands
from fieldapp.ui.notices import Notice
from fieldapp.ui.pages.fill_page import FillPage

if TYPE_CHECKING:
    from fieldapp.usecases.records import OpenRecord


class RefusalErrand(QObject):
    """Serves the page that fills a record, once the record is finished.

    Attributes:
        line: The line that says so; it stays until the answers are erased, or the person closes it.
    """

    def __init__(self, desk: Desk, errands: Errands, *, erasing: EraseErrand, fill: FillPage) -> None:
        super().__init__(errands)
        self._desk = desk
        self._errands = errands
        self._erasing = erasing
        self.line = Notice()
        fill.hang(self.line)
        fill.shown.connect(self._offer)

    def _offer(self, opened: "OpenRecord") -> None:
        from fieldapp.usecases.ended_interview import is_ended, said_before_the_end
        from fieldapp.usecases.erase_record import Reason

        self.line.hide()
        if opened.record.is_draft or not is_ended(opened.session):
            return
        record_id = opened.record.record_id
        try:
            said = said_before_the_end(self._desk.workspace, record_id, language=self._desk.language)
        except KnownError as error:
            self._errands.failed.emit(error)
            return
        if said:
            paths = tuple(one.path for one in said)
            words = self.tr("Réponses données avant le refus ou l’arrêt, et encore gardées ici : {count}.")
            self.line.say(
                "attention",
                words.format(count=len(said)),
                action=self.tr("Les effacer…"),
                act=lambda: self._erasing.ask(record_id, paths=paths, reason=str(Reason.CONSENT)),
            )
