"""A passphrase is refused when anybody would guess it; the rest is told in one word."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.usecases.judge_passphrase import Strength, check_passphrase, judge_passphrase


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [
        ("court", Strength.SHORT),
        ("entrainement", Strength.PUBLISHED),
        ("Entraînement ", Strength.PUBLISHED),
        ("aaaaaaaaaaaa", Strength.GUESSABLE),
        ("          ", Strength.GUESSABLE),
        ("1234567890", Strength.GUESSABLE),
        ("motdepasse1", Strength.WEAK),
        ("le chat dort", Strength.WEAK),
        ("une phrase assez longue", Strength.FAIR),
        ("عبارة سرية طويلة جدا", Strength.FAIR),
        ("quatre mots bien choisis ici", Strength.STRONG),
    ],
)
def test_passphrases_are_told_apart(passphrase, strength):
    assert judge_passphrase(passphrase) == strength


def test_a_word_said_twice_is_worth_one():
    assert judge_passphrase("chat chat chat chat chat") == Strength.GUESSABLE


def test_the_refused_ones_say_why():
    for passphrase, code in (("court", "short"), ("entrainement", "published"), ("a" * 20, "guessable")):
        with pytest.raises(KnownError) as caught:
            check_passphrase(passphrase)
        assert caught.value.code == f"workspace.passphrase_{code}"
    check_passphrase("le chat dort")
