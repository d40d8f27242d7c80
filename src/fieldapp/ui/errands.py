"""Files in and out: what is needed is collected here, the work is done elsewhere, its result is kept here."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldapp.base.errors import KnownError
from fieldapp.base.paths import default_exports
from fieldapp.ui.backups import BackupKeeper
from fieldapp.ui.desk import Desk
from fieldapp.ui.files import FileChooser, WhileOpen
from fieldapp.ui.jobs import Job, Work
from fieldapp.ui.pages.forms_page import FormsPage

if TYPE_CHECKING:
    from fieldapp.usecases.install_form import ReadForm


class Errands(QObject):
    """Runs one errand at a time.

    Signals:
        began: Long work began; carries the sentence that names it.
        advanced: How much is done, of how much.
        ended: It is over, well or badly.
        done: What to tell: sentence, and the file or folder to offer, or nothing.
        failed: A `FieldappError`.
        trashed: A record was put aside; carries its id.
        restored: It came back.
        left: The workspace is to be left for the page that opens one.
        told: What to tell once it was left: a sentence.
        form_read: A form file was read; carries the `ReadForm`.
        form_installed: A form is in the workspace.
    """

    began = Signal(str)
    advanced = Signal(int, int)
    ended = Signal()
    done = Signal(str, object)
    failed = Signal(object)
    trashed = Signal(str)
    restored = Signal()
    left = Signal()
    told = Signal(str)
    form_read = Signal(object)
    form_installed = Signal()

    def __init__(self, desk: Desk, chooser: FileChooser, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._chooser = WhileOpen(chooser, lambda: not desk.workspace.is_closed)
        self.window = window
        self.job: Job | None = None
        self.keeper = BackupKeeper(desk, self)
        self.keeper.failed.connect(self.failed)
        self._form_path = default_exports()
        self._is_leaving = False

    def serve_forms(self, page: FormsPage) -> None:
        """Do what the page of the forms asks for."""
        page.file_asked.connect(self.choose_form)
        page.read_again_asked.connect(self.read_form)
        page.install_asked.connect(self.install_form)
        self.form_read.connect(page.show_read)
        self.form_installed.connect(page.refresh)

    def choose_folder(self, title: str) -> Path | None:
        """Let the person choose a folder to write to."""
        return self._chooser.folder(self.window, title, default_exports())

    def choose_file(self, title: str, kinds: str) -> Path | None:
        """Let the person choose a file to read."""
        return self._chooser.open(self.window, title, default_exports(), kinds)

    def choose_target(self, title: str, name: str, kinds: str) -> Path | None:
        """Let the person choose where to write a file."""
        return self._chooser.save(self.window, title, default_exports() / name, kinds)

    def cancel(self) -> None:
        """Ask the work under way to stop."""
        if self.job is not None:
            self.job.cancel()

    def wait(self) -> None:
        """Stop the work under way, the backup too, and wait until it has; what came of it is kept all the same."""
        self.keeper.stop()
        self._is_leaving = True
        if self.job is not None:
            self.job.end()
            self._on_ended()
        self._is_leaving = False

    def export_pdf(self, record_id: str) -> None:
        """Write a record as a PDF."""
        from fieldapp.usecases.export_fiche import Audience, FicheJob, collect_fiche, keep_fiche, write_fiche

        def collect() -> FicheJob:
            return collect_fiche(
                self._desk.workspace, record_id, language=self._desk.language, audience=Audience.LOCAL
            )

        collected = self.attempt(collect)
        if collected is None:
            return
        proposed, kinds = default_exports() / collected.file_name, self.tr("PDF (*.pdf)")
        target = self._chooser.save(self.window, self.tr("Exporter en PDF"), proposed, kinds)
        if target is None:
            return

        def keep(written: Any) -> None:
            keep_fiche(self._desk.workspace, written)
            self.done.emit(self.tr("PDF enregistré : {name}").format(name=target.name), target)

        self.run(
            self.tr("Mise en page de la fiche…"),
            lambda progress, stop: write_fiche(collected, target, progress=progress, is_cancelled=stop),
            keep,
        )

    def choose_form(self) -> None:
        """Let a person choose a form file, and read it."""
        kinds = self.tr("Formulaires (*.xlsx *.xml *.md);;Tous les fichiers (*)")
        chosen = self._chooser.open(self.window, self.tr("Choisir un formulaire"), self._form_path, kinds)
        if chosen is not None:
            self._form_path = chosen
            self.read_form()

    def read_form(self) -> None:
        """Read the form file chosen last, with all that is wrong with it."""
        from fieldapp.usecases.install_form import read_form

        path = self._form_path
        self.run(self.tr("Lecture du formulaire…"), lambda _, __: read_form(path), self.form_read.emit)

    def install_form(self, form: "ReadForm") -> None:
        """Keep a form in the workspace."""
        is_new = self.attempt(lambda: self._desk.install(form))
        if is_new is None or form.definition is None:
            return
        self.form_installed.emit()
        title, version = form.definition.title_in(self._desk.language), form.definition.version
        if is_new:
            words = self.tr("Formulaire installé : {title}, version {version}.")
        else:
            words = self.tr("Ce formulaire était déjà là : {title}, version {version}. Rien n’a changé.")
        self.done.emit(words.format(title=title, version=version), None)

    def trash(self, record_id: str) -> None:
        """Put a record aside."""
        if _did(self.attempt, lambda: self._desk.trash(record_id, reason="")):
            self.trashed.emit(record_id)

    def restore(self, record_id: str) -> None:
        """Bring a record back."""
        if _did(self.attempt, lambda: self._desk.restore(record_id)):
            self.restored.emit()

    def attempt(self, action: Callable[[], Any]) -> Any:
        """Do something at once; a refusal is said, and gives nothing."""
        try:
            return action()
        except KnownError as error:
            self.failed.emit(error)
            return None

    def run(self, sentence: str, work: Work, keep: Callable[[Any], None]) -> None:
        """Do long work in a thread, and keep its result here; one at a time."""
        if self._is_leaving:
            return
        if self.job is not None:
            self.failed.emit(KnownError("ui.busy"))
            return
        self.job = Job(work, self)
        self.job.advanced.connect(self.advanced)
        self.job.done.connect(lambda result: self.attempt(lambda: keep(result)))
        self.job.failed.connect(self.failed)
        self.job.finished.connect(self._on_ended)
        self.began.emit(sentence)
        self.job.start()

    def _on_ended(self) -> None:
        if self.job is None or not self.job.isFinished():  # it was heard before
            return
        self.job.deleteLater()
        self.job = None
        self.ended.emit()


def _did(attempt: Callable[[Callable[[], object]], object], action: Callable[[], object]) -> bool:
    return attempt(lambda: (action(),)) is not None
