"""The rows of a survey sheet as a tree: what each row is, where it stands, and which rows make no sense."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from fieldapp.forms.problems import LONGEST_WORD, MAX_GUESSES, Problem
from fieldapp.forms.workbook.sheets import Row, Sheet
from fieldapp.xpath.problems import nearest

_NAME = re.compile(r"[^\W\d][\w.-]*")
_SELECT = re.compile(
    r"(?P<select>select_one|select_multiple|select1|select one from|select one|select all that apply from"
    r"|select all that apply|select multiple from|rank)\s+(?P<list>\S+)(?P<other>\s+or[_ ](?:specify[_ ])?other)?"
)
_FROM_FILE = re.compile(
    r"(select_one_from_file|select_multiple_from_file|select_one_external|osm)\s+(?P<list>\S+).*"
)
_BEGIN = re.compile(r"begin[ _](group|repeat|loop)\b.*")
_END = re.compile(r"end[ _](group|repeat|loop)\b.*")
_SELECT_WORDS = ("select_one", "select_multiple", "rank")
_BLOCKS = ("begin group", "end group", "begin repeat", "end repeat")
_OTHER = "other"
MAX_NESTING = 50
"""Groups and repeats inside each other; real forms have five levels, XML readers stop at some hundreds."""
NAMELESS_TYPES = frozenset({"audit"})


@dataclass(slots=True)
class Entry:
    """A survey row that makes a node."""

    row: Row
    name: str
    kind: str
    """`group`, `repeat`, `select`, `file` (choices from a file) or `question`."""
    nodeset: str
    parent: "Entry | None" = None
    list_name: str = ""

    def ancestors(self) -> Iterator["Entry"]:
        """Walk the groups and repeats around it, nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


@dataclass(slots=True)
class Outline:
    """The entries of a survey by name, and the problems met while reading them."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def names(self) -> dict[str, list[Entry]]:
        """Return the entries of each name that can be one."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if not is_name(entry.name):
                continue
            found.setdefault(entry.name, []).append(entry)
        return found


def is_name(text: str) -> bool:
    """Whether a text can name a node."""
    return _NAME.fullmatch(text) is not None


def read_outline(survey: Sheet, root: str, known_types: frozenset[str]) -> Outline:
    """Read the rows of a survey sheet."""
    reader = _Reader(root, known_types)
    for row in survey.rows:
        reader.read(row)
    reader.close()
    return reader.outline


class _Reader:
    def __init__(self, root: str, known_types: frozenset[str]) -> None:
        self.outline = Outline()
        self._root = root
        self._known_types = known_types
        self._open: list[Entry] = []
        self._seen: dict[tuple[str, str], Row] = {}

    def read(self, row: Row) -> None:
        type_text = re.sub(r"\s+", " ", row.get("type"))
        if not type_text:
            if row.get("name"):
                self._problem("form.missing_type", row, "type", name=row.get("name"))
            return
        if _END.fullmatch(type_text):
            self._end(row, type_text)
            return
        begin = _BEGIN.fullmatch(type_text)
        kind, list_name = (
            (("repeat" if begin[1] != "group" else "group"), "") if begin else self._kind(row, type_text)
        )
        if not kind:
            return
        entry = self._entry(row, kind, list_name)
        if begin:
            self._open.append(entry)
            if len(self._open) == MAX_NESTING + 1:
                self._problem("form.too_deep", row, "type", limit=MAX_NESTING)

    def close(self) -> None:
        for entry in self._open:
            self._problem("form.unclosed", entry.row, "type", name=entry.name, kind=entry.kind)

    def _kind(self, row: Row, type_text: str) -> tuple[str, str]:
        select = _SELECT.fullmatch(type_text)
        if select:
            return "select", select["list"]
        from_file = _FROM_FILE.fullmatch(type_text)
        if from_file:
            return "file", from_file["list"]
        if type_text in self._known_types or type_text.lower() in self._known_types:
            return "question", ""
        if type_text in _SELECT_WORDS:
            self._problem("form.no_list", row, "type", type=type_text)
            return "select", ""
        self._problem("form.unknown_type", row, "type", type=type_text, nearest=self._meant(type_text))
        return "question", ""

    def _meant(self, type_text: str) -> tuple[str, ...]:
        """Return what a type may have been meant to be: in small letters, with `or_other`, or spelled right."""
        if _SELECT.fullmatch(type_text.lower()):
            words, _, list_name = type_text.rpartition(" ")
            return (f"{words.lower()} {list_name}",)
        head, _, rest = type_text.partition(" ")
        if head in _SELECT_WORDS:
            return (f"{head} {rest.split()[0]} or_other",) if _OTHER in rest.lower() else ()
        known = [*sorted(self._known_types), *_SELECT_WORDS, *_BLOCKS]
        return self._guess(head, known)

    def _guess(self, word: str, known: list[str]) -> tuple[str, ...]:
        hopeless = len(self.outline.problems) >= MAX_GUESSES or len(word) > LONGEST_WORD
        return () if hopeless else nearest(word, known)

    def _entry(self, row: Row, kind: str, list_name: str) -> Entry:
        name = row.get("name") or (row.get("type") if row.get("type") in NAMELESS_TYPES else "")
        parent = self._open[: MAX_NESTING + 1][-1] if self._open else None
        above = parent.nodeset if parent else self._root
        entry = Entry(row, name, kind, f"{above}/{name}", parent, list_name)
        if not name:
            self._problem("form.missing_name", row, "name", type=row.get("type"))
        elif not is_name(name):
            self._problem("form.invalid_name", row, "name", name=name)
        else:
            self._check_duplicate(row, above, name)
        self.outline.entries.append(entry)
        return entry

    def _check_duplicate(self, row: Row, above: str, name: str) -> None:
        first = self._seen.setdefault((above, name.lower()), row)
        if first is not row:
            self._problem("form.duplicate_name", row, "name", name=name, first_row=first.number)

    def _end(self, row: Row, type_text: str) -> None:
        kind = "group" if "group" in type_text else "repeat"
        if self._open and self._open[-1].kind == kind:
            self._open.pop()
            return
        opened = self._open[-1] if self._open else None
        facts = (
            {"open_kind": opened.kind, "open_name": opened.name, "open_row": opened.row.number}
            if opened
            else {}
        )
        self._problem("form.unexpected_end", row, "type", kind=kind, **facts)
        if opened and any(entry.kind == kind for entry in self._open):
            while self._open.pop().kind != kind:
                pass

    def _problem(self, code: str, row: Row, column: str, **facts: object) -> None:
        text = row.get(column)
        if row.get("name"):
            facts = {"question": row.get("name"), **facts}
        self.outline.problems.append(
            Problem(code, sheet="survey", row=row.number, column=column, text=text, facts=facts)
        )
