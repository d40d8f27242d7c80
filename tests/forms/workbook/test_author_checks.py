"""What is told of a workbook beyond what would keep it from being converted: sense, reach, spelling, odd cells."""

import re

import pytest

from fieldapp.forms import FormProblems, Severity, load_form_bytes
from fieldapp.forms.workbook.findings import MAX_PROBLEMS
from tests.forms.tables import form, problems, refusal
from tests.forms.workbooks import edited, workbook

HEAD = "| survey |\n| | type | name | label | relevant | calculation | required | repeat_count |\n"
CHOICES = (
    "| choices |\n| | list_name | name | label |\n| | ville | rba | Rabat |\n| | ville | la ville | Salé |\n"
)


def survey(*rows):
    return HEAD + "".join(f"| | {row} |\n" for row in rows)


def warned(table):
    return {(each.code, each.row, each.column) for each in form(table).warnings}


def repeated(outside):
    return survey("begin repeat | r | R", "integer | n | N", "end repeat |", outside)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (survey("calculate | a | |"), ("form.no_calculation", "survey", 2, "calculation")),
        (survey("text | meta | M"), ("form.reserved_name", "survey", 2, "name")),
        (survey("text | instanceID | M"), ("form.reserved_name", "survey", 2, "name")),
        (survey("text | a | |"), ("form.missing_label", "survey", 2, "label")),
        (survey("note | a | |"), ("form.missing_label", "survey", 2, "label")),
        (survey("text | a | ${b"), ("form.bad_reference", "survey", 2, "label")),
        (survey("text | a | A", "text | b | ${ a }"), ("form.bad_reference", "survey", 3, "label")),
        (
            survey("begin repeat | essai | R", "text | a | A", "end repeat |"),
            ("form.repeat_name_taken", "survey", 2, "name"),
        ),
        (
            survey("begin repeat | r | R | | | | 2001", "text | a | A", "end repeat |"),
            ("form.too_many_repeats", "survey", 2, "repeat_count"),
        ),
        (
            survey("begin repeat | r | R | | | | ${n}", "text | a | A", "end repeat |"),
            ("form.unknown_reference", "survey", 2, "repeat_count"),
        ),
        (survey("select_multiple ville | a | A") + CHOICES, ("form.choice_with_space", "choices", 3, "name")),
        ("| survey |\n| | name | label |\n| | a | A |\n", ("form.missing_heading", "survey", 0, "")),
        (
            "| survey |\n| | type | name | label | label |\n| | text | a | A | B |\n",
            ("form.duplicate_column", "survey", 1, ""),
        ),
        (
            "| survey |\n| | type | name | relevant | relevance |\n| | text | a | | |\n",
            ("form.duplicate_column", "survey", 1, ""),
        ),
        ("| survey |\n| | type | name | label |\n", ("form.no_questions", "survey", 0, "")),
    ],
)
def test_what_cannot_work_is_an_error(table, expected):
    assert expected in problems(table)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (survey("note | a | A | | | yes"), ("form.required_note", 2, "required")),
        (
            "| survey |\n| | type | name | label | required | read_only |\n| | text | a | A | yes | yes |\n",
            ("form.required_note", 2, "required"),
        ),
        (survey("text | a | A", "text | b | B | ${a} = ‘x’"), ("form.smart_quotes", 3, "relevant")),
        (repeated("note | t | ${n}"), ("form.other_repeat", 5, "label")),
        (repeated("calculate | t | | | ${n} + 1"), ("form.other_repeat", 5, "calculation")),
        (
            survey("integer | a | A", "text | b | B | ${a} > 5 and ${a} < 3"),
            ("xpath.never_true", 3, "relevant"),
        ),
        (survey("integer | a | A", "text | b | B | ${a} = 'riche'"), ("xpath.never_equal", 3, "relevant")),
        (survey("text | a | A") + "| choises |\n| | x |\n| | y |\n", ("form.sheet_misspelt", 0, "")),
    ],
)
def test_what_works_and_cannot_be_meant_is_a_warning(table, expected):
    assert expected in warned(table)


@pytest.mark.parametrize(
    "formula",
    [
        "sum(${n})",
        "count(${n}) + 1",
        "indexed-repeat(${n}, ${r}, 1)",
        "join(' ', ${n})",
        "if(true(), max(${n}), 0)",
    ],
)
def test_a_function_over_all_instances_may_reach_into_a_repeat(formula):
    assert warned(repeated(f"calculate | t | | | {formula}")) == set()


