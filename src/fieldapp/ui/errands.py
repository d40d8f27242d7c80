"""Files in and out: what is needed is collected here, the work is done elsewhere, its result is kept here."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes, write_atomically
from fieldapp.base.paths import default_exports
from fieldapp.ui.backups import BackupKeeper
from fieldapp.ui.desk import Desk
from fieldapp.ui.files import FileChooser, WhileOpen
from fieldapp.ui.jobs import Job, Work
from fieldapp.ui.pages.forms_page import FormsPage
from fieldapp.ui.pages.send_page import SendPage

if TYPE_CHECKING:
    from fieldapp.usecases.install_form import ReadForm

_LARGEST_ANSWER = 64 * 1024 * 1024
"""Bytes of a receipt or an enrolment that we are ready to read."""


class Errands(QObject):
    """Runs one errand at a time.

    Signals:
        began: Long work began; carries the sentence that names it.
        advanced: How much is done, of how much.
        ended: It is over, well or badly.
        done: What to tell: sentence, and the file or folder to offer, or nothing.
        failed: A `FieldappError`.
        words: The words to compare with the centre.
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
    words = Signal(object)
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

    def serve(self, page: SendPage) -> None:
        """Do what the page that sends asks for."""
        page.bundle_asked.connect(self.make_bundle)
        page.receipt_asked.connect(self.receive_receipt)
        page.request_asked.connect(self.request_enrolment)
        page.enrolment_asked.connect(self.receive_enrolment)
        self.words.connect(page.show_words)
        self.done.connect(lambda *_: page.refresh())

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

        collected = self._try(collect)
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

    def make_bundle(self) -> None:
        """Write the file that travels to the centre."""
        from fieldapp.usecases.make_bundle import collect_bundle, keep_bundle, seal_bundle

        collected = self._try(lambda: collect_bundle(self._desk.workspace))
        if collected is None:
            return
        title = self.tr("Où enregistrer le fichier d’envoi")
        folder = self.choose_folder(title)
        if folder is None:
            return

        def keep(written: Any) -> None:
            kept = keep_bundle(self._desk.workspace, written)
            name = kept.path.name
            sentence = self.tr("Fichier d’envoi prêt : {name}. Remettez-le au centre.").format(name=name)
            self.done.emit(sentence, kept.path.parent)

        self.run(
            self.tr("Préparation du fichier d’envoi…"),
            lambda progress, stop: seal_bundle(collected, folder, progress=progress, is_cancelled=stop),
            keep,
        )

    def receive_receipt(self) -> None:
        """Read the centre's answer to a bundle."""
        from fieldapp.usecases.receive_receipt import receive_receipt

        kinds = self.tr("Accusés de réception (*.age);;Tous les fichiers (*)")
        data = self._read(self.tr("Ouvrir un accusé de réception"), kinds)
        if data is None:
            return
        receipt = self._try(lambda: receive_receipt(self._desk.workspace, data))
        if receipt is not None:
            errors = sum(str(item.severity) == "error" for item in receipt.items)
            if errors:
                self.done.emit(self.tr("Accusé reçu : %n point(s) à corriger.", "", errors), None)
            else:
                self.done.emit(self.tr("Accusé reçu : l’envoi est intégré au centre."), None)

    def request_enrolment(self) -> None:
        """Write the request that links this computer with the centre."""
        from fieldapp.usecases.enrolment import request_enrolment

        made = self._try(lambda: request_enrolment(self._desk.workspace))
        if made is None:
            return
        title, kinds = self.tr("Enregistrer la demande"), self.tr("Demande (*.zip)")
        target = self._chooser.save(self.window, title, default_exports() / made.name, kinds)
        if target is not None and self._try(lambda: _written(target, made.data)):
            self.words.emit(made.words)
            self.done.emit(self.tr("Demande enregistrée : {name}").format(name=target.name), target.parent)

    def receive_enrolment(self) -> None:
        """Read the centre's answer to that request."""
        from fieldapp.usecases.enrolment import receive_enrolment

        data = self._read(
            self.tr("Ouvrir la réponse du centre"), self.tr("Réponse (*.zip);;Tous les fichiers (*)")
        )
        if data is None:
            return
        made = self._try(lambda: receive_enrolment(self._desk.workspace, data))
        if made is not None:
            sentence = self.tr("Cet ordinateur est relié au centre sous le numéro {code}.")
            self.done.emit(sentence.format(code=made.device_code), None)

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
        is_new = self._try(lambda: self._desk.install(form))
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
        if _did(self._try, lambda: self._desk.trash(record_id, reason="")):
            self.trashed.emit(record_id)

    def restore(self, record_id: str) -> None:
        """Bring a record back."""
        if _did(self._try, lambda: self._desk.restore(record_id)):
            self.restored.emit()

    def _read(self, title: str, kinds: str) -> bytes | None:
        file = self._chooser.open(self.window, title, default_exports(), kinds)
        return self._try(lambda: read_bytes(file, limit=_LARGEST_ANSWER)) if file is not None else None

    def _try(self, action: Callable[[], Any]) -> Any:
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
        self.job.done.connect(lambda result: self._try(lambda: keep(result)))
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


def _written(target: Path, data: bytes) -> bool:
    write_atomically(target, data)
    return True
