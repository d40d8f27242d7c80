"""A list of records is known by its name alone; no file is looked for, and its columns are known."""

import pytest

from fieldapp.forms import load_form_bytes
from fieldapp.forms.compiled import dump_definition, read_definition
from fieldapp.forms.record_lists import COLUMNS, listed_form, record_tree
from tests.forms.tables import SETTINGS, form

TYPE = "select_one_from_file records-fiche.csv"
TABLE = f"""
| survey |
|  | type   | name | label | choice_filter     |
|  | {TYPE} | lien | Lien  | {{filter}}        |
"""


@pytest.mark.parametrize(
    ("file", "form_id"),
    [
        ("records-fiche.csv", "fiche"),
        ("records-a_b.c-1.csv", "a_b.c-1"),
        ("records.csv", None),
        ("records-.csv", None),
    ],
)
def test_the_name_of_the_file_says_whose_records(file, form_id):
    assert listed_form(file) == form_id


def test_no_file_is_wanted_and_the_form_knows_its_lists():
    read = form(TABLE.format(filter=""))
    assert list(read.model.record_lists.values()) == ["fiche"]
    assert read.model.secondary["records-fiche"].children == ()


def test_a_file_of_that_name_beside_the_form_is_not_read():
    text = (TABLE.format(filter="") + SETTINGS).encode()
    read = load_form_bytes(text, name="essai.md", files={"records-fiche.csv": b"name,label\nx,Secret\n"})
    assert read.model.secondary["records-fiche"].children == ()


def test_a_compiled_form_knows_its_lists_too():
    read = read_definition(dump_definition(form(TABLE.format(filter=""))))
    assert read.model.record_lists == {"records-fiche": "fiche"}


@pytest.mark.parametrize("column", COLUMNS)
def test_a_filter_may_use_every_column(column):
    assert form(TABLE.format(filter=f"{column} != ''")).warnings == ()


def test_a_row_has_every_column():
    row = record_tree([{"name": "1", "label": "Amal"}]).children[0]
    assert [(child.name, child.value()) for child in row.children][:2] == [("name", "1"), ("label", "Amal")]
    assert [child.name for child in row.children] == list(COLUMNS)
