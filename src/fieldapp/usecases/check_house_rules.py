"""Holds a form against the mission's own rules: what `form check` alone does not ask of every author."""

from pathlib import Path

from fieldapp.base.files import read_bytes
from fieldapp.forms.beside import MAX_FILE_BYTES
from fieldapp.forms.code_lists import shared_lists
from fieldapp.forms.problems import Problem
from fieldapp.forms.workbook.authoring import read_sheets
from fieldapp.forms.workbook.house_rules import check_house
from fieldapp.forms.workbook.sheets import Workbook
from fieldapp.forms.workbook.xlsform import known_types


def check_house_rules(path: Path, before: Path | None = None) -> list[Problem]:
    """Return what of a form breaks the rules of the house.

    Args:
        path: The form.
        before: An earlier workbook of it.

    Raises:
        FormProblems: One of the two has no rows that could be read.
        KnownError: `file.…`, when it cannot be read at all.
    """
    earlier = _sheets(before) if before is not None else None
    return check_house(_sheets(path), shared_lists(), known_types=known_types(), before=earlier)


def _sheets(path: Path) -> Workbook:
    return read_sheets(read_bytes(path, limit=MAX_FILE_BYTES), name=path.name)
