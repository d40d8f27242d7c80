"""The files beside a form that its rows ask for: all that are missing or spoilt, each with the cell that names it."""

import re
from collections.abc import Iterable, Iterator

from fieldapp.base.errors import KnownError
from fieldapp.forms.external import Files, file_name, read_external
from fieldapp.forms.official_lists import COLUMNS as OFFICIAL_COLUMNS
from fieldapp.forms.official_lists import listed_official
from fieldapp.forms.problems import FormProblems
from fieldapp.forms.record_lists import COLUMNS, listed_form
from fieldapp.forms.support import type_of
from fieldapp.forms.workbook.findings import Findings
from fieldapp.forms.workbook.sheets import Row, Workbook

_FROM_FILE = re.compile(r"(?:select[ _]one|select[ _]multiple)[ _]from[ _]file\s+(\S.*?)(?:\s+or[_ ]other)?")
_PULLDATA = re.compile(r"pulldata\s*\(\s*['\"‘’“”]([^'\"‘’“”]+)['\"‘’“”]")
_EXTERNAL = {"csv-external": ".csv", "xml-external": ".xml"}
_ENDINGS = (".csv", ".xml", ".geojson")


def check_files(workbook: Workbook, files: Files, findings: Findings) -> dict[str, frozenset[str]]:
    """Note every file that is not there, cannot be read, or is named by a path; return the columns of the others."""
    survey = workbook.sheet("survey")
    seen: dict[str, frozenset[str]] = {}
    for row in survey.rows:
        for column, name in _named(row):
            if name in seen:
                continue
            seen[name] = frozenset()
            if file_name(name) != name:
                findings.error("form.file_outside", survey, row, column, file=name, name=file_name(name))
            elif column == "type" and not name.lower().endswith((*_ENDINGS, ".json")):
                findings.error("form.bad_choice_file", survey, row, column, type=row.get("type"))
            else:
                seen[name] = _check(name, files, at=_At(findings, workbook, row, column))
    return seen


def _named(row: Row) -> Iterator[tuple[str, str]]:
    """Yield the files a row asks for, and the columns that do."""
    written = " ".join(row.get("type").split())
    found = _FROM_FILE.fullmatch(written)
    if found:
        yield "type", found[1]
    kind = type_of(written)
    if kind in _EXTERNAL and row.get("name"):
        yield "name", row.get("name") + _EXTERNAL[kind]
    for column, text in row.cells.items():
        for match in _PULLDATA.finditer(text):
            name = match[1].strip()
            yield column, name if name.lower().endswith(_ENDINGS) else f"{name}.csv"


class _At:
    """A cell, for what is found behind it."""

    def __init__(self, findings: Findings, workbook: Workbook, row: Row, column: str) -> None:
        self._findings = findings
        self._survey = workbook.sheet("survey")
        self._row = row
        self._column = column

    def guess(self, word: str, known: Iterable[str]) -> tuple[str, ...]:
        return self._findings.guess(word, known)

    def error(self, code: str, **facts: object) -> None:
        self._findings.error(code, self._survey, self._row, self._column, **facts)


def _check(name: str, files: Files, *, at: _At) -> frozenset[str]:
    """Read a file; return the columns of its first row, blank where it has none or cannot be read."""
    if listed_form(name) is not None:
        return frozenset(COLUMNS)
    if listed_official(name) is not None:
        return frozenset(OFFICIAL_COLUMNS)
    try:
        tree = read_external(name, files)
        if tree is None:
            at.error("form.missing_file", file=name, nearest=at.guess(name, files))
        elif tree.children:
            return frozenset(child.name for child in tree.children[0].children)
    except FormProblems as error:
        for problem in error.problems:
            at.error(problem.code, **problem.facts)
    except KnownError as error:
        at.error("form.bad_file", file=name, line="", system=error.code)
    return frozenset()