def test_a_name_within_reach_once_is_still_looked_at_again():
    assert ("form.other_repeat", 5, "calculation") in warned(repeated("calculate | t | | | sum(${n}) + ${n}"))


def test_the_same_mistake_in_a_cell_is_told_once():
    assert [problem.code for problem in refusal(survey("note | a | ${x} ${x}"))] == ["form.unknown_reference"]


def test_the_same_repeat_is_within_reach():
    table = survey("begin repeat | r | R", "integer | n | N", "note | t | ${n}", "end repeat |")
    assert warned(table) == set()


def test_relevance_is_held_against_that_of_the_groups_around():
    rows = ["integer | a | A", "begin group | g | G | ${a} > 5", "text | b | B | ${a} < 3", "end group |"]
    assert ("xpath.never_true", 4, "relevant") in warned(survey(*rows))


def test_a_contradiction_is_told_in_the_words_of_the_form():
    table = survey("integer | a | A", "text | b | B | ${a} > 5 and ${a} < 3")
    (warning,) = form(table).warnings
    assert (warning.facts["one"], warning.facts["other"]) == ("${a} > 5", "${a} < 3")


def test_an_answer_of_another_repeat_may_well_satisfy_both():
    table = survey(
        "begin repeat | r | R", "integer | n | N", "end repeat |", "text | b | B | ${n} > 5 and ${n} < 3"
    )
    assert "xpath.never_true" not in {code for code, *_ in warned(table)}


@pytest.mark.parametrize(("heading", "right"), [("relevent", "relevant"), ("constrain", "constraint")])
def test_a_misspelt_heading_is_told_with_the_right_one(heading, right):
    (warning,) = form(f"| survey |\n| | type | name | label | {heading} |\n| | text | a | A | x |\n").warnings
    assert (warning.code, warning.column, warning.facts["nearest"]) == (
        "form.unknown_column",
        heading,
        (right,),
    )


def test_choices_may_have_columns_of_their_own():
    table = "| survey |\n| | type | name | label |\n| | select_one l | a | A |\n"
    table += "| choices |\n| | list_name | name | region | labell |\n| | l | x | rsk | y |\n"
    assert [(each.code, each.column) for each in form(table).warnings] == [("form.unknown_column", "labell")]


def test_a_filter_on_a_column_that_its_list_leaves_blank_is_told():
    table = (
        "| survey |\n| | type | name | label | choice_filter |\n| | select_one l | a | A | region = 'rsk' |\n"
    )
    table += (
        "| choices |\n| | list_name | name | label | region |\n| | l | x | X | |\n| | m | y | Y | rsk |\n"
    )
    assert warned(table) == {("form.blank_column", 2, "choice_filter")}


@pytest.mark.parametrize("quote", ["'", "‘", "“"])
def test_smart_quotes_are_read_as_the_converter_reads_them(quote):
    table = survey(
        "text | a | A", f"text | b | B | ${{a}} = {quote}x{quote.translate({8216: 8217, 8220: 8221})}"
    )
    assert form(table).bind("/essai/b").relevant is not None


def test_the_question_is_named_in_the_facts():
    (problem,) = refusal(survey("text | nom | ${x}"))
    assert problem.facts["question"] == "nom"


def test_errors_come_before_warnings_and_warnings_come_with_them():
    found = refusal(survey("note | a | A | | | yes", "text | b | ${x}"))
    assert [problem.severity for problem in found] == [Severity.ERROR, Severity.WARNING]


def test_no_more_problems_are_told_than_anybody_reads(monkeypatch):
    monkeypatch.setattr("fieldapp.forms.workbook.findings.MAX_PROBLEMS", 5)
    found = refusal(survey(*(f"text | q{number} | ${{x}}" for number in range(50))))
    assert [problem.code for problem in found].count("form.unknown_reference") == 5
    assert MAX_PROBLEMS > 5
    assert "form.too_many_problems" in {problem.code for problem in found}


def test_a_disabled_row_is_not_there():
    table = "| survey |\n| | type | name | label | disabled |\n| | text | a | A | |\n| | tekst | a | ${x} | yes |\n"
    assert {question.name for question in form(table).questions()} == {"a"}


