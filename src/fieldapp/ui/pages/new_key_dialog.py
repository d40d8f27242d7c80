"""Makes a new recovery key: asks for the passphrase, shows the key, replaces the old one when that is put away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from fieldapp.base.errors import KnownError
from fieldapp.ui.messages import words_of
from fieldapp.ui.notices import Notice
from fieldapp.ui.pages.recovery_card import RecoveryCard
from fieldapp.ui.parts import Field, button, label
from fieldapp.ui.theme import Size, Space

if TYPE_CHECKING:
    from fieldapp.signing.keys import AgeIdentity


class NewKeyDialog(QDialog):
    """Two steps.

    Signals:
        proved: The passphrase was typed; carries it.
        kept: The key was put away; carries the passphrase and the key's public half.
    """

    proved = Signal(str)
    kept = Signal(str, str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._recipient = ""
        self.setWindowTitle(self.tr("Nouvelle clé de secours"))
        self.setMinimumWidth(Size.CARD)
        self.notice = Notice(can_close=False)
        self._words = label()
        self._words.setText(
            self.tr(
                "La clé actuelle n’ouvrira plus, dès que la nouvelle sera rangée. Tapez d’abord la phrase secrète : "
                "elle seule permet d’en faire une autre."
            )
        )
        self.phrase = Field(is_secret=True)
        self.phrase.say(self.tr("Phrase secrète"))
        self.phrase.line.returnPressed.connect(self._on_go)
        self.go = button("primary", "key-round")
        self.go.setText(self.tr("Faire une nouvelle clé"))
        self.go.setAutoDefault(False)
        self.go.clicked.connect(self._on_go)
        self.card = RecoveryCard()
        self.card.hide()
        self.card.accepted.connect(self._on_kept)
        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        for part in (self.notice, self._words, self.phrase, self.go, self.card):
            column.addWidget(part)
        self.phrase.setFocus()

    def show_key(self, drawn: "AgeIdentity") -> None:
        """Show the new key, which opens nothing yet."""
        self._recipient = drawn.recipient
        self.notice.hide()
        for part in (self._words, self.phrase, self.go):
            part.hide()
        self.card.show_key(drawn.secret)
        self.card.show()
        self.card.kept.setFocus()
        self.adjustSize()

    def refuse(self, error: KnownError) -> None:
        """Say why the old key stays."""
        self.notice.say("problem", words_of(error, self._language))
        self.adjustSize()
        self.phrase.setFocus()
        self.phrase.line.selectAll()

    def done(self, result: int) -> None:
        """Forget passphrase and key, however the dialog ends."""
        self.phrase.line.clear()
        self.card.forget()
        super().done(result)

    def _on_go(self) -> None:
        self.proved.emit(self.phrase.line.text())

    def _on_kept(self) -> None:
        self.kept.emit(self.phrase.line.text(), self._recipient)
