"""Verifies the workspace line by line in a thread, when a person asks, and says in words what was found."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fieldapp.base.sentences import sentence, sentence_of
from fieldapp.ui.desk import Desk
from fieldapp.ui.errands import Errands
from fieldapp.ui.jobs import IsCancelled, Progress
from fieldapp.ui.pages.workspace_page import WorkspacePage

if TYPE_CHECKING:
    from fieldapp.store.verifying import Verified

_MOST_TOLD = 8


class VerifyErrand(QObject):
    """Serves the row "Vérifier".

    Attributes:
        row: That row.
    """

    def __init__(self, desk: Desk, errands: Errands, space: WorkspacePage) -> None:
        super().__init__(errands)
        self._desk = desk
        self._errands = errands
        self.row = space.add_row(
            "verify",
            "circle-check",
            title=lambda: self.tr("Vérifier"),
            words=lambda: self.tr(
                "Chaque ligne du journal, chaque envoi et chaque fichier joint sont-ils tels qu’ils ont été écrits ?"
            ),
            act=lambda: self.tr("Vérifier maintenant"),
            run=self.verify,
        )

    def verify(self) -> None:
        """Walk everything in a thread, beside the work of the window."""
        self._errands.run(self.tr("Vérification de l’espace de travail…"), self._work, self._tell)

    def _work(self, progress: Progress, is_cancelled: IsCancelled) -> "Verified":
        from fieldapp.store.verifying import verify

        with self._desk.workspace.reader() as reading:
            return verify(reading, progress=progress, is_cancelled=is_cancelled)

    def _tell(self, verified: "Verified") -> None:
        language = self._desk.language
        if not verified.findings:
            facts = {"changes": verified.changes, "files": verified.files, "erased": verified.erased or ""}
            self.row.say(sentence("check.fine", facts, language))
            return
        lines = [sentence("check.found", {"count": len(verified.findings)}, language)]
        lines += [sentence_of(one, language) for one in verified.findings[:_MOST_TOLD]]
        if len(verified.findings) > _MOST_TOLD:
            lines.append(self.tr("… et %n autre(s)", "", len(verified.findings) - _MOST_TOLD))
        self.row.say("\n".join(lines))
