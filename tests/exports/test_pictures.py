import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from fieldapp.exports.pictures import picture_named
from tests.exports.conftest import drawn_picture

PHOTO = drawn_picture("JPEG", (400, 300))


def stored(picture):
    picture.reader.fp.seek(0)
    return Image.open(io.BytesIO(picture.reader.fp.read()))


def test_a_photo_keeps_its_shape():
    assert picture_named("a", {"a": PHOTO}).ratio == 0.75


def test_a_photo_taken_upright_is_shown_upright():
    turned = Image.Exif()
    turned[0x0112] = 6
    assert picture_named("a", {"a": drawn_picture("JPEG", (400, 300), exif=turned)}).ratio == pytest.approx(
        4 / 3
    )


def test_where_a_photo_was_taken_stays_at_home():
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (32.0, 20.0, 14.0)
    exif[0x010F] = "Telephone"
    picture = picture_named("a", {"a": drawn_picture("JPEG", (40, 30), exif=exif)})
    assert not stored(picture).getexif()


def test_a_large_photo_is_made_smaller():
    assert max(stored(picture_named("a", {"a": drawn_picture("JPEG", (4000, 300))})).size) == 1600


def test_a_drawing_stands_on_white():
    assert stored(picture_named("a", {"a": drawn_picture("PNG")})).getpixel((60, 2)) == (255, 255, 255)


def test_a_picture_that_is_not_there_is_none():
    assert picture_named("a", {}) is None


def test_a_picture_too_large_to_open_is_none():
    out = io.BytesIO()
    Image.new("1", (10_000, 9_000)).save(out, "PNG")
    assert picture_named("a", {"a": out.getvalue()}) is None


@settings(max_examples=60, deadline=None)
@given(garbage=st.binary(max_size=200), cut=st.integers(0, len(PHOTO) - 1))
def test_garbage_is_no_picture_and_a_cut_one_does_no_harm(garbage, cut):
    assert picture_named("a", {"a": garbage}) is None
    picture_named("a", {"a": PHOTO[:cut] + garbage})
