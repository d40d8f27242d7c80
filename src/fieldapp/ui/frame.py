"""What stands in the window at all times, from top to bottom: band, notice, the page of the moment, work under way."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from fieldapp.ui.band import Band
from fieldapp.ui.notices import JobBar, Notice


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
        self.stack = QStackedWidget()
        self.job_bar = JobBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.band, self.notice, self.stack, self.job_bar):
            column.addWidget(part, 1 if part is self.stack else 0)
