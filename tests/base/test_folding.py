"""Words are compared, and titles ordered, without what people write now this way, now that."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.base.folding import folded, initials, title_key, words_of

ARABIC = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآةىء ", max_size=30)
LATIN = st.text(alphabet="abcdeéèêëàâçîïôöùûüÿœæñABCDEÉÈÀÇ ", max_size=30)
HARAKAT = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640\u200f\u200e"


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Été à FÈS", "ete a fes"),
        ("Cœur", "COEUR"),
        ("أحمد", "احمد"),
        ("إدارة", "اداره"),
        ("آسفي", "اسفي"),
        ("مؤسسة", "موسسه"),
        ("بئر", "بير"),
        ("سماء", "سما"),
        ("مستشفى", "مستشفي"),
        ("الجمعيّة", "الجمعيه"),
        ("جـمـعـيـة", "جمعية"),
        ("مُحَمَّد", "محمد"),
        ("أݣادير", "أكادير"),
        ("ﻻ", "لا"),
        ("٠٦١٢", "0612"),
        ("ⴰⵎⴰⵣⵉⵖ", "ⴰⵎⴰⵣⵉⵖ"),
        ("ON\u200fG", "ong"),
    ],
)
def test_ways_of_writing_make_no_difference(written, typed):
    assert folded(written) == folded(typed)


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


@settings(max_examples=100, deadline=None)
@given(ARABIC, st.data())
def test_marks_and_stretching_in_arabic_make_no_difference(text, data):
    marked = "".join(char + data.draw(st.text(alphabet=HARAKAT, max_size=2)) for char in text)
    assert words_of(marked) == words_of(text)


@settings(max_examples=100, deadline=None)
@given(ARABIC)
def test_hamza_and_ta_marbuta_make_no_difference(text):
    plainly = text.translate(str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي", "ء": ""}))
    assert folded(plainly) == folded(text)


@settings(max_examples=100, deadline=None)
@given(LATIN)
def test_case_and_accents_make_no_difference(text):
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    assert folded(text) == folded(bare.upper()) == folded(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l’emploi, d'abord", ["emploi", "abord"]),
        ("aujourd'hui", ["aujourd", "hui"]),
        ("O.N.G. et U.E", ["ong", "et", "u", "e"]),
        ("Ain-Sebaa_2", ["ain", "sebaa", "2"]),
        ("-- ' .", []),
    ],
)
def test_words_are_letters_and_digits(text, words):
    assert words_of(text) == words


def test_an_acronym_passes_over_small_words_and_needs_three_letters():
    assert initials("Association marocaine des droits humains") == "amdh"
    assert initials("Fondation Orient") == initials("جمعية الأمل للتكوين") == ""


def test_titles_are_in_the_order_a_reader_expects():
    latin = ["Centre 2", "Centre 10", "cote", "coté", "Côté", "eau", "Éclat", "Zébra"]
    ordered = [*latin, "أمل", "بيت", "جمعية"]
    shuffled = ordered[::2] + ordered[1::2]
    assert sorted(shuffled, key=title_key) == ordered


@settings(max_examples=100, deadline=None)
@given(st.text(), st.text())
def test_titles_that_read_alike_stand_together(one, other):
    first, second = sorted([title_key(one), title_key(other)])
    if folded(one) == folded(other) and first:
        assert first.partition("\x01")[0] == second.partition("\x01")[0]
