"""Where in the workbook a rule of the form was written, so that a problem found later still names its cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a workbook; all blank for a form that came as XML."""

    sheet: str = ""
    row: int = 0
    column: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """The cells of a workbook by what they became: nodeset and column."""

    cells: Mapping[tuple[str, str], Place] = field(default_factory=dict)
    """(nodeset, column of XLSForm such as `relevant`) -> cell; column blank: the row's name."""

    def find(self, nodeset: str, column: str) -> Place:
        """Return the cell, or the row's own place, or a blank one."""
        return self.cells.get((nodeset, column)) or self.cells.get((nodeset, "")) or Place(text="")
