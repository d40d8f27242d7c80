"""From the file of a form author to a definition: rows read, all checked, converted, read; every problem told."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePath

from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.problems import FormProblems, Problem, Severity
from fieldapp.forms.workbook.checks import check_workbook, places_of
from fieldapp.forms.workbook.file_checks import check_files
from fieldapp.forms.workbook.findings import Findings
from fieldapp.forms.workbook.search_lists import with_searches
from fieldapp.forms.workbook.sheets import Workbook, read_markdown
from fieldapp.forms.workbook.xlsform import convert, known_types
from fieldapp.forms.workbook.xlsx import read_workbook
from fieldapp.forms.xform.reader import read_xform

_READERS = {".xlsx": read_workbook, ".xlsm": read_workbook, ".md": read_markdown}


def read_sheets(data: bytes, *, name: str) -> Workbook:
    """Read the sheets of an XLSForm; the ending of its name says how.

    Raises:
        FormProblems: Why it cannot be read.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix == ".xls":
        raise FormProblems(name, [Problem("form.password_or_old_excel")])
    if suffix not in _READERS:
        raise FormProblems(name, [Problem("form.unknown_file_type", facts={"suffix": suffix})])
    return _READERS[suffix](data, source=name)


def form_of(workbook: Workbook, *, files: Mapping[str, bytes] | None = None) -> FormDefinition:
    """Check an XLSForm and read it as a definition, which keeps the warnings.

    Raises:
        FormProblems: Everything that is wrong with it, warnings too.
    """
    findings = Findings()
    workbook = with_searches(workbook, findings)
    beside = check_files(workbook, files or {}, findings)
    said = check_workbook(workbook, known_types(), findings, beside=beside)
    if any(problem.severity is Severity.ERROR for problem in said):
        raise FormProblems(workbook.source, said)
    try:
        form = read_xform(convert(workbook), source=workbook.source, places=places_of(workbook), files=files)
    except FormProblems as error:
        raise FormProblems(workbook.source, [*error.problems, *said]) from error
    return replace(form, warnings=(*form.warnings, *said))
