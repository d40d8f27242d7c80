"""The forms that ship with the program: one folder a form, `forms/<form_id>/<form_id>.xlsx`."""

from dataclasses import dataclass
from pathlib import Path

from fieldapp.base.paths import shipped_forms


@dataclass(frozen=True, slots=True)
class ShippedForm:
    """A workbook of the mission."""

    form_id: str
    path: Path


def shipped(folder: Path | None = None) -> list[ShippedForm]:
    """Return the shipped forms by form id; none where the folder is missing."""
    top = folder or shipped_forms()
    if not top.is_dir():
        return []
    workbooks = ((each.name, each / f"{each.name}.xlsx") for each in sorted(top.iterdir()) if each.is_dir())
    return [ShippedForm(form_id, path) for form_id, path in workbooks if path.is_file()]
