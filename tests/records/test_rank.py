"""Ranks: between any two there is always a third."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.records.rank import rank_between, ranks


@given(st.lists(st.integers(0, 30), max_size=40))
def test_any_insertion_keeps_the_order(places):
    found = []
    for place in places:
        at = place % (len(found) + 1)
        before = found[at - 1] if at else ""
        after = found[at] if at < len(found) else ""
        found.insert(at, rank_between(before, after))
    assert found == sorted(set(found))


def test_a_thousand_in_a_row_stay_short():
    assert max(map(len, ranks(1000))) <= 3


def test_the_wrong_order_is_refused():
    with pytest.raises(ValueError, match="before"):
        rank_between("V", "F")
