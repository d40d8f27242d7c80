"""Asks a person where a file is or where to put one. A small object, so that tests and robots can answer instead."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override


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


class WhileOpen(FileChooser):
    """Asks as another one does, and takes no answer once the workspace is closed.

    The system's dialogs stay when the window locks itself: whoever comes by would otherwise have a file written.
    """

    def __init__(self, chooser: FileChooser, is_open: Callable[[], bool]) -> None:
        self._chooser = chooser
        self._is_open = is_open

    @override
    def save(self, parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
        return self._taken(self._chooser.save(parent, title, proposed, kinds))

    @override
    def folder(self, parent: QWidget, title: str, proposed: Path) -> Path | None:
        return self._taken(self._chooser.folder(parent, title, proposed))

    @override
    def open(self, parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
        return self._taken(self._chooser.open(parent, title, proposed, kinds))

    @override
    def show(self, path: Path) -> None:
        self._chooser.show(path)

    def _taken(self, answer: Path | None) -> Path | None:
        return answer if self._is_open() else None
