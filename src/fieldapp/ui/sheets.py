"""Writes the page to be printed with a recovery key where a person chooses; its owner alone may read the file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fieldapp.base.errors import KnownError
from fieldapp.base.files import write_unseen

_MODE = 0o600

ChooseTarget = Callable[[str, str, str], Path | None]
"""Lets the person choose where to write a file: title, proposed name, kinds."""


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What stands on the page beside the key."""

    name: str
    """Of the workspace that it opens."""
    made_at: datetime
    language: str


class SheetWriter(QObject):
    """Asks where, and writes it.

    Signals:
        done: What to tell, and the file.
        failed: A `FieldappError`.
    """

    done = Signal(str, object)
    failed = Signal(object)

    def __init__(self, choose: ChooseTarget, parent: QObject) -> None:
        super().__init__(parent)
        self._choose = choose

    def save(self, secret: str, facts: SheetFacts) -> None:
        """Write the page of one key."""
        from fieldapp.exports.recovery_sheet import RecoverySheet, render_recovery_sheet

        name, kinds = self.tr("cle-de-secours.pdf"), self.tr("PDF (*.pdf)")
        target = self._choose(self.tr("Enregistrer la feuille à imprimer"), name, kinds)
        if target is None:
            return
        sheet = RecoverySheet(secret, facts.name, made_at=facts.made_at, language=facts.language)
        try:
            write_unseen(target, render_recovery_sheet(sheet), mode=_MODE)
        except KnownError as error:
            self.failed.emit(error)
            return
        words = self.tr("Feuille enregistrée : {name}. Imprimez-la, puis supprimez le fichier.")
        self.done.emit(words.format(name=target.name), target)
