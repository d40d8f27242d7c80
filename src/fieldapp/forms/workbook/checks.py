"""Everything that can be said of a workbook before it is converted: all mistakes, each with its cell.

pyxform stops at its first complaint and looks at no expression; so names, lists, references, expressions and
circles are checked here over the rows. Each kind of mistake has its module; this one walks the survey.
"""

from collections.abc import Mapping

from fieldapp.forms.parts import Privacy
from fieldapp.forms.places import Place, Places
from fieldapp.forms.problems import Problem, Severity
from fieldapp.forms.rules import MAX_INSTANCES
from fieldapp.forms.support import type_of
from fieldapp.forms.workbook.choices import (
    check_choices,
    check_list,
    check_spaces,
    filled_columns,
    list_columns,
)
from fieldapp.forms.workbook.expression_checks import COLUMNS, Expressions, check_circles
from fieldapp.forms.workbook.findings import MAX_PROBLEMS, NO_ROW, Findings
from fieldapp.forms.workbook.headings import check_headings
from fieldapp.forms.workbook.outline import Entry, Outline, read_outline
from fieldapp.forms.workbook.references import BUILT_IN, References
from fieldapp.forms.workbook.sheets import Row, Sheet, Workbook
from fieldapp.forms.workbook.support_checks import check_support
from fieldapp.forms.workbook.translations import check_translations
from fieldapp.forms.workbook.value_checks import check_values

_TEXTS = ("label", "hint", "guidance_hint", "constraint_message", "required_message")
_PRIVACY, _CONSENT = "bind::fieldapp:privacy", "bind::fieldapp:consent"
_OTHER_REFERENCES = ("default", "trigger", _CONSENT)
_SHEET_ORDER = {"survey": 0, "choices": 1, "settings": 2}
_UNASKED = frozenset(
    {"calculate", "hidden", "start", "end", "today", "deviceid", "username", "phonenumber", "email"}
    | {"subscriberid", "simserial", "audit", "xml-external", "csv-external"}
    | {"background-audio", "background-geopoint", "start-geopoint"}
)
"""Types that nobody sees, so that nobody misses their label."""
DEFAULT_ROOT = "data"
"""What pyxform calls the root of a form whose settings give no `name`."""


def check_workbook(
    workbook: Workbook,
    known_types: frozenset[str],
    findings: Findings | None = None,
    *,
    beside: Mapping[str, frozenset[str]] | None = None,
) -> list[Problem]:
    """Return all problems of the rows, errors first, then by their place.

    Args:
        workbook: What was read.
        known_types: The question types of pyxform.
        findings: What was found before.
        beside: The columns of the files beside the form, by file name.
    """
    checker = _Checker(workbook, known_types, findings or Findings(), beside=beside or {})
    checker.run()
    return sorted(checker.problems, key=_place)


def _place(problem: Problem) -> tuple[bool, int, int]:
    is_warning = problem.severity is Severity.WARNING
    return is_warning, _SHEET_ORDER.get(problem.sheet, len(_SHEET_ORDER)), problem.row


def places_of(workbook: Workbook) -> Places:
    """Return where each rule was written, for problems that are found in the converted form."""
    outline = read_outline(workbook.sheet("survey"), root_nodeset(workbook), frozenset())
    headings = workbook.sheet("survey").headings
    cells: dict[tuple[str, str], Place] = {}
    for entry in outline.entries:
        row = entry.row
        cells[entry.nodeset, ""] = Place("survey", row.number, "", row.get("name"))
        for column, text in row.cells.items():
            cells[entry.nodeset, column] = Place("survey", row.number, headings.get(column, column), text)
    return Places(cells)


def root_nodeset(workbook: Workbook) -> str:
    """Return the nodeset of the root element that pyxform will make."""
    rows = workbook.sheet("settings").rows
    return "/" + ((rows[0].get("name") if rows else "") or DEFAULT_ROOT)


