"""The one object that speaks Qt on one side and the form session on the other."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fieldapp.base.errors import KnownError
from fieldapp.engine import Effects
from fieldapp.ui.desk import Desk
from fieldapp.ui.form.reader import FormReader
from fieldapp.ui.i18n import form_language
from fieldapp.ui.widgets.answer import Files
from fieldapp.ui.widgets.folder_watch import FolderWatch

if TYPE_CHECKING:
    from fieldapp.usecases.records import OpenRecord


class SessionBridge(QObject):
    """Commits every answer of one open record and tells the window what moved.

    Signals:
        moved: Emitted after each action, with all that is to be painted again.
        saved: Emitted when an answer lies on the disk, with the moment as text.
        failed: Emitted with the `KnownError` that kept an answer from being committed; the answer stays on screen.
        replaced: Emitted when undo or redo led to another version of the form: the record is to be shown anew.
    """

    moved = Signal(object)
    saved = Signal(str)
    failed = Signal(object)
    replaced = Signal(object)

    def __init__(self, desk: Desk, opened: "OpenRecord", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._opened = opened
        self.files = Files(
            keep=desk.keep_file,
            fetch=desk.fetch_file,
            beside=self._form_file,
            take=desk.files.take,
            copy=desk.files.copy,
            facts=desk.files.facts,
            watch=FolderWatch(self),
        )

    @property
    def opened(self) -> "OpenRecord":
        """The record being filled."""
        return self._opened

    @property
    def is_locked(self) -> bool:
        """Whether the record is finalised, and so only read."""
        return not self._opened.record.is_draft

    @property
    def reader(self) -> FormReader:
        """What may be looked at; everything that changes something goes through this object's own verbs."""
        return self._opened.session

    def answer(self, reference: str, value: str) -> None:
        """Store one answer and commit it."""
        self._do(lambda: self._opened.session.answer(reference, value), reference)

    def add_repeat(self, reference: str) -> None:
        """Add an instance at the end of a repeat."""
        self._do(lambda: self._opened.session.add_repeat(reference), reference)

    def remove_repeat(self, reference: str) -> None:
        """Remove one instance; undo brings it back."""
        self._do(lambda: self._opened.session.remove_repeat(reference), reference)

    def move_repeat(self, reference: str, way: int) -> None:
        """Let an instance change places with the next one (1) or the one before (-1)."""
        from fieldapp.usecases.arrange_repeats import move_instance

        self._do(lambda: move_instance(self._opened, reference, way), reference)

    def copy_repeat(self, reference: str) -> None:
        """Begin an instance right after another with its answers, its files left out."""
        from fieldapp.usecases.arrange_repeats import copy_instance

        self._do(lambda: copy_instance(self._desk.workspace, self._opened, reference), reference)

    def undo(self) -> str:
        """Take back the last step; returns the reference of what it changed, blank when there was none."""
        return self._step(self._desk.undo)

    def redo(self) -> str:
        """Do again what was taken back."""
        return self._step(self._desk.redo)

    def keep(self) -> bool:
        """Commit what the disk refused before; returns whether nothing is left that is only on the screen."""
        if self._opened.unsaved:
            self._save(Effects(), "")
        return not self._opened.unsaved

    def set_language(self, code: str) -> None:
        """Show labels, hints and choices in the window's language, if the form speaks it."""
        session = self._opened.session
        name = form_language(session.definition.languages, code)
        if name and name != session.language:
            self.moved.emit(session.set_language(name))

    def place_of(self, path: str) -> str:
        """Return the reference at which a record path of a step or of a question stands now; blank for none."""
        return self._reference(path) if path else ""

    def _form_file(self, name: str) -> bytes | None:
        record = self._opened.record
        return self._desk.form_file(record.form_id, record.form_version, name)

    def _do(self, action: Callable[[], Effects], question: str) -> None:
        if self.is_locked:
            return
        try:
            effects = action()
        except KnownError as error:
            self.failed.emit(error)
            return
        self._save(effects, question)
        self.moved.emit(effects)

    def _save(self, effects: Effects, question: str) -> None:
        try:
            saved_at = self._desk.save(self._opened, effects, question)
        except KnownError as error:
            self.failed.emit(error)
        else:
            self.saved.emit(saved_at)

    def _step(self, verb: "Callable[[OpenRecord], Effects | None]") -> str:
        if self.is_locked:
            return ""
        session = self._opened.session
        try:
            effects = verb(self._opened)
        except KnownError as error:
            self.failed.emit(error)
            return ""
        if effects is None:
            return ""
        if self._opened.session is not session:
            self.replaced.emit(self._opened)
            return ""
        self.moved.emit(effects)
        return self._reference(effects.edits[0].path) if effects.edits else ""

    def _reference(self, path: str) -> str:
        return self._opened.session.reference_of(path.removesuffix("/@present").removesuffix("/@rank"))
