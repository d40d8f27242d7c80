"""How far the mission is: complete records and drafts, by region and by form."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from fieldapp.records.selection import Selection
from fieldapp.ui.live import keep
from fieldapp.ui.pages.count_table import CountTable
from fieldapp.ui.parts import card, label
from fieldapp.ui.theme import Space

if TYPE_CHECKING:
    from fieldapp.usecases.overview import Overview


class ProgressCard(QFrame):
    """Two tables, or one sentence while there is nothing to count.

    Signals:
        list_asked: The person wants the records of one line; carries the `Selection`.
    """

    list_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._seen: Overview | None = None
        frame, column = card()
        self._title = label(size="lead")
        self.words = label(tone="quiet")
        self.regions, self.forms = CountTable(), CountTable()
        self.regions.line_asked.connect(self._on_region)
        self.forms.line_asked.connect(lambda code: self.list_asked.emit(Selection(form_id=code)))
        for part in (self._title, self.words, self.regions):
            column.addWidget(part)
        column.addSpacing(Space.XS)
        column.addWidget(self.forms)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        keep(self, self._say)

    def show_progress(self, seen: "Overview") -> None:
        """Show the numbers."""
        self._seen = seen
        self.regions.show_lines(seen.regions)
        self.forms.show_lines(seen.forms)
        self._say()

    def _on_region(self, code: str) -> None:
        if code:  # the list knows no filter for records without a region
            self.list_asked.emit(Selection(region=code))

    def _say(self) -> None:
        self._title.setText(self.tr("Avancement"))
        counted = (self.tr("Complètes"), self.tr("Brouillons"))
        self.regions.say((self.tr("Région"), *counted), unnamed=self.tr("Région pas encore dite"))
        self.forms.say((self.tr("Formulaire"), *counted), unnamed="")
        seen = self._seen
        has_records = seen is not None and bool(seen.forms)
        for part in (self.regions, self.forms):
            part.setVisible(has_records)
        self.words.setVisible(seen is not None)
        if seen is None:
            return
        self.words.setText(
            self.tr("Les fiches se compteront ici, par région et par formulaire, dès la première.")
        )
        if has_records:
            told = [
                self.tr("%n fiche(s) complète(s)", "", seen.finalised),
                self.tr("%n brouillon(s)", "", seen.drafts),
            ]
            if seen.unread:
                told += [self.tr("%n changée(s) à l’instant, région pas encore relue", "", seen.unread)]
            self.words.setText(" · ".join(told))
