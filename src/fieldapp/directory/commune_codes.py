"""Reads the code of a commune as the Haut-Commissariat au Plan writes it, and knows what spreadsheets make of it."""

import re
import unicodedata
from dataclasses import dataclass

_CODE = re.compile(r"\d{2}\.\d{3}\.\d{2}\.\d{2}")
_ABOVE = re.compile(r"\d{2}(?:\.\d{3}(?:\.\d{2})?)?")
"""The code of a region, a province or a cercle: official tables hold their rows too."""
_SHORT = re.compile(r"\d{1,2}\.\d{1,3}\.\d{1,2}\.\d{1,2}")
_JOINED = re.compile(r"\d{8,9}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?(?:E[+]?\d+)?", re.IGNORECASE)
_DATE = re.compile(r"\d{1,4}[/-]\d{1,2}[/-]\d{1,4}(?: .*)?|\d{1,2}:\d{2}(?::\d{2})?|#+")
_WIDTHS = (2, 3, 2, 2)
"""Digits of the region, the province in it, the cercle and the commune."""


@dataclass(frozen=True, slots=True)
class CodeReading:
    """What a cell says."""

    code: str
    """Blank when it is none."""
    problem: str = ""
    """The code of the sentence that says why."""
    better: str = ""
    """What was most likely meant."""


def read_code(cell: str) -> CodeReading:
    """Read the code of a commune, `RR.PPP.CC.NN`; a point at its end, as in some tables of the HCP, is no fault."""
    text = _plain(cell)
    if _CODE.fullmatch(text):
        return CodeReading(text)
    if not text:
        return CodeReading("", "commune.no_code")
    if _ABOVE.fullmatch(text):
        return CodeReading("", "commune.other_level")
    if _SHORT.fullmatch(text):
        return CodeReading("", "commune.code_eaten", _padded(text.split(".")))
    if _JOINED.fullmatch(text):
        return CodeReading("", "commune.code_eaten", _split(text.zfill(sum(_WIDTHS))))
    if _NUMBER.fullmatch(text) or _DATE.fullmatch(text):
        return CodeReading("", "commune.code_eaten")
    return CodeReading("", "commune.bad_code")


def _plain(cell: str) -> str:
    """Return a cell without spaces and direction marks, its digits those that codes are written with."""
    kept = (one for one in cell if not one.isspace() and unicodedata.category(one) != "Cf")
    return "".join(str(unicodedata.decimal(one, one)) for one in kept).rstrip(".")


def _padded(parts: list[str]) -> str:
    return ".".join(part.zfill(width) for part, width in zip(parts, _WIDTHS, strict=True))


def _split(digits: str) -> str:
    return f"{digits[:2]}.{digits[2:5]}.{digits[5:7]}.{digits[7:]}"
