"""Compiles every expression of a form and gathers what is wrong with them, each with the cell it came from."""

import re
from collections.abc import Mapping

from fieldapp.forms.places import Places
from fieldapp.forms.problems import Problem, Severity
from fieldapp.xpath import Expression, XPathProblems, compile_expression

_ITEXT = re.compile(r"\s*jr:itext\(\s*(?:'([^']*)'|\"([^\"]*)\")\s*\)\s*")


class Expressions:
    """The compiler as the readers of a form use it: never raises, notes problems instead."""

    def __init__(self, places: Places, namespaces: Mapping[str, str]) -> None:
        self.problems: list[Problem] = []
        self._places = places
        self._namespaces = namespaces
        self._compiled: dict[str, Expression] = {}

    def compile(self, text: str | None, nodeset: str, *, column: str) -> Expression | None:
        """Compile an expression of a node; blank gives none, a wrong one too, its problems noted."""
        if text is None or not text.strip():
            return None
        found = self._compiled.get(text)
        if found is not None:
            return found
        try:
            found = compile_expression(text, namespaces=self._namespaces)
        except XPathProblems as error:
            self._note(error, text, nodeset, column=column)
            return None
        self._compiled[text] = found
        return found

    def _note(self, error: XPathProblems, text: str, nodeset: str, *, column: str) -> None:
        place = self._places.find(nodeset, column)
        for problem in error.problems:
            facts = {**problem.facts, "offset": problem.offset, "length": problem.length, "nodeset": nodeset}
            self.problems.append(
                Problem(
                    problem.code,
                    sheet=place.sheet,
                    row=place.row,
                    column=place.column or column,
                    text=text.strip(),
                    facts=facts,
                )
            )

    def add(
        self,
        code: str,
        nodeset: str,
        *,
        column: str = "",
        text: str = "",
        severity: Severity = Severity.ERROR,
        **facts: object,
    ) -> None:
        """Note a problem of a node that is not one of XPath."""
        place = self._places.find(nodeset, column)
        facts = {"nodeset": nodeset, **facts}
        self.problems.append(
            Problem(
                code,
                severity,
                sheet=place.sheet,
                row=place.row,
                column=place.column or column,
                text=text or place.text,
                facts=facts,
            )
        )


def itext_id(text: str) -> str | None:
    """Return the id in `jr:itext('id')`, or none for any other expression."""
    match = _ITEXT.fullmatch(text)
    return (match[1] or match[2] or "") if match else None
