"""Write the shipped XLSForms from their readable sources: `python packaging/build_forms.py [--check | --publish]`.

A workbook cannot be reviewed line by line, so each folder of `forms/` also holds what it is made of: `survey.csv`
(the logic), `texts.csv` (every word, in three languages) and `settings.csv`; code lists are shared in `forms/lists`,
and questions that several forms ask in the same words in `forms/blocks` (a row `include` with the block's name).
The same sources always give the same bytes. A version that was published, in `forms/versions.csv`, never changes
again: workspaces hold it, and take no other workbook under its number. This script does not check the form itself:
`load_form` and pyxform do.
"""

import argparse
import csv
import hashlib
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

FORMS = Path(__file__).resolve().parent.parent / "forms"
LANGUAGES = {"fr": "Français (fr)", "ar": "العربية (ar)", "en": "English (en)"}
KINDS = ("label", "hint", "required_message", "constraint_message")
LIST_COLUMNS = ("list", "code", "fr", "ar", "en", "source", "crosswalk")
"""Columns of a code list that are no filter or property of the choice, and so not part of a workbook."""
INCLUDE = "include"
"""Type of a row of `survey.csv` that stands for the rows of a block."""
SELECTS = ("select_one ", "select_multiple ")
"""Types whose choices stand in the workbook; those of `select_one_from_file` do not."""
DEFAULT_NAME = "*"
"""Name of the row of `texts.csv` that serves every question without a text of that kind of its own."""
FIXED_DATE = (2020, 1, 1, 0, 0, 0)
"""Date of every entry in the workbook, so that it depends on its sources alone."""

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of the workbook: its headings and its rows."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def read_rows(path: Path) -> list[Row]:
    """Read a UTF-8 table with a heading line."""
    with path.open(encoding="utf-8", newline="") as file:
        return [dict(row) for row in csv.DictReader(file)]


def code_lists(folder: Path) -> dict[str, list[Row]]:
    """Return the shared code lists by name, each in the order of its file."""
    lists: dict[str, list[Row]] = {}
    for path in sorted(folder.glob("*.csv")):
        for row in read_rows(path):
            lists.setdefault(row["list"], []).append(row)
    return lists


def survey_rows(folder: Path) -> list[Row]:
    """Return the survey of the form in `folder`, the rows of its blocks in place of each `include`."""
    found: list[Row] = []
    for row in read_rows(folder / "survey.csv"):
        block = FORMS / "blocks" / row["name"]
        found += read_rows(block / "survey.csv") if row["type"] == INCLUDE else [row]
    return found


def text_rows(folder: Path) -> list[Row]:
    """Return the texts of the form in `folder` and of its blocks."""
    included = [row["name"] for row in read_rows(folder / "survey.csv") if row["type"] == INCLUDE]
    homes = [folder, *(FORMS / "blocks" / name for name in included)]
    return [row for home in homes for row in read_rows(home / "texts.csv")]


def build_sheets(folder: Path, lists: Mapping[str, Sequence[Row]]) -> tuple[Sheet, ...]:
    """Return the three sheets of the form whose sources stand in `folder`."""
    survey = survey_rows(folder)
    settings = {row["setting"]: row["value"] for row in read_rows(folder / "settings.csv")}
    texts = {(row["name"], row["kind"]): row for row in text_rows(folder)}
    rows = tuple(row | _wording(row, texts) for row in survey)
    headings = (*survey[0], *(h for h in _text_headings() if any(row.get(h) for row in rows)))
    return (
        Sheet("survey", _in_reading_order(headings), rows),
        _choices_sheet(_lists_used(survey), lists),
        Sheet("settings", tuple(settings), (settings,)),
    )


def _text_headings() -> Iterator[str]:
    return (f"{kind}::{language}" for kind in KINDS for language in LANGUAGES.values())


def _in_reading_order(headings: Sequence[str]) -> tuple[str, ...]:
    words = [heading for heading in headings if heading.startswith(("label::", "hint::"))]
    others = [heading for heading in headings if heading not in words]
    return (*others[:2], *words, *others[2:])


def _wording(row: Row, texts: Mapping[tuple[str, str], Row]) -> Row:
    """Return the texts of one row of the survey, by workbook heading."""
    wording: Row = {}
    if not row["name"]:
        return wording
    for kind in KINDS:
        own = texts.get((row["name"], kind))
        if own is None and kind == "required_message" and row["required"]:
            own = texts.get((DEFAULT_NAME, kind))
        for code, language in LANGUAGES.items():
            wording[f"{kind}::{language}"] = own[code] if own else ""
    return wording


def _lists_used(survey: Iterable[Row]) -> list[str]:
    named = (row["type"].split() for row in survey if row["type"].startswith(SELECTS))
    return list(dict.fromkeys(words[1] for words in named))


