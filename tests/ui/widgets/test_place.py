"""A place is typed, pasted as a link, or shown on the map; what is stored says how far it may be off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from fieldapp.ui.widgets.answer import Asked
from fieldapp.ui.widgets.morocco import morocco
from fieldapp.ui.widgets.place import PlaceWidget
from fieldapp.ui.widgets.places import coordinates, place_in, stored
from fieldapp.ui.widgets.typed import stored_place
from tests.ui.robot import press

RABAT = (34.0209, -6.8416)
LINKS = [
    "https://www.google.com/maps/place/Rabat/@33.9,-6.9,12z/data=!3m1!4b1!4m5!3m4!3d34.0209!4d-6.8416",
    "https://www.google.com/maps/@34.0209,-6.8416,15z",
    "https://maps.google.com/?q=34.0209,-6.8416&z=12",
    "https://www.google.com/maps/search/?api=1&query=34.0209%2C-6.8416",
    "https://www.google.com/maps/search/34.0209,+-6.8416",
    "https://www.openstreetmap.org/?mlat=34.0209&mlon=-6.8416#map=15/34.5/-6.5",
    "https://www.openstreetmap.org/#map=15/34.0209/-6.8416",
    "https://maps.apple.com/?ll=34.0209,-6.8416",
    "https://www.bing.com/maps?cp=34.0209~-6.8416&lvl=12",
    "geo:34.0209,-6.8416?z=15",
    "34°01'15.24\"N 6°50'29.76\"W",
    "34° 1.254' N, 6° 50.496' O",
]


@pytest.mark.parametrize("text", LINKS)
def test_the_place_in_a_link_is_found(text):
    assert place_in(text) == pytest.approx(RABAT, abs=1e-4)
    assert stored_place(text) == "34.0209 -6.8416 0 0"


@pytest.mark.parametrize(
    "text", ["https://maps.app.goo.gl/x", "https://example.org/@134,-6", "Rabat", "3 rue 34", "°" * 5000]
)
def test_what_holds_no_place_stays_as_written(text):
    assert place_in(text) is None
    assert stored_place(text) == text


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_a_place_that_is_stored_comes_back(latitude, longitude):
    assert coordinates(stored(latitude, longitude)) == pytest.approx((latitude, longitude), abs=1e-6)


def test_every_province_holds_the_middle_of_its_name_or_a_neighbour_does():
    country = morocco()
    assert len(country.provinces) == 75
    assert len(country.regions) == 12
    found = [country.province_at(*each.middle) for each in country.provinces]
    assert sum(there is each for there, each in zip(found, country.provinces, strict=True)) >= 72
    assert None not in found


TOWNS = {"04.421": RABAT, "12.391": (23.70, -15.93), "01.511": (35.767, -5.80), "02.411": (34.68, -1.90)}


@pytest.mark.parametrize("code", TOWNS)
def test_a_town_is_in_its_province(code):
    latitude, longitude = TOWNS[code]
    assert morocco().province_at(longitude, latitude).code == code


@pytest.mark.parametrize("place", [(40.4, -3.7), (-6.84, 34.02), (30.0, -20.0)])
def test_what_lies_abroad_or_at_sea_is_in_no_province(place):
    assert morocco().province_at(place[1], place[0]) is None


@pytest.fixture
def place(qtbot, speech):
    widget = PlaceWidget(Asked("input", "geopoint"))
    qtbot.addWidget(widget)
    widget.describe("Position", "")
    widget.resize(720, 600)
    widget.show()
    widget.given = []
    widget.answered.connect(widget.given.append)
    return widget


def words(place):
    return place.note.text().lstrip("\u200e\u200f")


def test_a_place_is_said_in_words(place):
    place.set_value("34.0209 -6.8416 0 0")
    assert words(place) == "Rabat · Rabat-Salé-Kénitra"
    place.set_value("-6.8416 34.0209 0 0")
    assert "vérifiez" in words(place)


def test_a_link_that_holds_no_place_says_what_to_do(place):
    place._line.setText("https://maps.app.goo.gl/abc")
    place.commit()
    assert "copiez l’adresse complète" in words(place)


def test_the_cross_moves_with_the_arrows_and_is_taken_with_enter(place):
    place.set_value("34.0209 -6.8416 0 0")
    place.map_button.click()
    for _ in range(6):
        press(Qt.Key.Key_Plus, widget=place.map)
    before = place.map.place
    press(Qt.Key.Key_Right, widget=place.map)
    press(Qt.Key.Key_Up, widget=place.map)
    press(Qt.Key.Key_Return, widget=place.map)
    latitude, longitude = coordinates(place.value)
    assert latitude > before[0]
    assert longitude > before[1]
    assert float(place.value.split()[3]) == pytest.approx(place.map.accuracy, abs=1)
    press(Qt.Key.Key_Escape, widget=place.map)
    assert place.map.isHidden()


def test_a_click_takes_the_place_under_it_and_a_drag_moves_the_map(place):
    place.map_button.click()
    QTest.mouseClick(place.map, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert len(place.given) == 1
    at = place.map.place
    QTest.mousePress(place.map, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(place.map, QPoint(180, 140))
    QTest.mouseRelease(place.map, Qt.MouseButton.LeftButton, pos=QPoint(180, 140))
    assert (len(place.given), place.map.place) == (1, at)


def test_the_cross_is_never_out_of_sight(place):
    place.map_button.click()
    for key in [Qt.Key.Key_Left] * 60 + [Qt.Key.Key_Up] * 60:
        press(key, widget=place.map)
    at = place.map._on_screen(place.map._cross)
    assert place.map.rect().contains(at.toPoint())


def test_a_locked_place_is_looked_at_only(place):
    place.set_value("34.0209 -6.8416 0 0")
    place.set_locked(is_locked=True)
    place.map_button.click()
    press(Qt.Key.Key_Right, widget=place.map)
    press(Qt.Key.Key_Return, widget=place.map)
    assert place.given == []
