"""Values that a rule waits for and nobody can give: a choice that its list lacks, a word that is no value at all."""

import re
from collections.abc import Iterator, Mapping, Sequence

from fieldapp.forms.workbook.expression_checks import COLUMNS
from fieldapp.forms.workbook.findings import Findings
from fieldapp.forms.workbook.outline import Entry
from fieldapp.forms.workbook.sheets import Sheet, Workbook

MAX_LENGTH = 5_000
"""Characters of a rule that is looked at; nobody writes longer ones by hand."""
MOST_NAMED = 10
"""Choices of a list that a problem names."""
_TEXT = r"(?:'(?P<one>[^']*)'|\"(?P<two>[^\"]*)\")"
_WAITED = (
    re.compile(r"\$\{(?P<name>[^{}]*)\}\s{0,9}!?=\s{0,9}" + _TEXT),
    re.compile(r"\bselected\s{0,9}\(\s{0,9}\$\{(?P<name>[^{}]*)\}\s{0,9},\s{0,9}" + _TEXT + r"\s{0,9}\)"),
)
_SMART_QUOTES = str.maketrans("‘’“”", "''\"\"")
_BARE_WORD = re.compile(r"[^\W\d]\w{0,60}")
_YES_NO = frozenset({"yes", "no", "true", "false"})
_NOT_A_NUMBER = "NaN"
"""What some authors hold a blank against."""


def check_values(
    entries: Sequence[Entry], known: Mapping[str, Sequence[Entry]], workbook: Workbook, findings: Findings
) -> None:
    """Note the rules that wait for what cannot come."""
    survey, lists = workbook.sheet("survey"), _names_of_lists(workbook.sheet("choices"))
    for entry in entries:
        for column in COLUMNS:
            text = entry.row.get(column)
            if not text or len(text) > MAX_LENGTH:
                continue
            if column != "choice_filter" and _BARE_WORD.fullmatch(text) and text.lower() not in _YES_NO:
                findings.warn("form.bare_word", survey, entry.row, column, word=text)
            for match, value in _waited(text):
                _check_choice(
                    entry, column, match, value=value, lists=lists, known=known, where=(survey, findings)
                )


def _waited(text: str) -> Iterator[tuple[re.Match[str], str]]:
    plain = text.translate(_SMART_QUOTES)
    for pattern in _WAITED:
        for match in pattern.finditer(plain):
            yield match, (match["one"] or match["two"] or "").strip()


def _check_choice(
    entry: Entry,
    column: str,
    match: re.Match[str],
    *,
    value: str,
    lists: Mapping[str, Sequence[str]],
    known: Mapping[str, Sequence[Entry]],
    where: tuple[Sheet, Findings],
) -> None:
    cited = known.get(match["name"].strip(), ())
    if len(cited) != 1 or cited[0].kind != "select" or value in ("", _NOT_A_NUMBER):
        return
    asked = cited[0]
    offered = lists.get(asked.list_name, ())
    is_open = "other" in asked.row.get("type") or "search" in asked.row.get("appearance")
    if not offered or is_open or any("${" in name for name in offered):
        return
    if set(value.split()) <= set(offered) or value in offered:
        return
    survey, findings = where
    findings.warn(
        "form.value_not_in_list",
        survey,
        entry.row,
        column,
        value=value,
        cited=asked.name,
        list=asked.list_name,
        nearest=findings.guess(value, offered),
        offered=[*offered[:MOST_NAMED], *(["…"] if len(offered) > MOST_NAMED else [])],
        offset=match.start(),
        length=len(match[0]),
    )


def _names_of_lists(choices: Sheet) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for row in choices.rows:
        if row.get("list_name") and row.get("name"):
            found.setdefault(row.get("list_name"), []).append(row.get("name"))
    return found
