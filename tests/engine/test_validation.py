import pytest

from fieldapp.engine import Violation
from tests.engine.sessions import session
from tests.engine.xforms import xform

COLUMNS = "type | name | label | relevant | constraint | constraint_message | required | required_message"
HEAD = f"| survey |\n| | {COLUMNS} |\n"


def one(relevant="", constraint="", required="", kind="integer"):
    rows = "| | text | jeu | Jeu | | | | | |\n"
    return session(
        HEAD
        + rows
        + f"| | {kind} | q | Q | {relevant} | {constraint} | trop grand | {required} | il le faut |\n"
    )


@pytest.mark.parametrize(
    ("relevant", "value", "constraint", "required", "expected"),
    [
        ("false()", "", ". < 5", "yes", None),
        ("false()", "9", ". < 5", "yes", None),
        ("", "", "", "", None),
        ("", "", ". < 5", "", None),
        ("", "", ". < 5", "yes", "required"),
        ("", "x", ". < 5", "yes", "type"),
        ("", "x", "", "", "type"),
        ("", "9", ". < 5", "yes", "constraint"),
        ("", "9", ". < 5", "", "constraint"),
        ("", "4", ". < 5", "yes", None),
        ("", "4", "", "", None),
    ],
)
def test_at_most_one_rule_is_broken(relevant, value, constraint, required, expected):
    opened = one(relevant, constraint, required)
    opened.answer("/essai/q", value)
    violation = opened.violation("/essai/q")
    assert (violation.kind if violation else None) == expected


def test_a_violation_speaks_in_the_forms_words():
    opened = one("", ". < 5", "yes")
    assert opened.violations() == (Violation("/essai/q", "required", "il le faut"),)
    assert opened.answer("/essai/q", "7").violations == {"/essai/q"}
    assert opened.violation("/essai/q") == Violation("/essai/q", "constraint", "trop grand")


def test_a_wrong_answer_is_kept_while_expressions_read_a_blank():
    opened = one()
    opened.answer("/essai/q", "douze")
    assert opened.value("/essai/q") == "douze"
    assert opened.answers()["q"] == "douze"
    assert b"<q/>" in opened.instance_xml()


def test_required_may_depend_on_another_answer():
    opened = one("", "", "${jeu} = 'oui'")
    effects = opened.answer("/essai/jeu", "oui")
    assert effects.required == effects.violations == {"/essai/q"}


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("integer", "-12", "12 ans"),
        ("integer", "2147483647", "2147483648"),
        ("integer", "12", "١٢"),
        ("decimal", "1.5", "1,5"),
        ("date", "2024-02-29", "2023-02-29"),
        ("date", "2026-03-15", "٢٠٢٦-٠٣-١٥"),
        ("time", "08:30:00", "8h30"),
        ("dateTime", "2026-03-15T08:30:00.000+01:00", "2026-03-15 08:30"),
        ("geopoint", "34.02 -6.83 75 5", "340.2 -6.83"),
        ("geotrace", "34 -6 0 0;35 -6 0 0", "ici;la"),
    ],
)
def test_each_type_knows_its_values(kind, right, wrong):
    opened = one(kind=kind)
    opened.answer("/essai/q", right)
    assert opened.violation("/essai/q") is None
    opened.answer("/essai/q", wrong)
    assert opened.violation("/essai/q").kind == "type"


@pytest.mark.parametrize(
    ("kind", "given", "held"), [("integer", "2.9", "2"), ("date", "2026-03-15T10:00:00", "2026-03-15")]
)
def test_a_type_cuts_what_odk_cuts(kind, given, held):
    opened = one(kind=kind)
    opened.answer("/essai/q", given)
    assert opened.value("/essai/q") == held


def test_several_chosen_values_may_each_be_a_number():
    items = "".join(f"<item><label>{n}</label><value>{n}</value></item>" for n in (10, 20))
    several = session(
        xform(
            "<q/>",
            '<bind nodeset="/data/q" type="int"/>',
            body=f'<select ref="/data/q"><label>Q</label>{items}</select>',
        )
    )
    several.answer("/data/q", "10 20")
    assert several.violations() == ()
    assert several.answers()["q"] == "10 20"
