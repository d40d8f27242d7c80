"""The expressions of a workbook: syntax, columns of filters, what can never hold, what can never be compared."""

import re
from collections.abc import Iterator, Mapping, Sequence

from fieldapp.forms.support import type_of
from fieldapp.forms.workbook.circles import circles
from fieldapp.forms.workbook.findings import Findings
from fieldapp.forms.workbook.outline import Entry
from fieldapp.forms.workbook.references import REFERENCE, References, as_paths, as_written, name_in
from fieldapp.forms.workbook.sheets import Row, Sheet
from fieldapp.xpath import Expression, XPathProblem, XPathProblems, compile_expression
from fieldapp.xpath.deadness import never_true
from fieldapp.xpath.expression import MAX_LENGTH
from fieldapp.xpath.kinds import comparisons_without_meaning

COLUMNS = (
    "relevant",
    "constraint",
    "calculation",
    "required",
    "readonly",
    "choice_filter",
    "repeat_count",
)
_YES_NO = frozenset({"yes", "no", "true", "false", "true()", "false()"})
_SMART_QUOTES = str.maketrans("‘’“”", "''\"\"")
"""What text programs write for quotes; the converter takes them for plain ones, so do we."""
_LITERAL = re.compile(r"'[^']*'|\"[^\"]*\"")
_CHOICE_NAME = re.compile(r"jr:choice-name\([^()]*,\s*(?P<cited>'[^']*'|\"[^\"]*\")\s*\)")
"""The documented way to ask for the label of an answer, which quotes the question."""
_BEFORE = re.compile(r"([\w.:-]*[\w.)\]}'\"])\s*$")
_NEAR = 40
"""Characters before a reference that are looked at; no word of XPath is longer."""
_WORDS = frozenset({"and", "or", "div", "mod"})
_ROW = "/\N{MIDDLE DOT}"
"""Where the row of a choice list stands while a filter is read: what it reads below this is a column."""
_OWN_CHOICE_COLUMNS = frozenset({"name", "label", "list_name", "value"})
_TYPES = {
    "integer": "int",
    "decimal": "decimal",
    "date": "date",
    "dateTime": "dateTime",
    "time": "time",
    "text": "string",
    "select_one": "select1",
    "select_multiple": "select",
    "geopoint": "geopoint",
    "geotrace": "geotrace",
    "geoshape": "geoshape",
    "image": "binary",
}
"""Types of XLSForm whose answers a comparison can be held against, and their names in XForms."""


