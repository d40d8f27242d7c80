"""Sends to the centre and takes its answers, when the page that sends asks for it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fieldapp.base.files import read_bytes, write_atomically
from fieldapp.ui.desk import Desk
from fieldapp.ui.errands import Errands
from fieldapp.ui.pages.send_page import SendPage

if TYPE_CHECKING:
    from fieldapp.bundle.progress import IsCancelled, Report
    from fieldapp.usecases.make_bundle import WrittenBundle

_LARGEST_ANSWER = 64 * 1024 * 1024
"""Bytes of a receipt or an enrolment that we are ready to read."""


class SendErrand(QObject):
    """Serves the page that sends.

    Signals:
        words: The words to compare with the centre.
    """

    words = Signal(object)

    def __init__(self, desk: Desk, errands: Errands, page: SendPage) -> None:
        super().__init__(errands)
        self._desk = desk
        self._errands = errands
        self._written: list[WrittenBundle] = []
        self._next: Path | None = None
        """Folder of the file still to be written, when what was collected was too much for one."""
        page.bundle_asked.connect(self.make_bundle)
        page.receipt_asked.connect(self.receive_receipt)
        page.request_asked.connect(self.request_enrolment)
        page.enrolment_asked.connect(self.receive_enrolment)
        self.words.connect(page.show_words)
        errands.done.connect(lambda *_: page.refresh())
        errands.ended.connect(self._go_on)

    def make_bundle(self) -> None:
        """Write what travels to the centre: one file, or several where one would be too heavy to carry."""
        from fieldapp.usecases.make_bundle import count_waiting

        if not self._errands.attempt(lambda: count_waiting(self._desk.workspace)):
            return
        folder = self._errands.choose_folder(self.tr("Où enregistrer le fichier d’envoi"))
        if folder is not None:
            self._written = []
            self._seal(folder)

    def _seal(self, folder: Path, *, after: int = 0) -> None:
        from fieldapp.usecases.make_bundle import collect_apart, keep_bundle, seal_bundle

        workspace = self._desk.workspace

        def work(progress: "Report", stop: "IsCancelled") -> "tuple[WrittenBundle, int]":
            job = collect_apart(workspace, after=after)
            return seal_bundle(job, folder, progress=progress, is_cancelled=stop), job.left

        def keep(sealed: "tuple[WrittenBundle, int]") -> None:
            written, left = sealed
            self._written.append(keep_bundle(workspace, written))
            if left:
                self._next = folder
            else:
                self._tell(folder)

        words = self.tr("Préparation du fichier d’envoi…")
        if after:
            number = len(self._written) + 1
            words = self.tr("Préparation du fichier d’envoi, {number}ᵉ partie…").format(number=number)
        self._errands.run(words, work, keep)

    def _go_on(self) -> None:
        """Write the file that carries on from the one just kept."""
        folder, self._next = self._next, None
        if folder is not None:
            self._seal(folder, after=self._written[-1].header.seq_to)

    def _tell(self, folder: Path) -> None:
        from fieldapp.bundle.limits import WARN_BYTES

        if len(self._written) > 1:
            sentence = self.tr(
                "%n fichier(s) d’envoi prêts. Remettez-les tous au centre.", "", len(self._written)
            )
        else:
            name = self._written[0].path.name
            sentence = self.tr("Fichier d’envoi prêt : {name}. Remettez-le au centre.").format(name=name)
        if max(one.size for one in self._written) > WARN_BYTES:
            sentence += " " + self.tr("C’est trop lourd pour un courriel : prenez une clé USB.")
        self._errands.done.emit(sentence, folder)

    def receive_receipt(self) -> None:
        """Read the centre's answer to a bundle."""
        from fieldapp.usecases.receive_receipt import receive_receipt

        kinds = self.tr("Accusés de réception (*.age);;Tous les fichiers (*)")
        data = self._read(self.tr("Ouvrir un accusé de réception"), kinds)
        if data is None:
            return
        receipt = self._errands.attempt(lambda: receive_receipt(self._desk.workspace, data))
        if receipt is not None:
            errors = sum(str(item.severity) == "error" for item in receipt.items)
            if errors:
                self._errands.done.emit(self.tr("Accusé reçu : %n point(s) à corriger.", "", errors), None)
            else:
                self._errands.done.emit(self.tr("Accusé reçu : l’envoi est intégré au centre."), None)

    def request_enrolment(self) -> None:
        """Write the request that links this computer with the centre."""
        from fieldapp.usecases.enrolment import request_enrolment

        made = self._errands.attempt(lambda: request_enrolment(self._desk.workspace))
        if made is None:
            return
        title, kinds = self.tr("Enregistrer la demande"), self.tr("Demande (*.zip)")
        target = self._errands.choose_target(title, made.name, kinds)
        if target is not None and self._errands.attempt(lambda: _written(target, made.data)):
            self.words.emit(made.words)
            self._errands.done.emit(
                self.tr("Demande enregistrée : {name}").format(name=target.name), target.parent
            )

    def receive_enrolment(self) -> None:
        """Read the centre's answer to that request."""
        from fieldapp.usecases.enrolment import receive_enrolment

        data = self._read(
            self.tr("Ouvrir la réponse du centre"), self.tr("Réponse (*.zip);;Tous les fichiers (*)")
        )
        if data is None:
            return
        made = self._errands.attempt(lambda: receive_enrolment(self._desk.workspace, data))
        if made is not None:
            sentence = self.tr("Cet ordinateur est relié au centre sous le numéro {code}.")
            self._errands.done.emit(sentence.format(code=made.device_code), None)

    def _read(self, title: str, kinds: str) -> bytes | None:
        file = self._errands.choose_file(title, kinds)
        if file is None:
            return None
        data: bytes | None = self._errands.attempt(lambda: read_bytes(file, limit=_LARGEST_ANSWER))
        return data


def _written(target: Path, data: bytes) -> bool:
    write_atomically(target, data)
    return True
