import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.xpath import Environment, Node
from fieldapp.xpath.values import (
    answer_from_number,
    exact_sum,
    from_units,
    in_units,
    number_from_text,
    text_from_number,
    to_boolean,
)

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


finite = st.floats(allow_nan=False, allow_infinity=False)


@given(finite)
def test_an_answer_is_read_as_the_number_it_was_made_of(number):
    written = answer_from_number(number)
    assert written == text_from_number(number)
    assert number_from_text(written, ENV) == number


@given(st.lists(finite, max_size=12), st.randoms())
def test_a_sum_is_that_of_the_exact_numbers_in_whatever_order(numbers, random):
    total = exact_sum(numbers)
    random.shuffle(numbers)
    assert exact_sum(numbers) == total == from_units(sum(map(in_units, numbers)))


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([], 0),
        ([math.inf, 1], math.inf),
        ([1e308] * 3, math.inf),
        ([1e308, 1e308, -1e308], 1e308),
        ([0.1] * 10, 1),
    ],
)
def test_sums_have_no_surprises(numbers, expected):
    assert exact_sum(numbers) == expected


@pytest.mark.parametrize("numbers", [[math.nan, 1], [math.inf, -math.inf], [1e308, 1e308, math.nan]])
def test_a_sum_of_what_cannot_be_added_is_no_number(numbers):
    assert math.isnan(exact_sum(numbers))
