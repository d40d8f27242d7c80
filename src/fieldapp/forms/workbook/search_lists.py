"""Makes `search('fruits', …)` in an appearance what XLSForm later called it: choices from a file, with a filter.

The choice list of such a question has one row, which names columns of the file: the value in `name`, the label in
`label`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from fieldapp.forms.workbook.findings import Findings
from fieldapp.forms.workbook.sheets import Row, Sheet, Workbook

CALL = re.compile(r"search\s*\(((?:[^()'\"]|'[^']*'|\"[^\"]*\"|\([^()]*\))*)\)")
_SELECT = re.compile(r"select[ _](one|multiple)\s+(\S+)")
_ARGUMENT = re.compile(r"(?:[^,()'\"]|'[^']*'|\"[^\"]*\"|\((?:[^()])*\))+")
_MATCHES = {
    "contains": "contains({column}, {text})",
    "startswith": "starts-with({column}, {text})",
    "endswith": "ends-with({column}, {text})",
    "matches": "{column} = {text}",
}
_WITH_FILTER = 6
"""Arguments of a search that is narrowed by a second column."""
_COUNTS = (1, 4, _WITH_FILTER)


def with_searches(workbook: Workbook, findings: Findings) -> Workbook:
    """Return the workbook with every search written as choices from a file; notes those that cannot be."""
    survey = workbook.sheet("survey")
    if not any("search" in row.get("appearance") for row in survey.rows):
        return workbook
    lists: dict[str, list[Row]] = {}
    for choice in workbook.sheet("choices").rows:
        lists.setdefault(choice.get("list_name"), []).append(choice)
    rows = tuple(_rewritten(row, lists, survey, findings=findings) for row in survey.rows)
    choices = _without_searched(workbook.sheet("choices"), survey.rows, rows)
    columns = dict.fromkeys([*survey.columns, "parameters", "choice_filter"])
    headings = {**{column: column for column in ("parameters", "choice_filter")}, **survey.headings}
    changed = replace(survey, rows=rows, columns=tuple(columns), headings=headings)
    return replace(workbook, sheets={**workbook.sheets, "survey": changed, "choices": choices})


def _without_searched(choices: Sheet, before: Sequence[Row], after: Sequence[Row]) -> Sheet:
    """Leave out the lists that only name columns of a file, unless another question shows them as they are."""
    searched = {_list_of(one) for one, other in zip(before, after, strict=True) if one is not other}
    shown = {_list_of(row) for row in after}
    return replace(
        choices, rows=tuple(row for row in choices.rows if row.get("list_name") not in searched - shown)
    )


def _list_of(row: Row) -> str:
    select = _SELECT.fullmatch(" ".join(row.get("type").split()))
    return select[2] if select else ""


def _rewritten(row: Row, lists: Mapping[str, Sequence[Row]], survey: Sheet, *, findings: Findings) -> Row:
    call, select = CALL.search(row.get("appearance")), _SELECT.fullmatch(" ".join(row.get("type").split()))
    if call is None or select is None:
        return row
    choices = lists.get(select[2], ())
    arguments = [match[0].strip() for match in _ARGUMENT.finditer(call[1])]
    condition = _condition(arguments)
    if len(choices) != 1 or condition is None:
        findings.error("form.search_not_read", survey, row, "appearance", list=select[2])
        return row
    file = _unquoted(arguments[0])
    label = next((text for column, text in choices[0].cells.items() if column.startswith("label")), "")
    filters = [part for part in (row.get("choice_filter"), condition) if part]
    cells = {
        **row.cells,
        "type": f"select_{select[1]}_from_file {file if file.endswith('.csv') else file + '.csv'}",
        "appearance": (row.get("appearance")[: call.start()] + row.get("appearance")[call.end() :]).strip(),
        "parameters": f"value={choices[0].get('name')} label={label.partition(',')[0].strip()}",
        "choice_filter": " and ".join(f"({part})" for part in filters),
    }
    return Row(row.number, {column: text for column, text in cells.items() if text})


def _condition(arguments: Sequence[str]) -> str | None:
    """Return the filter that a search is, blank for all rows, or none when it is not one."""
    if len(arguments) not in _COUNTS:
        return None
    if len(arguments) == 1:
        return ""
    how = _MATCHES.get(_unquoted(arguments[1]).lower())
    if how is None:
        return None
    columns = [column.strip() for column in _unquoted(arguments[2]).split(",")]
    found = " or ".join(how.format(column=column, text=arguments[3]) for column in columns)
    if len(arguments) < _WITH_FILTER:
        return found
    return f"({found}) and {_unquoted(arguments[4])} = {arguments[5]}"


def _unquoted(text: str) -> str:
    return text.strip().strip("'\"").strip()
