import subprocess
import sys

import pytest

from fieldapp.base.paths import resources
from fieldapp.exports.fonts import font_named, shape, width_of


def test_the_fonts_ship_with_their_licence():
    folder = resources() / "fonts"
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in folder.glob("*.ttf")) < 3_000_000


@pytest.mark.parametrize("name", ["NotoSans-Regular", "NotoNaskhArabic-Bold"])
def test_every_glyph_has_a_code_that_depends_on_nothing_else(name):
    from fieldapp.exports.fonts import PrintFont

    font = font_named(name)
    shape("لا جمعية", is_bold=True, size=9, is_rtl=True)
    assert PrintFont(name).face.glyphToChar == font.face.glyphToChar
    assert set(font.face.glyphToChar) >= set(range(font.hbFace.glyph_count))


def test_a_run_of_two_scripts_is_set_in_two_fonts():
    parts = shape("Amal الأمل", is_bold=False, size=9, is_rtl=False)
    assert [part.font for part in parts] == ["NotoSans-Regular", "NotoNaskhArabic-Regular"]


def test_joined_letters_say_which_letters_they_are():
    [part] = shape("لا", is_bold=False, size=9, is_rtl=True)
    assert "".join(letters for _, letters in reversed(part.meanings)) == "لا"


def test_width_does_not_depend_on_the_direction():
    [part] = shape("الأمل", is_bold=False, size=9, is_rtl=True)
    assert width_of("الأمل", is_bold=False, size=9) == pytest.approx(part.width)


def test_an_outline_is_made_without_the_pdf_library():
    program = (
        "import sys, fieldapp.exports.outline; print('reportlab' in sys.modules, 'babel' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert out.stdout.split()[0] == "False"
