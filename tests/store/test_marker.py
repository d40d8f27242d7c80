"""The marker: known before the passphrase, believed for nothing that matters."""

import json

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.store.marker import DATABASE, MARKER, Marker, is_workspace, read_marker, write_marker


@pytest.fixture
def folder(tmp_path):
    (tmp_path / DATABASE).write_bytes(b"")
    return tmp_path


def test_it_says_what_the_login_page_shows(folder):
    write_marker(folder, Marker("Équipe Nord", is_training=True))
    assert read_marker(folder) == Marker("Équipe Nord", is_training=True)


@pytest.mark.parametrize("text", [None, "", "[]", "{", '{"is_training": "yes", "name": ""}'])
def test_a_lost_or_damaged_one_hides_no_workspace(folder, text):
    if text is not None:
        (folder / MARKER).write_text(text)
    assert read_marker(folder) == Marker(folder.name, is_training=False)


def test_a_folder_without_a_database_is_no_workspace(tmp_path):
    assert not is_workspace(tmp_path)
    with pytest.raises(KnownError, match=r"workspace\.not_found"):
        read_marker(tmp_path)


def test_a_newer_format_is_refused(folder):
    (folder / MARKER).write_text(json.dumps({"format_version": 2}))
    with pytest.raises(KnownError, match=r"workspace\.newer"):
        read_marker(folder)
