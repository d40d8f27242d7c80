"""The choice lists of a workbook: names that are missing, twice there or cut by a space, lists that nobody wrote."""

from collections.abc import Mapping

from fieldapp.forms.support import type_of
from fieldapp.forms.workbook.findings import Findings
from fieldapp.forms.workbook.outline import Entry
from fieldapp.forms.workbook.references import REFERENCE, References
from fieldapp.forms.workbook.sheets import Row, Sheet, Workbook

MAX_LISTED = 20
"""Choices of one list named for the same mistake."""


def list_columns(choices: Sheet) -> Mapping[str, frozenset[str]]:
    """Return the columns that each choice list can be filtered by."""
    written = {heading.strip() for heading in choices.headings.values()}
    columns = frozenset(column for column in written | set(choices.columns) if "::" not in column)
    return {row.get("list_name"): columns for row in choices.rows if row.get("list_name")}


def filled_columns(choices: Sheet) -> Mapping[str, frozenset[str]]:
    """Return the columns in which at least one choice of each list says something."""
    found: dict[str, set[str]] = {}
    for row in choices.rows:
        found.setdefault(row.get("list_name"), set()).update(
            name for column in row.cells for name in (column, choices.headings.get(column, column).strip())
        )
    return {name: frozenset(columns) for name, columns in found.items()}


def check_choices(workbook: Workbook, references: References, findings: Findings) -> None:
    """Note what is wrong with the rows of the choices."""
    sheet = workbook.sheet("choices")
    settings = workbook.sheet("settings").rows
    allows = bool(settings) and settings[0].get("allow_choice_duplicates").lower() in (
        "yes",
        "true",
        "true()",
    )
    is_labelled = any(column.partition("::")[0] == "label" for column in sheet.columns)
    seen: dict[tuple[str, str], Row] = {}
    for row in sheet.rows:
        _check_names(sheet, row, findings)
        key = (row.get("list_name"), row.get("name"))
        first = seen.setdefault(key, row)
        if first is not row and all(key) and not allows:
            facts = {"list": key[0], "name": key[1], "first_row": first.number}
            findings.error("form.duplicate_choice", sheet, row, "name", **facts)
        if is_labelled and all(key) and not _has_label(row):
            findings.warn("form.missing_choice_label", sheet, row, "label", list=key[0], name=key[1])
        for column, text in row.cells.items():
            if column.partition("::")[0] == "label":
                references.check(sheet, row, column, text=text)


def _check_names(sheet: Sheet, row: Row, findings: Findings) -> None:
    list_name, name = row.get("list_name"), row.get("name")
    if list_name and not name:
        findings.error("form.missing_choice_name", sheet, row, "name", list=list_name)
    elif name and not list_name:
        findings.error("form.missing_list_name", sheet, row, "list_name", name=name)


def check_list(entry: Entry, survey: Sheet, lists: Mapping[str, object], findings: Findings) -> None:
    """Note a select whose list is not there."""
    name = entry.list_name
    if name not in lists and not REFERENCE.fullmatch(name):
        guesses = findings.guess(name, lists)
        findings.error("form.missing_list", survey, entry.row, "type", list=name, nearest=guesses)


def check_spaces(entries: list[Entry], choices: Sheet, findings: Findings) -> None:
    """Note choices with a space in lists of which several may be chosen: answers are separated by spaces."""
    several = {
        entry.list_name
        for entry in entries
        if type_of(entry.row.get("type")) in ("select_multiple", "rank") and entry.kind == "select"
    }
    told: dict[str, int] = {}
    for row in choices.rows:
        list_name, name = row.get("list_name"), row.get("name")
        if list_name in several and len(name.split()) > 1:
            told[list_name] = told.get(list_name, 0) + 1
            if told[list_name] <= MAX_LISTED:
                findings.error("form.choice_with_space", choices, row, "name", name=name, list=list_name)


def _has_label(row: Row) -> bool:
    return any(column.partition("::")[0] in ("label", "media") for column in row.cells)
