"""A photo, a sound, a video or a document: chosen, dropped, or picked up where the system's camera writes it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QFile, QLocale, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.base.errors import FieldappError
from fieldapp.ui.jobs import Job
from fieldapp.ui.live import keep
from fieldapp.ui.messages import words_of
from fieldapp.ui.parts import as_written, button, in_reading_order, label
from fieldapp.ui.theme import Space
from fieldapp.ui.widgets.answer import AnswerWidget, Asked, Files
from fieldapp.ui.widgets.file_face import FileFace
from fieldapp.ui.widgets.file_kinds import kind_of
from fieldapp.ui.widgets.file_words import FileWords

if TYPE_CHECKING:
    from fieldapp.store import FileFacts
    from fieldapp.usecases.attachments import Wish

MOST_PIXELS = "max-pixels"
"""Parameter of XLSForm: the longer side of a photo."""
KEEP_PLACE = "photo-place"
"""`keep` where the form asks for the place that a camera noted."""


def wish_of(kind: str, parameters: Mapping[str, str]) -> "Wish":
    """Return what a form wants of its files."""
    from fieldapp.usecases.attachments import LONGEST_SIDE, Wish

    pixels = parameters.get(MOST_PIXELS, "")
    side = int(pixels) if pixels.isdecimal() and int(pixels) else LONGEST_SIDE
    return Wish(kind, min(side, LONGEST_SIDE), parameters.get(KEEP_PLACE) == "keep")


class FileWidget(AnswerWidget):
    """Shows the file that was answered, and lets it be chosen, taken, replaced, removed or copied out.

    Reading, shrinking and encrypting go on in a thread of their own; `commit` waits for them, so that nothing is lost
    when the person leaves.
    """

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._kind = kind_of(asked.mediatype)
        self._words = FileWords(self._kind.name, self)
        self._files = asked.files or Files(keep=lambda *_: "", fetch=lambda _: None)
        self._job: Job | None = None
        self._original: Path | None = None
        self._is_locked = False
        self._is_waiting = False
        self._refusal: FieldappError | None = None
        self._note: Callable[[], str] = str
        self._asked_for, self._described = "", ""
        self.setAcceptDrops(True)
        self._build()
        keep(self, self._say)

    def _build(self) -> None:
        self.face = FileFace()
        self._said = label(size="dense", tone="quiet")
        self.choose_button = button("", "folder-open")
        self.wait_button = button("quiet", self._kind.icon)
        self.copy_button = button("quiet", "save")
        self.remove_button = button("quiet", "x")
        self.bin_button = button("quiet", "trash-2")
        self.choose_button.clicked.connect(self._on_choose)
        self.wait_button.clicked.connect(self._on_wait)
        self.copy_button.clicked.connect(self._on_copy)
        self.remove_button.clicked.connect(self._on_remove)
        self.bin_button.clicked.connect(self._on_bin)
        row = QHBoxLayout()
        for part in self._fields()[:-1]:
            row.addWidget(part)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self.face)
        layout.addLayout(row)
        layout.addWidget(self._said)
        layout.addWidget(self.bin_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.lead_focus_to(self.choose_button)

    @property
    def note(self) -> str:
        """What is said under the buttons."""
        return self._said.text().lstrip("\u200e\u200f")

    def take(self, file: Path) -> None:
        """Keep a file, in a thread; a refusal is said under the buttons."""
        if not self._is_locked and self._job is None:
            self._original = None
            taking, wish = self._files.take, wish_of(self._kind.name, self.asked.parameters)
            self._run(lambda: taking(file, wish), self._on_taken)

    def watch(self, folder: Path) -> None:
        """Take the next file of this kind that appears in a folder."""
        if self._is_locked:
            return
        name = as_written(folder.name)
        self._files.watch.wait_for(
            folder, self._kind.endings, found=self._on_found, ended=self._on_wait_ended, asker=self
        )
        self._is_waiting, self._refusal = True, None
        self._note = lambda: self._words.waiting(name)
        self._say()

    @override
    def commit(self) -> None:
        if (job := self._job) is not None:
            job.wait()
            QCoreApplication.sendPostedEvents(job, QEvent.Type.MetaCall.value)

    def _run(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        """Work away from the window; the job belongs to the program, since this widget may go before it ends."""
        self._refusal, self._note = None, str
        program = QApplication.instance()
        assert program is not None
        job = Job(lambda *_: work(), program)
        program.aboutToQuit.connect(job.wait)
        job.done.connect(done)
        job.failed.connect(self._on_failed)
        job.finished.connect(job.deleteLater)
        self._job = job
        job.start()
        self._say()

    def _on_taken(self, value: object) -> None:
        self._job = None
        self._change(str(value))

    def _on_failed(self, error: FieldappError) -> None:
        self._job, self._refusal, self._original = None, error, None
        self._say()

    def _on_choose(self) -> None:
        kinds = " ".join(f"*{ending}" for ending in self._kind.endings)
        kinds = f"{self._words.files()} ({kinds})"
        words = self.choose_button.text()
        name, _ = QFileDialog.getOpenFileName(self, words, self._words.place, kinds)
        if name:
            self.take(Path(name))

    def _on_wait(self) -> None:
        """Wait for what the camera or the recorder writes, in a folder that the person shows; or no longer."""
        if self._is_waiting:
            self._files.watch.stop()
            return
        words, place = self._words.ask_folder(), self._words.place
        folder = QFileDialog.getExistingDirectory(self, words, place)
        if folder:
            self.watch(Path(folder))

    def _on_found(self, file: Path) -> None:
        self.take(file)
        self._original = file

    def _on_wait_ended(self) -> None:
        self._is_waiting, self._note = False, str
        self._say()

    def _on_bin(self) -> None:
        if self._original is not None and QFile.moveToTrash(str(self._original)):
            self._note = lambda: self.tr("L’original est à la corbeille de l’ordinateur.")
        self._original = None
        self.setFocus()
        self._say()

    def _on_copy(self) -> None:
        facts = self._facts()
        if facts is None:
            return
        proposed = facts.name or f"{self._words.noun()}.{facts.extension}"
        target, _ = QFileDialog.getSaveFileName(self, self.copy_button.text(), proposed)
        if target:
            self.copy_to(Path(target))

    def copy_to(self, target: Path) -> None:
        """Write the file in clear where a person wants it, in a thread."""
        copying, value = self._files.copy, self.value
        self._run(lambda: copying(value, target), self._on_copied)

    def _on_copied(self, _done: object) -> None:
        self._job = None
        self._note = lambda: self.tr("Copie enregistrée, sans chiffrement.")
        self._say()

    def _on_remove(self) -> None:
        self._original = None
        self._note = lambda: self.tr("Retiré. Ctrl+Z le fait revenir.")
        self.setFocus()
        self._change("")

    def _change(self, value: str) -> None:
        self._give(value)
        self._show(value)

    def _facts(self) -> "FileFacts | None":
        return self._files.facts(self.value) if self.value else None

    def _say(self) -> None:
        is_busy, has_one = self._job is not None, bool(self.value)
        can_change = not self._is_locked
        self.choose_button.setText(self._words.replace() if has_one else self._words.choose())
        self.wait_button.setText(self.tr("Ne plus attendre") if self._is_waiting else self._words.wait())
        self.remove_button.setText(self.tr("Retirer"))
        self.copy_button.setText(self.tr("Enregistrer une copie…"))
        self.bin_button.setText(self.tr("Mettre l’original à la corbeille"))
        self.choose_button.setVisible(can_change)
        self.wait_button.setVisible(can_change and not has_one and bool(self._words.wait()))
        self.remove_button.setVisible(can_change and has_one)
        self.copy_button.setVisible(has_one)
        self.bin_button.setVisible(has_one and not is_busy and self._original is not None)
        for part in (self.wait_button, self.copy_button, self.remove_button):
            part.setEnabled(not is_busy)
        self._say_note(is_busy=is_busy)
        self._name_fields()

    def _say_note(self, *, is_busy: bool) -> None:
        text, tone = self._note(), "quiet"
        if is_busy:
            text = self.tr("Lecture du fichier…")
        elif self._refusal is not None:
            text, tone = words_of(self._refusal, QLocale().name().partition("_")[0]), "problem"
        elif not (text or self.value or self._is_locked):
            text = self.tr("On peut aussi déposer le fichier ici.")
        if self._said.property("tone") != tone:
            self._said.setProperty("tone", tone)
            self._said.style().unpolish(self._said)
            self._said.style().polish(self._said)
        self._said.setText(in_reading_order(text, self) if text else "")
        self._said.setVisible(bool(text))

    @override
    def set_locked(self, *, is_locked: bool) -> None:
        self._is_locked = is_locked
        self.lead_focus_to(self.copy_button if is_locked else self.choose_button)
        self._say()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if not self._is_locked and len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take(Path(event.mimeData().urls()[0].toLocalFile()))

    @override
    def describe(self, name: str, description: str) -> None:
        self._asked_for, self._described = name, description
        self._name_fields()

    def _name_fields(self) -> None:
        answered = self.face.words if self.value else ""
        told = " ".join(filter(None, (answered, self.note, self._described)))
        for field in self._fields():
            field.setAccessibleName(" – ".join(filter(None, (self._asked_for, field.text()))))
            field.setAccessibleDescription(told)

    @override
    def _fields(self) -> Sequence[QPushButton]:
        return (
            self.choose_button,
            self.wait_button,
            self.copy_button,
            self.remove_button,
            self.bin_button,
        )

    @override
    def _show(self, value: str) -> None:
        facts = self._facts()
        is_picture = facts is not None and facts.media_type.startswith("image/")
        data = self._files.fetch(value) if is_picture else None
        self.face.show_file(facts, data, is_answered=bool(value))
        self._say()
