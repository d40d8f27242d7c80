"""What is wrong with an answer, in words under it, with a sign beside."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from fieldapp.engine import Violation
from fieldapp.forms.styling import plain_words
from fieldapp.ui.icons import pixmap
from fieldapp.ui.live import keep
from fieldapp.ui.parts import lead
from fieldapp.ui.theme import Size, Space


class ErrorRow(QWidget):
    """A sign and a sentence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setProperty("tone", "problem")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        sign = QLabel()
        keep(sign, lambda: sign.setPixmap(pixmap("circle-alert", "problem", Size.ICON, widget=self)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XXS)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def show_words(self, text: str) -> None:
        """Say this; nothing takes the row away."""
        self._words.setText(text)
        lead(self._words)
        self.setVisible(bool(text))


def error_words(violation: Violation, kind: str) -> str:
    """Return what the form's author says of a problem, or the program's words for a type of question."""
    return plain_words(violation.message) or ErrorWords().of(violation.kind, kind)


class ErrorWords(QObject):
    """What the program says of a problem where the form's author says nothing."""

    def of(self, kind: str, asked: str) -> str:
        """Say what is wrong, or what kind of answer would do."""
        if kind == "required":
            return self.tr("Cette réponse est nécessaire pour terminer la fiche.")
        if kind == "type":
            return self._expected(asked)
        return self.tr("Cette réponse n’est pas admise par la fiche.")

    def _expected(self, asked: str) -> str:
        return {
            "int": self.tr("Écrivez un nombre entier, en chiffres."),
            "decimal": self.tr("Écrivez un nombre, en chiffres."),
            "date": self.tr("Écrivez une date qui existe, par exemple 31/05/2024."),
            "time": self.tr("Écrivez une heure, par exemple 14:30."),
            "dateTime": self.tr("Écrivez une date et une heure, par exemple 31/05/2024 14:30."),
            "geopoint": self.tr("Écrivez la latitude puis la longitude, par exemple 34.0209, -6.8416."),
        }.get(asked, self.tr("Cette réponse n’a pas la forme attendue."))
