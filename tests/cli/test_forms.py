"""`fieldapp form check`: every problem at once, with its place, in the reader's language."""

import pytest

from fieldapp.base.paths import shipped_forms
from fieldapp.forms.support import FEATURES

BROKEN = """
| survey |         |        |         |                  |
|        | type    | name   | label   | relevant         |
|        | text    | nom    | Nom     |                  |
|        | integer | revenu | Revenu  | ${reveneu} > 0   |
|        | text    | suite  | Suite   | nosuch(${nom})   |
|        | text    | nom    | Encore  |                  |
| settings |       |        |         |                  |
|        | form_id | version |        |                  |
|        | essai   | 1      |         |                  |
"""


@pytest.fixture
def broken(tmp_path):
    path = tmp_path / "essai.md"
    path.write_text(BROKEN, encoding="utf-8")
    return path


def test_the_shipped_form_has_no_problem(run):
    path = shipped_forms() / "fiche_organisation" / "fiche_organisation.xlsx"
    assert run("form", "check", path).exit_code == 0


def test_all_problems_come_at_once_with_their_rows(run, broken):
    checked = run("form", "check", broken, "--json")
    problems = checked.data["forms"][0]["problems"]
    assert checked.exit_code == 1
    assert {problem["row"] for problem in problems} >= {3, 4, 5}
    assert all(problem["sheet"] == "survey" for problem in problems)


def test_a_misspelt_name_is_answered_with_the_right_one(run, broken):
    said = run("form", "check", broken).stderr
    assert "${reveneu}" in said
    assert "Vouliez-vous dire ${revenu} ?" in said


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 not really", b"\x00\x01\x02", b"<xml", b"a;b;c"])
@pytest.mark.parametrize("suffix", ["xlsx", "md", "xml", "xls"])
def test_no_file_whatever_gives_a_traceback(run, tmp_path, data, suffix):
    path = tmp_path / f"form.{suffix}"
    path.write_bytes(data)
    checked = run("form", "check", path)
    assert checked.exit_code == 1
    assert "Traceback" not in checked.output


def test_a_missing_file_is_said(run, tmp_path):
    assert run("form", "check", tmp_path / "nothing.xlsx").exit_code == 1


def test_one_unreadable_file_does_not_hide_the_others(run, broken, tmp_path):
    checked = run("form", "check", tmp_path, broken, "--json")
    assert [bool(one.get("problems")) for one in checked.data["forms"]] == [False, True]


WARNED = (
    BROKEN.replace("${reveneu} > 0", "${revenu} > 0")
    .replace("nosuch(${nom})", "")
    .replace("|        | text    | nom    | Encore  |                  |\n", "")
    .replace("${revenu} > 0", "${nom} = ‘x’")
)


@pytest.fixture
def warned(tmp_path):
    path = tmp_path / "averti.md"
    path.write_text(WARNED, encoding="utf-8")
    return path


def test_a_caret_stands_under_the_mistake(run, broken):
    lines = run("form", "check", broken).stderr.splitlines()
    number = next(number for number, line in enumerate(lines) if "nosuch() n’existe pas" in line)
    assert lines[number + 1 : number + 3] == ["    nosuch(${nom})", "    ^^^^^^"]


def test_the_question_of_a_mistake_is_named(run, broken):
    assert "question « revenu »" in run("form", "check", broken).stderr


def test_warnings_are_told_apart_and_keep_nobody_out(run, warned):
    checked = run("form", "check", warned)
    assert checked.exit_code == 0
    assert "erreurs : 0 ; avertissements : 1." in checked.stdout
    assert "- avertissement, feuille survey, ligne 3" in checked.stdout


def test_a_picture_that_is_not_beside_the_form_is_told(run, tmp_path):
    path = tmp_path / "plan.md"
    path.write_text(
        "| survey |\n| | type | name | label | image |\n| | text | a | A | plan.png |\n", encoding="utf-8"
    )
    assert "plan.png" in run("form", "check", path).stdout
    (tmp_path / "plan.png").write_bytes(b"")
    assert "plan.png" not in run("form", "check", path).stdout


def test_strict_takes_a_warning_for_an_error(run, warned):
    assert run("form", "check", warned, "--strict").exit_code == 1


def test_programs_get_what_is_near_as_a_list(run, broken):
    problems = run("form", "check", broken, "--json").data["forms"][0]["problems"]
    assert ["revenu"] in [problem["facts"].get("nearest") for problem in problems]


def test_programs_get_counts_and_places(run, warned, broken):
    checked = run("form", "check", warned, broken, "--json")
    first, second = checked.data["forms"]
    assert (first["errors"], first["warnings"], second["errors"]) == (0, 1, 4)
    place = [first["problems"][0][name] for name in ("severity", "sheet", "row", "column", "text")]
    assert place == ["warning", "survey", 3, "relevant", "${nom} = ‘x’"]


@pytest.mark.parametrize(("language", "word"), [("fr", "avertissement"), ("ar", "تنبيه"), ("en", "warning")])
def test_problems_are_told_in_the_language_asked_for(run, warned, language, word):
    assert word in run("--language", language, "form", "check", warned).stdout


def test_the_table_of_support_is_printed_whole(run):
    printed = run("form", "support").stdout
    assert [name for name in (feature.name for feature in FEATURES) if name not in printed] == []


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_the_table_of_support_is_data_too(run, language):
    data = run("--language", language, "form", "support", "--json").data["features"]
    assert [(each["name"], each["support"]) for each in data] == [
        (each.name, each.support) for each in FEATURES
    ]
    assert [each["name"] for each in data if (each["support"] == "supported") == bool(each["instead"])] == []


def test_the_rules_of_the_house_count_only_when_asked_for(run, tmp_path):
    path = tmp_path / "essai.md"
    path.write_text("| survey |\n| | type | name | label |\n| | text | Nom | Nom |\n", encoding="utf-8")
    assert run("form", "check", path).exit_code == 0
    checked = run("form", "check", path, "--house", "--json")
    codes = {problem["code"] for problem in checked.data["forms"][0]["problems"]}
    assert checked.exit_code == 1
    assert {"house.not_snake_case", "house.missing_text", "house.no_privacy", "house.no_policy"} <= codes


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_a_change_under_the_same_version_is_told(run, tmp_path, language):
    old, new = tmp_path / "avant.md", tmp_path / "apres.md"
    settings = "| settings |\n| | form_id | version |\n| | essai | 1 |\n"
    for path, name in ((old, "nom"), (new, "prenom")):
        survey = f"| survey |\n| | type | name | label |\n| | text | {name} | Nom |\n"
        path.write_text(survey + settings, encoding="utf-8")
    told = run("--language", language, "form", "check", new, "--house", "--before", old).stderr
    assert "/data/nom (text)" in told
    assert "/data/prenom (text)" in told
