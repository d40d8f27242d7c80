"""No file whatever gives more than problems in words: damaged, hostile, huge, or only odd."""

import zipfile
from datetime import date
from io import BytesIO

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.forms import FormProblems, load_form, load_form_bytes
from fieldapp.forms.problems import MAX_GUESSES
from fieldapp.forms.workbook.xlsx import MAX_COLUMNS
from tests.forms.tables import problems
from tests.forms.workbooks import edited, parts_of, workbook, zipped

SURVEY = [["type", "name", "label"], ["text", "nom", "Nom"]]
GOOD = workbook(survey=SURVEY, settings=[["form_id"], ["essai"]])
SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + b"&a;" * 100 + b'"><!ENTITY c "' + b"&b;" * 100 + b'">]>'
)
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def codes(data, name):
    with pytest.raises(FormProblems) as caught:
        load_form_bytes(data, name=name)
    return [problem.code for problem in caught.value.problems]


def named(**cells):
    """Return the form of one question with other cells than text."""
    row = {"type": "text", "name": "q", "label": "Q", **cells}
    return load_form_bytes(workbook(survey=[list(row), list(row.values())]), name="f.xlsx")


def with_entity(declaration, entity):
    """Return a workbook whose first cell of text is an entity."""

    def change(sheet):
        head, mark, rest = sheet.partition(b"<worksheet")
        return (
            head
            + declaration
            + mark
            + rest.replace(b"<sheetData>", b"<sheetData><row><c><v>" + entity + b"</v></c></row>")
        )

    return edited(GOOD, SHEET, change)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "f.xlsx", "form.empty"),
        (b"ceci n'est pas un classeur", "f.xlsx", "form.not_workbook"),
        (GOOD[: len(GOOD) // 2], "f.xlsx", "form.not_workbook"),
        (zipped({"autre": b"x"}), "f.xlsx", "form.not_workbook"),
        (zipped({**parts_of(GOOD), SHEET: b"<worksheet"}), "f.xlsx", "form.not_workbook"),
        (zipped({**parts_of(GOOD), SHEET: b"\xff\xfe\x00"}), "f.xlsx", "form.not_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "f.xlsx", "form.password_or_old_excel"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "f.xlsx",
            "form.password",
        ),
        (workbook(feuille=SURVEY, autre=SURVEY), "f.xlsx", "form.no_survey"),
        (workbook(survey=[]), "f.xlsx", "form.no_questions"),
        (b"", "f.md", "form.empty"),
        (b"\xff\xfe\x00", "f.md", "form.not_utf8"),
        (
            "| survey |\n| | type | name | label |\n| | text | é | É |\n".encode("cp1252"),
            "f.md",
            "form.not_utf8",
        ),
        (b"type,name,label\ntext,a,A\n", "f.csv", "form.unknown_file_type"),
        (GOOD, "f.doc", "form.unknown_file_type"),
        (GOOD, "f", "form.unknown_file_type"),
        (GOOD, "f.xls", "form.password_or_old_excel"),
        (b"", "f.xml", "form.empty"),
        (b"<h:html>", "f.xml", "form.not_xml"),
        (b"<html/>", "f.xml", "form.not_xform"),
        (GOOD, "f.xml", "form.not_xml"),
        (OUTSIDE + b"<a>&a;</a>", "f.xml", "form.doctype"),
        (LAUGHS + b"<a>&c;</a>", "f.xml", "form.doctype"),
        (with_entity(LAUGHS, b"&c;"), "f.xlsx", "form.not_workbook"),
    ],
)
def test_a_file_that_is_no_form_is_refused_in_words(data, name, code):
    assert codes(data, name) == [code]


def test_a_good_workbook_is_read():
    assert load_form_bytes(GOOD, name="f.xlsx").form_id == "essai"


def test_the_only_sheet_is_the_survey_whatever_its_tab_says():
    form = load_form_bytes(workbook(Feuil1=SURVEY), name="f.xlsx")
    assert [question.name for question in form.questions()] == ["nom"]


def test_the_capitals_of_an_ending_do_not_matter():
    assert load_form_bytes(GOOD, name="F.XLSX").form_id == "essai"


def test_macros_are_never_run_and_do_not_matter():
    data = zipped({**parts_of(GOOD), "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 Auto_Open"})
    assert load_form_bytes(data, name="f.xlsm").form_id == "essai"


