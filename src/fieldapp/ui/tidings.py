"""Says in the window's notice what came of an errand: it went well, it went wrong, it can be taken back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fieldapp.base.errors import FieldappError
from fieldapp.base.paths import default_exports
from fieldapp.ui.files import FileChooser
from fieldapp.ui.i18n import LANGUAGES
from fieldapp.ui.messages import meaning_of, words_of
from fieldapp.ui.notices import Notice

if TYPE_CHECKING:
    from fieldapp.ui.errands import Errands


class Tidings(QObject):
    """Writes to one notice.

    Attributes:
        language: Code of the language errors are told in.
    """

    def __init__(self, notice: Notice, chooser: FileChooser) -> None:
        super().__init__(notice)
        self._notice = notice
        self._chooser = chooser
        self.language = LANGUAGES[0].code

    def follow(self, errands: "Errands") -> None:
        """Say what comes of some errands."""
        errands.done.connect(self.say_done)
        errands.told.connect(lambda sentence: self.say_done(sentence, None))
        errands.failed.connect(self.say_error)
        errands.trashed.connect(lambda record_id: self.say_trashed(lambda: errands.restore(record_id)))

    def choose_target(self, title: str, name: str, kinds: str) -> Path | None:
        """Let the person choose where to write a file, also while no workspace is open."""
        return self._chooser.save(self._notice.window(), title, default_exports() / name, kinds)

    def say_error(self, error: FieldappError) -> None:
        """Say in words what went wrong."""
        self._notice.say(meaning_of(error), words_of(error, self.language))

    def say_done(self, sentence: str, path: Path | None) -> None:
        """Say what was done, and offer the file or folder it made."""
        if path is None:
            self._notice.say("done", sentence)
            return
        words = self.tr("Ouvrir le dossier") if path.is_dir() else self.tr("Ouvrir")
        self._notice.say("done", sentence, action=words, act=lambda: self._chooser.show(path))

    def say_trashed(self, restore: Callable[[], object]) -> None:
        """Say that a record was put aside, and offer to bring it back."""
        words = self.tr("Fiche mise à la corbeille.")
        self._notice.say("progress", words, action=self.tr("La remettre"), act=restore)
