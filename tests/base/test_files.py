"""Files are whole or not there."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes, write_atomically


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