def test_nothing_outside_a_workbook_is_read_through_an_entity():
    with pytest.raises(FormProblems):
        load_form_bytes(with_entity(OUTSIDE, b"&a;"), name="f.xlsx")


def test_a_path_that_leads_out_of_a_workbook_is_not_followed(tmp_path):
    data = zipped({**parts_of(GOOD), "../../outside.txt": b"x", "/etc/outside": b"x"})
    path = tmp_path / "a" / "f.xlsx"
    path.parent.mkdir()
    path.write_bytes(data)
    assert load_form(path).form_id == "essai"
    assert [each.name for each in tmp_path.rglob("*")] == ["a", "f.xlsx"]


@pytest.mark.parametrize(("levels", "code"), [(200, "form.too_deep"), (20_000, "form.too_deep")])
def test_endless_nesting_is_refused(levels, code):
    assert codes(b"<a>" * levels + b"</a>" * levels, "f.xml") == [code]


def test_ten_thousand_groups_in_each_other_are_refused():
    rows = [["begin group", f"g{number}", "G"] for number in range(10_000)]
    assert "form.too_deep" in codes(workbook(survey=[SURVEY[0], *rows]), "f.xlsx")


def test_a_zip_bomb_is_refused_before_it_is_opened(monkeypatch):
    monkeypatch.setattr("fieldapp.forms.workbook.xlsx.MAX_UNPACKED_BYTES", 1000)
    assert codes(zipped({"xl/workbook.xml": b"0" * 100_000}), "f.xlsx") == ["form.too_large"]


def test_a_workbook_of_too_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr("fieldapp.forms.workbook.xlsx.MAX_PARTS", 3)
    assert codes(GOOD, "f.xlsx") == ["form.too_large"]


def test_a_bomb_that_lies_about_its_size_unpacks_to_no_more_than_it_said():
    packed = bytearray(zipped({**parts_of(GOOD), SHEET: b" " * 10_000_000}))
    with zipfile.ZipFile(BytesIO(packed)) as archive:
        true_size = archive.getinfo(SHEET).file_size.to_bytes(4, "little")
    assert codes(bytes(packed).replace(true_size, (100).to_bytes(4, "little")), "f.xlsx") == [
        "form.not_workbook"
    ]


def test_a_file_of_hundred_megabytes_is_refused_before_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "f.xlsx"
    path.write_bytes(GOOD)
    monkeypatch.setattr("fieldapp.forms.MAX_FILE_BYTES", len(GOOD) - 1)
    with pytest.raises(KnownError) as caught:
        load_form(path)
    assert caught.value.code == "file.too_large"


def test_a_sheet_of_too_many_rows_is_refused(monkeypatch):
    monkeypatch.setattr("fieldapp.forms.workbook.xlsx.MAX_ROWS", 1)
    assert codes(GOOD, "f.xlsx") == ["form.too_many_rows"]


def test_formatted_rows_without_text_are_no_rows():
    rows = [*SURVEY, *([None] for _ in range(1500)), ["text", "loin", "Loin"]]
    form = load_form_bytes(workbook(survey=rows), name="f.xlsx")
    assert [question.name for question in form.questions()] == ["nom"]


@pytest.mark.parametrize("number", [b"1048576", b"999999999"])
def test_a_row_that_says_it_is_the_millionth_ends_the_sheet(number):
    data = edited(
        GOOD, SHEET, lambda sheet: sheet.replace(b'r="2"', b'r="' + number + b'"').replace(b"2", number, 0)
    )
    with pytest.raises(FormProblems) as caught:
        load_form_bytes(data, name="f.xlsx")
    assert {problem.code for problem in caught.value.problems} <= {"form.no_questions", "form.not_workbook"}


def test_columns_far_to_the_right_are_left_out():
    wide = workbook(
        survey=[[*SURVEY[0], *[None] * MAX_COLUMNS, "bind::loin"], [*SURVEY[1], *[None] * MAX_COLUMNS, "x"]]
    )
    assert load_form_bytes(wide, name="f.xlsx").bind("/data/nom").custom == {}


def test_numbers_and_truths_are_read_as_the_sheet_shows_them():
    data = workbook(
        survey=[["type", "name", "label", "required"], ["select_one a", "q", 2.0, True]],
        choices=[["list_name", "name", "label"], ["a", 1, 1.5], ["a", 2.0, 0.1 + 0.2]],
    )
    form = load_form_bytes(data, name="f.xlsx")
    assert form.bind("/data/q").required.text == "true()"


