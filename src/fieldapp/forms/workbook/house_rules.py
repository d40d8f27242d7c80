"""The mission's own rules for its forms, beyond what any XLSForm must obey; `fieldapp form check --house` tells them.

Code lists are the shared ones, every text stands in three languages, privacy and what leaves are said, names are
snake_case, and a question that changes comes with a new version of the form.
"""

import re
from collections.abc import Iterator

from fieldapp.forms.code_lists import LANGUAGES, CodeLists
from fieldapp.forms.definition import language_code
from fieldapp.forms.parts import Privacy
from fieldapp.forms.problems import Problem
from fieldapp.forms.support import type_of
from fieldapp.forms.workbook.checks import root_nodeset
from fieldapp.forms.workbook.findings import NO_ROW, Findings, rows_named
from fieldapp.forms.workbook.outline import Entry, read_outline
from fieldapp.forms.workbook.sheets import Row, Sheet, Workbook

_SNAKE = re.compile(r"[a-z][a-z0-9_]*")
_PRIVACY = "bind::fieldapp:privacy"
_POLICY = "attribute::fieldapp:export_policy"
_TITLE = "attribute::fieldapp:title_"
_UNSEEN = frozenset({"calculate", "hidden", "start", "end", "today", "deviceid", "username", "audit"})
"""Types that nobody reads, and so need no label."""
_EXPLAINED = (("constraint", "constraint_message"), ("required", "required_message"))
"""Rules a person may break, and what is then said."""
_MAX_NAMED = 8
"""Names that one sentence lists."""


def check_house(
    workbook: Workbook, shared: CodeLists, *, known_types: frozenset[str], before: Workbook | None = None
) -> list[Problem]:
    """Return what of a form breaks the rules of the house.

    Args:
        workbook: The form.
        shared: The code lists that all forms share.
        known_types: The question types of pyxform.
        before: An earlier workbook of the same form, to hold its questions and codes against.
    """
    checker = _House(workbook, shared, known_types)
    checker.run()
    if before is not None:
        checker.compare(before)
    return checker.findings.problems


def questions_and_codes(workbook: Workbook, known_types: frozenset[str]) -> frozenset[str]:
    """Return what a stored answer depends on: every question with its type, every code that may be chosen."""
    outline = read_outline(workbook.sheet("survey"), root_nodeset(workbook), known_types)
    questions = {f"{entry.nodeset} ({_kind(entry)})" for entry in outline.entries}
    codes = {f"{row.get('list_name')}: {row.get('name')}" for row in workbook.sheet("choices").rows}
    return frozenset(questions | codes)


class _House:
    def __init__(self, workbook: Workbook, shared: CodeLists, known_types: frozenset[str]) -> None:
        self.findings = Findings()
        self._workbook = workbook
        self._survey = workbook.sheet("survey")
        self._shared = shared
        self._known_types = known_types
        self._languages = dict(_languages(workbook))
        outline = read_outline(self._survey, root_nodeset(workbook), known_types)
        self._entries = outline.entries

    def run(self) -> None:
        """Look at everything but earlier versions."""
        for entry in self._entries:
            self._check_name(entry)
            self._check_texts(entry)
            self._check_privacy(entry)
        self._check_lists()
        self._check_settings()

    def compare(self, before: Workbook) -> None:
        """Note what changed since an earlier workbook that has the same version."""
        settings = self._workbook.sheet("settings")
        row = settings.rows[0] if settings.rows else NO_ROW
        old = before.sheet("settings")
        if not old.rows or any(old.rows[0].get(each) != row.get(each) for each in ("form_id", "version")):
            return
        then = questions_and_codes(before, self._known_types)
        now = questions_and_codes(self._workbook, self._known_types)
        if then != now:
            facts = {"gone": _named(then - now), "new": _named(now - then)}
            self.findings.error("house.same_version", settings, row, "version", **facts)

    def _check_name(self, entry: Entry) -> None:
        if entry.name and not _SNAKE.fullmatch(entry.name):
            better = re.sub(r"\W+", "_", entry.name).strip("_").lower()
            self._error("house.not_snake_case", entry.row, "name", name=entry.name, better=better)

    def _check_texts(self, entry: Entry) -> None:
        row = entry.row
        is_seen = type_of(row.get("type")) not in _UNSEEN
        heads = {column.partition("::")[0] for column in row.cells} & {"label", "hint", "guidance_hint"}
        heads |= {"label"} if is_seen else set()
        heads |= {message for rule, message in _EXPLAINED if row.get(rule) and is_seen}
        for head in sorted(heads):
            lacking = [language for language in LANGUAGES if not self._text(row, head, language)]
            if lacking:
                self._error("house.missing_text", row, head, kind=head, languages=lacking)

    def _text(self, row: Row, head: str, language: str) -> str:
        return row.get(f"{head}::{self._languages.get(language, language)}").strip()

    def _check_privacy(self, entry: Entry) -> None:
        if entry.kind == "group":
            return
        written = entry.row.get(_PRIVACY)
        if written not in list(Privacy):
            self._error("house.no_privacy", entry.row, _PRIVACY, name=entry.name, known=[*Privacy])

    def _check_lists(self) -> None:
        sheet = self._workbook.sheet("choices")
        unshared: dict[str, list[Row]] = {}
        for row in sheet.rows:
            name = row.get("list_name")
            if name in self._shared:
                self._check_code(sheet, row, name)
            else:
                unshared.setdefault(name, []).append(row)
        for name, rows in unshared.items():
            nearest = self.findings.guess(name, self._shared)
            facts = {"list": name, "nearest": list(nearest), "rows": rows_named(rows)}
            self.findings.error("house.list_not_shared", sheet, rows[0], "list_name", **facts)

    def _check_code(self, sheet: Sheet, row: Row, name: str) -> None:
        code = row.get("name")
        words = self._shared[name].get(code)
        if words is None:
            self.findings.error("house.code_not_shared", sheet, row, "name", list=name, code=code)
            return
        for language, word in words.items():
            column = f"label::{self._languages.get(language, language)}"
            if row.get(column) != word:
                facts = {"list": name, "code": code, "shared": word}
                self.findings.error("house.other_word", sheet, row, column, **facts)

    def _check_settings(self) -> None:
        settings = self._workbook.sheet("settings")
        row = settings.rows[0] if settings.rows else NO_ROW
        sheet = settings if settings.rows else Sheet("settings")
        if not row.get(_POLICY):
            self.findings.error("house.no_policy", sheet, row, _POLICY)
        if not row.get("version"):
            self.findings.error("house.no_version", sheet, row, "version")
        default = language_code(row.get("default_language")) or LANGUAGES[0]
        for language in LANGUAGES:
            column = "form_title" if language == default else f"{_TITLE}{language}"
            if not row.get(column).strip():
                facts = {"kind": column, "languages": [language]}
                self.findings.error("house.missing_text", sheet, row, column, **facts)

    def _error(self, code: str, row: Row, column: str, **facts: object) -> None:
        self.findings.error(code, self._survey, row, column, **facts)


def _languages(workbook: Workbook) -> Iterator[tuple[str, str]]:
    """Give the name under which the form writes each language, by code: `fr` -> `Français (fr)`."""
    for sheet_name in ("survey", "choices"):
        for column in workbook.sheet(sheet_name).columns:
            head, _, language = column.partition("::")
            if head == "label" and language:
                yield language_code(language), language


def _kind(entry: Entry) -> str:
    return " ".join(entry.row.get("type").split())


def _named(found: frozenset[str]) -> list[str]:
    names = sorted(found)
    return names if len(names) <= _MAX_NAMED else [*names[:_MAX_NAMED], "…"]
