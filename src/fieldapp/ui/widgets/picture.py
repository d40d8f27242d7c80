"""Turns an image into the bytes of a file."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage


def encoded(image: QImage, kind: str, quality: int = -1) -> bytes:
    """Return an image as the bytes of a file."""
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, quality)  # type: ignore[call-overload]  # the stubs ask for bytes, Qt takes text
    return bytes(store.data())
