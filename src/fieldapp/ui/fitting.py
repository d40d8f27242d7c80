"""Gives a dialog the room that its words need: Qt measures it before it knows how many lines they take."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from fieldapp.ui.theme import Size


class DialogFitter(QObject):
    """Looks at each dialog as it comes to the front."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._fit)

    def _fit(self) -> None:
        dialog = QApplication.activeModalWidget()
        layout = dialog.layout() if isinstance(dialog, QDialog) else None
        if dialog is None or layout is None or not layout.hasHeightForWidth():
            return
        screen, width = dialog.screen().availableGeometry(), dialog.width()
        if layout.totalHeightForWidth(width) > screen.height():  # everything is shown large: longer lines
            width = max(width, min(Size.READING, screen.width()))
        height = layout.totalHeightForWidth(width)
        if height > screen.height():
            _let_scroll(dialog, layout)
            height = screen.height()
        if width > dialog.width() or height > dialog.height():
            dialog.resize(width, max(height, dialog.height()))


def _let_scroll(dialog: QWidget, layout: QLayout) -> None:
    """Let what a dialog holds be scrolled to where the screen is too small for it."""
    kept = QApplication.focusWidget()
    inside = QWidget()
    inside.setLayout(layout)
    room = QScrollArea()
    room.setProperty("ground", "page")
    room.setFrameShape(QFrame.Shape.NoFrame)
    room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    room.setWidgetResizable(True)
    room.setWidget(inside)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(room)
    if kept is not None:
        kept.setFocus()
        room.ensureWidgetVisible(kept)
