import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.xpath import Environment, Node
from fieldapp.xpath.values import number_from_text, text_from_number, to_boolean

ENV = Environment(root=Node("data"))


@given(st.floats(allow_nan=False))
def test_a_number_written_is_the_number_read(number):
    assert number_from_text(text_from_number(number), ENV) == number


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_are_written_without_exponent_or_empty_decimals(number):
    written = text_from_number(number)
    assert "e" not in written
    assert not written.endswith(".0")


@pytest.mark.parametrize("text", ["", "a", "1a", "1_000", "nan", "inf", "0x10", "1,5", "2026-13-01"])
def test_what_is_no_number_is_none(text):
    assert math.isnan(number_from_text(text, ENV))


@pytest.mark.parametrize(
    ("text", "expected"), [(" 12 ", 12), (".5", 0.5), ("5.", 5), ("-3", -3), ("1.1e6", 1.1e6)]
)
def test_numbers_are_read(text, expected):
    assert number_from_text(text, ENV) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("", False), ("0", True), (0.0, False), (math.nan, False), ([], False)]
)
def test_truth_is_that_of_xpath(value, expected):
    assert to_boolean(value) is expected
