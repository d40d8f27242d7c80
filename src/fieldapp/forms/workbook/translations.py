"""The languages of a workbook: texts missing in one of them, one language under two names, no default."""

import re
from collections.abc import Iterator

from fieldapp.forms.workbook.findings import NO_ROW, Findings, rows_named
from fieldapp.forms.workbook.sheets import Row, Sheet, Workbook

_TEXTS = {
    "survey": ("label", "hint", "guidance_hint", "constraint_message", "required_message"),
    "choices": ("label",),
}
"""Columns that are read, by sheet; media may well be the same in all languages."""
_NAMES = (
    ("fr", "français", "francais", "french", "الفرنسية"),
    ("ar", "العربية", "عربي", "arabe", "arabic"),
    ("en", "english", "anglais", "الإنجليزية"),
    ("es", "español", "espanol", "espagnol", "spanish"),
    ("pt", "português", "portugues", "portugais", "portuguese"),
    ("zgh", "tamazight", "amazigh", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "berber", "berbère"),
    ("sw", "kiswahili", "swahili"),
    ("ln", "lingala"),
    ("wo", "wolof"),
)
"""Names under which one language is written, its code first."""
_OR_OTHER = re.compile(r"\bor[_ ](?:specify[_ ])?other$")
MAX_LANGUAGES = 40
"""Languages of one form that are held against each other; real ones have up to ten."""
UNNAMED = ""
"""The language of a column without one: the default, whatever that is."""


def check_translations(workbook: Workbook, findings: Findings) -> None:
    """Note what is missing or said twice; a form in one language has nothing to miss."""
    written = list(dict.fromkeys(_languages(workbook)))[:MAX_LANGUAGES]
    named = [language for language in written if language]
    if len(named) > 1:
        _check_twice(named, workbook, findings)
    _check_other(named, workbook, findings)
    if not named or len(written) < 2:
        return
    _check_default(named, workbook, findings)
    settings = workbook.sheet("settings").rows
    default = settings[0].get("default_language") if settings else UNNAMED
    languages = list(dict.fromkeys(language or default for language in written))
    for sheet_name, heads in _TEXTS.items():
        for head in heads:
            _check_missing(workbook.sheet(sheet_name), head, languages, default=default, findings=findings)


def _languages(workbook: Workbook) -> Iterator[str]:
    for sheet_name, heads in _TEXTS.items():
        for column in workbook.sheet(sheet_name).columns:
            head, _, language = column.partition("::")
            if head in heads:
                yield language


def _check_other(named: list[str], workbook: Workbook, findings: Findings) -> None:
    """Note that the words of `or_other` are English in every language: the converter writes them itself."""
    others = [language for language in named if _same(language) != "en"]
    survey = workbook.sheet("survey")
    rows = [row for row in survey.rows if _OR_OTHER.search(row.get("type"))]
    if others and rows:
        findings.warn("form.other_in_english", survey, rows[0], "type", rows=rows_named(rows))


def _check_twice(named: list[str], workbook: Workbook, findings: Findings) -> None:
    first: dict[str, str] = {}
    for language in named:
        known = first.setdefault(_same(language), language)
        if known != language:
            sheet, column = next(_columns_of(language, workbook))
            findings.warn("form.language_twice", sheet, NO_ROW, column, one=known, other=language)


def _columns_of(language: str, workbook: Workbook) -> Iterator[tuple[Sheet, str]]:
    for sheet_name, heads in _TEXTS.items():
        sheet = workbook.sheet(sheet_name)
        for column in sheet.columns:
            if column.partition("::")[0] in heads and column.partition("::")[2] == language:
                yield sheet, column


def _same(language: str) -> str:
    """Return what two names of one language have in common: its code where it is known."""
    name, _, rest = language.partition("(")
    code = rest.rstrip(") ").casefold()
    folded = name.strip().casefold()
    for names in _NAMES:
        if code == names[0] or folded in names:
            return names[0]
    return code or folded


def _check_default(named: list[str], workbook: Workbook, findings: Findings) -> None:
    settings = workbook.sheet("settings")
    row = settings.rows[0] if settings.rows else NO_ROW
    default = row.get("default_language")
    if not default:
        sheet = settings if settings.rows else Sheet("settings")
        findings.warn("form.no_default_language", sheet, row, "default_language", known=named)
    elif default not in named:
        findings.warn(
            "form.unknown_default_language",
            settings,
            row,
            "default_language",
            name=default,
            known=named,
            nearest=findings.guess(default, named),
        )


def _check_missing(
    sheet: Sheet, head: str, languages: list[str], *, default: str, findings: Findings
) -> None:
    columns: dict[str, list[str]] = {}
    for column in sheet.columns:
        if column.partition("::")[0] == head:
            columns.setdefault(column.partition("::")[2] or default, []).append(column)
    everywhere = [column for group in columns.values() for column in group]
    written = [row for row in sheet.rows if any(row.get(column) for column in everywhere)]
    for language in languages if columns else ():
        own = columns.get(language, [])
        missing = [row for row in written if not any(row.get(column) for column in own)]
        if missing and (language or own):
            column = own[0] if own else ""
            _tell(sheet, head, language, missing, column=column, findings=findings)


def _tell(
    sheet: Sheet, head: str, language: str, missing: list[Row], *, column: str, findings: Findings
) -> None:
    findings.warn(
        "form.missing_translation",
        sheet,
        Row(missing[0].number, {}),
        column or head,
        language=language or head,
        head=head,
        count=len(missing),
        rows=rows_named(missing),
    )