class Expressions:
    """Compiles the expressions of a survey once, and says what is wrong with them."""

    def __init__(
        self,
        survey: Sheet,
        known: Mapping[str, Sequence[Entry]],
        references: References,
        findings: Findings,
        *,
        filled: Mapping[str, frozenset[str]],
    ) -> None:
        self._survey = survey
        self._filled = filled
        self._known = known
        self._references = references
        self._findings = findings
        self._relevance: dict[str, Expression] = {}
        self._repeated = frozenset(
            f"/{name}"
            for name, entries in known.items()
            if any(above.kind == "repeat" for entry in entries for above in (entry, *entry.ancestors()))
        )
        """Placeholder paths of what there may be several of."""

    def check(self, entry: Entry, column: str, *, columns: frozenset[str] | None) -> None:
        """Look at one cell.

        Args:
            entry: Its question.
            column: Its column.
            columns: Those of the choice list, for a filter.
        """
        text = entry.row.get(column)
        if text.lower() in _YES_NO:
            return
        self._references.check(self._survey, entry.row, column, text=text, entry=entry)
        expression = self.compile(self._survey, entry.row, column, text=text)
        if expression is None:
            return
        if column == "choice_filter" and columns is not None:
            self._check_filter(entry, expression, columns)
        elif column != "choice_filter":
            self._check_kinds(entry, column, expression)
        if column == "relevant":
            self._check_relevance(entry, expression)

    def compile(self, sheet: Sheet, row: Row, column: str, *, text: str) -> Expression | None:
        """Compile a cell and note what is wrong with it."""
        plain = text.translate(_SMART_QUOTES)
        if plain != text:
            self._findings.warn("form.smart_quotes", sheet, row, column)
        if len(plain) <= MAX_LENGTH and self._has_loose_references(sheet, row, column, text=plain):
            return None
        paths = as_paths(plain)
        try:
            return compile_expression(paths, keeps_going=False)
        except XPathProblems as error:
            for problem in error.problems:
                if paths.startswith("${", problem.offset):
                    continue  # an open reference has been told
                facts = {**problem.facts, "offset": problem.offset, "length": problem.length}
                self._findings.error(problem.code, sheet, row, column, **facts)
            return None

    def _has_loose_references(self, sheet: Sheet, row: Row, column: str, *, text: str) -> bool:
        """Note references that nothing ties to what stands before: two side by side would be read as one path."""
        cited = {match.start("cited") + 1 for match in _CHOICE_NAME.finditer(text)}
        quoted = [match.span() for match in _LITERAL.finditer(text)]
        for match in REFERENCE.finditer(text):
            if match.start() in cited:
                continue
            place = {"offset": match.start(), "length": len(match[0])}
            if any(first < match.start() < last for first, last in quoted):
                self._findings.warn("form.quoted_reference", sheet, row, column, name=name_in(match), **place)
                continue
            before = _BEFORE.search(text, max(0, match.start() - _NEAR), match.start())
            if before is not None and before[1] not in _WORDS:
                self._findings.error("xpath.syntax", sheet, row, column, found=match[0], **place)
                return True
        return False

    def _check_filter(self, entry: Entry, expression: Expression, columns: frozenset[str]) -> None:
        """Note the columns that a filter reads and its choices lack; a file is not one's own to name columns in."""
        is_file = entry.kind == "file"
        known = columns if is_file else columns | _OWN_CHOICE_COLUMNS
        facts = {"file": entry.list_name} if is_file else {"list": entry.list_name}
        code = "form.missing_file_column" if is_file else "form.missing_column"
        for path in sorted(expression.reads(_ROW).nodesets):
            column = path.removeprefix(_ROW + "/").partition("/")[0]
            if path.startswith(_ROW + "/") and columns and column not in known and column[:1] != "@":
                guesses = self._findings.guess(column, columns)
                self._findings.error(
                    code, self._survey, entry.row, "choice_filter", missing=column, nearest=guesses, **facts
                )
            elif column in columns - self._filled.get(entry.list_name, columns):
                self._findings.warn(
                    "form.blank_column", self._survey, entry.row, "choice_filter", missing=column, **facts
                )

    def _check_kinds(self, entry: Entry, column: str, expression: Expression) -> None:
        here = f"/{entry.name}"
        for problem in comparisons_without_meaning(expression.syntax, nodeset=here, type_of=self._type_of):
            self._warn(entry, column, problem)

    def _check_relevance(self, entry: Entry, expression: Expression) -> None:
        self._relevance[entry.nodeset] = expression
        around = [
            (self._relevance[above.nodeset], f"/{above.name}")
            for above in reversed(list(entry.ancestors()))
            if above.nodeset in self._relevance
        ]
        problem = never_true(
            [*around, (expression, f"/{entry.name}")], repeats=self._repeated, type_of=self._type_of
        )
        if problem is not None:
            self._warn(entry, "relevant", problem)

    def _warn(self, entry: Entry, column: str, problem: XPathProblem) -> None:
        facts = {
            name: as_written(fact, self._known) if isinstance(fact, str) else fact
            for name, fact in problem.facts.items()
        }
        place = {"offset": problem.offset, "length": problem.length}
        self._findings.warn(problem.code, self._survey, entry.row, column, **facts, **place)

    def _type_of(self, nodeset: str) -> str:
        entries = self._known.get(nodeset.removeprefix("/"), ())
        if len(entries) != 1 or entries[0].row.get("calculation"):
            return ""
        return _TYPES.get(type_of(entries[0].row.get("type")), "")


def check_circles(known: Mapping[str, Sequence[Entry]], survey: Sheet, findings: Findings) -> None:
    """Note every circle of questions that work each other out, told whole."""
    single = {name: found[0] for name, found in known.items() if len(found) == 1}
    reads = {name: set(_value_reads(entry)) & single.keys() for name, entry in single.items()}
    for circle in circles(reads, list(single)):
        entry = single[circle[0]]
        column = "calculation" if entry.row.get("calculation") else "relevant"
        findings.error("form.cycle", survey, entry.row, column, circle=[*circle, circle[0]])


def _value_reads(entry: Entry) -> Iterator[str]:
    """Yield the names whose value decides the value of an entry: its calculation and whether it is in play."""
    calculation = entry.row.get("calculation")
    for match in REFERENCE.finditer(calculation + " " + entry.row.get("relevant")):
        name = name_in(match)
        if not (name == entry.name and "once(" in calculation):
            yield name
