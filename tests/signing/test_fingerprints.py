from hypothesis import given
from hypothesis import strategies as st

from fieldapp.signing import fingerprints
from fieldapp.signing.fingerprints import fingerprint_words

WORDS = fingerprints._WORDS


def test_there_is_one_word_for_each_byte():
    assert len(WORDS) == len(set(WORDS)) == 256


def test_no_two_words_begin_alike():
    assert len({word[:4] for word in WORDS}) == 256


def test_words_are_plain_letters_for_any_telephone():
    assert all(word.isascii() and word.isalpha() and word.islower() and 2 < len(word) < 11 for word in WORDS)


@given(one=st.binary(max_size=50), two=st.binary(max_size=50))
def test_a_fingerprint_is_eight_words_and_differs_with_the_bytes(one, two):
    assert len(fingerprint_words(one)) == 8
    assert (fingerprint_words(one) == fingerprint_words(two)) == (one == two)
