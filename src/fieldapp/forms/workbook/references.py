"""The `${names}` in the cells of a workbook: unknown, ambiguous, badly written, or out of reach in another repeat."""

import re
from collections.abc import Iterator, Mapping, Sequence

from fieldapp.forms.workbook.findings import Findings
from fieldapp.forms.workbook.outline import Entry, is_name
from fieldapp.forms.workbook.sheets import Row, Sheet

REFERENCE = re.compile(r"\$\{([^{}]*)\}")
LAST_SAVED = "last-saved#"
BUILT_IN = frozenset({"instanceID", "instanceName"})
"""What every form has without a row."""
_FAR = 2_000
"""Characters before a reference in which the functions around it are sought."""
_OPENED = re.compile(r"\$\s*\{")
_OVER_ALL = frozenset(
    {"sum", "count", "count-non-empty", "min", "max", "join", "concat", "indexed-repeat", "area", "distance"}
    | {"position", "checklist", "weighted-checklist", "randomize", "once", "geofence", "jr:choice-name"}
)
"""Functions that take all instances of a question, so that citing it from outside its repeat is meant."""
_CALL = re.compile(r"([\w:.-]*)\s*\($")


def name_in(match: re.Match[str]) -> str:
    """Return the name that a reference cites."""
    return match[1].strip().removeprefix(LAST_SAVED)


def as_paths(text: str) -> str:
    """Stand an absolute path of the same length in for each `${name}`, so that offsets stay those of the cell."""
    return REFERENCE.sub(_as_path, text)


def as_written(text: str, known: Mapping[str, Sequence[Entry]]) -> str:
    """Turn the paths of `as_paths` back into references, in a piece of the text."""
    return re.sub(
        r"/([^\W\d][\w.-]*)\s*", lambda match: f"${{{match[1]}}} " if match[1] in known else match[0], text
    ).strip()


def _as_path(match: re.Match[str]) -> str:
    path = "/" + re.sub(r"[^\w.-]", "_", name_in(match) or "_")
    return path.ljust(len(match[0]))


class References:
    """Looks at the references of cells; knows the names of the survey."""

    def __init__(self, known: Mapping[str, Sequence[Entry]], findings: Findings) -> None:
        self._known = known
        self._findings = findings
        self._guessed: dict[str, tuple[str, ...]] = {}

    def check(self, sheet: Sheet, row: Row, column: str, *, text: str, entry: Entry | None = None) -> bool:
        """Note what is wrong with the references of a cell, and tell whether nothing is.

        Args:
            sheet: Where the cell is.
            row: Its row.
            column: Its column.
            text: What it says.
            entry: The question of the row, for what it may reach.
        """
        before = len(self._findings.problems)
        self._check_writing(sheet, row, column, text=text)
        told: set[str] = set()
        for match in REFERENCE.finditer(text):
            if match[1] in told:
                continue
            so_far = len(self._findings.problems)
            found = self._check_one(sheet, row, column, match=match)
            if found is not None and entry is not None and LAST_SAVED not in match[1]:
                self._check_reach(sheet, row, column, match=match, cited=found, entry=entry)
            if len(self._findings.problems) > so_far:
                told.add(match[1])
        return len(self._findings.problems) == before

    def _check_writing(self, sheet: Sheet, row: Row, column: str, *, text: str) -> None:
        closed = {match.start() for match in REFERENCE.finditer(text)}
        for match in _OPENED.finditer(text):
            if match.start() not in closed:
                self._findings.error(
                    "form.bad_reference", sheet, row, column, offset=match.start(), length=len(match[0])
                )

    def _check_one(self, sheet: Sheet, row: Row, column: str, *, match: re.Match[str]) -> Entry | None:
        name = name_in(match)
        found = self._known.get(name, ())
        facts = {"name": name, "offset": match.start(), "length": len(match[0])}
        if len(found) == 1:
            if match[1] != match[1].strip():
                self._findings.error("form.bad_reference", sheet, row, column, **facts)
            return found[0]
        if found:
            rows = [entry.row.number for entry in found]
            self._findings.error("form.ambiguous_reference", sheet, row, column, rows=rows, **facts)
        elif name not in BUILT_IN:
            guesses = self._guesses(name)
            meant = [f"${{{guess}}}" for guess in guesses]
            self._findings.error(
                "form.unknown_reference", sheet, row, column, nearest=guesses, meant=meant, **facts
            )
        return None

    def _guesses(self, name: str) -> tuple[str, ...]:
        if name not in self._guessed and is_name(name):
            self._guessed[name] = self._findings.guess(name, self._known)
        return self._guessed.get(name, ())

    def _check_reach(
        self, sheet: Sheet, row: Row, column: str, *, match: re.Match[str], cited: Entry, entry: Entry
    ) -> None:
        around = [above for above in cited.ancestors() if above.kind == "repeat"]
        own = {above.nodeset for above in (entry, *entry.ancestors())}
        outside = [above for above in around if above.nodeset not in own]
        if outside and not _is_over_all(match):
            self._findings.warn(
                "form.other_repeat",
                sheet,
                row,
                column,
                name=cited.name,
                repeat=outside[-1].name,
                offset=match.start(),
                length=len(match[0]),
            )


def _is_over_all(match: re.Match[str]) -> bool:
    """Whether a reference stands inside a function that takes all instances, or chooses among them itself."""
    text = match.string
    if text[match.end() :].lstrip().startswith(("[", "/")):
        return True
    return any(
        name in _OVER_ALL for name in _calls_around(text[max(0, match.start() - _FAR) : match.start()])
    )


def _calls_around(before: str) -> Iterator[str]:
    """Yield the names of the functions whose parentheses are open at the end of a text."""
    depth = 0
    for place in range(len(before) - 1, -1, -1):
        if before[place] == ")":
            depth += 1
        elif before[place] == "(":
            if depth:
                depth -= 1
                continue
            call = _CALL.search(before[: place + 1][-60:])
            yield call[1] if call else ""
