"""Makes pictures of every page and dialog from a training workspace, to be looked at one by one.

Run as `python -m fieldapp.ui.screenshots FOLDER [--quick] [--language fr ar en] [--look light dark] [--size 1366x768]`.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fieldapp.ui.main_window import MainWindow

LANGUAGES, LOOKS, SIZES = ("fr", "ar", "en"), ("light", "dark"), ("1366x768", "1920x1080")
_SETTLE_MS = 120
"""Time given to layouts and fonts before a picture is taken."""
_MOST_LOOKS = 5
"""A caret that blinks never comes to rest."""


def main(arguments: list[str] | None = None) -> int:
    """Read the arguments and make the pictures."""
    parser = argparse.ArgumentParser(prog="fieldapp.ui.screenshots", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true", help="French, light, one size")
    parser.add_argument("--language", nargs="+", choices=LANGUAGES)
    parser.add_argument("--look", nargs="+", choices=LOOKS)
    parser.add_argument("--size", nargs="+")
    parser.add_argument("--zoom", type=int, default=100, help="how large everything is shown, in percent")
    given = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    every = 1 if given.quick else None
    with tempfile.TemporaryDirectory() as scratch:
        made = make_pictures(
            given.folder,
            Path(scratch),
            languages=given.language or LANGUAGES[:every],
            looks=given.look or LOOKS[:every],
            sizes=given.size or SIZES[:every],
            zoom=given.zoom,
        )
    for path in made:
        sys.stdout.write(f"{path}\n")
    return 0


def make_pictures(
    folder: Path,
    scratch: Path,
    *,
    languages: Iterable[str],
    looks: Iterable[str],
    sizes: Iterable[str],
    zoom: int = 100,
) -> list[Path]:
    """Fill a training workspace and take the pictures; returns where they are."""
    from fieldapp.ui.app import make_application
    from fieldapp.ui.appearance import Appearance
    from fieldapp.ui.desk import create_desk
    from fieldapp.ui.i18n import Speech
    from fieldapp.ui.main_window import MainWindow
    from fieldapp.ui.page_walk import LaidReady, PageWalk, fill_samples

    folder.mkdir(parents=True, exist_ok=True)
    app = make_application(["fieldapp"], scratch, is_dark=False)
    chooser = LaidReady()
    window = MainWindow(chooser)
    appearance = Appearance(app, scratch, look="light", zoom=zoom)
    window.band.follow(appearance)
    speech = Speech(app)
    desk, _ = create_desk(
        scratch / "espace", passphrase="", name="Agente Fictive", is_training=True, language="fr"
    )
    walk = PageWalk(window, fill_samples(desk), scratch=scratch, chooser=chooser)
    window.enter(desk)
    window.show()
    album = Album(window, folder)
    for look in looks:
        appearance.choose(look)
        for language in languages:
            speech.speak(language)
            window.set_language(language)
            for size in sizes:
                window.resize(*(int(side) for side in size.split("x")))
                album.name = f"{language}-{look}-{size}"
                walk.go(album.keep)
    appearance.choose("light")
    appearance.step(0)
    window.close()
    return album.made


class Album:
    """Keeps a picture of each page."""

    def __init__(self, window: "MainWindow", folder: Path, *, settle_ms: int = _SETTLE_MS) -> None:
        self._window = window
        self._folder = folder
        self._settle_ms = settle_ms
        self.name = ""
        self.made: list[Path] = []

    def keep(self, page: str, shown: "QWidget") -> None:
        """Take a picture of the window, with the dialog that stands before it."""
        from PySide6.QtCore import QPoint, QRect
        from PySide6.QtGui import QColor, QPainter, QPixmap
        from PySide6.QtTest import QTest

        from fieldapp.ui.look import current_colours

        picture, before = self._window.grab(), QPixmap()
        for _ in range(_MOST_LOOKS):  # until two looks one after the other show the same
            QTest.qWait(self._settle_ms)
            before, picture = picture, self._window.grab()
            if picture.toImage() == before.toImage():
                break
        if shown is not self._window:
            painter = QPainter(picture)
            at = self._window.rect().center() - shown.rect().center()
            corner = QPoint(max(0, at.x()), max(0, at.y()))
            painter.drawPixmap(corner, shown.grab())
            painter.setPen(QColor(current_colours().line))  # the frame that the system would draw
            painter.drawRect(QRect(corner, shown.size()))
            painter.end()
        path = self._folder / f"{page}-{self.name}.png"
        picture.save(str(path))
        self.made.append(path)


if __name__ == "__main__":
    sys.exit(main())
