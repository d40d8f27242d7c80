import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.xpath import Context, Environment, compile_expression, parse_tree
from fieldapp.xpath.deadness import never_true

SELECT_ONE = {"/data/one": "select1"}


def dead(*texts, here="/data/x", repeats=()):
    conditions = [(compile_expression(text), here) for text in texts]
    return never_true(conditions, repeats=repeats, type_of=lambda nodeset: SELECT_ONE.get(nodeset, ""))


@pytest.mark.parametrize(
    "text",
    [
        ". > 5 and . < 3",
        ". > 5 and not(. > 4)",
        "3 > . and . >= 3",
        ". = 'a' and . = 'b'",
        ". = 'a' and ../x = 'b'",
        "/data/x = 'a' and current()/../x != 'a'",
        ". = 'a' and . > 5",
        ". = '' and selected(., 'a')",
        "selected(., 'a') and not(selected(., 'a'))",
        "selected(../one, 'a') and selected(../one, 'b')",
        "selected(../one, 'a') and ../one = 'b'",
        "(. = 'a' or . = 'b') and . = 'c'",
        "not(. = 'a' or . != 'a') and . = 'b'",
        "if(. = 'a', . = 'b', . = 'c' and . = 'd')",
        "string-length(.) > 5 and string-length(.) < 5",
        ". >= '2024-01-01' and . < '2023-01-01'",
        "contains(., 'x') and not(contains(., 'x'))",
        "../y = 1 and . > 5 and . < 3",
    ],
)
def test_a_condition_that_contradicts_itself_is_never_true(text):
    problem = dead(text)
    assert problem is not None
    assert problem.code == "xpath.never_true"


@pytest.mark.parametrize(
    "text", ["false()", "1 = 2", "not(true())", "'a' = 'b' or 2 < 1", "selected('a', 'b')", "0"]
)
def test_a_constant_that_is_false_is_told_apart(text):
    assert dead(text).code == "xpath.always_false"


@pytest.mark.parametrize(
    "text",
    [
        "true()",
        ". > 3 and . < 5",
        ". >= 3 and . <= 3",
        ". = 'a' or . = 'b'",
        ". != 'a' and . != 'b'",
        "not(. > 5) and not(. < 3)",
        "not(. > 5) and not(. <= 5)",
        "selected(., 'a') and selected(., 'b')",
        ". = '5' and . = 5",
        ". = '5.0' and . = 5",
        "random() > 0.5 and not(random() > 0.5)",
        ". = ../y and . != ../y",
        ". > '2024-01-01' and . < '2024-01-01T12:00:00'",
        "instance('a')/root/item[name = 'a']/x = 'b' and . = 'c'",
    ],
)
def test_a_condition_that_may_hold_is_left_in_peace(text):
    assert dead(text) is None


def test_of_a_question_in_a_repeat_there_may_be_several_answers():
    text = "/data/house/age > 5 and /data/house/age < 3"
    assert dead(text, repeats={"/data/house"}) is None
    assert dead("../age > 5 and ../age < 3", here="/data/house/x", repeats={"/data/house"}) is not None


def test_the_conditions_of_a_question_and_of_its_group_are_held_against_each_other():
    assert dead("/data/a = 'yes'") is None
    assert dead("/data/a = 'yes'", "/data/a = 'no'").facts == {
        "one": "/data/a = 'yes'",
        "other": "/data/a = 'no'",
    }


texts = st.sampled_from(["a", "b", "", "3", "5", "a b", "2024-05-01"])
terms = st.sampled_from([".", "../y", "/data/x", "string-length(.)", "concat(., ../y)"])
written = texts.map("'{}'".format) | st.sampled_from(["3", "5", "0", "-1"])
signs = st.sampled_from(["=", "!=", "<", "<=", ">", ">="])
atoms = st.one_of(
    st.builds("{} {} {}".format, terms, signs, written),
    st.builds("{} {} {}".format, written, signs, terms),
    st.builds("selected({}, {})".format, st.sampled_from([".", "../y"]), texts.map("'{}'".format)),
    st.sampled_from(["true()", "false()", ".", "../missing", "1 < 2"]),
)
conditions = st.recursive(
    atoms,
    lambda inside: st.one_of(
        st.builds("({} and {})".format, inside, inside),
        st.builds("({} and {})".format, inside, inside),
        st.builds("({} or {})".format, inside, inside),
        st.builds("not({})".format, inside),
        st.builds("if({}, {}, {})".format, inside, inside, inside),
    ),
    max_leaves=6,
)


def check_never_is_never(condition, x, y):
    if dead(condition) is not None:
        root = parse_tree(f"<data><x>{x}</x><y>{y}</y></data>".encode())
        for node in (root.child("x"), root.child("y")):
            node.relevant = x != "b" or node.name != "x"
        context = Context(root.child("x"), Environment(root=root))
        assert compile_expression(condition).boolean(context) is False


@given(conditions, texts, texts)
@settings(max_examples=300, deadline=None)
def test_what_is_never_true_is_not_true_of_any_answers(condition, x, y):
    check_never_is_never(condition, x, y)


@pytest.mark.slow
@given(conditions, texts, texts)
@settings(max_examples=20_000, deadline=None)
def test_what_is_never_true_is_not_true_of_any_answers_at_length(condition, x, y):
    check_never_is_never(condition, x, y)
