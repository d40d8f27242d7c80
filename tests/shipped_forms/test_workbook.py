"""The workbooks: written from the committed tables, accepted by the tools of the XLSForm world."""

import hashlib
import shutil
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from tests.shipped_forms.conftest import form_folders

FORMS = pytest.mark.parametrize("folder", form_folders(), ids=lambda folder: folder.name)


def workbook_of(folder):
    return folder / f"{folder.name}.xlsx"


@FORMS
def test_the_committed_workbook_is_what_its_tables_give(builder, folder):
    assert workbook_of(folder).read_bytes() == builder.build_form(folder)


@FORMS
def test_every_cell_is_text_so_that_leading_zeros_survive(builder, folder):
    book = load_workbook(BytesIO(builder.build_form(folder)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}


@FORMS
def test_a_province_keeps_its_zeros(builder, folder):
    choices = load_workbook(BytesIO(builder.build_form(folder)))["choices"]
    provinces = {row[1] for row in choices.iter_rows(values_only=True) if row[0] == "province"}
    assert not provinces or "04.421" in provinces


@FORMS
def test_pyxform_accepts_it_without_a_warning(folder):
    result = convert(str(workbook_of(folder)))
    assert result.warnings == []
    assert "<value>-</value>" not in result.xform


@FORMS
def test_the_form_has_three_languages_and_begins_in_french(folder):
    xform = convert(str(workbook_of(folder))).xform
    assert 'lang="Français (fr)" default="true()"' in xform
    assert xform.count("<translation lang=") == 3


@pytest.mark.slow
@FORMS
def test_odk_validate_accepts_it(folder):
    if shutil.which("java") is None:
        pytest.skip("Java is not installed")
    assert convert(str(workbook_of(folder)), validate=True).warnings == []


def test_check_says_when_a_workbook_is_old(builder, tmp_path, monkeypatch, capsys):
    shutil.copytree(builder.FORMS, tmp_path / "forms")
    monkeypatch.setattr(builder, "FORMS", tmp_path / "forms")
    assert builder.main(["--check"]) == 0
    (tmp_path / "forms" / "versions.csv").unlink()
    with (tmp_path / "forms" / "fiche_organisation" / "settings.csv").open("a", encoding="utf-8") as file:
        file.write("style,pages\n")
    assert builder.main(["--check"]) == 1
    assert "out of date: forms/fiche_organisation" in capsys.readouterr().out


@FORMS
def test_the_version_of_a_form_is_published_and_its_workbook_has_not_changed_since(builder, folder):
    digest = hashlib.sha256(workbook_of(folder).read_bytes()).hexdigest()
    assert builder.published()[builder.version_of(folder)] == digest


def test_a_published_version_takes_no_other_workbook(builder, tmp_path, monkeypatch, capsys):
    shutil.copytree(builder.FORMS, tmp_path / "forms")
    monkeypatch.setattr(builder, "FORMS", tmp_path / "forms")
    texts = tmp_path / "forms" / "recit_msc" / "texts.csv"
    workbook = texts.with_name("recit_msc.xlsx").read_bytes()
    texts.write_text(texts.read_text("utf-8").replace("Sexe", "Genre"), "utf-8")
    assert builder.main(["--publish"]) == 1
    assert "changed under a published version: recit_msc" in capsys.readouterr().out
    assert texts.with_name("recit_msc.xlsx").read_bytes() == workbook


def test_a_new_version_is_published_beside_the_old_one(builder, tmp_path, monkeypatch):
    shutil.copytree(builder.FORMS, tmp_path / "forms")
    monkeypatch.setattr(builder, "FORMS", tmp_path / "forms")
    known = builder.published()
    settings = tmp_path / "forms" / "recit_msc" / "settings.csv"
    _, old = builder.version_of(settings.parent)
    settings.write_text(settings.read_text("utf-8").replace(old, "2199010101"), "utf-8")
    assert builder.main(["--publish"]) == 0
    assert set(builder.published()) - set(known) == {("recit_msc", "2199010101")}
    assert set(known) <= set(builder.published())
