"""An official list is known by its name alone; no file is looked for, and its columns are known."""

import time

import pytest

from fieldapp.engine import FormSession
from fieldapp.forms import load_form_bytes
from fieldapp.forms.compiled import dump_definition, read_definition
from fieldapp.forms.official_lists import COLUMNS, file_of, joined_tree, listed_official, official_tree
from tests.forms.tables import SETTINGS, form

TYPE = "select_one_from_file official-communes.csv"
TABLE = f"""
| survey |
|  | type   | name    | label::Français (fr) | label::العربية (ar) | choice_filter |
|  | {TYPE} | commune | Commune              | الجماعة             | {{filter}}    |
"""
AGDAL = ("04.421.01.01", "Agdal Riyad", "أكدال الرياض", "04", "04.421")
SALE = ("04.441.01.01", "Bettana", "بطانة", "04", "04.441")


def session(filter_=""):
    served = {file_of("communes"): official_tree([AGDAL, SALE])}
    return FormSession(form(TABLE.format(filter=filter_)), records=served)


@pytest.mark.parametrize(
    ("file", "name"),
    [("official-communes.csv", "communes"), ("communes.csv", None), ("official-.csv", None)],
)
def test_the_name_of_the_file_says_which_list(file, name):
    assert listed_official(file) == name


def test_a_file_of_that_name_beside_the_form_is_not_read():
    text = (TABLE.format(filter="") + SETTINGS).encode()
    read = load_form_bytes(text, name="essai.md", files={"official-communes.csv": b"name,label\nx,Autre\n"})
    assert read.model.secondary["official-communes"].children == ()
    assert FormSession(read).choices("/essai/commune") == []


def test_a_compiled_form_knows_its_lists_too():
    read = read_definition(dump_definition(form(TABLE.format(filter=""))))
    assert read.model.official_lists == {"official-communes": "communes"}


@pytest.mark.parametrize("column", COLUMNS)
def test_a_filter_may_use_every_column(column):
    assert form(TABLE.format(filter=f"{column} != ''")).warnings == ()


def test_names_are_those_of_the_language_spoken():
    filling = session()
    assert [one.label for one in filling.choices("/essai/commune")] == ["Agdal Riyad", "Bettana"]
    filling.set_language("العربية (ar)")
    assert [one.label for one in filling.choices("/essai/commune")] == ["أكدال الرياض", "بطانة"]


def test_a_province_narrows_the_list():
    assert [one.value for one in session("province = '04.441'").choices("/essai/commune")] == [SALE[0]]


def test_rows_more_leave_the_list_they_join_as_it_is():
    shared = official_tree([AGDAL])
    assert len(joined_tree(shared, [SALE]).children) == 2
    assert len(shared.children) == 1


def test_a_long_list_is_narrowed_while_one_types():
    rows = [
        (f"04.421.{n // 100:03}.{n % 100:02}", f"Commune {n}", "", f"{n % 12:02}", "") for n in range(20_000)
    ]
    definition = form(TABLE.format(filter="region = '04'"))
    tree, took = official_tree(rows), []
    for _ in range(3):
        filling = FormSession(definition, records={file_of("communes"): tree})
        begun = time.process_time()
        assert len(filling.choices("/essai/commune")) == 1_667
        took.append(time.process_time() - begun)
    assert min(took) < 0.05
