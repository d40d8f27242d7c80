"""The only door to pyxform: workbook or Markdown in, XForm XML out, its complaints as problems."""

import re
from pathlib import Path

from fieldapp.forms.problems import FormProblems, Problem

_ROW = re.compile(r"\[row : (\d+)\]")


def convert(data: bytes, *, source: str) -> bytes:
    """Convert an XLSForm to XForm XML.

    Args:
        data: A workbook (`.xlsx`) or Markdown tables (`.md`).
        source: Its file name; the ending says what it is.

    Raises:
        FormProblems: What pyxform says, which is its first complaint only; `form.xlsform`.
    """
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert as pyxform_convert

    suffix = Path(source).suffix.lower()
    document: bytes | str = data.decode("utf-8") if suffix == ".md" else data
    try:
        result = pyxform_convert(document, file_type=suffix, validate=False, pretty_print=False)
    except PyXFormError as error:
        raise FormProblems(source, [_problem(str(error))]) from error
    except (KeyError, ValueError, TypeError, AttributeError, IndexError) as error:
        raise FormProblems(source, [_problem(f"{type(error).__name__}: {error}")]) from error
    return str(result.xform).encode()


def known_types() -> frozenset[str]:
    """Return the question types that pyxform knows, old spellings included."""
    from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

    return frozenset(QUESTION_TYPE_DICT)


def _problem(message: str) -> Problem:
    match = _ROW.search(message)
    row = int(match[1]) if match else 0
    return Problem("form.xlsform", sheet="survey" if row else "", row=row, facts={"system": message})
