"""Notices that nobody uses the computer, that it slept, or that a person asks for the lock; closes nothing itself."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from typing_extensions import override

from fieldapp.base.clock import Clock, SystemClock

LOOK_SECONDS = 15
"""How often it is asked whether somebody is there."""
_SLEPT_SECONDS = 120
"""A pause between two looks that only a sleep explains, or a clock that was set: then it is better to lock."""
_USES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Listens at the system's windows, where every key and every move of the mouse comes by once.

    Signals:
        idle: Nobody was there for the minutes allowed, or the computer has slept.
        asked: A person pressed Ctrl+L, in whatever dialog.
    """

    idle = Signal()
    asked = Signal()

    def __init__(
        self,
        minutes: Callable[[], int],
        *,
        clock: Clock | None = None,
        ticking: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._clock = clock or SystemClock()
        self._ticking = ticking
        self._used = ticking()
        self._looked = self._moments()
        self._heard: set[int] = set()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._listen)
        self._timer = QTimer(self, interval=LOOK_SECONDS * 1_000)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def touch(self) -> None:
        """Note that somebody is there."""
        self._used = self._ticking()

    def look(self) -> None:
        """See whether somebody still is."""
        minutes = self._minutes()
        before, self._looked = self._looked, self._moments()
        pause = max(now - then for now, then in zip(self._looked, before, strict=True))
        if not minutes:
            return
        if pause > _SLEPT_SECONDS or self._ticking() - self._used >= minutes * 60:
            self.touch()
            self.idle.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _USES:
            self.touch()
            if isinstance(event, QKeyEvent) and _asks_for_lock(event):
                QTimer.singleShot(0, self, lambda: self.asked.emit())
                return True
        return False

    def _listen(self, window: QWindow | None) -> None:
        """Listen at a window that comes to the front, such as a dialog."""
        if window is not None and id(window) not in self._heard:
            known = id(window)
            self._heard.add(known)
            window.installEventFilter(self)
            window.destroyed.connect(lambda: self._heard.discard(known))

    def _moments(self) -> tuple[float, float]:
        """Return both clocks: one stands still while the computer sleeps, the other may be set."""
        return self._ticking(), self._clock.now().timestamp()


def _asks_for_lock(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier
