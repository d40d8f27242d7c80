"""Answers that are only read, and the one that is only acknowledged."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.ui.live import keep
from fieldapp.ui.theme import Size
from fieldapp.ui.widgets.answer import AnswerWidget, Asked

ACKNOWLEDGED = "OK"
"""What ODK stores for a trigger."""


class ShownWidget(AnswerWidget):
    """A value that the form computes, in words; nothing at all while it is blank."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._label = QLabel()
        self._label.setProperty("weight", "strong")
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label)

    @override
    def _show(self, value: str) -> None:
        self._label.setText(value)
        self.setVisible(bool(value))


class AcknowledgeWidget(AnswerWidget):
    """A box to check once the text above was read."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._box = QCheckBox()
        self._box.setMinimumHeight(Size.TOUCH)
        self._box.clicked.connect(lambda: self._give(ACKNOWLEDGED if self._box.isChecked() else ""))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        self.lead_focus_to(self._box)
        keep(self, lambda: self._box.setText(self.tr("Lu et compris")))

    @override
    def _fields(self) -> Sequence[QWidget]:
        return (self._box,)

    @override
    def _show(self, value: str) -> None:
        self._box.setChecked(bool(value))
