"""The picture of a label: small, never larger than it is, and nowhere when its file is not here."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QIcon, QImageReader, QPixmap
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from fieldapp.forms.definition import Text
from fieldapp.ui.theme import Size

_KINDS = ("image", "big-image")
"""Forms of a text that name a picture; the larger one only where there is no other."""


def picture_name(text: Text, *languages: str) -> str:
    """Return the file name of a text's picture in the first of some languages that has one; blank without one."""
    for language in (*languages, ""):
        media = text.media.get(language, {})
        for kind in _KINDS:
            if media.get(kind):
                return media[kind]
    return ""


def small_picture(data: bytes, width: int, height: int, *, ratio: float = 1.0) -> QPixmap:
    """Return a picture file no larger than this, sharp on its screen; nothing for what is no picture."""
    if not data:
        return QPixmap()
    store = QByteArray(data)
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    most = QSize(round(width * ratio), round(height * ratio))
    size = reader.size()
    if size.width() > most.width() or size.height() > most.height():
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    picture = QPixmap.fromImage(reader.read())
    picture.setDevicePixelRatio(ratio)
    return picture


def show_choice_picture(button: QAbstractButton, data: bytes | None) -> None:
    """Put the picture of a choice beside its words."""
    picture = small_picture(data or b"", Size.PREVIEW, Size.PREVIEW // 2, ratio=button.devicePixelRatioF())
    if not picture.isNull():
        button.setIcon(QIcon(picture))
        button.setIconSize(picture.deviceIndependentSize().toSize())


class LabelPicture(QLabel):
    """Shows a picture beside the words that say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_data(self, data: bytes | None) -> None:
        """Show the bytes of a picture file; nothing when there are none, or when they are no picture."""
        picture = small_picture(data or b"", Size.COLUMN, Size.PREVIEW, ratio=self.devicePixelRatioF())
        self.setPixmap(picture)
        self.setVisible(not picture.isNull())
