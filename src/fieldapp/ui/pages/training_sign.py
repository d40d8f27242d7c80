"""Says that nothing in a workspace is real, where the band does not show."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from fieldapp.ui.icons import pixmap
from fieldapp.ui.live import keep
from fieldapp.ui.parts import label
from fieldapp.ui.theme import Size, Space


class TrainingSign(QFrame):
    """An icon and a sentence on the ground of the band."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("notice", "attention")
        self._sign, self.words = QLabel(), label(size="dense")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        row.setSpacing(Space.S)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        keep(self, self._say)

    def _say(self) -> None:
        self._sign.setPixmap(pixmap("graduation-cap", "attention", Size.ICON_LARGE, widget=self))
        self.words.setText(self.tr("Entraînement · rien de ce qui est écrit ici n’est réel"))
