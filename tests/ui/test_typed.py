from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.ui.widgets import typed

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("12", "12"),
        (" 1 234,5 ", "1234.5"),
        ("1\u202f234", "1234"),
        ("١٢٫٥", "12.5"),
        ("+7", "7"),
        ("−3", "-3"),
        ("douze", "douze"),
        ("1,2,3", "1,2,3"),
        ("", ""),
    ],
)
def test_numbers_are_read_as_people_write_them(written, stored):
    assert typed.stored_number(written) == stored


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("31/05/2024", "2024-05-31"),
        ("1.6.24", "2024-06-01"),
        ("1-6-98", "1998-06-01"),
        ("31052024", "2024-05-31"),
        ("٣١/٠٥/٢٠٢٤", "2024-05-31"),
        ("2024-05-31", "2024-05-31"),
        ("05/2024", "2024-05-01"),
        ("2024", "2024-01-01"),
        ("31/02/2024", "31/02/2024"),
        ("hier", "hier"),
    ],
)
def test_dates_are_read_as_people_write_them(written, stored):
    assert typed.stored_date(written) == stored


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("14:30", "14:30:00.000+01:00"),
        ("14h30", "14:30:00.000+01:00"),
        ("9h", "09:00:00.000+01:00"),
        ("25:00", "25:00"),
        ("midi", "midi"),
        ("", ""),
    ],
)
def test_times_are_read_as_people_write_them(written, stored):
    assert typed.stored_time(written, offset=HOUR) == stored


def test_a_day_alone_is_its_midnight():
    assert typed.stored_moment("31/05/2024", offset=HOUR) == "2024-05-31T00:00:00.000+01:00"
    assert typed.stored_moment("31/05/2024 14h30", offset=HOUR) == "2024-05-31T14:30:00.000+01:00"


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("34.0209, -6.8416", "34.0209 -6.8416 0 0"),
        ("34.0209 -6.8416", "34.0209 -6.8416 0 0"),
        ("34,0209 ; -6,8416", "34.0209 -6.8416 0 0"),
        ("34.0209,-6.8416", "34.0209 -6.8416 0 0"),
        ("Rabat", "Rabat"),
        ("", ""),
    ],
)
def test_places_are_read_as_people_write_them(written, stored):
    assert typed.stored_place(written) == stored


@given(st.dates(min_value=date(1951, 1, 1), max_value=date(2099, 12, 31)))
def test_a_date_shown_is_read_back(day):
    assert typed.stored_date(typed.shown_date(day.isoformat())) == day.isoformat()


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_a_number_shown_is_read_back(number):
    assert typed.stored_number(typed.shown_number(str(number), point=",")) == str(number)


@given(st.text(max_size=40))
def test_no_text_breaks_the_readers(text):
    for read in (typed.stored_number, typed.stored_date, typed.stored_place):
        assert isinstance(read(text), str)
    assert isinstance(typed.stored_moment(text, offset=HOUR), str)


@pytest.mark.parametrize(
    ("appearance", "shown"), [((), "31/05/2024"), (("month-year",), "05/2024"), (("year",), "2024")]
)
def test_a_date_shows_what_the_form_asks_for(appearance, shown):
    assert typed.shown_date("2024-05-31", appearance) == shown
