"""A large file is taken in the real window while it goes on being used, and is there when the record is reopened."""

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.forms import load_form_bytes
from fieldapp.ui.theme import Size
from tests.ui.pulse import Pulse
from tests.ui.robot import press

FORM = """
| survey |
| | type     | name    | label::Français (fr) | label::العربية (ar) | parameters            |
| | image    | facade  | Photo de la façade   | صورة الواجهة        | max-pixels=800        |
| | audio    | voix    | Entretien            | المقابلة            |                       |
| | video    | film    | Visite               | الزيارة             |                       |
| | file     | statuts | Statuts              | النظام الأساسي      |                       |
| | geopoint | lieu    | Position             | الموقع              |                       |
| | range    | note    | Note                 | النقطة              | start=0 end=10 step=1 |
| settings |
|          | form_id | version |
|          | pieces  | 1       |
"""
MEGABYTE = 1_000_000
WITHIN_SECONDS = 0.25
"""A window that stood still this long would be seen; the machine of the tests alone takes half of it at times."""


@pytest.fixture
def page(window):
    form = load_form_bytes(FORM.encode(), name="pieces.md")
    window.desk.workspace.forms.install(form, source=FORM.encode(), name="pieces.md")
    window.start_record("pieces")
    QApplication.processEvents()
    return window.fill


def widget(page, name):
    assert page.area.go_to(f"/data/{name}")
    QApplication.processEvents()
    return page.area.page(page.area.current).questions[f"/data/{name}"].widget


def test_the_window_goes_on_while_a_large_sound_is_encrypted(qtbot, page, tmp_path):
    """Three times at most: another program may take the processor for a while, but hardly each time."""
    voice, pauses = widget(page, "voix"), []
    while len(pauses) < 3 and min(pauses, default=1.0) >= WITHIN_SECONDS:
        before, sound = voice.value, tmp_path / f"entretien-{len(pauses)}.mp3"
        sound.write_bytes(b"ID3" + os.urandom(30 * MEGABYTE))
        with Pulse() as pulse:
            voice.take(sound)
            qtbot.waitUntil(lambda before=before: voice.value not in ("", before), timeout=20_000)
        pauses.append(pulse.longest)
    assert min(pauses) < WITHIN_SECONDS
    assert page.bridge.reader.value("/data/voix") == voice.value


def test_who_leaves_at_once_finds_the_file_again_and_undo_takes_it_back(page, window, tmp_path):
    (tmp_path / "statuts.pdf").write_bytes(b"%PDF-1.7" + os.urandom(2 * MEGABYTE))
    record_id = page.bridge.opened.record.record_id
    widget(page, "statuts").take(tmp_path / "statuts.pdf")
    page.close_record()
    window.open_record(record_id)
    QApplication.processEvents()
    found = widget(page, "statuts")
    assert "statuts.pdf" in found.face.words
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, widget=found.choose_button)
    page.undo()
    assert found.value == ""
    assert found.face.isHidden()


def test_the_map_fits_the_form_at_the_smallest_window(page, window):
    place = widget(page, "lieu")
    place.map_button.click()
    QApplication.processEvents()
    assert place.map.height() == Size.MAP
    assert place.map.width() <= Size.READING
