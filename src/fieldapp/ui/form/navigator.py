"""The list of sections beside the form, each with its state as an icon and a word."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout
from typing_extensions import override

from fieldapp.ui.form.navigator_delegate import COLOUR, WORD, SectionDelegate
from fieldapp.ui.form.sections import SectionState
from fieldapp.ui.icons import icon
from fieldapp.ui.live import keep
from fieldapp.ui.theme import Size, Space

_SIGNS = {
    SectionState.EMPTY: ("circle-dashed", "quiet"),
    SectionState.STARTED: ("circle-dot", "progress"),
    SectionState.PROBLEMS: ("circle-alert", "problem"),
    SectionState.COMPLETE: ("circle-check", "done"),
}
_INDEX = Qt.ItemDataRole.UserRole
_STATE = Qt.ItemDataRole.UserRole + 1


class Navigator(QFrame):
    """Shows the sections and lets a person go to one.

    Signals:
        chosen: Emitted with the number of the section.
        entered: The person goes from the list into the section that is marked.
    """

    chosen = Signal(int)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "side")
        self.setFixedWidth(Size.NAVIGATOR)
        self.list = _Sections()
        self.list.setProperty("kind", "navigator")
        self.list.setItemDelegate(SectionDelegate(self.list))
        self.list.setIconSize(QSize(Size.ICON, Size.ICON))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.currentItemChanged.connect(self._on_current)
        self.list.activated.connect(lambda _: self.entered.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XS, Space.S, Space.XS, Space.S)
        layout.addWidget(self.list)
        self._titles: list[str] = []
        self._states: list[SectionState] = []
        keep(self, self._say)

    def set_sections(self, titles: list[str], visible: list[bool]) -> None:
        """Show these sections; those out of play are hidden."""
        self._titles = titles
        if self.list.count() != len(titles):
            self.list.clear()
            for number in range(len(titles)):
                item = QListWidgetItem()
                item.setData(_INDEX, number)
                self.list.addItem(item)
            self._states = [SectionState.EMPTY] * len(titles)
        for number, is_visible in enumerate(visible):
            self.list.item(number).setHidden(not is_visible)
        self._say()

    def set_state(self, number: int, state: SectionState) -> None:
        """Show how far a section is."""
        if self._states[number] != state:
            self._states[number] = state
            self._paint(number)

    def set_current(self, number: int) -> None:
        """Mark the section that is shown."""
        self.list.setCurrentRow(number)

    def state(self, number: int) -> SectionState:
        """Return the state shown of a section."""
        return self._states[number]

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_INDEX))

    def _say(self) -> None:
        self.list.setAccessibleName(self.tr("Sections de la fiche"))
        for number in range(self.list.count()):
            self._paint(number)

    def _paint(self, number: int) -> None:
        item = self.list.item(number)
        name, colour = _SIGNS[self._states[number]]
        word = self._word(self._states[number])
        item.setText(self._titles[number])
        item.setIcon(icon(name, colour))
        item.setData(WORD, word)
        item.setData(COLOUR, colour)
        item.setToolTip(f"{self._titles[number]}\n{word}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{self._titles[number]}, {word}")

    def _word(self, state: SectionState) -> str:
        return {
            SectionState.EMPTY: self.tr("vide"),
            SectionState.STARTED: self.tr("commencée"),
            SectionState.PROBLEMS: self.tr("à corriger"),
            SectionState.COMPLETE: self.tr("complète"),
        }[state]


class _Sections(QListWidget):
    """Enter goes from the list into the section."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
