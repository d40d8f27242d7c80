"""How a kept file looks: a small picture, or its icon, with its name, kind and size beside."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fieldapp.ui.icons import pixmap
from fieldapp.ui.live import keep
from fieldapp.ui.parts import as_written, label
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.widgets.file_kinds import kind_of, size_in_words
from fieldapp.ui.widgets.file_words import FileWords

if TYPE_CHECKING:
    from fieldapp.store import FileFacts


class FileFace(QWidget):
    """Shows one file; nothing while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: FileFacts | None = None
        self.picture = QLabel()
        self.name = label()
        self.about = label(size="dense", tone="quiet")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(self.name)
        texts.addWidget(self.about)
        texts.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.picture)
        row.addLayout(texts, 1)
        self.hide()
        keep(self, self._say)

    @property
    def words(self) -> str:
        """What it says, for screen readers."""
        return " · ".join(filter(None, (self.name.text(), self.about.text())))

    def show_file(self, facts: "FileFacts | None", data: bytes | None, *, is_answered: bool) -> None:
        """Show a file by what is known of it, a picture by its bytes, or that it is not on this computer."""
        self._facts = facts
        picture = QPixmap()
        if data and picture.loadFromData(data):
            picture = self._small(picture)
        elif facts is not None:
            picture = pixmap(kind_of(facts.media_type).icon, "accent", Size.ICON_EMPTY, widget=self)
        self.picture.setPixmap(picture)
        self.picture.setVisible(not picture.isNull())
        self.setVisible(is_answered)
        self._say()

    def _small(self, picture: QPixmap) -> QPixmap:
        ratio = self.devicePixelRatioF()
        most = round(Size.PREVIEW * ratio)
        small = picture.scaled(
            2 * most, most, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        small.setDevicePixelRatio(ratio)
        return small

    def _say(self) -> None:
        facts = self._facts
        if facts is None:
            self.name.setText(self.tr("Ce fichier n’est pas sur cet ordinateur."))
            self.about.setText("")
            return
        noun = FileWords(kind_of(facts.media_type).name).noun()
        size = size_in_words(
            facts.size,
            point=QLocale().decimalPoint(),
            megabytes=self.tr("{size} Mo"),
            kilobytes=self.tr("{size} ko"),
        )
        self.name.setText(as_written(facts.name) if facts.name else noun)
        self.about.setText(f"{noun} · {size}" if facts.name else size)
