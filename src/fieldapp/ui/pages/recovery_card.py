"""Shows a recovery key once, and lets nobody go on before saying that it was put away."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QLabel, QVBoxLayout

from fieldapp.ui.live import keep
from fieldapp.ui.parts import button, label
from fieldapp.ui.theme import Space


class RecoveryCard(QFrame):
    """The key, in a type that parts O from 0, and where to keep it.

    Signals:
        accepted: The person says the key was put away.
        sheet_asked: The person wants the page to be printed; carries the key.
    """

    accepted = Signal()
    sheet_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._title = label(size="lead")
        self._words = label()
        self.key = QLabel()
        self.key.setWordWrap(True)
        self.key.setProperty("kind", "key")
        self.key.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.key.setTextInteractionFlags(
            self.key.textInteractionFlags() | self.key.textInteractionFlags().TextSelectableByMouse
        )
        self.sheet = button("", "download")
        self.sheet.clicked.connect(lambda: self.sheet_asked.emit(self._secret()))
        self._copy = button("", "copy")
        self._copy.clicked.connect(lambda: QApplication.clipboard().setText(self._secret()))
        self.kept = QCheckBox()
        self.go_on = button("primary")
        self.go_on.setEnabled(False)
        self.kept.toggled.connect(self.go_on.setEnabled)
        self.go_on.clicked.connect(self._on_go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.S)
        for part in (self._title, self._words, self.key, self.sheet, self._copy, self.kept, self.go_on):
            column.addWidget(part)
        keep(self, self._say)

    def show_key(self, secret: str) -> None:
        """Show the key; zero-width spaces let the line break anywhere."""
        self.key.setText("\u200b".join(secret))
        self.kept.setChecked(False)

    def forget(self) -> None:
        """Clear the key from the page, and from the clipboard where it was copied to."""
        secret, clipboard = self._secret(), QApplication.clipboard()
        if secret and clipboard.text() == secret:
            clipboard.clear()
        self.key.clear()

    def _secret(self) -> str:
        return self.key.text().replace("\u200b", "")

    def _on_go_on(self) -> None:
        self.forget()
        self.accepted.emit()

    def _say(self) -> None:
        self._title.setText(self.tr("La clé de secours de cet espace"))
        self._words.setText(
            self.tr(
                "Si la phrase secrète est perdue, seule cette clé rouvre l’espace. Elle n’est montrée qu’une fois : "
                "imprimez la feuille, ou recopiez-la sur papier, et gardez-la ailleurs que cet ordinateur."
            )
        )
        self.sheet.setText(self.tr("Feuille à imprimer (PDF)…"))
        self._copy.setText(self.tr("Copier"))
        self.kept.setText(self.tr("La clé est notée et rangée ailleurs"))
        self.go_on.setText(self.tr("Continuer"))
