from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.xpath import Context, Environment, Node, XPathError, compile_expression


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("today()", "2026-03-15"),
        ("now()", "2026-03-15T10:20:30.000+01:00"),
        ("date('2024-02-29')", "2024-02-29"),
        ("date('2024-2-9')", "2024-02-09"),
        ("date(19723)", "2024-01-01"),
        ("date(today() + 1)", "2026-03-16"),
        ("date('')", ""),
        ("date('nonsense')", "Invalid Date"),
        ("date-time('2024-01-01T12:00:00Z')", "2024-01-01T13:00:00.000+01:00"),
        ("format-date('2024-02-09', '%e/%n/%Y %d %m %y')", "9/2/2024 09 02 24"),
        ("format-date-time('2024-02-09T07:05:01.250+01:00', '%H:%M:%S.%3 %h')", "07:05:01.250 7"),
        ("format-date('2024-02-09', '%a %b')", "Fri Feb"),
        ("format-date('', '%Y')", ""),
        ("decimal-time('06:00:00.000+01:00')", "0.25"),
        ("decimal-date-time('1970-01-01T00:00:00Z')", "0"),
        ("number('1970-01-03T18:00:00Z')", "2"),
    ],
)
def test_dates_are_made_and_written(text, expression, expected):
    assert text(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("/data/born < today()", True),
        ("/data/born > '2019-02-27'", True),
        ("today() = '2026-03-15'", True),
        ("/data/blank < today()", False),
        ("(today() - date(/data/born)) div 365.25 > 7", True),
        ("now() > today()", True),
    ],
)
def test_dates_compare_as_days(value, expression, expected):
    assert value(expression) is expected


def test_names_of_days_and_months_are_in_the_form_language(root):
    env = Environment(root=root, language="Français (fr)")
    named = compile_expression("format-date('2024-02-09', '%A %e %B')")
    assert named.string(Context(root, env)) == "vendredi 9 février"


def test_a_day_that_does_not_exist_is_refused(value):
    with pytest.raises(XPathError, match=r"xpath\.no_such_date"):
        value("date('2023-02-29')")


@given(st.dates(), st.integers(-1000, 1000))
@settings(max_examples=50, deadline=None)
def test_days_added_and_taken_away_are_the_same_day(day, days):
    env = Environment(root=Node("data"), zone=ZoneInfo("Africa/Casablanca"))
    there = compile_expression(f"date(number(date('{day.isoformat()}')) + {days} - {days})")
    if day.year > 1900:
        assert there.string(Context(Node("data"), env))[:10] == day.isoformat()
