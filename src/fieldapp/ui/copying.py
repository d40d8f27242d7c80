"""Copies the workspace to another disk, or puts a backup back, when a person asks; keeps the line above the list."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from fieldapp.ui.desk import Desk
from fieldapp.ui.errands import Errands
from fieldapp.ui.pages.backups_dialog import BackupsDialog
from fieldapp.ui.pages.loss_line import LossLine
from fieldapp.ui.pages.workspace_page import WorkspacePage

if TYPE_CHECKING:
    from fieldapp.usecases.back_up import WrittenCopy


class CopyErrand(QObject):
    """Serves the line above the list, and the rows of copies and backups."""

    def __init__(self, desk: Desk, errands: Errands, line: LossLine, space: WorkspacePage) -> None:
        super().__init__(errands)
        self._desk = desk
        self._errands = errands
        line.count_asked.connect(errands.keeper.count)
        errands.keeper.counted.connect(line.show_losses)
        line.copy_asked.connect(self.copy_elsewhere)
        line.backups_asked.connect(self.show_backups)
        self.dialog: BackupsDialog | None = None
        space.add_row(
            "copy",
            "hard-drive",
            title=lambda: self.tr("Copie sur une clé USB"),
            words=lambda: self.tr("Une copie chiffrée, relue et vérifiée, sur un autre disque."),
            act=lambda: self.tr("Copier…"),
            run=self.copy_elsewhere,
        )
        space.add_row(
            "backups",
            "rotate-ccw",
            title=lambda: self.tr("Sauvegardes"),
            words=lambda: self.tr(
                "Faites chaque heure et à la fermeture. Regarder l’une d’elles, la remettre."
            ),
            act=lambda: self.tr("Voir…"),
            run=self.show_backups,
        )

    def copy_elsewhere(self) -> None:
        """Write a verified copy of the workspace into a folder that the person chooses."""
        folder = self._errands.choose_folder(self.tr("Choisir la clé USB ou le disque"))
        if folder is not None:
            self._errands.run(
                self.tr("Copie de l’espace de travail…"),
                lambda progress, stop: self._desk.write_copy(folder, progress, stop),
                self._keep,
            )

    def show_backups(self) -> None:
        """Let the person look at the backups and put one back."""
        window = self._errands.window
        self.dialog = BackupsDialog(self._desk, window)
        self.dialog.restore_asked.connect(self._restore)
        self.dialog.open()

    def _restore(self, path: Path) -> None:
        """Leave the workspace, put the backup in its place, and let the person open it again."""
        desk, errands = self._desk, self._errands
        done = self.tr("La sauvegarde est remise en place. Rouvrez l’espace pour continuer.")
        restore = desk.restoring(path)
        desk.expect_restore()
        errands.left.emit()
        if (
            not desk.workspace.is_closed
        ):  # an answer that the disk refuses is only on the screen: that was said
            desk.give_up_restore()
            return
        errands.run(
            self.tr("Remise en place de la sauvegarde…"),
            lambda _progress, _stop: restore(),
            lambda _restored: errands.told.emit(done),
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
