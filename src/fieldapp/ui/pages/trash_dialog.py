"""Asks why a record goes to the trash; Enter alone puts it there without a reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.ui.parts import button, label
from fieldapp.ui.theme import Size, Space


class TrashDialog(QDialog):
    """One line for the reason, with the usual ones to choose from.

    Signals:
        confirmed: The record goes to the trash; carries the reason, blank when none is given.
    """

    confirmed = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Mettre à la corbeille"))
        self.setMinimumWidth(Size.CARD)
        head = label(size="lead")
        head.setText(title or self.tr("Fiche sans nom"))
        asked = label()
        asked.setText(self.tr("Pourquoi ? (facultatif)"))
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.setMinimumHeight(Size.FIELD)
        self.reason.addItems(
            ["", self.tr("Doublon"), self.tr("Essai"), self.tr("Saisie par erreur"), self.tr("Hors du champ")]
        )
        self.reason.setAccessibleName(asked.text())
        line = self.reason.lineEdit()
        if line is not None:
            line.setAccessibleName(asked.text())
        asked.setBuddy(self.reason)
        words = label(tone="quiet", size="dense")
        words.setText(self.tr("La raison reste avec la fiche. N’y écrivez rien de personnel."))
        self.put = button("primary", "trash-2")
        self.put.setText(self.tr("Mettre à la corbeille"))
        self.put.setDefault(True)
        self.put.clicked.connect(self._on_put)
        close = button()
        close.setText(self.tr("Annuler"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.put)
        column = QVBoxLayout(self)
        column.setSpacing(Space.S)
        for part in (head, asked, self.reason, words):
            column.addWidget(part)
        column.addLayout(row)
        self.reason.setFocus()

    def _on_put(self) -> None:
        self.accept()
        self.confirmed.emit(self.reason.currentText().strip())