def _choices_sheet(names: Sequence[str], lists: Mapping[str, Sequence[Row]]) -> Sheet:
    choices = [choice for name in names for choice in lists[name]]
    extra = list(
        dict.fromkeys(column for choice in choices for column in choice if column not in LIST_COLUMNS)
    )
    labels = {code: f"label::{language}" for code, language in LANGUAGES.items()}
    rows = tuple(
        {"list_name": choice["list"], "name": choice["code"]}
        | {heading: choice[code] for code, heading in labels.items()}
        | {column: choice.get(column, "") for column in extra}
        for choice in choices
    )
    return Sheet("choices", ("list_name", "name", *labels.values(), *extra), rows)


def workbook_bytes(sheets: Iterable[Sheet]) -> bytes:
    """Return the workbook as .xlsx, every cell a text so that leading zeros survive."""
    from openpyxl import Workbook

    workbook = Workbook()
    del workbook["Sheet"]
    for sheet in sheets:
        _write_sheet(workbook.create_sheet(sheet.name), sheet)
    raw = BytesIO()
    workbook.save(raw)
    return _with_fixed_dates(raw.getvalue())


def _write_sheet(page, sheet: Sheet) -> None:  # noqa: ANN001 - an openpyxl worksheet, imported late
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    page.freeze_panes = "C2"
    for column, heading in enumerate(sheet.headings, start=1):
        is_arabic = heading.endswith("(ar)")
        page.column_dimensions[get_column_letter(column)].width = 44 if "::" in heading else 22
        page.cell(1, column, heading).font = Font(bold=True)
        filled = [(line, row[heading]) for line, row in enumerate(sheet.rows, start=2) if row.get(heading)]
        for line, text in filled:
            cell = page.cell(line, column)
            cell.value, cell.data_type, cell.number_format = text, "s", "@"
            cell.alignment = Alignment(wrap_text=True, vertical="top", readingOrder=2 if is_arabic else 1)


def _with_fixed_dates(data: bytes) -> bytes:
    """Pack the workbook again, stored and undated: compression and clocks differ between computers."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in sorted(source.namelist()):
            content = _CORE_PROPERTIES if name == "docProps/core.xml" else source.read(name)
            target.writestr(zipfile.ZipInfo(name, FIXED_DATE), content)
    return packed.getvalue()


_CORE_PROPERTIES = (
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>fieldapp</dc:creator></cp:coreProperties>'
)


def source_folders() -> list[Path]:
    """Return the folders of `forms/` that hold a form's sources."""
    return sorted(path.parent for path in FORMS.glob("*/settings.csv"))


def build_form(folder: Path) -> bytes:
    """Return the workbook that the sources in `folder` give."""
    return workbook_bytes(build_sheets(folder, code_lists(FORMS / "lists")))


def version_of(folder: Path) -> tuple[str, str]:
    """Return the id and the version of the form whose sources stand in `folder`."""
    settings = {row["setting"]: row["value"] for row in read_rows(folder / "settings.csv")}
    return settings["form_id"], settings["version"]


def published() -> dict[tuple[str, str], str]:
    """Return the digest of every workbook that was published, by form id and version."""
    path = FORMS / "versions.csv"
    rows = read_rows(path) if path.exists() else []
    return {(row["form_id"], row["version"]): row["sha256"] for row in rows}


def publish(found: Mapping[tuple[str, str], str]) -> None:
    """Write down which workbooks were published."""
    with (FORMS / "versions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("form_id", "version", "sha256"))
        writer.writerows((*key, digest) for key, digest in sorted(found.items()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write every workbook, or with `--check` only say which ones are out of date."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 when a workbook is old"
    )
    parser.add_argument("--publish", action="store_true", help="the versions written now never change again")
    options = parser.parse_args(arguments)
    found, wrong = published(), 0
    for folder in source_folders():
        data, key = build_form(folder), version_of(folder)
        digest = hashlib.sha256(data).hexdigest()
        if found.get(key, digest) != digest:
            wrong += 1
            sys.stdout.write(f"changed under a published version: {folder.name} {key[1]}\n")
            continue
        wrong += _write(folder, data, is_check=options.check)
        if options.publish:
            found[key] = digest
    if options.publish and not options.check:
        publish(found)
    return 1 if wrong else 0


def _write(folder: Path, data: bytes, *, is_check: bool) -> int:
    """Write one workbook where it is old; return how many are old and stay so."""
    path = folder / f"{folder.name}.xlsx"
    if path.exists() and path.read_bytes() == data:
        return 0
    sys.stdout.write(f"{'out of date' if is_check else 'written'}: {path.relative_to(FORMS.parent)}\n")
    if not is_check:
        path.write_bytes(data)
    return int(is_check)


if __name__ == "__main__":
    sys.exit(main())
