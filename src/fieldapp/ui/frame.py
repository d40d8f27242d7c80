"""What stands in the window at all times, from top to bottom: band, notice, the page of the moment, work under way."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.ui.band import Band
from fieldapp.ui.notices import JobBar, Notice


class PageStack(QStackedWidget):
    """The pages, one shown at a time; it needs the room of that one, not that of the widest."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _: self.updateGeometry())

    @override
    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()


class Frame(QWidget):
    """One column.

    Attributes:
        band: Whose workspace it is, and the ways to its pages.
        notice: What just happened.
        stack: The pages, one shown at a time.
        job_bar: How far long work is.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "page")
        self.band = Band()
        self.notice = Notice()
        self.stack = PageStack()
        self.job_bar = JobBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        room = QScrollArea()
        room.setProperty("ground", "page")
        room.setWidgetResizable(True)
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setWidget(self.stack)  # what a page cannot fold when everything is shown large is scrolled to
        for part in (self.band, self.notice, room, self.job_bar):
            column.addWidget(part, 1 if part is room else 0)
