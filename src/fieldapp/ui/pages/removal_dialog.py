"""Removes for ever what lay in the trash for long: first what would go, then a number to be typed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from fieldapp.ui.parts import Field, button, label
from fieldapp.ui.theme import Size, Space

if TYPE_CHECKING:
    from fieldapp.usecases.list_trash import TrashedRecord


class RemovalDialog(QDialog):
    """Two steps, neither of which Enter alone passes.

    Signals:
        confirmed: They are to be erased for ever; carries their ids.
    """

    confirmed = Signal(object)

    def __init__(self, ripe: "list[TrashedRecord]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids = [one.record.record_id for one in ripe]
        self.setWindowTitle(self.tr("Effacer pour toujours"))
        self.setMinimumWidth(Size.CARD)
        self._words = label()
        self._words.setText(
            self.tr("Ces fiches et toutes leurs réponses seront effacées, ici et dans les sauvegardes.")
            + " "
            + self.tr("Personne ne pourra les reprendre.")
        )
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        unnamed = self.tr("Fiche sans nom")
        self.list.addItems([f"{one.record.title or unnamed} · {one.form_title}" for one in ripe])
        self.number = Field()
        self.number.say(
            self.tr("Pour confirmer, écrivez le nombre de fiches : {count}").format(count=len(self._ids))
        )
        self.number.line.textChanged.connect(self._on_typed)
        self.number.hide()
        self.go_on = button("", "trash-2")
        self.go_on.setText(self.tr("Continuer"))
        self.go_on.setAutoDefault(False)
        self.go_on.clicked.connect(self._on_go_on)
        close = button("primary")
        close.setText(self.tr("Les garder"))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.go_on)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        for part in (self._words, self.list, self.number):
            column.addWidget(part)
        column.addLayout(row)

    def _on_go_on(self) -> None:
        if self.number.isHidden():
            self.number.show()
            self.number.line.setFocus()
            self.go_on.setText(self.tr("Effacer pour toujours"))
            self.go_on.setEnabled(False)
            return
        self.accept()
        self.confirmed.emit(self._ids)

    def _on_typed(self, text: str) -> None:
        self.go_on.setEnabled(text.strip() == str(len(self._ids)))
