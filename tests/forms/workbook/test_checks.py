import pytest

from tests.forms.tables import problems, refusal

HEAD = "| survey |\n| | type | name | label | relevant | constraint | calculation | choice_filter |\n"
CHOICES = "| choices |\n| | list_name | name | label | region |\n| | ville | rba | Rabat | rsk |\n"


def survey(*rows):
    return HEAD + "".join(f"| | {row} |\n" for row in rows) + CHOICES


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["text | a | A ${b} | | | |"], ("form.unknown_reference", "survey", 2, "label")),
        (["text | a | A | ${b} = 1 | | |"], ("form.unknown_reference", "survey", 2, "relevant")),
        (["text | a | A", "text | a | B"], ("form.duplicate_name", "survey", 3, "name")),
        (["textt | a | A"], ("form.unknown_type", "survey", 2, "type")),
        (["text | | A"], ("form.missing_name", "survey", 2, "name")),
        (["text | a b | A"], ("form.invalid_name", "survey", 2, "name")),
        (["| a | A"], ("form.missing_type", "survey", 2, "type")),
        (["select_one villes | a | A"], ("form.missing_list", "survey", 2, "type")),
        (["select_one | a | A"], ("form.no_list", "survey", 2, "type")),
        (["begin group | g | G", "text | a | A"], ("form.unclosed", "survey", 2, "type")),
        (["text | a | A", "end repeat |"], ("form.unexpected_end", "survey", 3, "type")),
        (["text | a | A | . > |"], ("xpath.unfinished", "survey", 2, "relevant")),
        (["text | a | A | | contient(., 'x') |"], ("xpath.unknown_function", "survey", 2, "constraint")),
        (
            ["select_one ville | a | A | | | | zone = 1"],
            ("form.missing_column", "survey", 2, "choice_filter"),
        ),
        (["calculate | a | | | | ${a} + 1"], ("form.cycle", "survey", 2, "calculation")),
    ],
)
def test_each_mistake_is_named_with_its_cell(rows, expected):
    assert expected in problems(survey(*rows))


def test_all_mistakes_are_told_at_once():
    found = problems(survey("texte | a | A", "integer | b | B | ${c} > |", "select_one villes | b | B"))
    assert {code for code, *_ in found} == {
        "form.unknown_type",
        "form.unknown_reference",
        "xpath.unfinished",
        "form.missing_list",
        "form.duplicate_name",
    }


def test_a_misspelt_name_comes_with_the_nearest_one():
    (problem,) = refusal(survey("integer | revenu | R", "text | a | A | ${reveneu} > 1 |"))
    assert (problem.facts["name"], problem.facts["nearest"]) == ("reveneu", ("revenu",))
    assert problem.text == "${reveneu} > 1"


def test_a_caret_can_be_drawn_under_the_mistake():
    (problem,) = refusal(survey("integer | revenu | R", "text | a | A | ${revenu} > foo(1) |"))
    offset = problem.facts["offset"]
    assert problem.text[offset : offset + problem.facts["length"]].startswith("foo")


def test_a_circle_is_told_whole():
    (problem,) = refusal(
        survey("calculate | a | | | | ${b} + 1", "calculate | b | | | | ${c}", "calculate | c | | | | ${a}")
    )
    assert problem.facts["circle"] == ["a", "b", "c", "a"]


def test_a_circle_through_relevance_is_a_circle():
    assert {
        code for code, *_ in problems(survey("text | a | A | ${b} = 1 |", "calculate | b | | | | ${a}"))
    } == {"form.cycle"}


def test_a_name_in_two_groups_is_ambiguous_only_when_it_is_cited():
    rows = ["begin group | g | G", "text | a | A", "end group |", "text | a | A", "note | n | ${a}"]
    assert problems(survey(*rows)) == {("form.ambiguous_reference", "survey", 6, "label")}


def test_choices_are_checked():
    table = survey("select_one ville | v | V") + "| | ville | rba | Rabat | x |\n| | ville | | Salé | x |\n"
    assert problems(table) == {
        ("form.duplicate_choice", "choices", 3, "name"),
        ("form.missing_choice_name", "choices", 4, "name"),
    }


def test_settings_are_checked():
    settings = "| settings |\n| | form_id | instance_name | export_policy |\n| | f | ${nomm} | full |\n"
    assert problems(survey("text | nom | N") + settings) == {
        ("form.unknown_reference", "settings", 2, "instance_name"),
        ("form.unknown_setting", "settings", 2, "export_policy"),
    }


def test_fieldapp_columns_need_their_namespace():
    table = "| survey |\n| | type | name | label | bind::fieldapp:privacy |\n| | text | a | A | public |\n"
    assert problems(table + "| settings |\n| | form_id |\n| | f |\n") == {
        ("form.missing_namespace", "survey", 2, "bind::fieldapp:privacy")
    }


@pytest.mark.parametrize(
    ("privacy", "consent", "code"),
    [("secret", "", "form.unknown_privacy"), ("consent", "", "form.consent_missing")],
)
def test_privacy_is_checked(privacy, consent, code):
    head = "| survey |\n| | type | name | label | bind::fieldapp:privacy | bind::fieldapp:consent |\n"
    found = problems(head + f"| | text | a | A | {privacy} | {consent} |\n")
    assert [(each[0], each[1], each[2]) for each in found] == [(code, "survey", 2)]


def test_what_pyxform_alone_refuses_is_a_problem_too():
    assert {code for code, *_ in problems(survey("begin group | g | G", "end group |", "rank ville | r |"))}


def test_endless_nesting_is_refused_in_words():
    rows = [f"begin group | g{n} | G" for n in range(5000)] + ["end group |"] * 5000
    assert {code for code, *_ in problems(survey(*rows))} == {"form.too_deep"}
