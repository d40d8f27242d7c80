"""The only door to pyxform: checked rows in, XForm XML out, its complaints as problems of ours."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from fieldapp.forms.problems import FormProblems, Problem
from fieldapp.forms.workbook.sheets import Sheet, Workbook

_ROW = re.compile(r"\[row : (\d+)\]")
_FIELD = re.compile(r"\{(\w+)\}")
_DAMAGE = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""What pyxform stumbles over where it has no words of its own."""
_BY_NAME = {
    "ENTITY_001": "form.entity_without_sheet",
    "ENTITY_002": "form.entity_property_twice",
    "ENTITY_003": "form.entity_on_group",
    "ENTITY_004": "form.entity_unknown_list",
    "ENTITY_005": "form.entity_without_label",
    "ENTITY_006": "form.entity_without_rule",
    "ENTITY_007": "form.entity_without_id",
    "ENTITY_008": "form.entity_unclear_list",
    "ENTITY_009": "form.entity_misplaced",
    "ENTITY_011": "form.entity_misplaced",
    "ENTITY_012": "form.entity_misplaced",
    "ENTITY_013": "form.entity_unclear_list",
    "HEADER_002": "form.duplicate_column",
    "HEADER_003": "form.missing_heading",
    "HEADER_005": "form.unknown_columns",
    "NAMES_001": "form.name_taken",
    "NAMES_003": "form.repeat_name_taken",
    "NAMES_004": "form.repeat_name_taken",
    "NAMES_005": "form.reserved_name",
    "NAMES_008": "form.invalid_name",
    "NAMES_009": "form.invalid_name",
    "NAMES_010": "form.entity_bad_name",
    "NAMES_011": "form.entity_bad_name",
    "NAMES_012": "form.entity_bad_name",
    "NAMES_014": "form.entity_list_twice",
    "NAMES_015": "form.entity_without_list",
    "PYREF_001": "form.bad_reference",
    "PYREF_002": "form.bad_reference",
    "PYREF_003": "form.unknown_reference",
    "PYREF_004": "form.name_taken",
    "RANGE_001": "form.bad_range",
    "RANGE_002": "form.bad_range",
    "RANGE_003": "form.bad_range",
    "RANGE_004": "form.bad_range",
    "RANGE_005": "form.bad_range",
    "RANGE_006": "form.bad_range",
    "RANGE_007": "form.bad_range",
    "RANGE_008": "form.bad_range",
    "RANGE_009": "form.bad_range",
    "RANGE_010": "form.bad_range",
    "RANGE_011": "form.bad_range",
    "RANGE_012": "form.bad_range",
    "SURVEY_003": "form.bad_parameter",
    "SURVEY_004": "form.bad_parameters",
    "SURVEY_005": "form.unknown_parameter",
    "SURVEY_006": "form.bad_parameter",
    "SURVEY_007": "form.bad_parameter",
    "SURVEY_008": "form.bad_parameter",
    "SURVEY_009": "form.bad_parameter",
}
"""pyxform's error codes -> ours; the facts are those of its template."""
_BY_WORDS = (
    (r"Duplicate column header: (?P<header>.*)", "form.duplicate_column"),
    (r" Missing calculation\.", "form.no_calculation"),
    (r"Choice filter not supported with or_other", "form.filter_with_other"),
    (r"Please specify choices for this 'or other' question", "form.filter_with_other"),
    (r"Choice filter not supported for table-list", "form.table_list_filter"),
    (r"Badly formatted table list", "form.table_list_mixed"),
    (r"Choice names with spaces .*See \[(?P<name>.*)\] in \[(?P<list>.*)\]", "form.choice_with_space"),
    (r"Audits must always be named 'audit", "form.audit_name"),
    (r"File name for '(?P<type>.*)' should end with", "form.bad_choice_file"),
    (r"For 'background-geopoint' questions, the '(?P<parameter>\w+)' column", "form.bad_parameter"),
    (r"'?(?P<parameter>[\w-]+)'?(?: value)? must (?:be|have)", "form.bad_parameter"),
    (r"Invalid value for (?P<parameter>[\w-]+)", "form.bad_parameter"),
    (r"Parameters must include (?P<parameter>[\w-]+)=true", "form.bad_parameter"),
    (r"[Tt]o include location information in the audit, '(?P<parameter>[\w-]+)'", "form.bad_parameter"),
    (r"Cannot omit instanceID", "form.instance_id_omitted"),
    (
        r"The same instance id will be generated .* Instance name: '(?P<list>[^']*)'",
        "form.list_named_as_file",
    ),
    (r"To use big-image, you must also specify an image .* named (?P<name>\S+)\.", "form.big_image_alone"),
    (r"The survey element named '(?P<name>[^']*)' has no label or hint", "form.missing_label"),
    (r"The question \$\{(?P<name>[^}]*)\} is not user-visible so it can't be used", "form.trigger_unseen"),
    (r"There is no survey element named '(?P<name>[^']*)'", "form.unknown_reference"),
    (r"There are multiple survey elements named '(?P<value>[^']*)'", "form.name_taken"),
    (r"Unknown question type '(?P<type>[^']*)'", "form.unknown_type"),
)
"""What pyxform says without a code -> ours."""

