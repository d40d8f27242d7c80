"""The rules of the house, each broken in a form of a few rows."""

import pytest

from fieldapp.forms.code_lists import shared_lists
from fieldapp.forms.workbook.house_rules import check_house
from fieldapp.forms.workbook.sheets import read_markdown
from fieldapp.forms.workbook.xlsform import known_types

RIGHT = """
| survey |
| | type | name | label::Français (fr) | label::العربية (ar) | label::English (en) | bind::fieldapp:privacy |
| | begin group | identite | Identité | الهوية | Identity | |
| | select_one oui_non | accord | Accord | الموافقة | Agreement | public |
| | calculate | total | | | | internal |
| | end group | | | | | |
| choices |
| | list_name | name | label::Français (fr) | label::العربية (ar) | label::English (en) |
| | oui_non | oui | Oui | نعم | Yes |
| | oui_non | non | Non | لا | No |
| settings |
| | form_id | version | attribute::fieldapp:export_policy | form_title | attribute::fieldapp:title_ar | attribute::fieldapp:title_en |
| | essai | 1 | full | Essai | تجربة | Trial |
"""  # noqa: E501  (a row of settings is one line)


def workbook(table):
    return read_markdown(table.encode(), source="essai.md")


def broken(table, before=None):
    return check_house(
        workbook(table), shared_lists(), known_types=known_types(), before=before and workbook(before)
    )


def test_a_form_that_keeps_the_rules_has_no_problem():
    assert broken(RIGHT) == []


@pytest.mark.parametrize(
    ("written", "instead", "code", "column"),
    [
        ("| accord | Accord", "| AccordDonné | Accord", "house.not_snake_case", "name"),
        ("| identite | Identité", "| Identite | Identité", "house.not_snake_case", "name"),
        ("| Identité | الهوية |", "| Identité | |", "house.missing_text", "label"),
        ("| Agreement | public", "| | public", "house.missing_text", "label"),
        ("| public |", "| |", "house.no_privacy", "bind::fieldapp:privacy"),
        ("| internal |", "| secret |", "house.no_privacy", "bind::fieldapp:privacy"),
        ("| oui_non | non | Non | لا | No |", "| oui_no | non | Non | لا | No |", "house.list_not_shared", "list_name"),
        ("| oui_non | non | Non | لا | No |", "| oui_non | nsp | N | لا | N |", "house.code_not_shared", "name"),
        ("| Non | لا | No |", "| Non | لا | Nope |", "house.other_word", "label::English (en)"),
        ("| full |", "| |", "house.no_policy", "attribute::fieldapp:export_policy"),
        ("| essai | 1 |", "| essai | |", "house.no_version", "version"),
        ("| Essai |", "| |", "house.missing_text", "form_title"),
        ("| تجربة |", "| |", "house.missing_text", "attribute::fieldapp:title_ar"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_told_with_its_cell(written, instead, code, column):
    assert written in RIGHT
    assert [(each.code, each.column) for each in broken(RIGHT.replace(written, instead))] == [(code, column)]


@pytest.mark.parametrize("rule", ["constraint", "required"])
def test_a_rule_that_a_person_may_break_needs_its_words_in_every_language(rule):
    table = RIGHT.replace("| bind::fieldapp:privacy |", f"| bind::fieldapp:privacy | {rule} |")
    table = table.replace("| public |", "| public | yes |")
    (problem,) = broken(table)
    assert (problem.facts["kind"], problem.facts["languages"]) == (f"{rule}_message", ["fr", "ar", "en"])


def test_a_misspelt_list_is_answered_with_the_right_one():
    (problem,) = broken(RIGHT.replace("| oui_non | non |", "| oui_no | non |"))
    assert "oui_non" in problem.facts["nearest"]


def test_a_question_that_changes_under_its_version_is_told():
    (problem,) = broken(RIGHT.replace("| accord |", "| entente |"), before=RIGHT)
    assert (problem.code, problem.column) == ("house.same_version", "version")
    assert problem.facts["gone"] == ["/data/identite/accord (select_one oui_non)"]
    assert problem.facts["new"] == ["/data/identite/entente (select_one oui_non)"]


def test_a_code_that_goes_under_its_version_is_told():
    (problem,) = broken(RIGHT.replace("| | oui_non | non | Non | لا | No |\n", ""), before=RIGHT)
    assert problem.facts["gone"] == ["oui_non: non"]


@pytest.mark.parametrize(
    "change", [("| accord | Accord |", "| accord | Entente |"), ("| essai | 1 |", "| essai | 2 |")]
)
def test_words_and_new_versions_may_change(change):
    assert [each.code for each in broken(RIGHT.replace(*change), before=RIGHT)] == []


def test_another_form_is_no_earlier_version():
    other = RIGHT.replace("| essai | 1 |", "| autre | 1 |").replace("| accord |", "| entente |")
    assert broken(RIGHT, before=other) == []
