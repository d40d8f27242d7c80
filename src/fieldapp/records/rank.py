"""Fractional ranks: the order of repeat instances as strings, so that one can be put between two others.

After David Greenspan, "Implementing Fractional Indexing" (2020): a rank is a base-62 fraction; between any two
there is always a third, and strings sort as the fractions do.
"""

from itertools import pairwise

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def rank_between(before: str, after: str) -> str:
    """Return a rank strictly between two others; a blank one means the beginning or the end.

    Raises:
        ValueError: The two are not in order.
    """
    if after and before >= after:
        raise ValueError(f"{before!r} does not stand before {after!r}")
    prefix = ""
    while True:
        low = _DIGITS.index(before[0]) if before else 0
        high = _DIGITS.index(after[0]) if after else len(_DIGITS)
        if high - low > 1:
            return prefix + _DIGITS[(low + high) // 2]
        prefix += _DIGITS[low]
        before = before[1:]
        after = after[1:] if high == low else ""


def ranks(count: int) -> list[str]:
    """Return that many ranks in order, as short as they can be: how a list entered in one go is numbered."""
    found: list[str] = []

    def fill(low: str, high: str, wanted: int) -> None:
        if wanted <= 0:
            return
        middle = rank_between(low, high)
        left = (wanted - 1) // 2
        fill(low, middle, left)
        found.append(middle)
        fill(middle, high, wanted - 1 - left)

    fill("", "", count)
    assert all(first < second for first, second in pairwise(found))
    return found
