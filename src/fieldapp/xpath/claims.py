"""What a condition claims of one question or computed value, and whether several claims can hold at once.

Only contradictions that hold for every possible answer count; what is not certain is no contradiction.
"""

import math
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from fieldapp.xpath.dates import looks_like_date
from fieldapp.xpath.resolution import NOWHERE, constant_number
from fieldapp.xpath.values import number_from_text

SELECTED = "selected"
"""The sign of a claim that a value is among those chosen."""
HOLDS = "holds"
"""The sign of a claim of which nothing is known but its text: it holds or it does not."""

_OPERATIONS: Mapping[str, Callable[[float, float], bool]] = {
    "=": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
_OPPOSITES = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


@dataclass(frozen=True, slots=True)
class Claim:
    """One comparison with a constant, or its denial."""

    term: tuple[str, ...]
    """What is claimed of: the same question has the same term wherever it is named."""
    sign: str
    """`=`, `!=`, `<`, `<=`, `>`, `>=`, `SELECTED` or `HOLDS`."""
    value: float | str
    is_denied: bool = False
    is_number: bool = False
    """Whether the term is a number whatever the answers, so that even a text is compared as one."""
    is_one_choice: bool = False
    """Whether the term is an answer of one choice at most."""
    place: tuple[int, int, int] = field(default=(0, 0, 0), compare=False)
    """Which condition it stands in, its offset and its length."""

    def denied(self) -> "Claim":
        """Return the claim that this one does not hold."""
        return Claim(
            self.term,
            self.sign,
            self.value,
            not self.is_denied,
            self.is_number,
            self.is_one_choice,
            self.place,
        )

    def compares_numbers(self) -> bool:
        """Whether it holds two numbers against each other."""
        if self.sign not in _OPERATIONS:
            return False
        return self.is_number or isinstance(self.value, float) or self.sign not in ("=", "!=")

    def number(self) -> float:
        """Return the number compared with; of a day alone its days, of a moment NaN, for zones differ."""
        if isinstance(self.value, float):
            return self.value
        if self.is_day():
            return number_from_text(self.value.strip(), NOWHERE)
        return constant_number(self.value)

    def is_day(self) -> bool:
        """Whether it compares with a day of the calendar."""
        text = self.value
        return isinstance(text, str) and looks_like_date(text.strip()) and "T" not in text


def mirrored(sign: str) -> str:
    """Return the sign that says the same with the sides exchanged."""
    return _MIRRORED[sign]


def clash(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return claims on one term that can never hold together, in the order given; nothing where they may."""
    by_term: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        by_term.setdefault(claim.term, []).append(claim)
    for together in by_term.values():
        for rule in (_denials, _against_known, _bounds):
            found = rule(together)
            if found:
                return found
    return ()


def _denials(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    for place, claim in enumerate(claims):
        for other in claims[:place]:
            if claim == other.denied():
                return other, claim
    return ()


def _against_known(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Where one claim tells the answer, hold the others against it."""
    for known in claims:
        text = _told(known)
        if text is None:
            continue
        for other in claims:
            if other is not known and _is_false_of(other, text):
                return tuple(sorted((known, other), key=lambda claim: claim.place))
    return ()


def _told(claim: Claim) -> str | None:
    """Return the answer that a claim leaves no doubt about."""
    if claim.is_denied or claim.is_number or not isinstance(claim.value, str):
        return None
    if claim.sign == "=":
        return claim.value
    is_choice = claim.sign == SELECTED and claim.is_one_choice and claim.value.strip()
    return claim.value.strip() if is_choice else None


def _is_false_of(claim: Claim, text: str) -> bool:
    """Whether a claim is certainly false of an answer."""
    truth = _truth(claim, text)
    return truth is not None and truth is claim.is_denied


def _truth(claim: Claim, text: str) -> bool | None:
    value = claim.value
    if claim.sign == SELECTED and isinstance(value, str):
        return value.strip() in text.split() if value.strip() else not text.strip()
    if claim.sign not in _OPERATIONS:
        return None
    if not claim.compares_numbers():
        return (text == value) is (claim.sign == "=")
    if looks_like_date(text.strip()) or (isinstance(value, str) and looks_like_date(value.strip())):
        return None
    return _OPERATIONS[claim.sign](constant_number(text), claim.number())


def _bounds(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Hold the limits of a number against each other."""
    numeric = [claim for claim in claims if claim.compares_numbers() and not math.isnan(claim.number())]
    if any(not claim.is_day() for claim in numeric):
        numeric = [claim for claim in numeric if not claim.is_day()]
    if not any(claim.sign != "!=" and not claim.is_denied for claim in numeric):
        return ()
    for place, claim in enumerate(numeric):
        for other in numeric[:place]:
            if not _meet(other, claim):
                return other, claim
    return ()


def _meet(one: Claim, other: Claim) -> bool:
    """Whether some number fulfils both claims, given that there is a number."""
    first, second = one.number(), other.number()
    middle = first / 2 + second / 2
    tried = (first, second, middle, -math.inf, math.inf)
    return any(_fulfils(one, number) and _fulfils(other, number) for number in tried)


def _fulfils(claim: Claim, number: float) -> bool:
    sign = _OPPOSITES[claim.sign] if claim.is_denied else claim.sign
    return _OPERATIONS[sign](number, claim.number())
