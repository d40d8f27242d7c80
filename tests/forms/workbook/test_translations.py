import pytest

from fieldapp.forms import load_form_bytes
from tests.forms.tables import form


def warned(table):
    return {(each.code, each.sheet, each.row, each.column) for each in form(table, settings="").warnings}


def survey(head, *rows):
    return f"| survey |\n| | type | name | {head} |\n" + "".join(f"| | text | {row} |\n" for row in rows)


SETTINGS = "| settings |\n| | form_id | default_language |\n| | f | Français (fr) |\n"
TWO = "label::Français (fr) | label::العربية (ar)"


def test_a_form_in_one_language_has_nothing_to_miss():
    assert warned(survey("label::Français (fr)", "a | A")) == set()


def test_what_is_missing_in_a_language_is_counted_and_placed():
    table = survey(TWO, "a | A | أ", "b | B | ", "c | C | ") + SETTINGS
    (warning,) = form(table).warnings
    assert (warning.code, warning.row, warning.column) == (
        "form.missing_translation",
        3,
        "label::العربية (ar)",
    )
    assert (warning.facts["count"], warning.facts["rows"]) == (2, ["3", "4"])


def test_hints_are_held_against_the_languages_of_labels():
    table = survey(TWO + " | hint::Français (fr)", "a | A | أ | Indice") + SETTINGS
    (warning,) = form(table).warnings
    assert (warning.facts["head"], warning.facts["language"]) == ("hint", "العربية (ar)")


def test_choices_are_looked_at_too():
    table = "| survey |\n| | type | name | label::A (fr) | label::B (ar) |\n| | select_one l | q | x | y |\n"
    table += "| choices |\n| | list_name | name | label::A (fr) | label::B (ar) |\n| | l | a | x | |\n"
    table += "| settings |\n| | default_language |\n| | A (fr) |\n"
    assert ("form.missing_translation", "choices", 2, "label::B (ar)") in warned(table)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("French", "Français (fr)"),
        ("Arabic", "العربية (ar)"),
        ("English (en)", "english"),
        ("X (zz)", "Y (zz)"),
    ],
)
def test_one_language_under_two_names_is_told(one, other):
    table = f"| survey |\n| | type | name | label::{one} | hint::{other} |\n| | text | a | A | B |\n"
    assert "form.language_twice" in {code for code, *_ in warned(table)}


def test_two_languages_are_two():
    table = survey(TWO, "a | A | أ") + SETTINGS
    assert warned(table) == set()


def test_a_form_in_several_languages_says_which_comes_first():
    assert warned(survey(TWO, "a | A | أ")) == {
        ("form.no_default_language", "settings", 1, "default_language")
    }


def test_a_default_language_that_no_column_has_is_told():
    table = survey(TWO, "a | A | أ") + SETTINGS.replace("Français (fr)", "Francais (fr)")
    (warning,) = form(table).warnings
    assert (warning.code, warning.facts["nearest"]) == ("form.unknown_default_language", ("Français (fr)",))


def test_a_column_without_a_language_is_in_the_default_one():
    table = "| survey |\n| | type | name | label | label::العربية (ar) |\n| | text | a | A | أ |\n"
    table += "| choices |\n| | list_name | name | label::Français (fr) | label::العربية (ar) |\n| | l | x | X | س |\n"
    assert warned(table + SETTINGS) == set()


def test_without_a_default_a_column_without_a_language_is_a_language_of_its_own():
    found = warned("| survey |\n| | type | name | label | label::x |\n| | text | a | A | |\n")
    assert ("form.missing_translation", "survey", 2, "label::x") in found


def test_the_english_words_of_or_other_are_told_where_a_form_speaks_another_language():
    choices = "| choices |\n| | list_name | name | label{0} |\n| | on | oui | Oui |\n"

    def told(language):
        table = f"| survey |\n| | type | name | label{language} |\n| | select_one on or_other | a | A |\n"
        found = load_form_bytes((table + choices.format(language)).encode(), name="essai.md").warnings
        return [(each.code, each.row, each.column) for each in found if each.code == "form.other_in_english"]

    assert told("::Français (fr)") == [("form.other_in_english", 2, "type")]
    assert told("::English (en)") == told("") == []
