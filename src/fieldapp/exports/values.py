"""An answer in words: choices by their labels, dates and numbers as the language writes them."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from fieldapp.engine import FormSession
from fieldapp.forms.definition import Question
from fieldapp.forms.styling import plain_words

_KILOBYTE, _MEGABYTE = 1_000, 1_000_000
_LOCALES = {"fr": "fr_MA", "ar": "ar_MA", "en": "en_GB"}
"""Dates and numbers as in Morocco: Arabic there is written with European digits."""


def said(session: FormSession, question: Question, reference: str, language: str) -> str:
    """Return the answer at a reference in words; as it stands when it is not of its type."""
    value = session.value(reference)
    if question.itemset is not None:
        labels = {choice.value: choice.label for choice in session.choices(reference)}
        return chosen_in_words(value, labels, language)
    return typed_in_words(value, session.definition.bind(question.nodeset).type, language)


def typed_in_words(value: str, type_name: str, language: str) -> str:
    """Return a value of a bind type in words; as it stands when it is not of its type."""
    say = _BY_TYPE.get(type_name)
    if say is None:
        return value.strip()
    try:
        return say(value, language)
    except (ValueError, IndexError):
        return value.strip()


def chosen_in_words(value: str, labels: Mapping[str, str], language: str) -> str:
    """Return a choice, or several of them, by their labels; one without a label as it stands."""
    chosen = [value] if value in labels else value.split()
    said = (plain_words(labels[one]) if one in labels else one for one in chosen)
    return _separator(language).join(said)


def day_in_words(day: date, language: str) -> str:
    """Return a day as the language writes it: 4 mai 2026."""
    from babel.dates import format_date

    text = format_date(day, "long", locale=locale_of(language))
    return text.replace("1 ", "1er ", 1) if language == "fr" and day.day == 1 else text


def size_in_words(size: int, language: str) -> str:
    """Return a number of bytes as people say it: 3,4 Mo."""
    from babel.units import format_unit

    is_small = size < _MEGABYTE
    unit = "digital-kilobyte" if is_small else "digital-megabyte"
    count = max(1, round(size / _KILOBYTE)) if is_small else round(size / _MEGABYTE, 1)
    return format_unit(count, unit, "short", locale=locale_of(language))


def locale_of(language: str) -> str:
    """Return the locale in which a language is written in Morocco."""
    return _LOCALES.get(language, _LOCALES["fr"])


def _separator(language: str) -> str:
    return "، " if language == "ar" else ", "


def moment_in_words(moment: datetime, language: str) -> str:
    """Return a moment as the language writes it, in the moment's own zone."""
    from babel.dates import format_time

    clock = format_time(moment.time(), "short", locale=locale_of(language))
    return f"{day_in_words(moment.date(), language)}{_separator(language)}{clock}"


def _day(value: str, language: str) -> str:
    return day_in_words(date.fromisoformat(value[:10]), language)


def _time(value: str, language: str) -> str:
    from babel.dates import format_time

    return format_time(time.fromisoformat(value[:8].rstrip("Z+-")), "short", locale=locale_of(language))


def _moment(value: str, language: str) -> str:
    return moment_in_words(datetime.fromisoformat(value), language)


def _whole(value: str, language: str) -> str:  # noqa: ARG001  years, postal codes and counts stand as written
    return str(int(value))


def _decimal(value: str, language: str) -> str:
    from decimal import Decimal, InvalidOperation

    from babel.numbers import format_decimal

    try:
        return format_decimal(Decimal(value), locale=locale_of(language))
    except InvalidOperation:
        return value


def _place(value: str, language: str) -> str:  # noqa: ARG001  coordinates are written alike everywhere
    latitude, longitude = (float(part) for part in value.split()[:2])
    return f"{latitude:.5f}, {longitude:.5f}"


_BY_TYPE: dict[str, Callable[[str, str], str]] = {
    "date": _day,
    "time": _time,
    "dateTime": _moment,
    "int": _whole,
    "decimal": _decimal,
    "geopoint": _place,
}
