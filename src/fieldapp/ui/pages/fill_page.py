"""The page on which a record is filled: header, state of saving, the form, finishing and reopening."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.base.errors import KnownError
from fieldapp.forms.definition import ExportPolicy
from fieldapp.ui.bridge import SessionBridge
from fieldapp.ui.desk import Desk
from fieldapp.ui.form.form_area import FormArea
from fieldapp.ui.icons import icon
from fieldapp.ui.live import keep
from fieldapp.ui.messages import fault_of
from fieldapp.ui.notices import Notice
from fieldapp.ui.pages.fill_header import FillHeader
from fieldapp.ui.pages.fill_manners import FillManners
from fieldapp.ui.pages.reopen_bar import ReopenBar
from fieldapp.ui.parts import name_tool
from fieldapp.ui.record_actions import RecordActions
from fieldapp.ui.shortcuts import bind, give, hint_of

if TYPE_CHECKING:
    from fieldapp.usecases.records import OpenRecord


class FillPage(QWidget):
    """Shows one record; every answer is committed before the next question has the keyboard.

    Signals:
        closed: The person goes back to the list.
        failed: A `KnownError` to be said by the window.
        pdf_asked: The person wants this record as a PDF; carries its id.
        shown: A record is on the page; carries the `OpenRecord`.
    """

    closed = Signal()
    failed = Signal(object)
    pdf_asked = Signal(str)
    shown = Signal(object)

    def __init__(self, desk: Desk, actions: RecordActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self.bridge: SessionBridge | None = None
        self.area: FormArea | None = None
        self._saved_at = ""
        self._is_warned = False
        self.setProperty("ground", "page")
        self._build_header()
        self.notice = Notice()
        self.fault = Notice(can_close=False)
        self.reopen_bar = ReopenBar()
        self.reopen_bar.asked.connect(self._on_reopen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (self._bar, self.reopen_bar, self.fault, self.notice):
            self._column.addWidget(part)
        self._manners = FillManners(self, desk.workspace)
        for name, act in (
            ("undo", self.undo),
            ("redo", self.redo),
            ("finish", self._on_finish),
            ("next_section", lambda: self._turn(1)),
            ("section_before", lambda: self._turn(-1)),
        ):
            bind(name, self, act, is_within=True)
        keep(self, self._say)

    def _build_header(self) -> None:
        self._bar = FillHeader()
        self._back, self._title, self._form = self._bar.back, self._bar.title, self._bar.form
        self.saved, self.finish, self._menu = self._bar.saved, self._bar.finish, self._bar.menu
        self._undo, self._redo, self._more = self._bar.undo, self._bar.redo, self._bar.more
        self._back.clicked.connect(self.close_record)
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.finish.clicked.connect(self._on_finish)

    def show_record(self, opened: "OpenRecord") -> None:
        """Show a record where it was left."""
        self._saved_at = ""
        self.notice.hide()
        self.reopen_bar.hide()
        if self.bridge is not None:
            self.bridge.deleteLater()
        self.bridge = SessionBridge(self._desk, opened, self)
        self.bridge.saved.connect(self._on_saved)
        self.bridge.moved.connect(self._on_moved)
        self.bridge.failed.connect(self.failed)
        self.bridge.replaced.connect(self.show_record)
        self._arrange(self.bridge)

    def show_anew(self) -> None:
        """Arrange the record that is open once more, as it is to be read now."""
        if self.bridge is not None and self.area is not None:
            self._arrange(self.bridge, left=self.area.checks.left)

    def _arrange(self, bridge: SessionBridge, left: Collection[str] = ()) -> None:
        if self.area is not None:
            self._column.removeWidget(self.area)
            self.area.hide()
            self.area.deleteLater()
        self.area = area = FormArea(bridge, reading=self._manners.reading_of(bridge), left=left)
        area.noted.connect(lambda sentence: self.notice.say("progress", sentence))
        self._column.addWidget(area, 1)
        self._manners.serve(area, bridge)
        self._say()
        self._offer_steps()
        self._manners.go_on(area, bridge)
        self.shown.emit(bridge.opened)

    def read_again(self) -> None:
        """Show the record as the file has it now: what a colleague erased must not come back with the next answer."""
        if self.bridge is None or not self.leave():
            return
        try:
            self.show_record(self._desk.open(self.bridge.opened.record.record_id))
        except KnownError as error:
            self.failed.emit(error)

    def hang(self, line: QWidget) -> None:
        """Hang a line under the header, for whoever serves this page."""
        self._column.insertWidget(self._column.indexOf(self.notice), line)

    def hang_tool(self, made: QWidget) -> None:
        """Hang a small button in the header, for whoever serves this page."""
        self._bar.hang_tool(made)

    def close_record(self) -> None:
        """Keep what is being written and go back to the list."""
        if self.may_leave():
            if self.bridge is not None:
                self._desk.note_left(self.bridge.opened)
            self.closed.emit()

    def leave(self) -> bool:
        """Keep what is being written; returns whether all of it lies on the disk."""
        if self.area is not None and self.bridge is not None:
            self.area.commit()
            self._manners.leave(self.area, self.bridge)
        return self.bridge is None or self.bridge.keep()

    def may_leave(self) -> bool:
        """Keep what is being written; where the disk refuses, stay once, so that nothing is lost unsaid."""
        is_kept = self.leave()
        if not is_kept and not self._is_warned:
            self._is_warned = True
            self.failed.emit(KnownError("ui.answer_not_kept"))
            return False
        self._is_warned = False
        return True

    def set_language(self, code: str) -> None:
        """Show the form in the window's language too."""
        if self.bridge is not None:
            self.bridge.set_language(code)

    def undo(self) -> None:
        """Take back the last answer and show where it was."""
        self._step(-1)

    def redo(self) -> None:
        """Give again the answer that was taken back, and show where."""
        self._step(1)

    def _step(self, way: int) -> None:
        if self.bridge is None or self.area is None:
            return
        self.leave()
        reference = self.bridge.undo() if way < 0 else self.bridge.redo()
        if not self.area.go_to(reference) and not self.area.here():
            self.area.go_to_first()  # what had the keyboard went with the step

    def _turn(self, way: int) -> None:
        if self.area is not None:
            self.area.turn(way)

    def _on_moved(self) -> None:
        self._say_title()
        self._say_fault()
        self._offer_steps()

    def _offer_steps(self) -> None:
        if self.bridge is not None:
            self._undo.setEnabled(self._desk.can_undo(self.bridge.opened))
            self._redo.setEnabled(self._desk.can_redo(self.bridge.opened))

    def _on_saved(self, at: str) -> None:
        self._saved_at = at
        self._say_saved()

    def _on_finish(self) -> None:
        if self.bridge is None or self.area is None:
            return
        if self.bridge.is_locked:
            self.pdf_asked.emit(self.bridge.opened.record.record_id)
            return
        self.leave()
        if self.area.check():
            self.notice.hide()
            return
        try:
            done = self._desk.finalise(self.bridge.opened)
        except KnownError as error:
            self.failed.emit(error)
            return
        if done.is_done:
            self.show_record(self._desk.open(self.bridge.opened.record.record_id))
            leaves = self.bridge.opened.session.definition.export_policy is ExportPolicy.FULL
            self.notice.say(
                "done",
                self.tr("Fiche complète. Elle partira avec le prochain envoi.")
                if leaves
                else self.tr("Fiche complète. Elle reste dans l’équipe et ne part pas à l’ANAPEC."),
            )

    def _on_reopen(self, reason: str) -> None:
        if self.bridge is None:
            return
        try:
            self.show_record(self._desk.reopen(self.bridge.opened.record.record_id, reason=reason))
        except KnownError as error:
            self.failed.emit(error)

    def _say(self) -> None:
        self._back.setText(self.tr("Fiches"))
        give("leave", self._back)
        name_tool(self._undo, self.tr("Annuler la dernière réponse"), hint_of("undo"))
        name_tool(self._redo, self.tr("Rétablir"), hint_of("redo"))
        name_tool(self._more, self.tr("Autres actions"))
        is_locked = self.bridge is not None and self.bridge.is_locked
        self.finish.setText(self.tr("Exporter en PDF…") if is_locked else self.tr("Terminer la fiche"))
        self._undo.setVisible(not is_locked)
        self._redo.setVisible(not is_locked)
        self._say_title()
        self._say_fault()
        self._say_saved()

    def _fill_menu(self) -> None:
        """Write the menu when it opens: what may be done is asked of the workspace, which may be closed by then."""
        self._menu.clear()
        if self.bridge is None:
            return
        self._manners.fill(self._menu)
        if self.bridge.is_locked:
            self._menu.addAction(icon("pencil"), self.tr("Rouvrir la fiche…"), self.reopen_bar.ask)
        self._actions.fill(self._menu, self.bridge.opened.record)

    def _say_title(self) -> None:
        if self.bridge is not None:
            self._title.setText(self.bridge.opened.record.title or self.tr("Fiche sans nom"))
            self._form.setText(self.bridge.reader.definition.title_in(self._desk.language))

    def _say_fault(self) -> None:
        faults = self.bridge.reader.faults() if self.bridge is not None else {}
        self.fault.setVisible(bool(faults))
        if faults:
            self.fault.say("attention", fault_of(faults, self._desk.language))

    def _say_saved(self) -> None:
        if self.bridge is None:
            return
        if self.bridge.is_locked:
            revision = self.bridge.opened.record.revision
            self.saved.setText(self.tr("Fiche complète · révision {number}").format(number=revision))
            return
        at = self._desk.local_time(self._saved_at or self.bridge.opened.record.updated_at)
        self.saved.setText(self.tr("Enregistré à {time} · sur cet ordinateur seulement").format(time=at))
