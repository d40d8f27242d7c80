"""The page a recovery key is kept on: every letter of it can be read, by an eye and by a telephone."""

from datetime import UTC, datetime

import pikepdf
import pypdfium2
import pytest
import segno

from fieldapp.exports.recovery_sheet import RecoverySheet, key_lines, render_recovery_sheet
from fieldapp.signing.keys import new_age_identity

SECRET = new_age_identity().secret


def sheet(language="fr"):
    moment = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
    return render_recovery_sheet(RecoverySheet(SECRET, "Rabat", made_at=moment, language=language))


def text_of(data):
    page = pypdfium2.PdfDocument(data)[0]
    return page.get_textpage().get_text_bounded()


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_the_key_is_on_one_page_whole(language, tmp_path):
    data = sheet(language)
    assert len(pikepdf.open(__import__("io").BytesIO(data)).pages) == 1
    assert SECRET in "".join(text_of(data).split())


def test_groups_put_together_are_the_key():
    assert "".join("".join(key_lines(SECRET)).split()) == SECRET
    assert max(len(line) for line in key_lines(SECRET)) == 29


def test_the_code_on_the_page_is_that_of_the_key():
    page = pypdfium2.PdfDocument(sheet())[0]
    picture = page.render(scale=4).to_pil().convert("L")
    matrix = segno.make(SECRET, error="q", micro=False).matrix
    found = squares_of(picture, len(matrix))
    assert found == [[bool(square) for square in line] for line in matrix]


def squares_of(picture, count):
    """Read the squares of the code back from the picture: pure black, in the middle of the page."""
    dark = picture.point(lambda value: 255 if value == 0 else 0)
    left, top, right, bottom = dark.getbbox()
    side = (right - left) / count
    assert right - left == pytest.approx(bottom - top, abs=2)
    middle = [(number + 0.5) * side for number in range(count)]
    return [[dark.getpixel((int(left + x), int(top + y))) == 255 for x in middle] for y in middle]


def test_the_secret_is_not_in_the_words_of_an_error():
    assert SECRET not in repr(RecoverySheet(SECRET, "Rabat", made_at=datetime(2026, 3, 1, tzinfo=UTC)))
