"""Asks why a complete record is opened again; the reason stays in its history."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit
from typing_extensions import override

from fieldapp.ui.live import keep
from fieldapp.ui.parts import button, label
from fieldapp.ui.theme import Size, Space


class ReopenBar(QFrame):
    """One line under the header.

    Signals:
        asked: Emitted with the reason, which is not blank.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "header")
        self._label = label(is_wrapped=False)
        self.reason = QLineEdit()
        self.reason.setMinimumHeight(Size.FIELD)
        self.confirm = button("")
        self._cancel = button("quiet")
        self.confirm.clicked.connect(self._on_confirm)
        self._cancel.clicked.connect(self.hide)
        self.reason.returnPressed.connect(self._on_confirm)
        self.reason.textChanged.connect(lambda text: self.confirm.setEnabled(bool(text.strip())))
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        for part in (self._label, self.reason, self.confirm, self._cancel):
            row.addWidget(part, 1 if part is self.reason else 0)
        self.hide()
        keep(self, self._say)

    def ask(self) -> None:
        """Show the line and wait for the reason."""
        self.reason.clear()
        self.confirm.setEnabled(False)
        self.show()
        self.reason.setFocus()

    def _say(self) -> None:
        self._label.setText(self.tr("Pourquoi rouvrir cette fiche ?"))
        self.reason.setPlaceholderText(self.tr("Par exemple : nouvelle adresse ; sans nom de personne"))
        self.reason.setAccessibleName(self._label.text())
        hint = self.tr("Le motif reste pour toujours dans l’historique : n’y nommez personne.")
        self.reason.setToolTip(hint)
        self.reason.setAccessibleDescription(hint)
        self.confirm.setText(self.tr("Rouvrir"))
        self._cancel.setText(self.tr("Laisser comme elle est"))

    def _on_confirm(self) -> None:
        if self.reason.text().strip():
            self.asked.emit(self.reason.text().strip())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
