"""The menu from which a new record gets its form: arrows and Enter, or the number before its title."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from fieldapp.ui.icons import icon

_NUMBERED = 9
"""Forms that have a key of their own: there are no more digits."""


class FormMenu(QMenu):
    """Goes away by itself.

    Signals:
        chosen: The person begins a record; carries the form id.
        forms_asked: The person goes to the page of the forms.
    """

    chosen = Signal(str)
    forms_asked = Signal()

    def __init__(self, forms: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        for number, (form_id, title) in enumerate(forms.items(), 1):
            words = title.replace("&", "&&")
            made = self.addAction(
                icon("file-text"), f"&{number}   {words}" if number <= _NUMBERED else f"     {words}"
            )
            made.triggered.connect(lambda _=False, chosen=form_id: self.chosen.emit(chosen))
        self.addSeparator()
        self.addAction(icon("settings"), self.tr("Formulaires…")).triggered.connect(self.forms_asked)
        self.aboutToHide.connect(self.deleteLater)

    def open_below(self, anchor: QWidget) -> None:
        """Open below a button, with the first form marked."""
        is_rtl = anchor.layoutDirection() == self.layoutDirection().RightToLeft
        corner = anchor.rect().bottomRight() - QPoint(self.sizeHint().width(), 0)
        self.setActiveAction(self.actions()[0])
        self.popup(anchor.mapToGlobal(corner if is_rtl else anchor.rect().bottomLeft()))
