import math

import pytest


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("round(2.5)", 3),
        ("round(-2.5)", -3),
        ("round(1.005, 2)", 1.01),
        ("round(1250, -2)", 1300),
        ("int(-3.7)", -3),
        ("floor(-3.2)", -4),
        ("ceiling(3.2)", 4),
        ("abs(-2)", 2),
        ("pow(2, 10)", 1024),
        ("sum(/data/sites/site/people)", 12),
        ("min(/data/sites/site/people)", 3),
        ("max(4, 9, 2)", 9),
        ("max(/data/sites/site/people)", 5),
        ("number('12')", 12),
        ("sqrt(16)", 4),
        ("log10(1000)", 3),
    ],
)
def test_numbers_are_computed(value, expression, expected):
    assert value(expression) == pytest.approx(expected, abs=0)


@pytest.mark.parametrize(
    "expression", ["number('x')", "sqrt(-1)", "max(/data/blank)", "sum(/data/blank)", "acos(2)"]
)
def test_what_cannot_be_computed_is_not_a_number(value, expression):
    assert math.isnan(value(expression))


def test_what_overflows_is_infinite(value):
    assert value("exp(1000)") == math.inf
