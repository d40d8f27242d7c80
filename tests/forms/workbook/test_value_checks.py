"""Rules that wait for what nobody can give are told: a choice the list lacks, a word that is no value."""

import pytest

from fieldapp.forms import load_form_bytes

CHOICES = "| choices |\n| | list_name | name | label |\n| | on | oui | Oui |\n| | on | non | Non |\n"


def told(type_="select_one on", **cells):
    names = ("relevant", "required", "constraint", "calculation")
    table = f"| survey |\n| | type | name | label | {' | '.join(names)} |\n| | {type_} | q | Q | | | | |\n"
    table += f"| | text | t | T | {' | '.join(cells.get(name, '') for name in names)} |\n"
    warnings = load_form_bytes((table + CHOICES).encode(), name="essai.md").warnings
    return [(each.code, each.row, each.column) for each in warnings]


@pytest.mark.parametrize(
    "rule",
    ["${q} = 'peutetre'", '${q} != "ouii"', "selected(${q}, 'Oui')", "${q} = ‘ouii’", "1 = 2 or ${q}='x'"],
)
def test_a_choice_that_the_list_lacks_is_told(rule):
    assert ("form.value_not_in_list", 3, "relevant") in told(relevant=rule)


@pytest.mark.parametrize("rule", ["${q} = 'oui'", "${q} != ''", "selected(${q}, 'non')", "${q} = 'NaN'"])
def test_a_choice_that_is_there_is_not(rule):
    assert told(relevant=rule) == []


def test_several_choices_are_each_looked_for():
    assert told("select_multiple on", relevant="${q} = 'oui non'") == []
    assert told("select_multiple on", relevant="${q} = 'oui nom'") == [
        ("form.value_not_in_list", 3, "relevant")
    ]


def test_the_list_of_a_question_with_another_answer_is_open():
    assert told("select_one on or_other", relevant="${q} = 'other'") == []


@pytest.mark.parametrize("word", ["oui", "نعم", "vrai", "q"])
def test_a_word_alone_is_no_rule(word):
    assert told(required=word) == [("form.bare_word", 3, "required")]


@pytest.mark.parametrize("rule", ["yes", "No", "true()", "1", "${q} = 'oui'"])
def test_yes_no_and_rules_are(rule):
    assert told(required=rule) == []
