"""The process that a cold start measures: shows a window, says `ready` once it can be used, its bytes, and ends.

`start_child.py bare`, `start_child.py welcome OWN_FOLDER`, `start_child.py list OWN_FOLDER WORKSPACE`. Usable means:
the window is exposed, what it must show is in it, and the event loop came round twice with nothing left to do.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

IDLE_ROUNDS = 2


def say_when_ready(app: QApplication, is_filled: Callable[[QMainWindow], bool]) -> None:
    """Look at the window whenever the event loop has nothing to do."""
    idle = 0

    def look() -> None:
        nonlocal idle
        windows = [each for each in app.topLevelWidgets() if isinstance(each, QMainWindow)]
        handles = [each.windowHandle() for each in windows if is_filled(each)]
        idle = idle + 1 if any(handle and handle.isExposed() for handle in handles) else 0
        if idle > IDLE_ROUNDS:
            timer.stop()
            sys.stdout.write("ready\n")
            sys.stdout.flush()
            sys.stdout.write(f"{resident()}\n")
            sys.stdout.flush()
            for window in windows:
                window.close()

    timer = QTimer(app)
    timer.timeout.connect(look)
    timer.start(0)


def resident() -> int:
    """Return the bytes this process has in memory now; nothing where the system does not say it so."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if statm.exists() else 0


def bare() -> int:
    """Show the least that Qt calls a main window."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.show()
    say_when_ready(app, lambda _: True)
    return app.exec()


def ours(own: Path, folder: Path | None) -> int:
    """Open the real window by its own front door, with settings of its own."""
    from fieldapp.ui import app as door

    door.settings_file = lambda: own / "settings.json"
    door.default_workspaces = lambda: own / "workspaces"
    is_filled = _shows_welcome if folder is None else _shows_home
    say_when_ready(QApplication(sys.argv[:1]), is_filled)
    return door.run(folder)


def _shows_welcome(window: QMainWindow) -> bool:
    return window.stack.currentWidget() is window.welcome


def _shows_home(window: QMainWindow) -> bool:
    """Whether the page one comes home to is there, with its numbers."""
    page = window.home
    is_shown = page is not None and window.stack.currentWidget() is page
    return is_shown and page.progress.regions.isVisible()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["bare"]:
            sys.exit(bare())
        case ["welcome", own]:
            sys.exit(ours(Path(own), None))
        case ["list", own, folder]:
            sys.exit(ours(Path(own), Path(folder)))
        case _:
            sys.exit(__doc__)
