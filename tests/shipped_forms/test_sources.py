"""The tables a form is made of: words in three languages, codes, privacy."""

import re
from collections import Counter

import pytest

from fieldapp.forms.official_lists import COMMUNES, file_of
from tests.shipped_forms.conftest import ROOT, form_folders

FORMS = pytest.mark.parametrize("folder", form_folders(), ids=lambda folder: folder.name)
LANGUAGES = ("fr", "ar", "en")
WITHOUT_WORDS = ("start", "end", "today", "deviceid", "username", "calculate")


def rows_of(builder, folder, name):
    """The rows of a form, those of the blocks it includes among them."""
    return {"survey": builder.survey_rows, "texts": builder.text_rows}[name](folder)


@FORMS
def test_every_text_stands_in_three_languages(builder, folder):
    missing = [
        (row["name"], row["kind"])
        for row in rows_of(builder, folder, "texts")
        if not all(row[code].strip() for code in LANGUAGES)
    ]
    assert missing == []


@FORMS
def test_every_question_and_section_has_a_label(builder, folder):
    labelled = {row["name"] for row in rows_of(builder, folder, "texts") if row["kind"] == "label"}
    asked = {
        row["name"]
        for row in rows_of(builder, folder, "survey")
        if row["name"] and row["type"] not in WITHOUT_WORDS
    }
    assert asked - labelled == set()


@FORMS
def test_every_constraint_explains_itself(builder, folder):
    texts = {(row["name"], row["kind"]) for row in rows_of(builder, folder, "texts")}
    constrained = {row["name"] for row in rows_of(builder, folder, "survey") if row["constraint"]}
    assert {name for name in constrained if (name, "constraint_message") not in texts} == set()


@FORMS
def test_no_text_belongs_to_a_question_that_is_gone(builder, folder):
    names = {row["name"] for row in rows_of(builder, folder, "survey")} | {"*"}
    assert {row["name"] for row in rows_of(builder, folder, "texts")} - names == set()


@FORMS
def test_a_text_is_written_once(builder, folder):
    counted = Counter((row["name"], row["kind"]) for row in rows_of(builder, folder, "texts"))
    assert [key for key, times in counted.items() if times > 1] == []


@FORMS
def test_every_message_belongs_to_a_rule(builder, folder):
    rules = {row["name"]: row for row in rows_of(builder, folder, "survey")}
    columns = {"constraint_message": "constraint", "required_message": "required"}
    idle = [
        (row["name"], row["kind"])
        for row in rows_of(builder, folder, "texts")
        if row["kind"] in columns and row["name"] != "*" and not rules[row["name"]][columns[row["kind"]]]
    ]
    assert idle == []


@FORMS
def test_arabic_is_written_in_arabic_and_output_fields_are_kept(builder, folder):
    for row in rows_of(builder, folder, "texts"):
        assert re.search("[ء-ي]", row["ar"]), row
        fields = [sorted(re.findall(r"\$\{\w+\}", row[code])) for code in LANGUAGES]
        assert fields[0] == fields[1] == fields[2], row


@FORMS
def test_names_are_snake_case_and_used_once(builder, folder):
    names = [row["name"] for row in rows_of(builder, folder, "survey") if row["name"]]
    assert [name for name in names if not re.fullmatch(r"[a-z][a-z0-9_]*", name)] == []
    assert [name for name, times in Counter(names).items() if times > 1] == []


@FORMS
def test_every_question_and_repeat_states_its_privacy(builder, folder):
    for row in rows_of(builder, folder, "survey"):
        if row["type"] == "begin group" or row["type"].startswith("end "):
            continue
        privacy, consent = row["bind::fieldapp:privacy"], row["bind::fieldapp:consent"]
        assert privacy in {"public", "consent", "internal", "sensitive"}, row["name"]
        assert bool(consent) == (privacy == "consent"), row["name"]


@FORMS
def test_consent_is_asked_with_a_required_yes_or_no(builder, folder):
    survey = {row["name"]: row for row in rows_of(builder, folder, "survey")}
    named = {row["bind::fieldapp:consent"] for row in survey.values()} - {""}
    for reference in named:
        question = survey[reference.removeprefix("${").removesuffix("}")]
        assert (question["type"], question["required"]) == ("select_one oui_non", "yes")


@FORMS
def test_every_list_a_form_asks_for_exists(builder, folder, lists):
    types = [row["type"] for row in rows_of(builder, folder, "survey")]
    assert {each.split()[1] for each in types if each.startswith(builder.SELECTS)} <= set(lists)


@FORMS
def test_records_and_communes_are_chosen_from_lists_that_are_served(builder, folder):
    types = [row["type"] for row in rows_of(builder, folder, "survey")]
    files = [each.split()[1] for each in types if each.startswith("select_one_from_file ")]
    served = {f"records-{each.name}.csv" for each in form_folders()} | {file_of(COMMUNES)}
    assert set(files) <= served


def test_a_code_stands_once_in_its_list_and_is_plain(lists):
    for name, rows in lists.items():
        codes = [row["code"] for row in rows]
        assert len(codes) == len(set(codes)), name
        assert all(re.fullmatch(r"[A-Za-z0-9_.]+", code) for code in codes), name


def test_every_choice_has_three_labels_and_a_source(lists):
    for name, rows in lists.items():
        assert [
            row["code"] for row in rows if not all(row[k].strip() for k in (*LANGUAGES, "source"))
        ] == [], name


def test_no_two_choices_of_a_list_read_the_same(lists):
    for name, rows in lists.items():
        for code in LANGUAGES:
            counted = Counter(row[code] for row in rows)
            assert [label for label, times in counted.items() if times > 1] == [], (name, code)


def test_a_list_lives_in_one_file(builder):
    homes = {}
    for path in sorted((ROOT / "forms" / "lists").glob("*.csv")):
        for row in builder.read_rows(path):
            assert homes.setdefault(row["list"], path.name) == path.name


def test_the_readme_of_the_lists_names_every_list(lists):
    readme = (ROOT / "forms" / "lists" / "README.md").read_text(encoding="utf-8")
    assert [name for name in lists if f"`{name}`" not in readme] == []


def test_there_are_12_regions_and_75_provinces_each_in_its_region(lists):
    regions = {row["code"] for row in lists["region"]}
    assert (len(regions), len(lists["province"])) == (12, 75)
    assert all(
        row["region"] in regions and row["code"].startswith(row["region"] + ".") for row in lists["province"]
    )


def test_every_service_has_a_family_and_there_are_at_most_80(lists):
    families = {row["code"] for row in lists["service_categorie"]}
    assert {row["categorie"] for row in lists["service"]} == families
    assert len(lists["service"]) <= 80


def test_a_program_or_person_reads_oui_as_yes(lists):
    assert [row["code"] for row in lists["oui_non"]] == ["oui", "non"]
