"""The panels at the side of a form: one shown at a time, in the navigator's place where the window is narrow."""

from PySide6.QtWidgets import QWidget

from fieldapp.ui.theme import Size, Space


class Sides:
    """Shows one panel alone, and the navigator while there is room for both."""

    def __init__(self, area: QWidget, navigation: tuple[QWidget, ...], *, has_navigation: bool) -> None:
        self._area = area
        self._navigation = navigation
        self._has_navigation = has_navigation
        self._panels: list[QWidget] = []

    def add(self, panel: QWidget) -> None:
        """Take in a panel, hidden for now."""
        panel.hide()
        self._panels.append(panel)

    def show(self, panel: QWidget, *, is_shown: bool) -> None:
        """Show a panel alone, or put it away."""
        for each in self._panels:
            each.setVisible(is_shown and each is panel)
        self.fit()

    def fit(self) -> None:
        """Show the navigator where it has its room."""
        room = self._area.width() - Size.PANEL - Size.NAVIGATOR
        is_alone = all(panel.isHidden() for panel in self._panels)
        has_room = is_alone or room >= Size.PAD_WIDTH + 2 * Space.XXL
        for part in self._navigation:
            part.setVisible(has_room and self._has_navigation)
