"""Reads an official list of communes, a CSV file of codes and names: its entries, and what is wrong row by row."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from fieldapp.base.csv_rows import csv_rows
from fieldapp.base.errors import KnownError
from fieldapp.base.folding import words_of
from fieldapp.directory.commune_codes import read_code
from fieldapp.forms.code_lists import CodeLists

MOST_BYTES = 32 * 1024 * 1024
"""Of the file; the list of the whole country has 0.1 MB."""
MOST_ENTRIES = 100_000
LONGEST_NAME = 200
"""Letters of a name."""
_WORDINGS: Mapping[str, tuple[str, ...]] = {
    "code": ("code", "code commune", "code hcp", "code geographique", "code geo", "name", "الرمز", "رمز الجماعة"),
    "fr": (
        "nom", "nom fr", "nom francais", "nom commune", "nom de la commune", "commune", "commune fr", "libelle",
        "libelle fr", "libelle francais", "name fr", "label", "label fr", "fr", "francais",
    ),
    "ar": (
        "nom ar", "nom arabe", "nom en arabe", "commune ar", "commune arabe", "libelle ar", "libelle arabe",
        "name ar", "label ar", "ar", "arabe", "الاسم", "الجماعة", "اسم الجماعة", "الاسم بالعربية",
    ),
}  # fmt: skip
"""What the columns are called, accents and case apart."""
_ZIP = b"PK\x03\x04"
"""How a workbook begins."""
_OTHER_LEVEL = "commune.other_level"
_GARBLED = re.compile("[\u00c2\u00c3\u00d8\u00d9][\u0080-\u00bf]|\ufffd")
"""Two letters that come of UTF-8 read as something else: `Ã©`."""


@dataclass(frozen=True, slots=True)
class Commune:
    """A row that is as it should be."""

    code: str
    name_fr: str
    name_ar: str


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong with a row."""

    line: int
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    is_left_out: bool = True
    """Whether the row is left out; else it is taken all the same."""


@dataclass(frozen=True, slots=True)
class CommuneList:
    """A list as it was read."""

    name: str
    communes: tuple[Commune, ...]
    problems: tuple[RowProblem, ...]

    def worst_first(self) -> list[RowProblem]:
        """Return the problems: first the rows to be mended, then those of which there is only something to know."""
        return sorted(self.problems, key=lambda one: (not one.is_left_out, one.code == _OTHER_LEVEL))

    @property
    def left_out(self) -> int:
        """How many rows are not taken because something is wrong with them; those of other levels are not counted."""
        return sum(one.is_left_out and one.code != _OTHER_LEVEL for one in self.problems)


def read_communes(data: bytes, *, name: str, places: CodeLists) -> CommuneList:
    """Read a list.

    Args:
        data: The file.
        name: Its name, for messages.
        places: The shared code lists, for `region` and `province`.

    Raises:
        KnownError: `table.not_utf8`, `table.bad_line`, `list.empty`, `list.too_long`, `commune.not_csv`,
            `commune.wrong_separator`, `commune.no_column`, `commune.none_good`.
    """
    if data.startswith(_ZIP):
        raise KnownError("commune.not_csv", file=name)
    rows = csv_rows(name, data)
    columns = _columns(next(rows, (0, []))[1], name)
    reader = _Reader(columns, places)
    for line, cells in rows:
        reader.read(line, cells)
        if len(reader.communes) > MOST_ENTRIES:
            raise KnownError("list.too_long", file=name, rows=len(reader.communes), limit=MOST_ENTRIES)
    if not reader.communes and not reader.problems:
        raise KnownError("list.empty", file=name)
    return CommuneList(name, tuple(reader.communes.values()), tuple(reader.problems))


def _columns(headings: Sequence[str], name: str) -> dict[str, int]:
    """Return where the code and the names stand."""
    if not headings:
        raise KnownError("list.empty", file=name)
    keys = [" ".join(words_of(heading)) for heading in headings]
    found = {}
    for column, wordings in _WORDINGS.items():
        known = {" ".join(words_of(wording)) for wording in wordings}
        place = next((place for place, key in enumerate(keys) if key in known), None)
        if place is not None:
            found[column] = place
    if len(headings) == 1:
        raise KnownError("commune.wrong_separator", file=name, heading=headings[0].strip())
    if "code" not in found or len(found) == 1:
        wanted = "code" if "code" not in found else "nom_fr"
        raise KnownError(
            "commune.no_column", file=name, wanted=wanted, columns=[one.strip() for one in headings]
        )
    return found


class _Reader:
    """Takes one row after another."""

    def __init__(self, columns: Mapping[str, int], places: CodeLists) -> None:
        self._columns = columns
        self._regions = places.get("region", {})
        self._provinces = places.get("province", {})
        self._lines: dict[str, int] = {}
        self.communes: dict[str, Commune] = {}
        self.problems: list[RowProblem] = []

    def read(self, line: int, cells: Sequence[str]) -> None:
        """Take a row, or note why it is left out."""
        written, name_fr, name_ar = (self._cell(cells, column) for column in ("code", "fr", "ar"))
        reading = read_code(written)
        named = name_fr or name_ar
        if reading.problem:
            self._note(line, reading.problem, text=written, better=reading.better, name=named)
        elif code_problem := self._misplaced(reading.code):
            self._note(line, code_problem, text=reading.code, name=named)
        elif reading.code in self._lines:
            self._note(
                line, "commune.code_twice", text=reading.code, other=self._lines[reading.code], name=named
            )
        elif not named:
            self._note(line, "commune.no_name", text=reading.code)
        elif max(len(name_fr), len(name_ar)) > LONGEST_NAME:
            self._note(line, "commune.name_too_long", text=reading.code, limit=LONGEST_NAME)
        elif _GARBLED.search(name_fr + " " + name_ar):
            self._note(line, "commune.garbled", text=named)
        else:
            self._take(line, Commune(reading.code, name_fr or name_ar, name_ar or name_fr), name_fr, name_ar)

    def _take(self, line: int, commune: Commune, *names: str) -> None:
        self._lines[commune.code] = line
        self.communes[commune.code] = commune
        if not all(names):
            code = "commune.no_french" if not names[0] else "commune.no_arabic"
            self.problems.append(RowProblem(line, code, {"text": commune.name_fr}, is_left_out=False))

    def _misplaced(self, code: str) -> str:
        """Return what is wrong with the region or the province that a code begins with."""
        if self._regions and code[:2] not in self._regions:
            return "commune.unknown_region"
        if self._provinces and code[:6] not in self._provinces:
            return "commune.unknown_province"
        return ""

    def _cell(self, cells: Sequence[str], column: str) -> str:
        place = self._columns.get(column)
        return _clean(cells[place]) if place is not None and place < len(cells) else ""

    def _note(self, line: int, code: str, **facts: object) -> None:
        self.problems.append(RowProblem(line, code, {name: fact for name, fact in facts.items() if fact}))


def _clean(cell: str) -> str:
    """Return a cell with single spaces, without what cannot be seen."""
    return " ".join("".join(_seen(cell)).split())


def _seen(cell: str) -> Iterable[str]:
    return (one if one.isprintable() or one.isspace() else "" for one in cell)
