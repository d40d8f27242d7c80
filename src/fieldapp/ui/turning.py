"""Turns from one page of the window to another, and back from those that one only looks into."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget


class Page(QWidget):
    """A page of the window."""

    def refresh(self) -> None:
        """Read again what it shows, before it is shown."""

    def focus_first(self) -> None:
        """Put the keyboard where the next step is."""


class AsidePage(Page):
    """A page that one looks into, and leaves for where one was.

    Signals:
        closed: The person goes back.
    """

    closed = Signal()


class PageTurner:
    """The pages of the window, one shown at a time."""

    def __init__(self, stack: QStackedWidget, home: QWidget) -> None:
        self._stack = stack
        self._home = home
        self._before = home
        self._of_workspace: list[QWidget] = []
        stack.addWidget(home)

    def keep(self, page: AsidePage) -> None:
        """Add a page that is there without any workspace."""
        self._stack.addWidget(page)
        page.closed.connect(self.back)

    def add(self, page: QWidget) -> None:
        """Add a page of the workspace that is open."""
        self._stack.addWidget(page)
        self._of_workspace.append(page)
        if isinstance(page, AsidePage):
            page.closed.connect(self.back)

    def turn_to(self, page: Page | None) -> None:
        """Show a page, read anew, with the keyboard where its first step is."""
        if page is None:
            return
        current = self._stack.currentWidget()
        if isinstance(page, AsidePage) and not isinstance(current, AsidePage):
            self._before = current or self._home
        page.refresh()
        self._stack.setCurrentWidget(page)
        page.focus_first()

    def back(self) -> None:
        """Show the page from which one went aside."""
        self._stack.setCurrentWidget(self._before)

    def drop_workspace(self) -> None:
        """Take away the pages of the workspace that is closed."""
        for page in self._of_workspace:
            self._stack.removeWidget(page)
            page.deleteLater()
        self._of_workspace = []
        self._before = self._home
