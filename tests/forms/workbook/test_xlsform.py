"""What pyxform refuses is said in our words, whatever pyxform says it in."""

import pytest
from pyxform.errors import ErrorCode

from fieldapp.base.sentences import LANGUAGES, sentence
from fieldapp.forms import FormProblems
from fieldapp.forms.workbook.sheets import read_markdown
from fieldapp.forms.workbook.xlsform import _problem, convert

NEVER_SAID = {
    "HEADER_001",
    "HEADER_004",
    "INTERNAL_001",
    "INTERNAL_002",
    "LABEL_001",
    "NAMES_002",
    "NAMES_006",
} | {
    "NAMES_007",
    "NAMES_013",
    "SURVEY_001",
    "SURVEY_002",
}
"""Warnings of pyxform, its own faults, and what is told before it is asked."""
HEAD = "| survey |\n| | type | name | label | parameters | appearance | trigger | calculation | save_to |\n"
CHOICES = "| choices |\n| | list_name | name | label |\n| | l | a | A |\n"


def refused(*rows, more=""):
    table = HEAD + "".join(f"| | {row} |\n" for row in rows) + CHOICES + more
    with pytest.raises(FormProblems) as caught:
        convert(read_markdown(table.encode(), source="f.md"))
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    "code", [code for code in ErrorCode if code.name not in NEVER_SAID], ids=lambda code: code.name
)
def test_every_code_of_the_converter_has_words_of_ours(code):
    said = code.value.format(
        row=7, sheet="survey", column="name", q="q", name="n", value="v", saveto="s", other_row=3, dataset="d"
    )
    assert _problem(said).code != "form.xlsform"


@pytest.mark.parametrize(
    ("rows", "more", "code"),
    [
        (["range | a | A | start=1 end=0 step=x"], "", "form.bad_range"),
        (["range | a | A | start=1 end=5 step=0"], "", "form.bad_range"),
        (["text | a | A | rows=x"], "", "form.bad_parameter"),
        (["text | a | A | nope=1"], "", "form.unknown_parameter"),
        (["text | a | A | nope"], "", "form.bad_parameters"),
        (["select_one l | a | A | randomize=x"], "", "form.bad_parameter"),
        (["select_one l | a | A | seed=1"], "", "form.bad_parameter"),
        (["image | a | A | max-pixels=x"], "", "form.bad_parameter"),
        (["audit | b | |"], "", "form.audit_name"),
        (["calculate | a | |"], "", "form.no_calculation"),
        (["text | a | A | | | | | x"], "", "form.entity_without_sheet"),
        (["calculate | a | | | | | 1", "text | b | B | | | ${a} | 2 |"], "", "form.trigger_unseen"),
        (["text | a | |"], "", "form.missing_label"),
        (
            [
                "begin group | g | G | | table-list",
                "select_one l | a | A",
                "select_one m | b | B",
                "end group |",
            ],
            "| | m | x | X |\n",
            "form.table_list_mixed",
        ),
        (["select_one_from_file l.csv | a | A", "select_one l | b | B"], "", "form.list_named_as_file"),
        (
            ["text | a | A"],
            "| settings |\n| | omit_instanceID | public_key |\n| | yes | x |\n",
            "form.instance_id_omitted",
        ),
        (["text | a | A"], "| entities |\n| | list_name |\n| | d |\n", "form.entity_without_label"),
        (["text | a | A"], "| entities |\n| | list_name | label |\n| | __d | x |\n", "form.entity_bad_name"),
    ],
)
def test_what_the_converter_refuses_is_told_in_our_words(rows, more, code):
    assert refused(*rows, more=more).code == code


def test_the_row_and_the_facts_are_kept():
    problem = refused("text | a | A", "text | b | B | nope=1")
    assert (problem.sheet, problem.row, problem.facts) == (
        "survey",
        3,
        {"accepted": "rows", "rejected": "nope"},
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nobody_knows_is_quoted_inside_a_sentence(language):
    problem = _problem("[row : 4] Something new.")
    said = sentence(problem.code, problem.facts, language)
    assert (problem.row, problem.sheet) == (4, "survey")
    assert "Something new" in said
    assert len(said) > 40
