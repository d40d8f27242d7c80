"""One line above the list: what exists only on this computer, when it was last copied elsewhere, and how to do so."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from fieldapp.base.clock import moment_from_text
from fieldapp.ui.icons import pixmap
from fieldapp.ui.live import keep
from fieldapp.ui.parts import as_written, button, label
from fieldapp.ui.theme import Size, Space

if TYPE_CHECKING:
    from fieldapp.store import Losses


class LossLine(QFrame):
    """Stays away until it was told something.

    Signals:
        count_asked: The list was read again, and so this is to be counted again.
        copy_asked: The person wants a verified copy on another disk.
        backups_asked: The person looks for an older state.
    """

    count_asked = Signal()
    copy_asked = Signal()
    backups_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._losses: Losses | None = None
        self._sign = QLabel()
        self.words = label(tone="quiet")
        self.copy = button("link")
        self.copy.clicked.connect(self.copy_asked)
        self.backups = button("link")
        self.backups.clicked.connect(self.backups_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        row.setSpacing(Space.S)
        for part in (self._sign, self.words, self.copy, self.backups):
            row.addWidget(part, 1 if part is self.words else 0)
        self.hide()
        keep(self, self._say)

    def show_losses(self, losses: "Losses") -> None:
        """Say what was counted."""
        self._losses = losses
        self._say()
        self.show()

    def _say(self) -> None:
        self.copy.setText(self.tr("Copier sur une clé…"))
        self.backups.setText(self.tr("Sauvegardes…"))
        losses = self._losses
        if losses is None:
            return
        is_safe = not losses.records and not losses.newer_records
        self._sign.setPixmap(pixmap("circle-check" if is_safe else "info", "quiet", Size.ICON))
        self.words.setText("  ".join(part for part in (*self._counted(losses), self._copied(losses)) if part))

    def _counted(self, losses: "Losses") -> tuple[str, ...]:
        if not losses.records and not losses.newer_records:
            if losses.last_copy is None:
                return (self.tr("Aucune réponse n’est seulement sur cet ordinateur."),)
            return (self.tr("Tout ce qui est ici existe aussi ailleurs."),)
        whole = self.tr("Seulement ici : %n fiche(s).", "", losses.records) if losses.records else ""
        newer = losses.newer_records
        newer_words = (
            self.tr("Réponses gardées seulement ici dans %n autre(s) fiche(s).", "", newer) if newer else ""
        )
        return (whole, newer_words)

    def _copied(self, losses: "Losses") -> str:
        if losses.last_copy is None:
            is_exposed = losses.records or losses.newer_records
            return self.tr("Aucune copie sur un autre disque.") if is_exposed else ""
        when = moment_from_text(losses.last_copy.at).astimezone()
        return self.tr("Dernière copie ailleurs : {when}.").format(when=as_written(f"{when:%d/%m/%Y %H:%M}"))
