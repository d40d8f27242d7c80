"""Which organisations of a list may be there already: by name, telephone, address or number, each with its reason.

A person decides; nothing is left out for being like another. Words that most associations bear weigh nothing, so that
two of them are not alike for being associations.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from fieldapp.base.folding import bare, initials, words_of

LIKE = 88
"""Of 100: names so like are worth a look."""
_COMMON = frozenset(
    words_of(
        "association associations assoc asso fondation fédération réseau centre amicale coopérative organisation ong"
        " de des du la le les l d et en au aux pour a sur maroc marocaine marocain nationale national"
        " جمعية مؤسسة اتحاد شبكة مركز تعاونية منظمة المغرب المغربية الوطنية في من و"
    )
)
"""What most of them are called."""


class Reason(StrEnum):
    """Why two may be one."""

    NAME = "name"
    ACRONYM = "acronym"
    NUMBER = "number"
    """A telephone number, an address of mail or an official number that both bear."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is compared of one organisation."""

    key: str
    names: tuple[str, ...]
    """Its name, its name in Arabic, its acronym."""
    numbers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Likeness:
    """One that may be the same."""

    key: str
    reason: Reason
    score: int


class Likenesses:
    """Organisations to hold others against."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._keys: list[str] = []
        self._names: list[str] = []
        self._acronyms: dict[str, str] = {}
        self._numbers: dict[str, str] = {}
        for one in known:
            self.add(one)

    def add(self, one: Known) -> None:
        """Remember one more."""
        for name in one.names:
            core = _core(name)
            if core:
                self._keys.append(one.key)
                self._names.append(core)
            self._acronyms.setdefault(_acronym(name), one.key)
        for number in one.numbers:
            self._numbers.setdefault(number, one.key)

    def nearest(self, one: Known) -> Likeness | None:
        """Return the one that is most likely the same; nothing when none is like enough."""
        for number in sorted(one.numbers):
            if number in self._numbers:
                return Likeness(self._numbers[number], Reason.NUMBER, 100)
        found = [like for name in one.names if (like := self._by_name(name)) is not None]
        if found:
            return max(found, key=lambda like: like.score)
        for name in one.names:
            acronym = _acronym(name)
            if acronym and acronym in self._acronyms:
                return Likeness(self._acronyms[acronym], Reason.ACRONYM, LIKE)
        return None

    def _by_name(self, name: str) -> Likeness | None:
        core = _core(name)
        if not core:
            return None
        best = process.extractOne(core, self._names, scorer=fuzz.token_sort_ratio, score_cutoff=LIKE)
        return Likeness(self._keys[best[2]], Reason.NAME, round(best[1])) if best else None


def keys_of(answers: Mapping[str, str], names: Sequence[str]) -> frozenset[str]:
    """Return what of some answers names one organisation and no other: numbers and addresses of mail."""
    found = {answers.get(name, "").strip().casefold() for name in names}
    return frozenset(found - {""})


def _core(name: str) -> str:
    """Return the words of a name that tell it from others."""
    return " ".join(word for word in map(bare, words_of(name)) if word not in _COMMON)


def _acronym(name: str) -> str:
    words = words_of(name)
    if len(words) == 1 and name.isupper():
        return words[0]
    return initials(name)
