"""A list is read whatever stands above its headings, as a workbook or as the CSV of any country's spreadsheet."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from fieldapp.base.errors import KnownError
from fieldapp.directory import lists
from fieldapp.directory.lists import read_list


def book(*sheets):
    made = Workbook()
    made.remove(made.active)
    for number, rows in enumerate(sheets):
        sheet = made.create_sheet(f"Feuille {number}")
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def test_titles_above_the_headings_are_passed_over():
    rows = [
        ["Liste des associations conventionnées"],
        [],
        ["N°", "Association", "Ville"],
        [1, "Amal", "Rabat"],
    ]
    read = read_list(book(rows), name="liste.xlsx")
    assert read.columns == ("N°", "Association", "Ville")
    assert [(row.line, row.cells) for row in read.rows] == [
        (4, {"N°": "1", "Association": "Amal", "Ville": "Rabat"})
    ]


def test_the_sheet_with_the_most_rows_is_the_list():
    read = read_list(
        book([["Lisez-moi"]], [["Nom", "Ville"], ["Amal", "Rabat"], ["Nour", "Fès"]]), name="l.xlsx"
    )
    assert [row.cells["Nom"] for row in read.rows] == ["Amal", "Nour"]


def test_a_csv_of_a_french_or_arabic_spreadsheet_is_read():
    text = "\ufeffالاسم;Ville\r\nجمعية الأمل;Rabat\r\n"
    assert read_list(text.encode(), name="l.csv").rows[0].cells == {"الاسم": "جمعية الأمل", "Ville": "Rabat"}


def test_two_columns_of_one_name_are_both_kept():
    assert read_list(b"Tel,Tel\n1,2\n", name="l.csv").rows[0].cells == {"Tel": "1", "Tel (2)": "2"}


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("l.csv", b"", "list.empty"),
        ("l.csv", b"Nom\n", "list.empty"),
        ("l.csv", "Nom\nAmél".encode("cp1252"), "table.not_utf8"),
        ("l.csv", b'Nom\n"Amal\n', "table.bad_line"),
        ("l.xlsx", b"no workbook", "list.not_a_table"),
        ("l.xlsx", book([]), "list.empty"),
    ],
)
def test_what_is_no_list_is_refused_in_words(name, data, code):
    with pytest.raises(KnownError) as refusal:
        read_list(data, name=name)
    assert refusal.value.code == code


def test_a_list_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(lists, "MOST_ROWS", 2)
    with pytest.raises(KnownError, match=r"list\.too_long"):
        read_list(b"Nom\na\nb\n", name="l.csv")
