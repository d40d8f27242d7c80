"""A photograph, chosen from a file: shrunk, turned upright, and without the position it was taken at."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.ui.live import keep
from fieldapp.ui.parts import button
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.widgets.answer import AnswerWidget, Asked

LONGEST_SIDE = 1920
"""Pixels kept of a photograph: an A4 page at 230 dots an inch."""
_QUALITY = 85
PHOTO = "photo.jpg"


def shrunk(file: Path) -> bytes:
    """Return a photograph as a JPEG of a reasonable size, without any of its metadata; nothing if it is none."""
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        return b""
    if max(image.width(), image.height()) > LONGEST_SIDE:
        image = image.scaled(
            LONGEST_SIDE,
            LONGEST_SIDE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    bare = QImage(image.size(), QImage.Format.Format_RGB32)
    bare.fill(Qt.GlobalColor.white)
    return encoded(_painted(bare, image), "JPEG", _QUALITY)


def encoded(image: QImage, kind: str, quality: int = -1) -> bytes:
    """Return an image as the bytes of a file."""
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, quality)  # type: ignore[call-overload]  # the stubs ask for bytes, Qt takes text
    return bytes(store.data())


def _painted(ground: QImage, image: QImage) -> QImage:
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()
    return ground


class PictureWidget(AnswerWidget):
    """Shows a photograph and lets another be chosen."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._picture = QLabel()
        self._picture.hide()
        self._said = QLabel()
        self._said.setProperty("tone", "problem")
        self._said.hide()
        self._choose = button("", "image")
        self._remove = button("quiet")
        self._choose.clicked.connect(self._on_choose)
        self._remove.clicked.connect(lambda: self._change(""))
        row = QHBoxLayout()
        row.addWidget(self._choose)
        row.addWidget(self._remove)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self._picture)
        layout.addLayout(row)
        layout.addWidget(self._said)
        self.lead_focus_to(self._choose)
        keep(self, self._say)

    def _say(self) -> None:
        has_one = bool(self._value)
        self._choose.setText(
            self.tr("Choisir une autre photo…") if has_one else self.tr("Choisir une photo…")
        )
        self._remove.setText(self.tr("Retirer"))
        self._remove.setVisible(has_one)
        self._said.setText(self.tr("Ce fichier n’est pas une image que l’application sait lire (JPEG, PNG)."))

    def take(self, file: Path) -> None:
        """Keep a photograph from a file, or say that it is none."""
        data = shrunk(file)
        self._said.setVisible(not data)
        if data and self.asked.files:
            self._change(self.asked.files.keep(data, PHOTO))

    def _on_choose(self) -> None:
        kinds = self.tr("Images (*.jpg *.jpeg *.png *.webp)")
        name, _ = QFileDialog.getOpenFileName(self, self._choose.text(), "", kinds)
        if name:
            self.take(Path(name))

    def _change(self, value: str) -> None:
        self._give(value)
        self._show(value)

    @override
    def set_locked(self, *, is_locked: bool) -> None:
        self._choose.setVisible(not is_locked)
        self._remove.setVisible(not is_locked and bool(self._value))

    @override
    def _fields(self) -> Sequence[QWidget]:
        return (self._choose,)

    @override
    def _show(self, value: str) -> None:
        data = self.asked.files.fetch(value) if value and self.asked.files else None
        picture = QPixmap()
        self._picture.setVisible(bool(data) and picture.loadFromData(data or b""))
        if not picture.isNull():
            self._picture.setPixmap(
                picture.scaledToHeight(Size.PREVIEW, Qt.TransformationMode.SmoothTransformation)
            )
        self._say()
