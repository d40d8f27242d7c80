"""Reads a cell of somebody's list as the answer to a question, or says why it is none."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import phonenumbers
from rapidfuzz import fuzz, process

from fieldapp.directory.columns import heading_key
from fieldapp.engine import FormSession
from fieldapp.forms.definition import Question

COUNTRY = "MA"
"""Whose numbers telephone numbers are that say no country."""
_ALIKE = 90
"""Of 100: a choice that is so like what is written is meant."""
_DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%dT%H:%M:%S", "%d/%m/%y")
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
_PHONE_NAME = re.compile(r"(?:^|_)(?:tel|telephone|gsm|phone|portable|fixe)(?:_|$)")
_ZERO_LOST = re.compile(r"(?<![\d+])([5-8]\d{8})(?!\d)")
"""A number of this country as a spreadsheet keeps it."""
_SEVERAL = re.compile(r"[;,\n/|]|\s+et\s+|\s+-\s+")
_YES, _NO = frozenset({"x", "1", "true", "vrai", "o", "✓", "✔"}), frozenset({"0", "false", "faux", "n"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell gives."""

    value: str
    """The answer; blank when the cell is blank or not understood."""
    code: str = ""
    """Why it was not understood, or not wholly; blank when it was."""
    rest: str = ""
    """What of the cell is not in the answer."""


class CellReader:
    """Reads cells of one list; remembers the wordings of the choices it met."""

    def __init__(self) -> None:
        self._wordings: dict[tuple[str, tuple[str, ...]], dict[str, str]] = {}
        self._doubtful: set[tuple[str, str]] = set()
        """Question and wording of what names several choices."""

    def read(self, session: FormSession, reference: str, question: Question, cell: str) -> Reading:
        """Return the answer that a cell gives to a question as it stands in a session."""
        if not cell:
            return Reading("")
        if question.kind in ("select1", "select"):
            wordings = self._wordings_of(session, reference, question)
            return _chosen(cell, wordings, is_several=question.kind == "select")
        kind = session.definition.bind(question.nodeset).type
        if kind in _BY_TYPE:
            return _BY_TYPE[kind](cell)
        return _phone(cell) if _PHONE_NAME.search(question.name) else Reading(cell)

    def named_exactly(self, session: FormSession, reference: str, question: Question, cell: str) -> str:
        """Return the value of the choice that bears a name in some language; blank when none or several do."""
        key = heading_key(cell)
        value = self._wordings_of(session, reference, question).get(key, "") if key else ""
        return "" if (question.nodeset, key) in self._doubtful else value

    def _wordings_of(self, session: FormSession, reference: str, question: Question) -> Mapping[str, str]:
        """Return every wording of the choices offered, in all the form's languages -> the value."""
        key = (question.nodeset, tuple(choice.value for choice in session.choices(reference)))
        if key not in self._wordings:
            spoken = session.language
            found = {heading_key(value): value for value in key[1]}
            for language in session.definition.languages:
                session.set_language(language)
                for choice in session.choices(reference):
                    wording = heading_key(choice.label)
                    if found.setdefault(wording, choice.value) != choice.value:
                        self._doubtful.add((question.nodeset, wording))
            if spoken:
                session.set_language(spoken)
            if not session.definition.languages:
                found |= {heading_key(choice.label): choice.value for choice in session.choices(reference)}
            found.pop("", None)
            self._wordings[key] = found
        return self._wordings[key]


def _chosen(cell: str, wordings: Mapping[str, str], *, is_several: bool) -> Reading:
    whole = _choice(cell, wordings)
    if whole or not is_several:
        return Reading(whole) if whole else Reading("", "list.unknown_choice", cell)
    parts = [part.strip() for part in _SEVERAL.split(cell) if part.strip()]
    found = [(part, _choice(part, wordings)) for part in parts]
    unknown = ", ".join(part for part, value in found if not value)
    values = " ".join(dict.fromkeys(value for _, value in found if value))
    return Reading(values, "list.unknown_choice" if unknown else "", unknown)


def _choice(text: str, wordings: Mapping[str, str]) -> str:
    key = heading_key(text)
    if key in wordings:
        return wordings[key]
    for signs, value in ((_YES, "oui"), (_NO, "non")):
        if text.strip().casefold() in signs and value in wordings.values():
            return value
    best = process.extractOne(key, list(wordings), scorer=fuzz.ratio, score_cutoff=_ALIKE) if key else None
    return wordings[best[0]] if best else ""


def _whole_number(cell: str) -> Reading:
    digits = cell.replace(" ", "").replace("\u202f", "")
    if re.fullmatch(r"[+-]?\d+", digits):
        return Reading(digits)
    year = _YEAR.search(cell)  # a date where a year is asked
    if year is not None and _date(cell).value:
        return Reading(year[0])
    return Reading("", "list.not_a_number", cell)


def _number(cell: str) -> Reading:
    plain = cell.replace(" ", "").replace("\u202f", "").replace(",", ".")
    is_number = re.fullmatch(r"[+-]?(?:\d+\.?\d*|\.\d+)", plain) is not None
    return Reading(plain) if is_number else Reading("", "list.not_a_number", cell)


def _date(cell: str) -> Reading:
    for pattern in _DATES:
        try:
            day = datetime.strptime(cell.strip(), pattern).replace(tzinfo=UTC)
        except ValueError:
            continue
        return Reading(day.date().isoformat())
    return Reading("", "list.not_a_date", cell)


def _phone(cell: str) -> Reading:
    """Read the first telephone number in a cell; a spreadsheet may have taken its leading zero."""
    whole = _ZERO_LOST.sub(r"0\1", cell)
    found = [match.number for match in phonenumbers.PhoneNumberMatcher(whole, COUNTRY)]
    numbers = [phonenumbers.format_number(one, phonenumbers.PhoneNumberFormat.E164) for one in found]
    if not numbers:
        return Reading("", "list.not_a_phone", cell)
    rest = ", ".join(numbers[1:])
    return Reading(numbers[0], "list.more_phones" if rest else "", rest)


_BY_TYPE = {"int": _whole_number, "decimal": _number, "date": _date}
