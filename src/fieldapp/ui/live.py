"""Keeps a widget's words and icons true when the language, direction, colours or size change under it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from fieldapp.ui.look import current_colours
from fieldapp.ui.theme import Measure

_LANGUAGE = QEvent.Type.LanguageChange
_LOOKS = frozenset({QEvent.Type.LayoutDirectionChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange})
"""Qt sends these also when nothing changed, as when a widget gets a parent: then nothing is said again."""


class _Keeper(QObject):
    """Child of a widget that repeats what was said to it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.setObjectName("keeper")
        self._actions: list[Callable[[], object]] = []
        self._is_busy = False
        self._seen = self._looks(widget)
        widget.installEventFilter(self)

    def add(self, action: Callable[[], object]) -> None:
        """Do it now and at every change to come."""
        self._actions.append(action)
        action()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if (kind == _LANGUAGE or kind in _LOOKS) and not self._is_busy:
            looks = self._looks(watched)
            if kind == _LANGUAGE or looks != self._seen:
                self._seen = looks
                self._is_busy = True
                for action in self._actions:
                    action()
                self._is_busy = False
        return False

    @staticmethod
    def _looks(widget: QObject) -> tuple[object, str, int]:
        assert isinstance(widget, QWidget)
        return widget.layoutDirection(), current_colours().page, Measure.percent


def keep(widget: QWidget, *actions: Callable[[], object]) -> None:
    """Run the actions now, and again whenever the widget's language, direction, colours or size change."""
    keeper = widget.findChild(_Keeper, "keeper") if widget.property("is_kept") else None
    if keeper is None or keeper.parent() is not widget:
        keeper = _Keeper(widget)
        widget.setProperty("is_kept", True)  # noqa: FBT003 - Qt's own signature
    for action in actions:
        keeper.add(action)
