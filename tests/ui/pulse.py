"""Listens to the window's heart: how long its thread was at work between two beats."""

import time

from PySide6.QtCore import QTimer

BEAT_MS = 5


class Pulse:
    """Beats in the window's thread; a beat that comes late tells of a freeze, and of whose processor time it was."""

    def __init__(self):
        self.longest = 0.0
        """Seconds between two beats, whoever had the processor."""
        self.busiest = 0.0
        """Seconds of processor time of the window's own thread between two beats."""
        self._timer = QTimer(interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def __enter__(self):
        self._then = (time.perf_counter(), time.thread_time())
        self._timer.start()
        return self

    def __exit__(self, *_):
        self._beat()
        self._timer.stop()

    def _beat(self):
        now = (time.perf_counter(), time.thread_time())
        self.longest = max(self.longest, now[0] - self._then[0])
        self.busiest = max(self.busiest, now[1] - self._then[1])
        self._then = now