def told(data):
    try:
        found = load_form_bytes(data, name="f.xlsx").warnings
    except FormProblems as error:
        found = error.problems
    return {(each.code, each.sheet, each.row, each.column) for each in found}


SURVEY = [["type", "name", "label"], ["text", "a", "A"], ["text", "b", "B"]]


def test_a_cell_that_the_spreadsheet_could_not_work_out_is_told():
    data = workbook(survey=[*SURVEY, ["text", "c", "#REF!"]])
    assert told(data) == {("form.cell_error", "survey", 4, "label")}


def test_a_formula_that_was_never_worked_out_is_told():
    data = workbook(survey=[*SURVEY, ["text", "c", '=CONCATENATE("x","y")']])
    assert ("form.formula_without_value", "survey", 4, "label") in told(data)


def test_nothing_is_told_of_what_only_follows_from_such_a_formula():
    data = workbook(survey=[*SURVEY, ["text", "c", "=A1"], ["text", "d", ""]])
    assert told(data) == {
        ("form.formula_without_value", "survey", 4, "label"),
        ("form.missing_label", "survey", 5, "label"),
    }


def test_an_open_reference_is_told_once():
    codes = [each.code for each in refusal(survey("text | a | A", "text | b | B | ${a} + ${a"))]
    assert codes == ["form.bad_reference"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Select_One ville", ("select_one ville",)),
        ("select_one ville or_otherr", ("select_one ville or_other",)),
        ("select_multiple ville 3", ()),
        ("txt", ("text",)),
    ],
)
def test_a_type_is_answered_with_what_was_meant(written, meant):
    (problem,) = refusal(survey(f"{written} | a | A") + CHOICES)
    assert (problem.code, problem.facts["nearest"]) == ("form.unknown_type", meant)


def test_a_formula_with_a_value_is_its_value():
    def compute(sheet):
        return re.sub(rb"<f>1\+1</f><v\s*/?>(</v>)?", b"<f>1+1</f><v>2</v>", sheet)

    data = edited(workbook(survey=[*SURVEY, ["text", "c", "=1+1"]]), "xl/worksheets/sheet1.xml", compute)
    assert told(data) == set()


def test_merged_cells_are_told():
    data = workbook(survey=SURVEY, merge="B2:B3")
    assert ("form.merged_cells", "survey", 0, "") in told(data)


def test_merged_headings_below_nothing_are_not_told():
    assert told(workbook(survey=SURVEY, merge="A9:B9")) == set()


def test_hidden_rows_and_sheets_count_and_are_told():
    data = workbook(
        survey=SURVEY, choices=[["list_name", "name"], ["l", "x"]], hide_row=3, hide_sheet="choices"
    )
    assert {code for code, *_ in told(data)} == {"form.hidden_rows", "form.hidden_sheet"}


def test_blank_rows_do_not_shift_the_numbers_nor_end_the_form():
    rows = [*SURVEY, *([None] for _ in range(80)), ["text", "c", "${x}"]]
    assert told(workbook(survey=rows)) == {("form.unknown_reference", "survey", 84, "label")}


def test_what_stands_after_eighty_blank_rows_is_asked():
    rows = [*SURVEY, *([None] for _ in range(80)), ["text", "c", "C"]]
    definition = load_form_bytes(workbook(survey=rows), name="f.xlsx")
    assert [question.name for question in definition.questions()] == ["a", "b", "c"]


def test_privacy_is_told_together_with_all_else():
    head = "| survey |\n| | type | name | label | bind::fieldapp:privacy | bind::fieldapp:consent |\n"
    found = problems(
        head + "| | text | a | A | secret | |\n| | text | b | B | consent | |\n| | text | c | ${x} | | |\n"
    )
    assert {code for code, *_ in found} == {
        "form.unknown_privacy",
        "form.consent_missing",
        "form.unknown_reference",
    }


@pytest.mark.parametrize("quote", ["'", '"'])
def test_the_question_that_a_choice_name_cites_stands_in_quotes(quote):
    cited = f"jr:choice-name(${{accord}}, {quote}${{accord}}{quote})"
    table = f"""
| survey |
| | type | name | label | calculation |
| | select_one oui_non | accord | Accord | |
| | calculate | dit | | {cited} |
| choices |
| | list_name | name | label |
| | oui_non | oui | Oui |
| settings |
| | form_id | version | instance_name |
| | essai | 1 | {cited} |
"""
    assert [problem.code for problem in form(table).warnings] == []
