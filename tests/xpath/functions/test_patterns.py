import re
import time
from re import _parser as parser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.xpath import XPathError, XPathProblems, compile_expression
from fieldapp.xpath.functions import backtracking
from fieldapp.xpath.functions.java_patterns import for_python
from fieldapp.xpath.functions.patterns import MAX_INPUT, matches

pieces = st.sampled_from(["a", "b", "[ab]", "[^a]", ".", r"\d", "a|b", "ab?", "^", "$", r"\b"])
patterns = st.recursive(
    pieces,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{1,3}", "{2}"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
    ),
    max_leaves=5,
)


@given(patterns, st.text(alphabet="ab1", max_size=7))
@settings(max_examples=400, deadline=None)
def test_the_bounded_matcher_agrees_with_python(pattern, text):
    assert matches(text, f"(?:(?:{pattern})+)+") == bool(re.search(pattern.replace("$", r"\Z"), text))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("^(a+)+$", "a" * 60 + "b"),
        ("^(a|aa)*$", "a" * 2000 + "b"),
        ("(.*)*x", "b" * MAX_INPUT),
        ("^a*a*a*a*a*b$", "a" * 2000),
        ("^(a{1,9}){1,9}$", "a" * 70 + "b"),
        ("(a+)+$", "a" * 40 + "b"),
        (".*a.*b", "a" * MAX_INPUT),
        ("(?i)^(a|A)*$", "aA" * 1000 + "b"),
    ],
)
def test_no_pattern_takes_for_ever(pattern, text):
    started = time.perf_counter()
    assert not matches(text, pattern)
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("pattern", [r"^(?=x|(a+)+$)", r"^(a|b|ab)*(?!c)c", r"^(a|b|ab)*\1c$"])
def test_a_search_that_cannot_be_bounded_is_given_up_in_time(pattern):
    started = time.perf_counter()
    with pytest.raises(XPathError, match=r"xpath\.regex_too_slow"):
        matches("ab" * 20 + "a" * 40 + "!", pattern.replace("^(?=x|", "^(?:ab)*(?=x|"))
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("text", ["Motdepasse1", "motdepasse1" * 100, "Motdepasse1" * 100])
def test_a_password_rule_looks_ahead_whatever_the_length(text):
    pattern = r"^(?=.*[A-Z])(?=.*\d)[A-Za-z\d]{8,}$"
    assert matches(text, pattern) is any(char.isupper() for char in text)


def test_a_wrong_pattern_written_in_the_form_is_found_when_it_is_loaded():
    with pytest.raises(XPathProblems) as caught:
        compile_expression("true() and regex(/data/name, '[0-9')")
    (problem,) = caught.value.problems
    assert (problem.code, problem.offset) == ("xpath.bad_regex", 11)


def test_a_text_that_is_far_too_long_is_refused():
    with pytest.raises(XPathError, match=r"xpath\.regex_too_long"):
        matches("a" * (MAX_INPUT + 1), "a")


@pytest.mark.parametrize("pattern", ["(", "[z-a]", "a{2,1}", "*a", r"\p{Nonsense}"])
def test_a_pattern_that_cannot_be_run_is_refused(pattern):
    with pytest.raises(XPathError, match=r"xpath\.bad_regex"):
        matches("a", pattern)


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("^0[567][0-9]{8}$", "0612345678", True),
        (r"^\d+$", "١٢", False),
        ("^a$", "a\n", False),
        (r"(?<year>\d{4})-", "2026-", True),
        ("[[]", "[", True),
        ("[^]", "x", True),
        ("[]", "x", False),
        (r"^\@\_$", "@_", True),
        (r"^\p{L}+$", "أحمد", True),
        (r"^\p{Lu}\p{Ll}+$", "Été", True),
        (r"^\p{IsArabic}+$", "أحمد", True),
        (r"^\p{IsArabic}+$", "Ahmed", False),
        (r"^\p{Alpha}+$", "Été", False),
        (r"^[\p{L} '-]+$", "O'Neil", True),
        (r"^[^\p{L}]+$", "12", True),
        (r"^\P{L}+$", "été", False),
        ("a++b", "aab", True),
        ("^a*+a", "aa", False),
        ("^(?>a+)ab", "aab", False),
        (r"(?<n>a)\k<n>", "aa", True),
        ("^a(?i)bc$", "aBC", True),
        ("^(a(?i)b)c$", "aBC", False),
        (r"^\Qa.b\E$", "a.b", True),
        (r"^\Qa.b\E$", "axb", False),
        ("^[a-z&&[^b]]+$", "abc", False),
        ("^[a-z&&[^b]]+$", "axc", True),
        ("^[a-c[x-z]]+$", "axb", True),
        (r"^\x{61}\u0062$", "ab", True),
        (r"^\h$", "\u00a0", True),
        (r"^(?U)\w+ \d$", "été ١", True),
        ("(?m)^b$", "a\nb\nc", True),
        ("^a.b$", "a\nb", False),
        ("(?s)^a.b$", "a\nb", True),
        ("(?x) ^ a b # two letters", "ab", True),
        ("^[^@ ]+@([a-z]+[.])+ma$", "a@b.gov.ma", True),
    ],
)
def test_patterns_read_as_in_java_and_javascript(pattern, text, expected):
    assert matches(text, pattern) is expected


looking = st.sampled_from(
    ["(?=a)", "(?!b)", "(?<=a)", "(?<!b)", "(?>a+)", "(?:a|b)*+", r"(a)(?:\1)?", "(?i:A)"]
)
lookers = st.lists(st.one_of(pieces, looking, patterns), min_size=1, max_size=4).map("".join)


@given(lookers, st.text(alphabet="abA1", max_size=7))
@settings(max_examples=400, deadline=None)
def test_the_matcher_that_counts_its_steps_agrees_with_python(pattern, text):
    written = for_python(pattern)
    tree = parser.parse(written, re.ASCII)
    assert backtracking.found_in(text, tree) is bool(re.search(written, text, re.ASCII))
