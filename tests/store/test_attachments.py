"""Attachments by the digest of their bytes: kept once, found by the name an answer holds."""

import hashlib

import pytest

from fieldapp.base.errors import KnownError

PHOTO = b"\xff\xd8\xff" + bytes(range(256)) * 400


def test_a_file_comes_back_byte_for_byte(workspace):
    digest = workspace.attachments.add(PHOTO, "image/jpeg", extension=".JPG")
    found = workspace.attachments.get(digest)
    assert digest == hashlib.sha256(PHOTO).hexdigest()
    assert (found.data, found.media_type, found.name) == (PHOTO, "image/jpeg", f"{digest}.jpg")


def test_it_is_found_by_the_name_in_the_answer(workspace):
    digest = workspace.attachments.add(PHOTO, "image/jpeg", extension="jpg")
    assert workspace.attachments.get(f"{digest}.jpg").data == PHOTO
    assert f"{digest}.jpg" in workspace.attachments


def test_the_same_file_twice_is_kept_once(workspace):
    digests = {workspace.attachments.add(PHOTO, "image/jpeg", extension="jpg") for _ in range(2)}
    assert len(digests) == workspace._opened.db.table("attachment").count == 1


def test_a_missing_file_is_said(workspace):
    assert "00" not in workspace.attachments
    with pytest.raises(KnownError, match=r"attachment\.not_found"):
        workspace.attachments.get("00")
