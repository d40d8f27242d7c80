"""A form laid out for reading aloud."""

import pytest

from fieldapp.forms.catalog import shipped
from fieldapp.usecases.install_forms import read_shipped
from fieldapp.usecases.outline_form import outline_form
from tests.forms.tables import form

TABLE = """
| survey |
| | type | name | label | hint | relevant | required | constraint | constraint_message |
| | begin group | identite | Identité | | | | | |
| | note | bonjour | Bonjour **à tous** | | | | | |
| | select_one oui_non | accord | D'accord ? | Sans insister. | | yes | | |
| | begin repeat | site | Site | | ${accord} = 'oui' | | | |
| | integer | places | Places | | | | . > 0 | Plus que zéro. |
| | text | salle | Salle | | selected(${places}, '2') | | | |
| | end repeat | | | | | | | |
| | calculate | double | | | | | | |
| | text | suite | Suite de ${accord} | | ${accord} = 'non' and ${places} > 2 | | | |
| | end group | | | | | | | |
| choices |
| | list_name | name | label |
| | oui_non | oui | Oui |
| | oui_non | non | Non |
""".replace("| calculate | double | | | | |", "| hidden | double | | | | |")


@pytest.fixture
def entries():
    return {entry.nodeset.rpartition("/")[2]: entry for entry in outline_form(form(TABLE), "")}


def test_sections_repeats_notes_and_questions_come_in_order(entries):
    assert [(entry.kind, entry.depth) for entry in entries.values()] == [
        ("section", 0),
        ("note", 1),
        ("one", 1),
        ("repeat", 1),
        ("int", 2),
        ("string", 2),
        ("string", 1),
    ]


def test_only_what_is_asked_has_a_number(entries):
    assert {name: entry.number for name, entry in entries.items() if entry.number} == {
        "accord": 1,
        "places": 2,
        "salle": 3,
        "suite": 4,
    }


def test_a_condition_cites_questions_by_number(entries):
    assert entries["suite"].condition == "[1] = 'non' and [2] > 2"
    assert entries["salle"].condition == "selected([2], '2')"
    assert entries["site"].condition == "[1] = 'oui'"


def test_words_are_plain_and_answers_in_them_are_cited(entries):
    assert entries["bonjour"].label == "Bonjour à tous"
    assert entries["suite"].label == "Suite de [1]"


def test_choices_hints_and_refusals_are_there(entries):
    accord = entries["accord"]
    assert (accord.hint, accord.choices, accord.is_required) == ("Sans insister.", ("Oui", "Non"), True)
    assert entries["places"].refusal == "Plus que zéro."


@pytest.mark.parametrize("each", shipped(), ids=lambda each: each.form_id)
def test_every_shipped_form_reads_whole_in_every_language(each):
    definition = read_shipped(each).definition
    for language in definition.languages:
        read = outline_form(definition, language)
        assert all(entry.label for entry in read)
        assert all(entry.choices for entry in read if entry.kind in ("one", "many"))
        assert all(all(entry.choices) for entry in read)


def test_an_official_list_is_told_apart_and_needs_no_condition_beside():
    definition = form(
        "| survey |\n| | type | name | label | relevant |\n| | select_one_from_file official-communes.csv |"
        " commune | Commune | count(instance('official-communes')/root/item) > 0 |\n"
    )
    assert [(each.kind, each.condition) for each in outline_form(definition, "")] == [("official", "")]


def test_choices_that_are_records_are_told_apart():
    definition = form(
        "| survey |\n| | type | name | label |\n| | select_one_from_file records-essai.csv | autre | Autre |\n"
    )
    assert [(entry.kind, entry.choices) for entry in outline_form(definition, "")] == [("record", ())]
