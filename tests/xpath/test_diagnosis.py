import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.xpath import XPathProblems, compile_expression


def problems(text):
    with pytest.raises(XPathProblems) as caught:
        compile_expression(text)
    return caught.value.problems


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        (". == 5", "==", "="),
        (". === 5", "===", "="),
        (". !== 5", "!==", "!="),
        (". <> 5", "<>", "!="),
        (". ≥ 5", "≥", ">="),
        (". => 5", "=>", ">="),
        (". =< 5", "=<", "<="),
        (". ≠ 5", "≠", "!="),
        ("../a && ../b", "&&", "and"),
        ("../a || ../b", "||", "or"),
        ("../a AND ../b", "AND", "and"),
        ("../a = 1 et ../b = 2", "et", "and"),
        ("../a – ../b", "–", "-"),
        ("../a × 2", "×", "*"),
        ("../a % 2", "%", "mod"),
        ("!selected(../a, 'b')", "!", "not()"),
        ("concat(../a; ../b)", ";", ","),
        ("concat(../a، ../b)", "،", ","),
        ("../a &lt; 5", "&lt;", "<"),
    ],
)
def test_a_sign_of_another_language_is_told_with_the_right_one(text, written, right):
    (problem,) = problems(text)
    assert (problem.code, problem.facts) == ("xpath.wrong_sign", {"written": written, "right": right})
    assert text[problem.offset : problem.offset + problem.length] == written


def test_all_wrong_signs_are_told_at_once():
    assert [problem.offset for problem in problems("../a == 1 && ../b == ’x’")] == [5, 10, 18, 21, 23]


@pytest.mark.parametrize(
    ("text", "code", "offset"),
    [
        (". = ’", "xpath.curly_quote", 4),
        (". = “", "xpath.curly_quote", 4),
        ("if(. > 3, 1", "xpath.unclosed_bracket", 2),
        ("count(../a[b = 1)", "xpath.extra_bracket", 16),
        ("if(. > 3, 1, 2))", "xpath.extra_bracket", 15),
        ("../a[1", "xpath.unclosed_bracket", 4),
        (". = 'l'eau'", "xpath.quote_in_text", 6),
        (". = 'l''eau'", "xpath.quote_in_text", 6),
        (". > 3,5", "xpath.decimal_comma", 4),
        ("selected(., 'a') selected(., 'b')", "xpath.missing_operator", 17),
        ("concat('a' 'b')", "xpath.missing_operator", 11),
        (". = > 5", "xpath.missing_value", 4),
        ("if(, 1, 2)", "xpath.missing_value", 3),
        (". and", "xpath.unfinished", 5),
        (". = 'abc", "xpath.unclosed_text", 4),
    ],
)
def test_what_stops_the_reading_is_told_where_it_stands(text, code, offset):
    assert [(problem.code, problem.offset) for problem in problems(text)] == [(code, offset)]


def test_what_stands_inside_a_text_is_left_in_peace():
    assert [problem.code for problem in problems("regex(., '^a==b&&’$') = 1 == 2")] == ["xpath.wrong_sign"]
    assert compile_expression("'a == b ’'").constant == "a == b ’"


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Count", "count"), ("SELECTED", "selected"), ("len", "string-length"), ("si", "if"), ("roud", "round")],
)
def test_a_function_known_elsewhere_is_told_by_its_name_here(name, meant):
    (problem,) = problems(f"{name}(.)")
    assert problem.facts["nearest"][0] == meant


@given(st.text(alphabet="ab1 .,()[]'\"=<>&|!’≥/+-*", max_size=20))
@settings(max_examples=500, deadline=None)
def test_whatever_is_written_is_read_or_refused_with_a_place_in_it(text):
    found = []
    try:
        compile_expression(text)
    except XPathProblems as error:
        found = [(problem.offset, problem.length) for problem in error.problems] or [(-1, 0)]
    assert all(0 <= offset <= len(text) and length >= 1 for offset, length in found)
