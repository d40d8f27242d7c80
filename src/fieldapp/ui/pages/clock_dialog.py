"""Asks on which day the mission begins: what is dated before it is marked as doubtful."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.ui.parts import button, label
from fieldapp.ui.theme import Size, Space


class ClockDialog(QDialog):
    """One date.

    Signals:
        chosen: The day on which the mission begins.
    """

    chosen = Signal(object)

    def __init__(self, begins: date | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Début de la mission"))
        self.setMinimumWidth(Size.CARD)
        words = label()
        words.setText(self.tr("Une réponse datée d’avant ce jour est marquée comme douteuse."))
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("dd/MM/yyyy")
        self.day.setMinimumHeight(Size.FIELD)
        self.day.setAccessibleName(self.windowTitle())
        if begins is not None:
            self.day.setDate(QDate(begins.year, begins.month, begins.day))
        keep_it = button("primary")
        keep_it.setText(self.tr("Enregistrer"))
        keep_it.setDefault(True)
        keep_it.clicked.connect(self._on_kept)
        close = button()
        close.setText(self.tr("Annuler"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(keep_it)
        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        for part in (words, self.day):
            column.addWidget(part)
        column.addLayout(row)
        self.day.setFocus()

    def _on_kept(self) -> None:
        day = self.day.date()
        self.accept()
        self.chosen.emit(date(day.year(), day.month(), day.day()))
