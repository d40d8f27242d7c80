"""Asks for the passphrase in force and a new one, written twice, and says how strong that is while it is typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.base.errors import KnownError
from fieldapp.ui.messages import words_of
from fieldapp.ui.notices import Notice
from fieldapp.ui.pages.strength_line import StrengthLine
from fieldapp.ui.parts import Field, button, label
from fieldapp.ui.theme import Size, Space


class PassphraseDialog(QDialog):
    """Three lines and a button.

    Signals:
        asked: The old passphrase and the new one.
    """

    asked = Signal(str, str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setWindowTitle(self.tr("Changer la phrase secrète"))
        self.setMinimumWidth(Size.CARD)
        self.notice = Notice(can_close=False)
        self.old, self.new, self.again = (Field(is_secret=True) for _ in range(3))
        self.strength = StrengthLine(self.new.line)
        keeps_room = self.strength.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self.strength.setSizePolicy(keeps_room)
        words = label(tone="quiet", size="dense")
        words.setText(
            self.tr(
                "Les sauvegardes de cet ordinateur suivent. Les copies sur clé USB gardent la phrase du jour où elles "
                "ont été faites : refaites-les si l’ancienne a pu être vue."
            )
        )
        self.go = button("primary")
        self.go.clicked.connect(self._on_go)
        close = button()
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        for part in (self.notice, self.old, self.new, self.strength, self.again, words):
            column.addWidget(part)
        column.addLayout(row)
        for field, following in ((self.old, self.new), (self.new, self.again)):
            field.line.returnPressed.connect(following.setFocus)
        self.again.line.returnPressed.connect(self._on_go)
        for made in (self.go, close):
            made.setAutoDefault(False)
        self.old.say(self.tr("Phrase secrète actuelle"))
        self.new.say(
            self.tr("Nouvelle phrase secrète"),
            self.tr("Au moins 10 caractères ; quelques mots conviennent bien."),
        )
        self.again.say(self.tr("La même, une seconde fois"))
        self.go.setText(self.tr("Changer la phrase"))
        close.setText(self.tr("Annuler"))
        self.old.setFocus()

    def refuse(self, error: KnownError) -> None:
        """Say why it is not changed, with the keyboard on the line that is to be typed again."""
        self._say(words_of(error, self._language))
        field = self.old if error.code == "workspace.wrong_passphrase" else self.new
        field.setFocus()
        field.line.selectAll()

    def done(self, result: int) -> None:
        """Forget what was typed, however the dialog ends."""
        for field in (self.old, self.new, self.again):
            field.line.clear()
        super().done(result)

    def _say(self, sentence: str) -> None:
        self.notice.say("problem", sentence)
        self.adjustSize()

    def _on_go(self) -> None:
        if self.new.line.text() != self.again.line.text():
            self._say(self.tr("Les deux phrases secrètes ne sont pas les mêmes."))
            self.again.setFocus()
            self.again.line.selectAll()
            return
        self.asked.emit(self.old.line.text(), self.new.line.text())
