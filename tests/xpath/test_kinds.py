import pytest

from fieldapp.xpath.kinds import comparisons_without_meaning
from fieldapp.xpath.parser import parse

TYPES = {
    "/data/born": "date",
    "/data/seen": "dateTime",
    "/data/hour": "time",
    "/data/age": "int",
    "/data/weight": "decimal",
    "/data/name": "string",
    "/data/agreed": "boolean",
    "/data/kind": "select1",
    "/data/where": "geopoint",
    "/data/house/age": "int",
}


def problems(text, here="/data/x"):
    return comparisons_without_meaning(
        parse(text), nodeset=here, type_of=lambda nodeset: TYPES.get(nodeset, "")
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("../born > '12'", "xpath.date_and_number"),
        ("../born > 2020", "xpath.date_and_number"),
        ("18 < ../born", "xpath.date_and_number"),
        ("today() > ../age", "xpath.date_and_number"),
        ("../born = '12/05/2020'", "xpath.never_equal"),
        ("../born > '12/05/2020'", "xpath.order_of_text"),
        ("../age = 'abc'", "xpath.never_equal"),
        ("'abc' != ../weight", "xpath.never_equal"),
        ("../age > 'abc'", "xpath.order_of_text"),
        ("format-date(today(), '%H:%M') > '10:00'", "xpath.order_of_text"),
        ("../hour > '10:00'", "xpath.order_of_times"),
        ("../hour < ../hour", "xpath.order_of_times"),
        ("../where > 5", "xpath.order_of_places"),
        ("../agreed = 'yes'", "xpath.never_equal"),
        ("selected(../kind, 'a') = 'yes'", "xpath.truth_and_text"),
        ("(../age > 5) = 'false'", "xpath.truth_and_text"),
        ("../name = true()", "xpath.truth_of_question"),
        ("if(../age = 'abc', 1, 2) = 1", "xpath.never_equal"),
        ("count(/data/house[age = 'abc']) > 0", "xpath.never_equal"),
        ("count(/data/house[current()/../age = 'abc']) > 0", "xpath.never_equal"),
    ],
)
def test_a_comparison_that_can_mean_nothing_is_told(text, code):
    assert [problem.code for problem in problems(text)] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "../born > '2020-01-01'",
        "../born > today() - 365",
        "../born > 18262",
        "../born = ''",
        "today() - ../born > 6570",
        "../age = ''",
        "../age = '12'",
        "../age > '12'",
        "../name > 5",
        "../name = 'abc'",
        "../kind > 3",
        "../kind = 'a'",
        "../agreed = 'true'",
        "../agreed = true()",
        "../unknown = true()",
        "../unknown > ../born",
        "selected(../kind, 'a') = true()",
        "selected(../kind, 'a') = 'true'",
        "decimal-time(../hour) > 0.5",
        "../where = ''",
        "count(instance('list')/root/item[age = 'abc']) > 0",
        "count(/data/house[born = 'abc']) > 0",
    ],
)
def test_a_comparison_that_may_mean_something_is_left_in_peace(text):
    assert problems(text) == []


def test_the_caret_stands_under_the_comparison_and_the_facts_name_what_is_written():
    (problem,) = problems("../name = 'x' and ../age = 'abc'")
    assert (problem.offset, problem.length) == (18, 14)
    assert problem.facts == {"operator": "=", "value": "abc"}