def test_a_whole_number_is_the_name_that_the_sheet_shows():
    data = workbook(
        survey=[["type", "name", "label"], ["select_one a", "q", "Q"]],
        choices=[["list_name", "name", "label"], ["a", 1.0, "Un"], ["a", 1, "Encore un"]],
    )
    assert codes(data, "f.xlsx") == ["form.duplicate_choice"]


def test_a_name_that_is_a_number_is_told():
    data = workbook(survey=[SURVEY[0], ["text", 1.0, "Q"]])
    assert codes(data, "f.xlsx") == ["form.invalid_name"]


@pytest.mark.parametrize("name", ["q ", " q", "q\xa0", "\tq\n"])
def test_spaces_around_a_name_are_not_of_it(name):
    assert [question.name for question in named(name=name).questions()] == ["q"]


def test_a_space_that_does_not_break_is_a_space():
    assert named(type="text\xa0").bind("/data/q").type == "string"


def test_a_date_in_a_cell_is_its_day():
    assert named(type="date", default=date(2026, 2, 28)).model.instance.child("q").text == "2026-02-28"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1 + " * 300_000 + "1", "xpath.too_long"),
        ("(" * 200_000 + "1" + ")" * 200_000, "xpath.too_long"),
        ("-" * 9_000 + "1", "xpath.too_deep"),
        ("${q}" * 3_000, "xpath.syntax"),
    ],
    ids=["long", "nested", "minus", "references"],
)
def test_an_expression_without_end_is_refused(text, code):
    table = (
        "| survey |\n| | type | name | label | relevant |\n| | text | q | Q | |\n| | text | a | A | "
        + text
        + " |\n"
    )
    assert code in {each[0] for each in problems(table)}


def test_a_label_of_a_million_letters_is_a_label():
    assert (
        len(
            load_form_bytes(
                f"| survey |\n| | type | name | label |\n| | text | a | {'x' * 1_000_000} |\n".encode(),
                name="f.md",
            ).xform
        )
        > 1_000_000
    )


def test_thousands_of_misspelt_names_take_no_thousand_searches(monkeypatch):
    asked = []
    monkeypatch.setattr(
        "fieldapp.forms.workbook.findings.nearest", lambda name, known: asked.append(name) or ()
    )
    rows = "".join(f"| | note | q{number} | ${{p{number}}} |\n" for number in range(900))
    problems("| survey |\n| | type | name | label |\n" + rows)
    assert len(asked) <= MAX_GUESSES


REPEATED = {
    "<c ": 300,
    "<row ": 200,
    "<mergeCell ": 100,
    "ex:": 300,
    "search(": 100,
    "${q}": 40,
    "${": 300,
    "'": 301,
    "(": 300,
}
"""A piece of a cell, and how many thousand times it stands there."""


@pytest.mark.parametrize("cell", [piece * 1_000 * count for piece, count in REPEATED.items()], ids=REPEATED)
def test_a_cell_that_only_repeats_itself_is_soon_read(cell):
    """Each would take hours if anything looked at it again and again."""
    inside = b"<![CDATA[" + cell.encode() + b"]]>"
    data = edited(
        workbook(
            survey=[["type", "name", "label", "relevant", "appearance"], ["text", "q", "Q", "CELL", "CELL"]]
        ),
        SHEET,
        lambda sheet: sheet.replace(b"CELL", inside),
    )
    assert {"xpath.too_long", "form.too_many_problems"} & set(codes(data, "f.xlsx"))


@pytest.mark.parametrize("mark", [b"<c ", b"<row ", b"<mergeCell ", b'<c r="A1"><f>'])
def test_what_only_looks_like_a_sheet_is_soon_read(mark):
    inside = b'<sheetData><!-- x --><row><c t="str"><v><![CDATA[' + mark * 200_000 + b"]]></v></c></row>"
    data = edited(GOOD, SHEET, lambda sheet: sheet.replace(b"<sheetData>", inside))
    with pytest.raises(FormProblems):
        load_form_bytes(data, name="f.xlsx")


def test_a_label_of_many_references_out_of_reach_is_soon_read():
    rows = "| | begin repeat | r | R |\n| | text | q | Q |\n| | end repeat | | |\n"
    found = load_form_bytes(
        f"| survey |\n| | type | name | label |\n{rows}| | note | n | {'${q} ' * 20_000} |\n".encode(),
        name="f.md",
    ).warnings
    assert {problem.code for problem in found} == {"form.other_repeat"}
