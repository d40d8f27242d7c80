"""Offers a draft the newer version of its form: a line on the page, what would change, one button, one undo."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fieldapp.base.errors import KnownError
from fieldapp.ui.desk import Desk
from fieldapp.ui.errands import Errands
from fieldapp.ui.notices import Notice
from fieldapp.ui.pages.fill_page import FillPage
from fieldapp.ui.pages.records_page import RecordsPage
from fieldapp.ui.pages.upgrade_dialog import UpgradeDialog
from fieldapp.ui.parts import as_written
from fieldapp.ui.record_actions import RecordActions

if TYPE_CHECKING:
    from fieldapp.records.record import Record
    from fieldapp.usecases.records import OpenRecord


class UpgradeErrand(QObject):
    """Serves the page that fills a record, and the actions on one.

    Attributes:
        line: The line that says that a newer version is there.
        dialog: The dialog that was opened last.
    """

    def __init__(
        self, desk: Desk, errands: Errands, *, actions: RecordActions, fill: FillPage, records: RecordsPage
    ) -> None:
        super().__init__(errands)
        self._desk = desk
        self._errands = errands
        self._fill = fill
        self._records = records
        self.line = Notice()
        self.dialog: UpgradeDialog | None = None
        fill.hang(self.line)
        fill.shown.connect(self._offer)
        actions.add(
            "upgrade",
            "upload",
            words=lambda: self.tr("Passer à la nouvelle version du formulaire…"),
            run=self.ask,
            shows=lambda record: bool(self._newer(record)),
        )

    def ask(self, record_id: str) -> None:
        """Show what going over to the newest version would do."""
        from fieldapp.usecases.tell_upgrade import tell_upgrade
        from fieldapp.usecases.upgrade_draft import plan_upgrade

        if not self._fill.leave():
            return
        try:
            plan = plan_upgrade(self._desk.workspace, record_id)
            told = tell_upgrade(self._desk.workspace, plan, language=self._desk.language)
        except KnownError as error:
            self._errands.failed.emit(error)
            return
        self.dialog = UpgradeDialog(told, self._desk.language, self._errands.window)
        self.dialog.confirmed.connect(lambda: self.upgrade(record_id))
        self.dialog.open()

    def upgrade(self, record_id: str) -> None:
        """Take the draft over, and show it there."""
        from fieldapp.usecases.upgrade_draft import upgrade_draft

        try:
            opened = upgrade_draft(self._desk.workspace, record_id, language=self._desk.language)
        except KnownError as error:
            self._errands.failed.emit(error)
            return
        self._records.open_asked.emit(record_id)
        words = self.tr("Le brouillon est rempli avec la version {version}. Ctrl+Z revient à l’ancienne.")
        self._fill.notice.say("done", words.format(version=as_written(opened.record.form_version)))

    def _newer(self, record: "Record") -> str:
        from fieldapp.usecases.upgrade_draft import newer_version

        is_open = record.is_draft and record.trashed_at is None
        return newer_version(self._desk.workspace, record) if is_open else ""

    def _offer(self, opened: "OpenRecord") -> None:
        """Say that a newer version is there; whoever goes on with the old one closes the line."""
        newer = self._newer(opened.record)
        self.line.hide()
        if newer:
            words = self.tr("La version {version} du formulaire est disponible.")
            record_id = opened.record.record_id
            self.line.say(
                "progress",
                words.format(version=as_written(newer)),
                action=self.tr("Voir ce qui changerait"),
                act=lambda: self.ask(record_id),
            )
