"""The files beside a form: by name alone, from its folder or from the folder ODK tools put them in."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.forms import beside
from fieldapp.forms.beside import FilesBeside, media_names


@pytest.fixture
def form(tmp_path):
    folder = tmp_path / "formulaire"
    (folder / "visite-media").mkdir(parents=True)
    (folder / "communes.csv").write_bytes(b"beside")
    (folder / "visite-media" / "plan.png").write_bytes(b"media")
    (tmp_path / "secret.csv").write_bytes(b"outside")
    return folder / "visite.xlsx"


def test_files_are_found_in_both_folders_and_remembered(form):
    files = FilesBeside(form)
    assert (files["communes.csv"], files.get("plan.png"), files.get("x.csv")) == (b"beside", b"media", None)
    assert files.used == {"communes.csv": b"beside", "plan.png": b"media"}
    assert list(files) == ["communes.csv", "plan.png"]


@pytest.mark.parametrize("name", ["../secret.csv", "..\\secret.csv", "visite-media", "..", ""])
def test_nothing_outside_the_folders_is_reached(form, name):
    assert name not in FilesBeside(form)


def test_the_media_folder_comes_first(form):
    (form.parent / "plan.png").write_bytes(b"other")
    assert FilesBeside(form)["plan.png"] == b"media"


def test_a_file_too_large_is_refused_before_it_is_read(form, monkeypatch):
    monkeypatch.setattr(beside, "MAX_FILE_BYTES", 3)
    with pytest.raises(KnownError, match=r"file\.too_large"):
        FilesBeside(form)["communes.csv"]


def test_the_media_of_labels_are_named_once_each():
    xform = '<value form="image">jr://images/plan d&apos;accès.png</value><a>jr://audio/b.mp3</a>' * 2
    assert media_names(xform.encode()) == ["b.mp3", "plan d'accès.png"]
