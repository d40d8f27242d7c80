"""Files are whole or not there."""

import os

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes, write_atomically, write_unseen


def test_a_written_file_is_whole_and_alone(tmp_path):
    write_atomically(tmp_path / "a" / "fiche.pdf", b"whole")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["fiche.pdf"]


def test_a_failed_write_leaves_what_stood_there(tmp_path):
    target = tmp_path / "fiche.pdf"
    target.mkdir()
    with pytest.raises(KnownError, match=r"file\."):
        write_atomically(target, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["fiche.pdf"]


def test_a_file_over_the_limit_is_not_read(tmp_path):
    (tmp_path / "big").write_bytes(b"12345")
    with pytest.raises(KnownError, match=r"file\.too_large"):
        read_bytes(tmp_path / "big", limit=4)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(KnownError) as caught:
        read_bytes(tmp_path / "nothing")
    assert (caught.value.code, caught.value.facts["path"]) == ("file.not_found", str(tmp_path / "nothing"))


def test_a_file_where_a_folder_should_be_is_said_calmly(tmp_path):
    (tmp_path / "fiche").write_bytes(b"")
    with pytest.raises(KnownError, match=r"file\."):
        write_atomically(tmp_path / "fiche" / "a.pdf", b"new")


def test_a_name_too_long_is_said_calmly(tmp_path):
    with pytest.raises(KnownError, match=r"file\."):
        write_atomically(tmp_path / ("a" * 300), b"new")


def test_what_a_killed_program_left_gives_a_secret_no_other_rights(tmp_path):
    left = tmp_path / "key.pem.part"
    left.touch(mode=0o666)
    left.chmod(0o666)
    write_atomically(tmp_path / "key.pem", b"secret", mode=0o600)
    assert (tmp_path / "key.pem").stat().st_mode & 0o777 == 0o600


def test_a_write_that_is_interrupted_leaves_nothing(tmp_path, monkeypatch):
    def interrupt(_descriptor):
        raise KeyboardInterrupt

    monkeypatch.setattr("fieldapp.base.files.os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "fiche.pdf", b"new")
    assert list(tmp_path.iterdir()) == []


def test_what_anybody_could_read_is_whole_and_its_owners(tmp_path):
    write_unseen(tmp_path / "a" / "fiche.pdf", b"avant")
    write_unseen(tmp_path / "a" / "fiche.pdf", b"whole")
    assert (tmp_path / "a" / "fiche.pdf").read_bytes() == b"whole"
    assert [path.stat().st_mode & 0o777 for path in (tmp_path / "a").iterdir()] == [0o600]


def test_where_no_file_can_be_without_a_name_it_is_written_all_the_same(tmp_path, monkeypatch):
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    write_unseen(tmp_path / "fiche.pdf", b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["fiche.pdf"]


def test_a_full_disk_leaves_nothing_of_it(small_disk):
    disk = small_disk(256 * 1024)
    with pytest.raises(KnownError, match=r"file\.disk_full"):
        write_unseen(disk / "fiche.pdf", bytes(1024 * 1024))
    assert list(disk.iterdir()) == []
