"""Says of a form what of it this program does not run, or runs more plainly; the table is `forms.support`."""

import re
from collections.abc import Iterator

from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.parts import Question
from fieldapp.forms.problems import Problem, Severity
from fieldapp.forms.support import (
    Area,
    Support,
    appearance_of,
    column_of,
    feature,
    names,
    type_of,
)
from fieldapp.forms.workbook.findings import NO_ROW, Findings, rows_named
from fieldapp.forms.workbook.sheets import Row, Sheet, Workbook

_ACTION = re.compile(rb"<(?:\w+:)?(setgeopoint|recordaudio)\b[^>]*?\bref=[\"']([^\"']*)[\"']")
_SEARCH_CALL = re.compile(r"search\s*\([^()]*(?:\([^()]*\)[^()]*)*\)")
_EXTERNAL_APP = re.compile(r"ex:[^\s(]{1,200}\s{0,5}\([^()]*(?:\([^()]*\)[^()]*)*\)")
_LONGEST = 2_000
"""Characters of an appearance that are looked at."""
_FILE_TYPES = {"audio": "audio", "video": "video", "osm": "osm", "application": "file"}
_BIND_TYPES = ("geotrace", "geoshape", "barcode")


def check_support(workbook: Workbook, findings: Findings) -> None:
    """Note every type, appearance and column that does not do here what the documentation says, each once."""
    survey = workbook.sheet("survey")
    _check_types(survey, findings)
    _check_appearances(survey, findings)
    for area, sheet_name in (
        (Area.SURVEY, "survey"),
        (Area.CHOICES, "choices"),
        (Area.SETTINGS, "settings"),
    ):
        _check_columns(workbook.sheet(sheet_name), area, findings)
    entities = workbook.sheet("entities")
    if entities.rows and not any(row.get("save_to") for row in survey.rows):
        findings.warn("support.no_entities", entities, NO_ROW, name="entities")


def appearances(text: str) -> Iterator[str]:
    """Yield the words of an appearance; a call with its values is one word."""
    text = text[:_LONGEST]
    for call in (_SEARCH_CALL, _EXTERNAL_APP):
        yield from (match[0] for match in call.finditer(text))
        text = call.sub(" ", text)
    yield from text.split()


def _check_types(survey: Sheet, findings: Findings) -> None:
    plain: dict[str, list[Row]] = {}
    for row in survey.rows:
        name = type_of(row.get("type"))
        found = feature(Area.TYPE, name)
        if found is None or found.support is Support.FULL:
            continue
        if found.is_refused:
            findings.error(found.instead, survey, row, "type", name=name)
        else:
            plain.setdefault(name, []).append(row)
    _say(plain, Area.TYPE, survey, "type", findings=findings)


def _check_appearances(survey: Sheet, findings: Findings) -> None:
    plain: dict[str, list[Row]] = {}
    for row in survey.rows:
        type_name = type_of(row.get("type"))
        for token in appearances(row.get("appearance")):
            found = feature(Area.APPEARANCE, appearance_of(token))
            if found is None:
                guesses = findings.guess(token, names(Area.APPEARANCE))
                findings.warn(
                    "form.unknown_appearance", survey, row, "appearance", name=token, nearest=guesses
                )
            elif found.of and type_name not in found.of:
                findings.warn(
                    "form.misplaced_appearance", survey, row, "appearance", name=token, type=type_name
                )
            elif found.support is not Support.FULL:
                plain.setdefault(found.name, []).append(row)
    _say(plain, Area.APPEARANCE, survey, "appearance", findings=findings)


def _say(plain: dict[str, list[Row]], area: Area, sheet: Sheet, column: str, *, findings: Findings) -> None:
    for name, rows in plain.items():
        found = feature(area, name)
        if found is not None:
            findings.warn(found.instead, sheet, rows[0], column, name=name, rows=rows_named(rows))


def _check_columns(sheet: Sheet, area: Area, findings: Findings) -> None:
    told: set[str] = set()
    for column in sheet.columns:
        found = column_of(area, column)
        if found is None or found.support is Support.FULL or found.name in told:
            continue
        rows = [row for row in sheet.rows if row.get(column)]
        if rows:
            told.add(found.name)
            findings.warn(found.instead, sheet, rows[0], column, name=found.name, rows=rows_named(rows))


def xform_support(form: FormDefinition) -> tuple[Problem, ...]:
    """Return what of an XForm does not run here. Warnings only: it has no cell to mend, and may long be in use."""
    found: dict[tuple[str, str], list[str]] = {}
    for question in form.questions():
        for area, name in _used(question, form.bind(question.nodeset).type):
            row = feature(area, name)
            if row is not None and row.support is not Support.FULL:
                found.setdefault((row.instead, name), []).append(question.nodeset)
    for match in _ACTION.finditer(form.xform):
        action = f"odk:{match[1].decode()}"
        found.setdefault(("support.no_capture", action), []).append(match[2].decode("utf-8", "replace"))
    return tuple(
        Problem(
            code,
            Severity.WARNING,
            text=nodesets[0],
            facts={"question": nodesets[0].rpartition("/")[2], "name": name, "nodeset": nodesets[0]},
        )
        for (code, name), nodesets in found.items()
    )


def _used(question: Question, bind_type: str) -> Iterator[tuple[Area, str]]:
    if question.kind in ("rank", "range"):
        yield Area.TYPE, question.kind
    elif question.kind == "upload":
        yield Area.TYPE, _FILE_TYPES.get(question.mediatype.partition("/")[0], "image")
    elif bind_type in _BIND_TYPES:
        yield Area.TYPE, bind_type
    for token in appearances(" ".join(question.appearance)):
        yield Area.APPEARANCE, appearance_of(token)
