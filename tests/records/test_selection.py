"""A question to the list, and when a check is too old."""

from datetime import date

import pytest

from fieldapp.records.selection import Order, Selection, stale_before


@pytest.mark.parametrize(
    ("today", "limit"),
    [("2026-11-22", "2025-11-22"), ("2028-02-29", "2027-02-28"), ("2026-01-01", "2025-01-01")],
)
def test_a_check_is_too_old_after_twelve_months(today, limit):
    assert stale_before(date.fromisoformat(today)) == limit


def test_words_and_order_are_no_filter():
    asked = Selection(query="a", order=Order.TITLE, is_reversed=True, region="04")
    assert asked.is_filtered
    assert not asked.without_filters().is_filtered
    assert asked.without_filters().query == "a"
