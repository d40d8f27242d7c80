import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fieldapp.xpath import Context, Environment, Node, XPathError, XPathProblems, compile_expression

ALONE = Context(Node("data"), Environment(root=Node("data")))
whole = st.integers(-1000, 1000)


def number(text):
    return compile_expression(text).number(ALONE)


@given(whole, whole, whole)
@settings(max_examples=100, deadline=None)
def test_sums_and_products_agree_with_python(one, two, three):
    assert number(f"{one} + {two} * {three} - {two}") == one + two * three - two


@given(whole, whole)
@settings(max_examples=100, deadline=None)
def test_division_and_remainder_agree_with_python(one, two):
    assume(two != 0)
    assert number(f"{one} div {two}") == one / two
    assert number(f"{one} mod {two}") == math.fmod(one, two)


@pytest.mark.parametrize(
    ("text", "expected"), [("1 div 0", math.inf), ("-1 div 0", -math.inf), ("1 div -0", -math.inf)]
)
def test_division_by_zero_is_infinite(text, expected):
    assert number(text) == expected


def test_nothing_divided_by_nothing_is_not_a_number():
    assert math.isnan(number("0 div 0"))


def test_a_sum_of_a_thousand_terms_needs_no_deep_stack():
    assert number(" + ".join(["1"] * 1000)) == 1000


def test_all_problems_of_an_expression_are_found_at_once():
    with pytest.raises(XPathProblems) as caught:
        compile_expression("selectd(a, 'b') and count() > foo:bar + sum('a')")
    codes = [problem.code for problem in caught.value.problems]
    assert codes == ["xpath.unknown_function", "xpath.arity", "xpath.unknown_prefix", "xpath.not_nodes"]


def test_a_function_misspelt_is_offered_its_nearest():
    with pytest.raises(XPathProblems) as caught:
        compile_expression("selectd(a, 'b')")
    problem = caught.value.problems[0]
    assert (problem.offset, problem.length, problem.facts["nearest"][0]) == (0, 7, "selected")


def test_a_wrong_number_of_arguments_says_how_many_there_may_be():
    with pytest.raises(XPathProblems) as caught:
        compile_expression("1 + contains('a')")
    problem = caught.value.problems[0]
    assert (problem.offset, dict(problem.facts)) == (
        4,
        {"name": "contains", "given": 1, "least": 2, "most": 2, "step": 1},
    )


@pytest.mark.parametrize(
    "text", ["true() or nothing()", "if(true(), true(), nothing())", "not(false() and nothing())"]
)
def test_what_need_not_be_evaluated_is_not(text):
    assert compile_expression(text, keeps_going=True).boolean(ALONE)


def test_what_was_left_standing_fails_when_it_is_reached():
    with pytest.raises(XPathError, match=r"xpath\.unknown_function"):
        compile_expression("nothing()", keeps_going=True).boolean(ALONE)


def test_an_expression_that_is_far_too_long_is_refused():
    with pytest.raises(XPathProblems) as caught:
        compile_expression("1" * 60_000)
    assert caught.value.problems[0].code == "xpath.too_long"


def test_the_prefix_of_javarosa_is_what_a_form_declares():
    namespaces = {"java": "http://openrosa.org/javarosa"}
    assert compile_expression("java:itext('a')", namespaces=namespaces).string(ALONE) == "a"


def test_expressions_are_the_same_when_their_text_is():
    assert compile_expression("1 + 1") == compile_expression("1 + 1")
    assert compile_expression("1 + 1") != compile_expression("1+1")


@pytest.mark.parametrize("text", ["indexed-repeat(/a/b/c, /a/b)", "indexed-repeat(/a/b/c, /a/b, 1, /a)"])
def test_arguments_that_come_in_pairs_are_counted_in_pairs(text):
    with pytest.raises(XPathProblems) as caught:
        compile_expression(text)
    assert caught.value.problems[0].code == "xpath.arity"


def test_a_literal_that_could_not_be_used_is_found_at_once():
    with pytest.raises(XPathProblems) as caught:
        compile_expression("digest(/a, 'CRC')")
    assert [problem.code for problem in caught.value.problems] == ["xpath.unknown_digest"]
