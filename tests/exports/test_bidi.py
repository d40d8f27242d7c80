"""The order of mixed text, said in small cases in the manner of Unicode's BidiCharacterTest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.exports.bidi import LTR, RTL, base_of, drawn, has_rtl, levels_of, mirrored, plain, visual_runs

# Letters a-c run to the right, A-C stand for Hebrew and D-F for Arabic letters, 7-9 for Arabic digits.
LETTERS = str.maketrans("ABCDEF789", "אבגدرو٧٨٩")


@pytest.mark.parametrize(
    ("text", "base", "levels"),
    [
        ("abc", LTR, "000"),
        ("ABC", RTL, "111"),
        ("ab DE ab", LTR, "00011000"),
        ("DE ab DE", RTL, "11122111"),
        ("DE 12", RTL, "11122"),
        ("DE 78", LTR, "11122"),
        ("ab DE 12", LTR, "00011122"),
        ("DE 1,2", RTL, "111222"),
        ("DE 12%", RTL, "111221"),
        ("A 12%", RTL, "11222"),
        ("+12 3", LTR, "00000"),
        ("DE (ab) DE", RTL, "1111221111"),
        ("DE (AB)", LTR, "1111111"),
        ("ab (DE) ab", LTR, "0000110000"),
        ("ab (DE", LTR, "000011"),
        ("DE [ab (c) DE]", RTL, "11112222221111"),
        ("a(DE)b(DE)", LTR, "0011000110"),
        ("DE« ab »DE", RTL, "1111221111"),
        ("ab\tDE", LTR, "00011"),
    ],
)
def test_levels(text, base, levels):
    assert "".join(map(str, levels_of(text.translate(LETTERS), base))) == levels


@pytest.mark.parametrize(
    ("text", "base", "runs"),
    [
        ("ab DE ab", LTR, ["ab ", "DE", " ab"]),
        ("DE ab DE", RTL, [" DE", "ab", "DE "]),
        ("DE 12 F", RTL, [" F", "12", "DE "]),
        ("DE 12 ab", LTR, ["12", "DE ", " ab"]),
        ("DE (ab) F", RTL, [") F", "ab", "DE ("]),
    ],
)
def test_runs_stand_from_left_to_right(text, base, runs):
    letters = text.translate(LETTERS)
    found = visual_runs(letters, levels_of(letters, base), base)
    assert [run for run, _ in found] == [run.translate(LETTERS) for run in runs]


def test_blanks_at_the_end_of_a_line_stand_at_the_margin():
    text = "ab DE  ".translate(LETTERS)
    assert visual_runs(text, levels_of(text, LTR), LTR)[-1] == ("  ", 0)


@pytest.mark.parametrize(
    ("text", "base"), [("Amal", LTR), ("جمعية", RTL), ("« الأمل » de", RTL), ("+212 600", LTR), ("", LTR)]
)
def test_the_first_letter_gives_the_direction(text, base):
    assert base_of(text) == base


def test_brackets_of_a_run_to_the_left_are_turned_round():
    assert mirrored(" (« ") == " ») "


def test_overrides_and_isolates_are_taken_out():
    assert plain("a\u202eb\u2066c\u2069d") == "abcd"
    assert plain("e\u0301") == "é"


def test_direction_marks_count_and_are_not_drawn():
    assert levels_of("a\u200f!", LTR) == [0, 1, 0]
    assert drawn("a\u200f!") == "a!"


@given(
    text=st.text(alphabet="ab 12,.-+%()[]«»\t\u200c\u200f\u0301אבدر٧٨", max_size=40),
    base=st.sampled_from([LTR, RTL]),
)
def test_nothing_is_lost_or_doubled(text, base):
    levels = levels_of(text, base)
    assert len(levels) == len(text)
    assert sorted("".join(run for run, _ in visual_runs(text, levels, base))) == sorted(text)


@given(text=st.text(max_size=60))
def test_any_text_has_an_order(text):
    clean = plain(text)
    for paragraph in clean.splitlines():
        assert len(levels_of(paragraph, base_of(paragraph))) == len(paragraph)


@given(text=st.text(alphabet="abcé 12,.()", max_size=30))
def test_text_without_arabic_stays_as_it_is(text):
    assert not has_rtl(text)
    assert set(levels_of(text, LTR)) <= {0}
