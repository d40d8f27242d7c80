"""Asks a person where a file is or where to put one. A small object, so that tests and robots can answer instead."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget


class FileChooser:
    """The system's own dialogs."""

    def save(self, parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
        """Return where to write a file, or nothing when the person thought better of it."""
        name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
        return Path(name) if name else None

    def folder(self, parent: QWidget, title: str, proposed: Path) -> Path | None:
        """Return a folder to write into."""
        name = QFileDialog.getExistingDirectory(parent, title, str(proposed))
        return Path(name) if name else None

    def open(self, parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
        """Return a file to read."""
        name, _ = QFileDialog.getOpenFileName(parent, title, str(proposed), kinds)
        return Path(name) if name else None

    def show(self, path: Path) -> None:
        """Open a folder, or a file in the program that reads it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
