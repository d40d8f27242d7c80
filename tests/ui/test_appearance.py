"""Light, dark and size: chosen in the band, changed while the window is used, remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.base.settings import load_settings
from fieldapp.ui.app import Starter, appearance_of
from fieldapp.ui.appearance import DARK, LIGHT, SYSTEM
from fieldapp.ui.look import current_colours
from fieldapp.ui.theme import DARK as DARK_COLOURS
from fieldapp.ui.theme import LIGHT as LIGHT_COLOURS
from fieldapp.ui.theme import ZOOMS, Measure, Size, Space


@pytest.fixture
def starter(window, qapp, tmp_path):
    starter = Starter(qapp, window, tmp_path / "settings.json")
    yield starter
    starter.appearance.step(0)
    starter.appearance.choose(LIGHT)


def sizes_of(page):
    """Every size that somebody gave: what must come back as it was."""
    return [
        (type(part).__name__, part.minimumSize().toTuple(), part.maximumSize().toTuple())
        for part in page.findChildren(QWidget)
    ]


def test_a_size_is_read_at_the_zoom_of_the_moment(monkeypatch):
    monkeypatch.setattr(Measure, "percent", 150)
    assert (Size.FIELD, Space.M, Size.WINDOW_WIDTH) == (54, 24, 1240)


def test_the_look_and_the_size_are_chosen_by_key_and_remembered(starter, window, filling, tmp_path):
    before = sizes_of(window.fill)
    handle = window.windowHandle()
    for _ in range(3):
        QTest.keyClick(handle, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert (starter.appearance.zoom, QApplication.font().pixelSize()) == (150, 21)
    assert load_settings(tmp_path / "settings.json").zoom == "150"
    QTest.keyClick(handle, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert starter.appearance.zoom == 125
    QTest.keyClick(handle, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert (starter.appearance.zoom, QApplication.font().pixelSize()) == (100, 14)
    assert sizes_of(window.fill) == before
    starter.appearance.choose(DARK)
    assert current_colours() is DARK_COLOURS
    assert load_settings(tmp_path / "settings.json").look == DARK


def test_the_system_decides_unless_the_person_has(starter):
    appearance = starter.appearance
    appearance.choose(DARK)
    appearance._on_system()
    assert current_colours() is DARK_COLOURS
    appearance.choose(SYSTEM)
    assert current_colours() is LIGHT_COLOURS  # the platform of the tests asks for nothing


def test_settings_that_say_nonsense_give_what_was_made(qapp, tmp_path):
    from fieldapp.base.settings import Settings

    made = appearance_of(qapp, Settings(look="rose", zoom="9999"), tmp_path)
    assert (made.look, made.zoom) == (SYSTEM, ZOOMS[0])
    made.deleteLater()
