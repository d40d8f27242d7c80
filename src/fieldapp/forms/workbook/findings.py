"""Where the checks of a workbook write down what they find, each with its cell, its question and its severity."""

from collections import Counter
from collections.abc import Iterable

from fieldapp.forms.problems import LONGEST_WORD, MAX_GUESSES, Problem, Severity
from fieldapp.forms.workbook.sheets import Row, Sheet
from fieldapp.xpath.problems import nearest

NO_ROW = Row(0, {})
"""Stands for a whole sheet or column."""
MAX_ROWS_NAMED = 8
"""How many rows a problem of several rows names; the others are only counted."""
MAX_PROBLEMS = 1_000
"""Problems told of one form; nobody reads more, and a hostile one has a million."""


class Findings:
    """The problems of one workbook, in the order they were found."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._guesses = 0
        self._count: Counter[Severity] = Counter()

    def error(self, code: str, sheet: Sheet, row: Row, column: str = "", /, **facts: object) -> None:
        """Note what keeps the form out."""
        self._add(Severity.ERROR, code, sheet, row, column, facts=facts)

    def warn(self, code: str, sheet: Sheet, row: Row, column: str = "", /, **facts: object) -> None:
        """Note what its author should know."""
        self._add(Severity.WARNING, code, sheet, row, column, facts=facts)

    def guess(self, word: str, known: Iterable[str]) -> tuple[str, ...]:
        """Return the known spellings nearest to a word, while guessing still helps anybody."""
        if self._guesses >= MAX_GUESSES or len(word) > LONGEST_WORD:
            return ()
        self._guesses += 1
        return nearest(word, known)

    def _add(
        self,
        severity: Severity,
        code: str,
        sheet: Sheet,
        row: Row,
        column: str,
        *,
        facts: dict[str, object],
    ) -> None:
        self._count[severity] += 1
        if self._count[severity] > MAX_PROBLEMS:
            self._stop(severity)
            return
        heading = sheet.headings.get(column, column)
        question = row.get("name") if sheet.name == "survey" else ""
        if question:
            facts = {"question": question, **facts}
        number = row.number or (sheet.heading_row if column else 0)
        text = row.get(column)
        self.problems.append(Problem(code, severity, sheet.name, number, heading, text=text, facts=facts))

    def _stop(self, severity: Severity) -> None:
        if self._count[severity] == MAX_PROBLEMS + 1:
            facts = {"limit": MAX_PROBLEMS}
            self.problems.append(Problem("form.too_many_problems", severity, facts=facts))


def rows_named(rows: list[Row]) -> list[str]:
    """Return the numbers of several rows as a sentence names them; blank for one row, which has its own place."""
    numbers = [str(row.number) for row in rows]
    if len(numbers) < 2:
        return []
    return numbers if len(numbers) <= MAX_ROWS_NAMED else [*numbers[:MAX_ROWS_NAMED], "…"]
