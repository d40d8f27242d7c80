"""Copies the workspace to another disk when a person asks, and keeps the line about losses up to date."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from fieldapp.ui.desk import Desk
from fieldapp.ui.errands import Errands
from fieldapp.ui.pages.loss_line import LossLine

if TYPE_CHECKING:
    from fieldapp.usecases.back_up import WrittenCopy


class CopyErrand(QObject):
    """Serves the line above the list."""

    def __init__(self, desk: Desk, errands: Errands, line: LossLine) -> None:
        super().__init__(errands)
        self._desk = desk
        self._errands = errands
        line.count_asked.connect(errands.keeper.count)
        errands.keeper.counted.connect(line.show_losses)
        line.copy_asked.connect(self.copy_elsewhere)

    def copy_elsewhere(self) -> None:
        """Write a verified copy of the workspace into a folder that the person chooses."""
        folder = self._errands.choose_folder(self.tr("Choisir la clé USB ou le disque"))
        if folder is not None:
            self._errands.run(
                self.tr("Copie de l’espace de travail…"),
                lambda progress, stop: self._desk.write_copy(folder, progress, stop),
                self._keep,
            )

    def _keep(self, written: "WrittenCopy | Any") -> None:
        self._desk.keep_copy(written)
        self._errands.keeper.count()
        words = self.tr("Copie faite, relue et vérifiée : {name}.")
        if not written.is_elsewhere:
            words = self.tr(
                "Copie vérifiée : {name}. Mais elle est sur le même disque, et se perdrait avec lui."
            )
        path = written.copy.path
        self._errands.done.emit(words.format(name=path.name), path.parent)
