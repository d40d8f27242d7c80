"""Ends the program with every answer kept: the window closed, the session ended, a signal of the system."""

import os
import signal
import sys

from PySide6.QtCore import QEvent, QObject, QSocketNotifier
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from fieldapp.ui.main_window import MainWindow

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))


class Parting(QObject):
    """Stands at every way out of the window."""

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        super().__init__(window)
        self._app = app
        self._window = window
        window.installEventFilter(self)
        app.commitDataRequest.connect(self.on_session_end)
        app.aboutToQuit.connect(window.leave)
        self._hearing = -1

    def catch_signals(self) -> None:
        """Let a signal end the program as a person would; Python alone would wait for the next key pressed.

        Windows sends none: it closes the window or ends the session.
        """
        if sys.platform == "win32":
            return
        self._hearing, ringing = os.pipe()
        os.set_blocking(ringing, False)
        signal.set_wakeup_fd(ringing)
        for each in _SIGNALS:
            signal.signal(each, lambda *_: None)
        notifier = QSocketNotifier(self._hearing, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._on_signal)

    def on_session_end(self, manager: QSessionManager) -> None:
        """Keep what is being written before the computer stops; ask it to wait when the disk refuses."""
        if not self._may_leave() and manager.allowsInteraction():
            manager.cancel()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Close and not self._may_leave():
            event.ignore()
            return True
        return False

    def _may_leave(self) -> bool:
        return self._window.fill is None or self._window.fill.may_leave()

    def _on_signal(self) -> None:
        os.read(self._hearing, 64)
        self._window.leave()
        self._app.exit(0)
