"""The loss meter: how many records exist only on this computer, the age of the last copy elsewhere, and making one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from fieldapp.base.clock import moment_from_text
from fieldapp.ui.icons import pixmap
from fieldapp.ui.live import keep
from fieldapp.ui.parts import as_written, button, card, label
from fieldapp.ui.theme import Size, Space

if TYPE_CHECKING:
    from datetime import datetime

    from fieldapp.store import Losses

_OLD_DAYS = 2
"""A copy older than a working day and a night is worth a warning while something is only here."""


class LossCard(QFrame):
    """Says a number and one thing to do.

    Signals:
        copy_asked: The person wants a verified copy on another disk.
    """

    copy_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._losses: Losses | None = None
        self._now: datetime | None = None
        frame, column = card()
        self._sign = QLabel()
        self._title = label(size="lead")
        self.number = label(size="display", is_wrapped=False)
        self.words = label()
        self.copied = label(tone="quiet", size="dense")
        self.copy = button("", "hard-drive")
        self.copy.clicked.connect(self.copy_asked)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._title, 1)
        head.addWidget(self._sign)
        told = QHBoxLayout()
        told.setSpacing(Space.S)
        told.addWidget(self.number)
        told.addWidget(self.words, 1)
        column.addLayout(head)
        column.addLayout(told)
        column.addWidget(self.copied)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeading)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        keep(self, self._say)

    def show_losses(self, losses: "Losses", now: "datetime") -> None:
        """Say what was counted, as it is now."""
        self._losses, self._now = losses, now
        self._say()

    def _say(self) -> None:
        self._title.setText(self.tr("Seulement sur cet ordinateur"))
        self.copy.setText(self.tr("Copier sur une clé…"))
        losses = self._losses
        for part in (self.number, self.copied, self.copy, self._sign):
            part.setVisible(losses is not None)
        if losses is None:
            return
        at_risk = losses.records + losses.newer_records
        self.number.setText(str(at_risk))
        self.number.setVisible(at_risk > 0)
        self.words.setText(self._counted(losses))
        self.copied.setText(self._copied(losses))
        self.copied.setVisible(bool(self.copied.text()))
        sign, colour = ("circle-check", "done")
        if at_risk:
            sign, colour = ("triangle-alert", "attention") if self._is_old(losses) else ("info", "quiet")
        self._sign.setPixmap(pixmap(sign, colour, Size.ICON_LARGE, widget=self))

    def _counted(self, losses: "Losses") -> str:
        if not losses.records and not losses.newer_records:
            if losses.last_copy is None:
                return self.tr("Aucune réponse n’est seulement ici.")
            return self.tr("Tout ce qui est ici existe aussi ailleurs.")
        if not losses.newer_records:
            return self.tr("fiche(s) qui se perdrai(en)t avec lui", "", losses.records)
        if not losses.records:
            return self.tr("fiche(s) dont des réponses ne sont nulle part ailleurs", "", losses.newer_records)
        return self.tr("fiches, en entier ou pour leurs dernières réponses")

    def _copied(self, losses: "Losses") -> str:
        if losses.last_copy is None:
            return self.tr("Aucune copie sur un autre disque.")
        when = moment_from_text(losses.last_copy.at).astimezone()
        moment = as_written(f"{when:%d/%m/%Y %H:%M}")
        days = self._age(losses)
        if days < 1:
            return self.tr("Dernière copie ailleurs : {when}.").format(when=moment)
        return self.tr("Dernière copie ailleurs il y a %n jour(s) : {when}.", "", days).format(when=moment)

    def _age(self, losses: "Losses") -> int:
        if losses.last_copy is None or self._now is None:
            return _OLD_DAYS
        return max(0, (self._now - moment_from_text(losses.last_copy.at)).days)

    def _is_old(self, losses: "Losses") -> bool:
        return self._age(losses) >= _OLD_DAYS
