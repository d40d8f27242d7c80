"""Everything that can be said of a workbook before it is converted: all mistakes, each with its cell.

pyxform stops at its first complaint and looks at no expression; so names, lists, references, expressions and
circles are checked here over the rows.
"""

import re
from collections.abc import Iterator, Mapping

from fieldapp.forms.circles import circles
from fieldapp.forms.outline import Entry, Outline, read_outline
from fieldapp.forms.places import Place, Places
from fieldapp.forms.problems import Problem
from fieldapp.forms.sheets import Row, Sheet, Workbook
from fieldapp.xpath import Expression, XPathProblems, compile_expression
from fieldapp.xpath.problems import nearest

REFERENCE = re.compile(r"\$\{([^{}]*)\}")
_LAST_SAVED = "last-saved#"
_EXPRESSIONS = (
    "relevant",
    "constraint",
    "calculation",
    "required",
    "readonly",
    "choice_filter",
    "repeat_count",
)
_TEXTS = ("label", "hint", "guidance_hint", "constraint_message", "required_message")
_OTHER_REFERENCES = ("default", "trigger", "bind::fieldapp:consent")
_YES_NO = frozenset({"yes", "no", "true", "false", "true()", "false()"})
_ROW = "/\N{MIDDLE DOT}"
"""Where the row of a choice list stands while a filter is read: what it reads below this is a column."""
_OWN_CHOICE_COLUMNS = frozenset({"name", "label", "list_name", "value"})
DEFAULT_ROOT = "data"
"""What pyxform calls the root of a form whose settings give no `name`."""


def check_workbook(workbook: Workbook, known_types: frozenset[str]) -> list[Problem]:
    """Return all problems of the rows."""
    checker = _Checker(workbook, known_types)
    checker.run()
    return sorted(checker.problems, key=lambda problem: (_SHEET_ORDER.get(problem.sheet, 9), problem.row))


