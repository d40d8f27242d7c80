import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.forms import FormProblems, load_form_bytes


def workbook(**sheets):
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


SURVEY = [["type", "name", "label"], ["text", "nom", "Nom"]]
GOOD = workbook(survey=SURVEY, settings=[["form_id"], ["essai"]])


def codes(data, name):
    with pytest.raises(FormProblems) as caught:
        load_form_bytes(data, name=name)
    return [problem.code for problem in caught.value.problems]


def zipped(**entries):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "f.xlsx", "form.empty"),
        (b"ceci n'est pas un classeur", "f.xlsx", "form.not_workbook"),
        (GOOD[: len(GOOD) // 2], "f.xlsx", "form.not_workbook"),
        (zipped(autre=b"x"), "f.xlsx", "form.not_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "f.xlsx", "form.password_or_old_excel"),
        (workbook(feuille=SURVEY), "f.xlsx", "form.no_survey"),
        (b"", "f.md", "form.empty"),
        (b"\xff\xfe\x00", "f.md", "form.not_utf8"),
        (GOOD, "f.doc", "form.unknown_file_type"),
        (GOOD, "f.xls", "form.password_or_old_excel"),
        (b"", "f.xml", "form.empty"),
        (b"<h:html>", "f.xml", "form.not_xml"),
        (b"<html/>", "f.xml", "form.not_xform"),
    ],
)
def test_a_file_that_is_no_form_is_refused_in_words(data, name, code):
    assert codes(data, name) == [code]


def test_a_good_workbook_is_read():
    assert load_form_bytes(GOOD, name="f.xlsx").form_id == "essai"


def test_entities_are_refused():
    bomb = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'
    assert codes(bomb, "f.xml") == ["form.doctype"]


@pytest.mark.parametrize(("levels", "code"), [(200, "form.too_deep"), (20_000, "form.not_xml")])
def test_endless_nesting_is_refused(levels, code):
    assert codes(b"<a>" * levels + b"</a>" * levels, "f.xml") == [code]


def test_a_zip_bomb_is_refused_before_it_is_opened(monkeypatch):
    monkeypatch.setattr("fieldapp.forms.xlsx.MAX_UNPACKED_BYTES", 1000)
    assert codes(zipped(**{"xl/workbook.xml": b"0" * 100_000}), "f.xlsx") == ["form.too_large"]


def test_a_sheet_of_too_many_rows_is_refused(monkeypatch):
    monkeypatch.setattr("fieldapp.forms.xlsx.MAX_ROWS", 1)
    assert codes(GOOD, "f.xlsx") == ["form.too_many_rows"]


def test_formatted_rows_without_text_are_no_rows():
    rows = [*SURVEY, *([None] for _ in range(1500)), ["text", "loin", "Loin"]]
    form = load_form_bytes(workbook(survey=rows), name="f.xlsx")
    assert form.bind("/data/nom").nodeset in form.binds


def test_numbers_and_truths_are_read_as_the_sheet_shows_them():
    data = workbook(
        survey=[["type", "name", "label", "required"], ["select_one a", "q", 2.0, True]],
        choices=[["list_name", "name", "label"], ["a", 1, 1.5]],
    )
    form = load_form_bytes(data, name="f.xlsx")
    assert form.bind("/data/q").required.text == "true()"


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=60), st.integers(0, len(GOOD) - 1))
def test_a_damaged_workbook_is_read_or_refused_never_more(noise, place):
    damaged = GOOD[:place] + noise + GOOD[place + len(noise) :]
    with suppress(FormProblems):
        load_form_bytes(damaged, name="f.xlsx")
