"""Attachments by the digest of their bytes: kept once, found by the name an answer holds."""

import hashlib
import os
import threading

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.store import FileFacts

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


def test_a_file_is_known_by_the_name_it_was_chosen_by(workspace):
    digest = workspace.attachments.add(PHOTO, "image/jpeg", extension="jpg")
    workspace.attachments.add(PHOTO, "image/jpeg", extension="jpg", name="façade.jpg")
    workspace.attachments.add(PHOTO, "image/jpeg", extension="jpg", name="autre.jpg")
    facts = FileFacts("façade.jpg", "image/jpeg", "jpg", len(PHOTO))
    assert workspace.attachments.facts(f"{digest}.jpg") == facts
    assert workspace.attachments.facts("00.jpg") is None


def test_a_file_is_kept_from_another_thread_while_answers_are_written_here(workspace):
    kept = []
    data = os.urandom(8_000_000)

    def keep():
        kept.append(workspace.attachments.add_apart(data, "video/mp4", extension="mp4", name="visite.mp4"))

    thread = threading.Thread(target=keep)
    thread.start()
    while thread.is_alive():
        workspace.preferences.put("essai", "oui")
    assert workspace.attachments.get(kept[0]).data == data
