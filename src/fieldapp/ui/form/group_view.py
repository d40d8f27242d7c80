"""A group inside a section: a heading and what stands under it."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fieldapp.engine import LiveControl
from fieldapp.ui.form.reader import FormReader
from fieldapp.ui.form.sections import title_of
from fieldapp.ui.parts import lead
from fieldapp.ui.theme import Space

Fill = Callable[[QVBoxLayout, tuple[LiveControl, ...]], None]
"""Builds the views of some controls into a layout."""


class GroupView(QWidget):
    """A heading and what stands under it."""

    def __init__(self, live: LiveControl, reader: FormReader, fill: Fill, parent: QWidget) -> None:
        super().__init__(parent)
        self.reference = live.reference
        self._live = live
        self._reader = reader
        self._title = QLabel()
        self._title.setProperty("scale", "lead")
        self._title.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.XS, 0, 0)
        layout.setSpacing(Space.L)
        layout.addWidget(self._title)
        fill(layout, reader.children_of(live))
        self.paint_words()
        self.paint_rules()

    def paint_words(self) -> None:
        """Write the heading."""
        label = title_of(self._reader, self._live)
        self._title.setText(label)
        lead(self._title)
        self._title.setVisible(bool(label))

    def paint_rules(self) -> None:
        """Show or hide."""
        self.setVisible(self._reader.is_relevant(self.reference))
