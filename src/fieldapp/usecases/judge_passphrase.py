"""Judges a new passphrase: refuses what anybody would guess, and says in one word how much guessing the rest takes."""

import math
import re
import unicodedata
from enum import StrEnum
from itertools import pairwise

from fieldapp.base.errors import KnownError
from fieldapp.store import TRAINING_PASSPHRASE

SHORTEST_PASSPHRASE = 10
"""Characters; with a memory-hard derivation this resists guessing on a stolen laptop (goals of the product)."""
_WORD_BITS = 11.0
"""Of one word people choose among some 2,000 they think of; a word drawn by dice from a list of 7,776 has 12.9."""
_WORD_LETTERS = 6
"""Of an ordinary word."""
_PART = re.compile(r"[^\W\d_]+|\d+|[^\w\s]+|_+")
_POOLS = ((str.islower, 26), (str.isupper, 26), (str.isdigit, 10), (str.isspace, 1))
_OTHER_POOL = 32
"""Signs and letters that have no case: at least that many."""
_LEAST_BITS, _FAIR_BITS, _STRONG_BITS = 15.0, 35.0, 50.0
"""A guess costs 64 MiB and some 50 ms of a fast machine: 2^15 guesses take half an hour, 2^35 take 54 years."""


class Strength(StrEnum):
    """How much guessing a passphrase takes."""

    SHORT = "short"
    PUBLISHED = "published"
    GUESSABLE = "guessable"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


_REFUSED = {
    Strength.SHORT: "workspace.passphrase_short",
    Strength.PUBLISHED: "workspace.passphrase_published",
    Strength.GUESSABLE: "workspace.passphrase_guessable",
}


def judge_passphrase(passphrase: str) -> Strength:
    """Return how much guessing a passphrase takes; the first three are refused."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        return Strength.SHORT
    if _plain(passphrase) == _plain(TRAINING_PASSPHRASE):
        return Strength.PUBLISHED
    bits = min(_bits_of_signs(passphrase), _bits_of_words(passphrase))
    levels = ((_LEAST_BITS, Strength.GUESSABLE), (_FAIR_BITS, Strength.WEAK), (_STRONG_BITS, Strength.FAIR))
    return next((strength for limit, strength in levels if bits < limit), Strength.STRONG)


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that does not protect what people said.

    Raises:
        KnownError: `workspace.passphrase_short`, `workspace.passphrase_published`, `workspace.passphrase_guessable`.
    """
    code = _REFUSED.get(judge_passphrase(passphrase))
    if code is not None:
        raise KnownError(code, shortest=SHORTEST_PASSPHRASE)


def _plain(text: str) -> str:
    """Return the letters of a text without case, accents and blanks."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in parts if sign.isalnum())


def _bits_of_signs(text: str) -> float:
    """Count the signs that neither repeat nor continue the one before, and what they may have been chosen among."""
    steps = [ord(sign) - ord(before) for before, sign in pairwise(text)]
    fresh = 1 + sum(step not in (0, 1, -1) for step in steps)
    counted = min(fresh, 2 * len(set(text)))
    pools = sum(size for is_in, size in _POOLS if any(map(is_in, text)))
    rest = [sign for sign in text if not any(is_in(sign) for is_in, _ in _POOLS)]
    return counted * math.log2(max(2, pools + (_OTHER_POOL if rest else 0)))


def _bits_of_words(text: str) -> float:
    """Count different words, numbers and signs: whoever guesses tries words before letters."""
    parts = set(_PART.findall(text.casefold()))
    return sum(min(_bits_of_signs(part), _cap(part)) for part in parts)


def _cap(part: str) -> float:
    """Return the most that a run of letters is worth: long ones are words written together."""
    return _WORD_BITS * max(1.0, len(part) / _WORD_LETTERS) if part.isalpha() else math.inf
