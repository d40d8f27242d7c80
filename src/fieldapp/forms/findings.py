"""Where the checks of a workbook write down what they find, each with its cell, its question and its severity."""

from fieldapp.forms.problems import Problem, Severity
from fieldapp.forms.sheets import Row, Sheet

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

    def error(self, code: str, sheet: Sheet, row: Row, column: str = "", /, **facts: object) -> None:
        """Note what keeps the form out."""
        self._add(Severity.ERROR, code, sheet, row, column, facts=facts)

    def warn(self, code: str, sheet: Sheet, row: Row, column: str = "", /, **facts: object) -> None:
        """Note what its author should know."""
        self._add(Severity.WARNING, code, sheet, row, column, facts=facts)

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
        if len(self.problems) >= MAX_PROBLEMS:
            self._stop()
            return
        heading = sheet.headings.get(column, column)
        question = row.get("name") if sheet.name == "survey" else ""
        if question:
            facts = {"question": question, **facts}
        number = row.number or (sheet.heading_row if column else 0)
        text = row.get(column)
        self.problems.append(Problem(code, severity, sheet.name, number, heading, text=text, facts=facts))

    def _stop(self) -> None:
        if len(self.problems) == MAX_PROBLEMS:
            self.problems.append(Problem("form.too_many_problems", facts={"limit": MAX_PROBLEMS}))


def rows_named(rows: list[Row]) -> list[str]:
    """Return the numbers of several rows as a sentence names them; blank for one row, which has its own place."""
    numbers = [str(row.number) for row in rows]
    if len(numbers) < 2:
        return []
    return numbers if len(numbers) <= MAX_ROWS_NAMED else [*numbers[:MAX_ROWS_NAMED], "…"]
