"""An official list is read as administrations send it; each row that cannot be taken says why."""

import time

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.directory.communes import Commune, read_communes
from fieldapp.forms.code_lists import shared_lists

PLACES = shared_lists()
HEAD = "code,nom_fr,nom_ar\n"
RABAT = "04.421.01.01,Agdal Riyad,أكدال الرياض\n"


def read(text, *, name="communes.csv"):
    return read_communes(text if isinstance(text, bytes) else text.encode(), name=name, places=PLACES)


def codes(listed):
    return [(one.line, one.code) for one in listed.problems]


def test_code_and_both_names_are_read():
    assert read(HEAD + RABAT).communes == (Commune("04.421.01.01", "Agdal Riyad", "أكدال الرياض"),)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffCode;Commune;Commune (ar)\n04.421.01.01.;Agdal Riyad;أكدال الرياض\n",
        "الرمز\tالاسم\tNOM FR\n04.421.01.01\tأكدال الرياض\tAgdal  Riyad\n",
        "name,label,label_ar,region,province\n04.421.01.01,Agdal Riyad,أكدال الرياض,04,04.421\n",
    ],
)
def test_headings_and_separators_are_those_of_the_sender(text):
    assert read(text).communes == (Commune("04.421.01.01", "Agdal Riyad", "أكدال الرياض"),)


def test_a_utf_16_table_is_read():
    assert len(read((HEAD + RABAT).replace(",", "\t").encode("utf-16")).communes) == 1


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("4.421.1.1,A,ا", "commune.code_eaten"),
        ("13.421.01.01,A,ا", "commune.unknown_region"),
        ("04.999.01.01,A,ا", "commune.unknown_province"),
        ("04.421.01.01,Encore,مرة", "commune.code_twice"),
        ("04.421.01.02,,", "commune.no_name"),
        (",A,ا", "commune.no_code"),
        ("04.421.,Rabat,الرباط", "commune.other_level"),
        ("04.421.01.02,TÃ©mara,ا", "commune.garbled"),
        (f"04.421.01.02,{'a' * 201},ا", "commune.name_too_long"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(row, problem):
    listed = read(HEAD + RABAT + row + "\n")
    assert codes(listed) == [(3, problem)]
    assert len(listed.communes) == 1


def test_rows_to_mend_are_named_before_those_that_are_no_communes():
    listed = read(HEAD + "04.421.,Rabat,الرباط\n04.421.01.01,A,\n04.999.01.01,B,ب\n")
    assert [one.line for one in listed.worst_first()] == [4, 2, 3]
    assert listed.left_out == 1


def test_a_second_row_of_a_code_names_the_first():
    (twice,) = read(HEAD + RABAT + RABAT).problems
    assert (twice.line, twice.facts["other"]) == (3, 2)


def test_one_missing_name_is_told_and_the_other_stands_in():
    listed = read(HEAD + "04.421.01.01,Agdal Riyad,\n04.421.01.02,,حسان\n")
    assert [one.name_ar for one in listed.communes] == ["Agdal Riyad", "حسان"]
    assert [one.name_fr for one in listed.communes] == ["Agdal Riyad", "حسان"]
    assert codes(listed) == [(2, "commune.no_arabic"), (3, "commune.no_french")]
    assert listed.left_out == 0


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "list.empty"),
        (HEAD.encode(), "list.empty"),
        ((HEAD + "04.421.01.01,Salé,سلا").encode("cp1256", "replace"), "table.not_utf8"),
        (b"code|nom_fr|nom_ar\n04.421.01.01|A|B\n", "commune.wrong_separator"),
        (b"ville,nom_fr\nRabat,Rabat\n", "commune.no_column"),
        (b"code,population\n04.421.01.01,3\n", "commune.no_column"),
        (b"PK\x03\x04rest", "commune.not_csv"),
        ((HEAD + '"ouvert').encode(), "table.bad_line"),
    ],
)
def test_a_file_that_is_no_such_list_is_refused_whole(data, code):
    with pytest.raises(KnownError) as refusal:
        read(data)
    assert refusal.value.code == code


def test_what_cannot_be_seen_is_no_part_of_a_name():
    (commune,) = read(HEAD + "04.421.01.01,\u202eAgdal\u0000\u00a0 Riyad,ا\n").communes
    assert commune.name_fr == "Agdal Riyad"


def test_twenty_thousand_rows_are_read_while_one_waits():
    rows = [
        f"04.{province}.{n // 100:02}.{n % 100:02},C {n},ج {n}"
        for province in ("421", "441")
        for n in range(10000)
    ]
    begun = time.process_time()
    listed = read(HEAD + "\n".join(rows))
    assert len(listed.communes) == 20_000
    assert time.process_time() - begun < 5
