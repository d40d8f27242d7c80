"""Says below a new passphrase, while it is typed, how much guessing it takes: a sign and a word."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from fieldapp.ui.icons import pixmap
from fieldapp.ui.live import keep
from fieldapp.ui.parts import label
from fieldapp.ui.theme import Size, Space
from fieldapp.usecases.judge_passphrase import Strength, judge_passphrase

_SIGNS = {
    Strength.SHORT: ("circle-dashed", "quiet"),
    Strength.PUBLISHED: ("circle-alert", "problem"),
    Strength.GUESSABLE: ("circle-alert", "problem"),
    Strength.WEAK: ("triangle-alert", "attention"),
    Strength.FAIR: ("circle-check", "done"),
    Strength.STRONG: ("circle-check", "done"),
}


class StrengthLine(QWidget):
    """One line, hidden while nothing is typed."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__()
        self._line = line
        self._sign = QLabel()
        self.words = label(size="dense")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        line.textChanged.connect(lambda _: self._say())
        keep(self, self._say)

    def _say(self) -> None:
        text = self._line.text()
        self.setVisible(bool(text))
        if not text:
            return
        strength = judge_passphrase(text)
        sign, colour = _SIGNS[strength]
        self._sign.setPixmap(pixmap(sign, colour, Size.ICON, widget=self))
        self.words.setText(self._words()[strength])

    def _words(self) -> dict[Strength, str]:
        return {
            Strength.SHORT: self.tr("Encore trop courte"),
            Strength.PUBLISHED: self.tr("Connue de tout le monde : c’est celle de l’entraînement"),
            Strength.GUESSABLE: self.tr("Se devine aussitôt"),
            Strength.WEAK: self.tr("Faible : un ou deux mots de plus la rendraient solide"),
            Strength.FAIR: self.tr("Convenable"),
            Strength.STRONG: self.tr("Solide"),
        }
