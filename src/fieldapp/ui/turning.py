"""Turns from one page of the window to another, and back from those that one only looks into."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid


class Page(QWidget):
    """A page of the window.

    Attributes:
        is_base: Whether a record is begun from here, and so comes back here when it is closed.
    """

    is_base = False

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
        self._had_keyboard: QWidget | None = None
        self._base: Page | None = None
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
            self._had_keyboard = QApplication.focusWidget()
        if page.is_base:
            self._base = page
        page.refresh()
        self._stack.setCurrentWidget(page)
        page.focus_first()

    def turn_to_base(self) -> None:
        """Show the page again from which one began."""
        self.turn_to(self._base)

    def back(self) -> None:
        """Show the page from which one went aside, with the keyboard where it was."""
        self._stack.setCurrentWidget(self._before)
        kept, self._had_keyboard = self._had_keyboard, None
        if kept is not None and isValid(kept) and self._before.isAncestorOf(kept):
            kept.setFocus()

    def drop_workspace(self) -> None:
        """Take away the pages of the workspace that is closed."""
        if self._stack.currentWidget() in self._of_workspace:
            self._stack.setCurrentWidget(
                self._home
            )  # or each page after it would be laid out and shown in turn
        for page in self._of_workspace:
            self._stack.removeWidget(page)
            page.deleteLater()
        self._of_workspace = []
        self._had_keyboard = None
        self._before, self._base = self._home, None
