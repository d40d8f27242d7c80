import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.xpath import XPathError
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
    ],
)
def test_no_pattern_takes_for_ever(pattern, text):
    started = time.perf_counter()
    assert not matches(text, pattern)
    assert time.perf_counter() - started < 5


def test_a_text_that_is_far_too_long_is_refused():
    with pytest.raises(XPathError, match=r"xpath\.regex_too_long"):
        matches("a" * (MAX_INPUT + 1), "a")


@pytest.mark.parametrize("pattern", ["(", "[z-a]", r"(a*)*\1"])
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
        ("^[^@ ]+@([a-z]+[.])+ma$", "a@b.gov.ma", True),
    ],
)
def test_patterns_read_as_in_java_and_javascript(pattern, text, expected):
    assert matches(text, pattern) is expected
