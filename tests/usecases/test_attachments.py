"""Photos and signatures: what they are, not what they are called, and without the place a camera noted."""

import io

import pytest
from PIL import ExifTags, Image

from fieldapp.base.errors import KnownError
from fieldapp.usecases import attachments
from fieldapp.usecases.attachments import attach_file, attached_bytes

ORIENTATION, TURNED = 0x0112, 6
DEGREES = (33.0, 58.0, 12.0)


def photo(kind="JPEG", *, with_place=True):
    """A small photo, turned, with a place noted in it."""
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED
    if with_place:
        exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: DEGREES, 3: "W", 4: DEGREES})
    out = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(out, kind, exif=exif)
    return out.getvalue()


def kept(workspace, data, name="photo.jpg"):
    return attached_bytes(workspace, attach_file(workspace, data, name=name))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_no_photo_keeps_the_place_it_was_taken_at(workspace, kind):
    exif = Image.open(io.BytesIO(kept(workspace, photo(kind)))).getexif()
    assert ExifTags.IFD.GPSInfo not in exif
    assert exif[ORIENTATION] == TURNED


def test_the_picture_itself_is_not_changed(workspace):
    before, after = (Image.open(io.BytesIO(one)) for one in (photo(), kept(workspace, photo())))
    assert before.tobytes() == after.tobytes()


def test_a_photo_that_says_no_place_is_kept_to_the_byte(workspace):
    data = photo(with_place=False)
    assert kept(workspace, data) == data


def test_a_broken_photo_is_kept_as_it_is(workspace):
    data = photo()[:400]
    assert kept(workspace, data) == data


def test_a_file_is_what_it_holds_and_not_what_it_is_called(workspace):
    assert attach_file(workspace, photo("PNG"), name="scan.jpg").endswith(".png")


@pytest.mark.parametrize("data", [b"", b"MZ\x90\x00", b"#!/bin/sh\n", b"plain words"])
def test_what_no_bundle_can_carry_is_refused(workspace, data):
    with pytest.raises(KnownError, match=r"attachment\.wrong_type"):
        attach_file(workspace, data, name="photo.jpg")


def test_a_file_over_the_limit_is_refused(workspace, monkeypatch):
    monkeypatch.setattr(attachments, "LARGEST_ATTACHMENT", 10)
    with pytest.raises(KnownError, match=r"attachment\.too_large"):
        attach_file(workspace, photo(), name="photo.jpg")


def test_an_answer_that_names_no_file_gives_none(workspace):
    assert attached_bytes(workspace, "") is None
    assert attached_bytes(workspace, "0" * 64 + ".jpg") is None
