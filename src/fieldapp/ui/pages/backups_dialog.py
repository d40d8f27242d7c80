"""The backups of a workspace: chosen in a list, looked at beside it, put back with one more click."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.base.clock import moment_from_text
from fieldapp.base.errors import FieldappError
from fieldapp.ui.desk import Desk
from fieldapp.ui.jobs import Job
from fieldapp.ui.messages import words_of
from fieldapp.ui.parts import as_written, button, label
from fieldapp.ui.theme import Size, Space

if TYPE_CHECKING:
    from fieldapp.store import Contents, Copy, Preview


class BackupsDialog(QDialog):
    """Shows what can be restored; each is proved whole in a thread before it may be put back.

    Signals:
        restore_asked: The person wants a backup back; carries its folder.
    """

    restore_asked = Signal(Path)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.job: Job | None = None
        self._looked_at: Path | None = None
        self.setWindowTitle(self.tr("Sauvegardes"))
        self.setMinimumWidth(Size.CARD)
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.preview = label()
        self.restore = button("primary")
        self.restore.setText(self.tr("Remettre en place"))
        self.restore.setEnabled(False)
        self.restore.clicked.connect(self._on_restore)
        close = button()
        close.setText(self.tr("Fermer"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        for part in (self.list, self.preview):
            column.addWidget(part)
        column.addLayout(row)
        self.list.currentItemChanged.connect(self._on_chosen)
        self._fill()

    def _fill(self) -> None:
        choices = self._desk.backup_choices()
        for copy in choices.backups:
            self._add(copy, _written(copy))
        for copy in choices.set_aside:
            self._add(copy, self.tr("{when}, mis de côté lors d’une reprise").format(when=_written(copy)))
        if not self.list.count():
            self.preview.setText(
                self.tr("Aucune sauvegarde pour l’instant : la première se fait à la fermeture.")
            )

    def _add(self, copy: "Copy", words: str) -> None:
        item = QListWidgetItem(words, self.list)
        item.setData(Qt.ItemDataRole.UserRole, copy.path)

    @override
    def done(self, result: int) -> None:
        if self.job is not None:
            self.job.wait()
        super().done(result)

    def _chosen(self) -> Path | None:
        item = self.list.currentItem()
        path = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        assert path is None or isinstance(path, Path)
        return path

    def _on_chosen(self) -> None:
        self.restore.setEnabled(False)
        self.preview.setText(self.tr("Lecture et vérification de cette sauvegarde…"))
        self._look()

    def _look(self) -> None:
        """Look at the one chosen, unless another is being looked at: then afterwards."""
        path = self._chosen()
        if path is None or self.job is not None:
            return
        self._looked_at = path
        self.job = Job(lambda _progress, _stop: self._desk.preview_backup(path), self)
        self.job.done.connect(self._show)
        self.job.failed.connect(self._refuse)
        self.job.finished.connect(self._on_looked)
        self.job.start()

    def _on_looked(self) -> None:
        if self.job is not None:
            self.job.deleteLater()
            self.job = None
        if self._chosen() != self._looked_at:
            self._look()

    def _refuse(self, error: FieldappError) -> None:
        if self._chosen() == self._looked_at:
            self.preview.setText(words_of(error, self._desk.language))

    def _show(self, seen: "Preview | Any") -> None:
        if self._chosen() != self._looked_at:
            return
        lines = [self.tr("Cette sauvegarde : {words}").format(words=self._told(seen.holds))]
        if seen.here is not None:
            lines += [self.tr("Ici maintenant : {words}").format(words=self._told(seen.here))]
        lines += [self.tr("Ce qui est ici maintenant sera mis de côté, pas effacé.")]
        self.preview.setText("\n".join(lines))
        self.restore.setEnabled(True)

    def _told(self, holds: "Contents") -> str:
        count = self.tr("%n fiche(s)", "", holds.records)
        if not holds.touched.at:
            return count
        when = as_written(f"{moment_from_text(holds.touched.at).astimezone():%d/%m/%Y %H:%M}")
        words = self.tr("{count}, dernier changement le {when} par {name}")
        return words.format(count=count, when=when, name=as_written(holds.touched.by))

    def _on_restore(self) -> None:
        path = self._chosen()
        if path is not None:
            self.accept()
            self.restore_asked.emit(path)


def _written(copy: "Copy") -> str:
    return as_written(f"{copy.made_at.astimezone():%d/%m/%Y %H:%M}") if copy.made_at else copy.path.name
