"""Light, dark and size: chosen in the band, changed while the window is used, remembered."""

import pytest
from PySide6.QtWidgets import QWidget

from fieldapp.ui.app import Starter, appearance_of
from fieldapp.ui.appearance import LIGHT, SYSTEM
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


def test_settings_that_say_nonsense_give_what_was_made(qapp, tmp_path):
    from fieldapp.base.settings import Settings

    made = appearance_of(qapp, Settings(look="rose", zoom="9999"), tmp_path)
    assert (made.look, made.zoom) == (SYSTEM, ZOOMS[0])
    made.deleteLater()
