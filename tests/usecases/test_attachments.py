"""Photos and signatures: what they are, not what they are called, and without the place a camera noted."""

import io

import pytest
from PIL import ExifTags, Image

from fieldapp.base.errors import KnownError
from fieldapp.bundle.attachments import MEDIA, is_medium
from fieldapp.usecases import attachments
from fieldapp.usecases.attachments import Wish, attach_file, attached_bytes, file_facts, take_file

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


def mp4(place=b""):
    return b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 40 + b"\xa9xyz\x00\x15\x15\xc7" + place + b"\x00" * 40


def written(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return path


def taken(workspace, path, **wish):
    answer = take_file(workspace, path, Wish(**wish))
    return answer, attached_bytes(workspace, answer)


def test_a_photo_that_a_person_chose_is_shrunk_upright_and_says_no_place(workspace, tmp_path):
    exif = Image.open(io.BytesIO(photo())).getexif()
    Image.new("RGB", (4000, 3000)).save(tmp_path / "large.jpg", exif=exif)
    answer, data = taken(workspace, tmp_path / "large.jpg", kind="image", longest_side=800)
    small = Image.open(io.BytesIO(data))
    assert (small.size, dict(small.getexif())) == ((600, 800), {})
    assert file_facts(workspace, answer).name == "large.jpg"


def test_the_place_of_a_photo_stays_only_where_the_form_asks_for_it(workspace, tmp_path):
    path = written(tmp_path, "p.jpg", photo())
    for keeps_place, count in ((False, 0), (True, 4)):
        _, data = taken(workspace, path, kind="image", keeps_place=keeps_place)
        assert len(Image.open(io.BytesIO(data)).getexif().get_ifd(ExifTags.IFD.GPSInfo)) == count


def test_the_place_of_a_video_or_a_sound_is_blanked_where_it_stands(workspace, tmp_path):
    place = b"+33.9692-006.9273+012.345/"
    answer, data = taken(workspace, written(tmp_path, "film.mp4", mp4(place)), kind="video")
    assert data == mp4(b" " * len(place))
    assert answer.endswith(".mp4")
    sound, data = taken(workspace, written(tmp_path, "voix.m4a", mp4(place)), kind="audio")
    assert (data, sound[64:]) == (mp4(b" " * len(place)), ".m4a")


KINDS = [
    ("audio", "voix.mp4", mp4(), ".m4a"),
    ("audio", "voix.amr", b"#!AMR\n voix", ".amr"),
    ("video", "film.mov", b"\x00\x00\x00\x14ftypqt  ", ".mov"),
    ("", "statuts.docx", b"PK\x03\x04 word/document.xml", ".docx"),
    ("", "statuts.pdf", b"%PDF-1.7", ".pdf"),
]


@pytest.mark.parametrize(("kind", "name", "data", "extension"), KINDS)
def test_sounds_videos_and_documents_are_kept_to_the_byte(workspace, tmp_path, kind, name, data, extension):
    answer, kept_data = taken(workspace, written(tmp_path, name, data), kind=kind)
    assert (kept_data, answer[64:]) == (data, extension)
    assert is_medium(extension[1:], MEDIA[extension[1:]].media_type, data)


REFUSED = [
    ("image", "photo.heic", b"\x00\x00\x00\x18ftypheic", "attachment.no_picture"),
    ("image", "half.jpg", b"\xff\xd8\xff\xe0 half", "attachment.no_picture"),
    ("audio", "son.pdf", b"%PDF-1.7", "attachment.no_sound"),
    ("video", "film.avi", b"RIFF....AVI ", "attachment.no_video"),
    ("", "archive.zip", b"PK\x03\x04", "attachment.wrong_type"),
    ("", "macro.docm", b"PK\x03\x04", "attachment.wrong_type"),
]


@pytest.mark.parametrize(("kind", "name", "data", "code"), REFUSED)
def test_what_a_question_does_not_ask_for_is_refused_by_its_name(workspace, tmp_path, kind, name, data, code):
    with pytest.raises(KnownError) as refused:
        taken(workspace, written(tmp_path, name, data), kind=kind)
    assert (refused.value.code, refused.value.facts["name"]) == (code, name)


def test_a_file_that_is_too_large_is_refused_before_it_is_read(workspace, tmp_path):
    with (tmp_path / "film.mp4").open("wb") as film:
        film.truncate(200_000_000)
    with pytest.raises(KnownError, match=r"attachment\.too_large"):
        taken(workspace, tmp_path / "film.mp4", kind="video")


def test_a_file_that_went_away_is_said(workspace, tmp_path):
    for kind in ("image", "audio"):
        with pytest.raises(KnownError, match=r"file\.not_found"):
            taken(workspace, tmp_path / "partie.jpg", kind=kind)