class _Checker:
    def __init__(
        self,
        workbook: Workbook,
        known_types: frozenset[str],
        findings: Findings,
        *,
        beside: Mapping[str, frozenset[str]],
    ) -> None:
        self._workbook = workbook
        self._survey = workbook.sheet("survey")
        self._outline: Outline = read_outline(self._survey, root_nodeset(workbook), known_types)
        known = self._outline.names()
        self._known = known
        choices = workbook.sheet("choices")
        self._lists = list_columns(choices)
        self._beside = beside
        self._findings = findings
        self._references = References(known, self._findings)
        self._expressions = Expressions(
            self._survey, known, self._references, self._findings, filled=filled_columns(choices)
        )

    @property
    def problems(self) -> list[Problem]:
        """All that was found."""
        found = _causes([*self._outline.problems[:MAX_PROBLEMS], *self._findings.problems])
        if len(self._outline.problems) > MAX_PROBLEMS:
            found.append(Problem("form.too_many_problems", facts={"limit": MAX_PROBLEMS}))
        return found

    def run(self) -> None:
        """Look at everything."""
        check_headings(self._workbook, self._findings)
        for entry in self._outline.entries:
            self._check_entry(entry)
            self._check_sense(entry)
            self._check_privacy(entry)
        self._check_repeat_names()
        choices = self._workbook.sheet("choices")
        check_choices(self._workbook, self._references, self._findings)
        check_spaces(self._outline.entries, choices, self._findings)
        self._check_settings(self._workbook.sheet("settings"))
        check_circles(self._known, self._survey, self._findings)
        check_values(self._outline.entries, self._known, self._workbook, self._findings)
        check_translations(self._workbook, self._findings)
        check_support(self._workbook, self._findings)

    def _check_entry(self, entry: Entry) -> None:
        if entry.kind == "select" and entry.list_name:
            check_list(entry, self._survey, self._lists, self._findings)
        for column, text in entry.row.cells.items():
            head = column.partition("::")[0]
            if head in _TEXTS or column in _OTHER_REFERENCES:
                self._references.check(self._survey, entry.row, column, text=text, entry=entry)
            elif column in COLUMNS:
                columns = self._beside if entry.kind == "file" else self._lists
                self._expressions.check(entry, column, columns=columns.get(entry.list_name))

    def _check_sense(self, entry: Entry) -> None:
        """Note what is written well and means nothing."""
        row, type_name = entry.row, type_of(entry.row.get("type"))
        if type_name == "calculate" and not (row.get("calculation") or row.get("default")):
            self._findings.error("form.no_calculation", self._survey, row, "calculation")
        is_locked = type_name == "note" or _is_yes(row, "readonly")
        is_filled = any(row.get(column) for column in ("calculation", "default", "trigger"))
        if _is_yes(row, "required") and is_locked and not is_filled:
            self._findings.warn("form.required_note", self._survey, row, "required")
        is_asked = entry.kind in ("question", "select", "file") and type_name not in _UNASKED
        if is_asked and not (row.get("calculation") or row.get("trigger") or _is_labelled(row)):
            self._findings.error("form.missing_label", self._survey, row, "label", name=entry.name)
        count = row.get("repeat_count")
        if count.isdecimal() and int(count) > MAX_INSTANCES:
            facts = {"count": count, "limit": MAX_INSTANCES}
            self._findings.error("form.too_many_repeats", self._survey, row, "repeat_count", **facts)
        if entry.name.lower() == "meta" or entry.name in BUILT_IN:
            self._findings.error("form.reserved_name", self._survey, row, "name", name=entry.name)

    def _check_privacy(self, entry: Entry) -> None:
        """Note a level that is none, and one that asks for a consent which no question records."""
        written = entry.row.get(_PRIVACY)
        levels = [str(level) for level in Privacy]
        if written and written not in levels:
            self._findings.error("form.unknown_privacy", self._survey, entry.row, _PRIVACY, known=levels)
        elif written == Privacy.CONSENT and not entry.row.get(_CONSENT):
            self._findings.error("form.consent_missing", self._survey, entry.row, _CONSENT)

    def _check_repeat_names(self) -> None:
        seen = {root_nodeset(self._workbook).removeprefix("/")}
        for entry in self._outline.entries:
            if entry.kind != "repeat" or not entry.name:
                continue
            siblings = [other for other in self._known.get(entry.name, ()) if other.parent is entry.parent]
            if entry.name in seen and len(siblings) < 2:
                self._findings.error(
                    "form.repeat_name_taken", self._survey, entry.row, "name", value=entry.name
                )
            seen.add(entry.name)

    def _check_settings(self, sheet: Sheet) -> None:
        for row in sheet.rows[:1]:
            if row.get("export_policy"):
                right = "attribute::fieldapp:export_policy"
                self._findings.error("form.unknown_setting", sheet, row, "export_policy", right=right)
            name = row.get("instance_name")
            if name:
                self._references.check(sheet, row, "instance_name", text=name)
                self._expressions.compile(sheet, row, "instance_name", text=name)
        self._check_namespace(sheet)

    def _check_namespace(self, sheet: Sheet) -> None:
        declared = sheet.rows[0].get("namespaces") if sheet.rows else ""
        for where in (self._survey, sheet):
            used = [column for column in where.columns if "::fieldapp:" in column]
            if used and "fieldapp=" not in declared.replace(" ", ""):
                row = sheet.rows[0] if sheet.rows else NO_ROW
                self._findings.error("form.missing_namespace", where, row, used[0])
                return


def _is_yes(row: Row, column: str) -> bool:
    return row.get(column).lower() in ("yes", "true", "true()")


def _is_labelled(row: Row) -> bool:
    return any(column.partition("::")[0] in ("label", "media", "hint") for column in row.cells)


def _causes(problems: list[Problem]) -> list[Problem]:
    """Leave out what only follows from a formula that nobody worked out: its cell is not blank, it is not known."""
    unknown = {_cell(each) for each in problems if each.code == "form.formula_without_value"}
    if not unknown:
        return problems
    return [
        each for each in problems if each.code == "form.formula_without_value" or _cell(each) not in unknown
    ]


def _cell(problem: Problem) -> tuple[str, int, str]:
    return (problem.sheet, problem.row, problem.column)
