"""The way back when a passphrase is lost: the recovery key, and a new passphrase written twice."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from fieldapp.ui.live import keep
from fieldapp.ui.pages.strength_line import StrengthLine
from fieldapp.ui.parts import Field, button, label
from fieldapp.ui.theme import Space


class RescueCard(QFrame):
    """Asks for the recovery key and a new passphrase.

    Signals:
        asked: The recovery key and the new passphrase, written twice alike.
        differed: The two passphrases are not the same.
        left: The person would rather open the workspace as usual.
    """

    asked = Signal(str, str)
    differed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._title = label(size="lead")
        self._words = label()
        self.key = Field(is_secret=True)
        self.phrase = Field(is_secret=True)
        self.again = Field(is_secret=True)
        self.strength = StrengthLine(self.phrase.line)
        self.key.line.returnPressed.connect(self.phrase.setFocus)
        self.phrase.line.returnPressed.connect(self.again.setFocus)
        self.again.line.returnPressed.connect(self._on_go)
        self.go = button("primary", "folder-open")
        self.go.clicked.connect(self._on_go)
        self.back = button("link")
        self.back.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.S)
        for part in (self._title, self._words, self.key, self.phrase, self.strength, self.again, self.go):
            column.addWidget(part)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignHCenter)
        keep(self, self._say)

    def forget(self) -> None:
        """Clear what was typed: no secret stays on a page."""
        for field in (self.key, self.phrase, self.again):
            field.line.clear()

    def _on_go(self) -> None:
        if self.phrase.line.text() != self.again.line.text():
            self.differed.emit()
            self.again.setFocus()
            return
        self.asked.emit(self.key.line.text(), self.phrase.line.text())

    def _say(self) -> None:
        self._title.setText(self.tr("Phrase secrète perdue"))
        self._words.setText(
            self.tr(
                "La clé de secours a été montrée à la création de l’espace. Rien de ce qu’il contient n’est perdu."
            )
        )
        self.key.say(self.tr("Clé de secours"), self.tr("Elle commence par AGE-SECRET-KEY."))
        self.phrase.say(self.tr("Nouvelle phrase secrète"), self.tr("Au moins 10 caractères."))
        self.again.say(self.tr("La même, une seconde fois"))
        self.go.setText(self.tr("Changer la phrase et ouvrir"))
        self.back.setText(self.tr("Revenir"))