_FACTS = {
    "property": "saveto",
    "list": "dataset",
    "name": "q",
    "header": "header",
    "other": "other",
    "other_row": "other_row",
    "columns": "columns",
    "missing": "missing",
    "value": "value",
    "parameter": "parameter",
    "accepted": "accepted",
    "rejected": "rejected",
}
"""Our facts -> what pyxform calls them."""


def convert(workbook: Workbook) -> bytes:
    """Convert the rows of an XLSForm to XForm XML: exactly the rows that were checked.

    Raises:
        FormProblems: What pyxform refuses, which is its first complaint only; `form.xlsform` for one that
            this program has no words for.
    """
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert as pyxform_convert

    try:
        result = pyxform_convert(_as_dict(workbook), validate=False, pretty_print=False)
    except PyXFormError as error:
        raise FormProblems(workbook.source, [_problem(str(error))]) from error
    except _DAMAGE as error:
        raise FormProblems(workbook.source, [_problem(f"{type(error).__name__}: {error}")]) from error
    return str(result.xform).encode()


def known_types() -> frozenset[str]:
    """Return the question types that pyxform knows, old spellings included."""
    from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

    return frozenset(QUESTION_TYPE_DICT)


def _as_dict(workbook: Workbook) -> dict[str, Any]:
    """Lay the sheets out as pyxform reads them: a row of the list for each row of the sheet, blank ones too."""
    data: dict[str, Any] = {"sheet_names": list(workbook.titles)}
    for name, sheet in workbook.sheets.items():
        if sheet.headings:
            data[name] = list(_rows(sheet))
            data[f"{name}_header"] = [dict.fromkeys(sheet.headings.values())]
    return data


def _rows(sheet: Sheet) -> Iterator[dict[str, str]]:
    number = 2
    for row in sheet.rows:
        while number < row.number:
            number += 1
            yield {}
        number += 1
        yield {sheet.headings[column]: text for column, text in row.cells.items()}


def _problem(message: str) -> Problem:
    match = _ROW.search(message)
    row = int(match[1]) if match else 0
    code, facts = _translated(" ".join(message.split()))
    sheet = facts.pop("sheet", "") or facts.pop("sheet_name", "") or ("survey" if row else "")
    column = facts.pop("column", "")
    facts.pop("row", "")
    ours = {theirs: fact for fact, theirs in _FACTS.items()}
    named = {ours.get(name, name): fact for name, fact in facts.items() if fact}
    return Problem(code, sheet=sheet, row=row, column=column, facts=named)


def _translated(message: str) -> tuple[str, dict[str, str]]:
    """Find our code for what pyxform says, and the facts in it."""
    for name, pattern in _templates().items():
        found = pattern.fullmatch(message)
        if found and name in _BY_NAME:
            return _BY_NAME[name], found.groupdict()
    for words, code in _BY_WORDS:
        found = re.search(words, message)
        if found:
            return code, found.groupdict()
    return "form.xlsform", {"system": message}


def _templates() -> Mapping[str, re.Pattern[str]]:
    """Return a pattern for each sentence that pyxform gives a code."""
    from pyxform.errors import ErrorCode

    return {code.name: re.compile(_pattern(code.value.msg)) for code in ErrorCode}


def _pattern(template: str) -> str:
    pieces = _FIELD.split(" ".join(template.replace("{{", "{").replace("}}", "}").split()))
    seen: set[str] = set()
    pattern = re.escape(pieces[0])
    for name, literal in zip(pieces[1::2], pieces[2::2], strict=True):
        pattern += f"(?P={name})" if name in seen else f"(?P<{name}>.*?)"
        seen.add(name)
        pattern += re.escape(literal)
    return pattern