_SHEET_ORDER = {"survey": 0, "choices": 1, "settings": 2}


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
    def __init__(self, workbook: Workbook, known_types: frozenset[str]) -> None:
        self._workbook = workbook
        self._survey = workbook.sheet("survey")
        self._outline: Outline = read_outline(self._survey, root_nodeset(workbook), known_types)
        self._names = self._outline.names()
        self._lists = _lists(workbook.sheet("choices"))
        self.problems: list[Problem] = list(self._outline.problems)

    def run(self) -> None:
        """Look at everything."""
        for entry in self._outline.entries:
            self._check_entry(entry)
        self._check_choices(self._workbook.sheet("choices"))
        self._check_settings(self._workbook.sheet("settings"))
        self._check_circles()

    def _check_entry(self, entry: Entry) -> None:
        if entry.kind == "select" and entry.list_name:
            self._check_list(entry)
        for column, text in entry.row.cells.items():
            head = column.partition("::")[0]
            if head in _TEXTS or column in _OTHER_REFERENCES:
                self._check_references(self._survey, entry.row, column, text=text)
            elif column in _EXPRESSIONS:
                self._check_expression(entry, column, text)

    def _check_list(self, entry: Entry) -> None:
        name = entry.list_name
        if name not in self._lists and not REFERENCE.fullmatch(name):
            guesses = nearest(name, self._lists)
            self._add("form.missing_list", self._survey, entry.row, column="type", list=name, nearest=guesses)

    def _check_references(self, sheet: Sheet, row: Row, column: str, *, text: str) -> None:
        for match in REFERENCE.finditer(text):
            name = match[1].strip().removeprefix(_LAST_SAVED)
            found = self._names.get(name, [])
            facts = {"name": name, "offset": match.start(), "length": len(match[0])}
            if not found:
                guesses = nearest(name, self._names)
                self._add("form.unknown_reference", sheet, row, column=column, nearest=guesses, **facts)
            elif len(found) > 1:
                rows = [entry.row.number for entry in found]
                self._add("form.ambiguous_reference", sheet, row, column=column, rows=rows, **facts)

    def _check_expression(self, entry: Entry, column: str, text: str) -> None:
        if text.lower() in _YES_NO:
            return
        self._check_references(self._survey, entry.row, column, text=text)
        expression = self._compile(self._survey, entry.row, column, text=text)
        if expression is not None and column == "choice_filter":
            self._check_filter(entry, expression)

    def _compile(self, sheet: Sheet, row: Row, column: str, *, text: str) -> Expression | None:
        try:
            return compile_expression(REFERENCE.sub(_as_path, text), keeps_going=False)
        except XPathProblems as error:
            for problem in error.problems:
                facts = {**problem.facts, "offset": problem.offset, "length": problem.length}
                self._add(problem.code, sheet, row, column=column, **facts)
            return None

    def _check_filter(self, entry: Entry, expression: Expression) -> None:
        columns = self._lists.get(entry.list_name)
        if columns is None:
            return
        for path in sorted(expression.reads(_ROW).nodesets):
            column = path.removeprefix(_ROW + "/").partition("/")[0]
            if path.startswith(_ROW + "/") and column not in columns | _OWN_CHOICE_COLUMNS:
                self._add(
                    "form.missing_column",
                    self._survey,
                    entry.row,
                    column="choice_filter",
                    missing=column,
                    list=entry.list_name,
                    nearest=nearest(column, columns),
                )

    def _check_choices(self, sheet: Sheet) -> None:
        settings = self._workbook.sheet("settings").rows
        allows = bool(settings) and settings[0].get("allow_choice_duplicates").lower() in ("yes", "true")
        seen: dict[tuple[str, str], Row] = {}
        for row in sheet.rows:
            list_name, name = row.get("list_name"), row.get("name")
            if list_name and not name:
                self._add("form.missing_choice_name", sheet, row, column="name", list=list_name)
            elif name and not list_name:
                self._add("form.missing_list_name", sheet, row, column="list_name", name=name)
            elif list_name:
                first = seen.setdefault((list_name, name), row)
                if first is not row and not allows:
                    facts = {"list": list_name, "name": name, "first_row": first.number}
                    self._add("form.duplicate_choice", sheet, row, column="name", **facts)
            for column, text in row.cells.items():
                if column.partition("::")[0] == "label":
                    self._check_references(sheet, row, column, text=text)

    def _check_settings(self, sheet: Sheet) -> None:
        for row in sheet.rows[:1]:
            if row.get("export_policy"):
                right = "attribute::fieldapp:export_policy"
                self._add("form.unknown_setting", sheet, row, column="export_policy", right=right)
            name = row.get("instance_name")
            if name:
                self._check_references(sheet, row, "instance_name", text=name)
                self._compile(sheet, row, "instance_name", text=name)
        self._check_namespace(sheet)

    def _check_namespace(self, sheet: Sheet) -> None:
        declared = sheet.rows[0].get("namespaces") if sheet.rows else ""
        for where in (self._survey, sheet):
            used = [column for column in where.columns if "::fieldapp:" in column]
            if used and "fieldapp=" not in declared.replace(" ", ""):
                row = sheet.rows[0] if sheet.rows else Row(0, {})
                self._add("form.missing_namespace", where, row, column=used[0])
                return

    def _check_circles(self) -> None:
        single = {name: found[0] for name, found in self._names.items() if len(found) == 1}
        reads = {name: set(_value_reads(entry)) & single.keys() for name, entry in single.items()}
        for circle in circles(reads, list(single)):
            entry = single[circle[0]]
            column = "calculation" if entry.row.get("calculation") else "relevant"
            self._add("form.cycle", self._survey, entry.row, column=column, circle=[*circle, circle[0]])

    def _add(self, code: str, sheet: Sheet, row: Row, *, column: str, **facts: object) -> None:
        heading = sheet.headings.get(column, column)
        text = row.get(column)
        self.problems.append(
            Problem(code, sheet=sheet.name, row=row.number, column=heading, text=text, facts=facts)
        )


def _value_reads(entry: Entry) -> Iterator[str]:
    """Yield the names whose value decides the value of an entry: its calculation and whether it is in play."""
    calculation = entry.row.get("calculation")
    for match in REFERENCE.finditer(calculation + " " + entry.row.get("relevant")):
        name = match[1].strip()
        if not (name == entry.name and "once(" in calculation):
            yield name


def _as_path(match: re.Match[str]) -> str:
    """Stand an absolute path of the same length in for `${name}`, so that offsets stay those of the cell."""
    name = match[1].strip().removeprefix(_LAST_SAVED) or "_"
    path = "/" + re.sub(r"[^\w.-]", "_", name)
    return path.ljust(len(match[0]))


def _lists(choices: Sheet) -> Mapping[str, set[str]]:
    """Return the columns that each choice list can be filtered by."""
    found: dict[str, set[str]] = {}
    written = {heading.strip() for heading in choices.headings.values()}
    columns = {column for column in written | set(choices.columns) if "::" not in column}
    for row in choices.rows:
        if row.get("list_name"):
            found.setdefault(row.get("list_name"), columns)
    return found
