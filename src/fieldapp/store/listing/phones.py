"""Telephone numbers as words: one number is found however it was written and however it is typed."""

import re
from collections.abc import Iterator

_REGION = "MA"
"""Whose number it is when nothing says a country."""
_WRITTEN = re.compile(r"(?:\+|(?<!\d)00)?\(?\d(?:[ \u00a0.\-/()]{0,2}\d){7,16}")
_TYPED = re.compile(r"(?:\+ ?|(?<!\w))\(?\d(?:[ \u00a0.\-/()]{0,3}\d){2,20}\)?(?!\w)")
_TRUNK = re.compile(r"\(0\)")


def phone_words(text: str) -> Iterator[str]:
    """Yield the digits of each telephone number in a text, as dialled at home, from abroad, and without a prefix."""
    found_all = _WRITTEN.findall(text)
    if not found_all:
        return
    import phonenumbers

    for found in found_all:
        try:
            number = phonenumbers.parse(found, _REGION)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number):
            own = phonenumbers.national_significant_number(number)
            yield own
            yield f"0{own}"
            yield f"{number.country_code}{own}"


def typed_phones(text: str) -> list[tuple[str, str]]:
    """Return what may be a telephone number in words typed, or its beginning: as written, as `phone_words` has it."""
    return [(found[0], _digits(found[0])) for found in _TYPED.finditer(text)]


def _digits(written: str) -> str:
    return "".join(filter(str.isdigit, _TRUNK.sub("", written))).removeprefix("00")
