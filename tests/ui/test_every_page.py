"""Every page and dialog, walked through in one window: named, whole, mirrored, with the keyboard seen."""

from collections import defaultdict
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from fieldapp.ui.appearance import Appearance
from fieldapp.ui.desk import create_desk
from fieldapp.ui.i18n import Speech
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.page_walk import LaidReady, PageWalk, fill_samples
from fieldapp.ui.screenshots import Album
from tests.ui import looking

NAMES_OF_PEOPLE_AND_THINGS = ("Agente Fictive", "Association", "AGE-SECRET", "Fondation", "Fiche")
"""Data of the samples, which stays in the language it was written in."""


SETTLE_MS = 30
"""Layouts come to rest."""


class Seen:
    """What was found on each page of one walk."""

    def __init__(self):
        self.pages = []
        self.found = defaultdict(dict)

    def note(self, claim, page, what):
        if what:
            self.found[claim][page] = what


def at_rest(look, shown):
    """What is still found once the layouts have come to rest."""
    for _ in range(10):
        QTest.qWait(SETTLE_MS)
        found = look(shown)
        if not found:
            break
    return found


@pytest.fixture(scope="module")
def tour(qapp, tmp_path_factory):
    """A window over the samples, and a way to walk through it in a language and a size."""
    scratch = tmp_path_factory.mktemp("tour")
    appearance = Appearance(qapp, scratch, look="light")
    appearance._dress()
    speech, chooser = Speech(qapp), LaidReady()
    speech.speak("fr")
    window = MainWindow(chooser)
    window.band.follow(appearance)
    desk, _ = create_desk(
        scratch / "e",
        passphrase="une phrase assez longue",
        name="Agente Fictive",
        is_training=False,
        language="fr",
    )
    walk = PageWalk(window, fill_samples(desk), scratch=scratch, chooser=chooser)
    window.enter(desk)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    album, known = Album(window, scratch, settle_ms=0), set()

    def go(language, zoom=0, *, pictures=False):
        appearance.step(0)
        if zoom:
            appearance.step(zoom)
        speech.speak(language)
        window.set_language(language)
        seen = Seen()

        def visit(page, shown):
            seen.pages.append(page)
            seen.note("clipped", page, at_rest(looking.clipped, shown))
            if not zoom:
                seen.note("nameless", page, looking.nameless(shown))
                seen.note("unmarked", page, looking.unmarked(shown, known))
            if language == "ar":
                seen.note("foreign", page, _said(looking.foreign(shown)))
                seen.note("unmirrored", page, looking.unmirrored(shown))
            if pictures:
                album.keep(page, shown)

        walk.go(visit)
        seen.pictures = album.made
        return seen

    yield go
    appearance.step(0)
    speech.speak("fr")
    QTest.qWait(SETTLE_MS)  # what is said anew is asked of a workspace that is open
    window.close()
    window.deleteLater()
    QTest.qWait(SETTLE_MS)
    appearance.deleteLater()


def _said(found):
    return [each for each in found if not any(name in each[1] for name in NAMES_OF_PEOPLE_AND_THINGS)]


@pytest.fixture(scope="module")
def french(tour):
    return tour("fr", pictures=True)


@pytest.fixture(scope="module")
def arabic(tour):
    return tour("ar")


def test_every_page_has_its_picture(french):
    assert len(french.pictures) == len(french.pages) > 25
    assert all(Path(path).stat().st_size for path in french.pictures)


@pytest.mark.parametrize("language", ["french", "arabic"])
def test_nothing_is_without_a_name(language, request):
    assert not request.getfixturevalue(language).found["nameless"]


@pytest.mark.parametrize("language", ["french", "arabic"])
def test_all_words_are_seen_whole_on_a_small_screen(language, request):
    assert not request.getfixturevalue(language).found["clipped"]


def test_one_always_sees_what_has_the_keyboard(french):
    assert not french.found["unmarked"]


def test_arabic_pages_say_nothing_in_latin_letters_alone(arabic):
    assert not arabic.found["foreign"]


def test_arabic_pages_read_from_the_right(arabic):
    assert not arabic.found["unmirrored"]


def test_all_words_are_seen_whole_at_twice_the_size(tour):
    assert not tour("fr", zoom=9).found["clipped"]
