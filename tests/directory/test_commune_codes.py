"""The code of a commune is read as the HCP writes it; what a spreadsheet made of it is recognised, never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.directory.commune_codes import read_code

CODES = st.builds(
    "{:02}.{:03}.{:02}.{:02}".format,
    st.integers(0, 99),
    st.integers(0, 999),
    st.integers(0, 99),
    st.integers(0, 99),
)
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@given(CODES, st.sampled_from(["{}", "{}.", " {} ", "\u200f{}\u200f", "\u00a0{}"]))
def test_a_code_is_read_whatever_stands_around_it(code, around):
    assert read_code(around.format(code)).code == code


@given(CODES)
def test_arabic_digits_are_digits(code):
    assert read_code(code.translate(ARABIC)).code == code


@given(CODES)
def test_lost_zeros_are_told_with_what_they_were(code):
    parts = [str(int(part)) for part in code.split(".")]
    if ".".join(parts) != code:
        reading = read_code(".".join(parts))
        assert (reading.code, reading.problem, reading.better) == ("", "commune.code_eaten", code)


@given(CODES)
def test_a_code_that_became_a_number_is_told_with_what_it_was(code):
    number = str(int(code.replace(".", "")))
    reading = read_code(number)
    assert reading.code == ""
    assert reading.better in ("", code)
    if len(number) >= 8:
        assert reading.better == code


@given(st.text(max_size=30))
def test_whatever_a_cell_holds_it_is_a_code_or_a_problem(cell):
    reading = read_code(cell)
    assert bool(reading.code) != bool(reading.problem)
    assert not reading.code or read_code(reading.code).code == reading.code


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("", "commune.no_code"),
        ("4,42E+08", "commune.code_eaten"),
        ("04/05/2001", "commune.code_eaten"),
        ("4421.01", "commune.code_eaten"),
        ("######", "commune.code_eaten"),
        ("04", "commune.other_level"),
        ("04.421.", "commune.other_level"),
        ("04.421.01", "commune.other_level"),
        ("Rabat", "commune.bad_code"),
        ("04-421-01-01", "commune.bad_code"),
    ],
)
def test_what_is_no_code_says_why(cell, problem):
    assert read_code(cell).problem == problem
