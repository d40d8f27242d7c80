"""Forms: an XLSForm or XForm read into an immutable `FormDefinition`, or refused with all its problems at once.

The way: workbook or Markdown table -> all checks over its rows -> pyxform -> XForm XML (`forms.workbook`) ->
`FormDefinition`, every expression compiled, every dependency known, every cycle refused (`forms.xform`). pyxform stops
at its first complaint, so the rows are checked before it, all of them. The modules of this package itself are what
both rooms and the engine share: the definition and its parts, its trees, its compiled form, the table of support.

What of XLSForm runs here is the table of `forms.support`. A workbook that asks for an answer which could never be
given here is refused, for its author can mend the row; an XForm is read all the same and carries warnings, for it has
no rows, and may long be in use.

What this program adds to XLSForm, in columns that every other ODK tool carries along untouched:

* survey, `bind::fieldapp:privacy`: `public`, `consent`, `internal` (also when blank) or `sensitive`; on a group or
  repeat it restricts all inside. `bind::fieldapp:consent`: the `${question}` whose yes opens a `consent` answer.
* settings, `attribute::fieldapp:export_policy`: `full`, `aggregate` or `local` (also when blank: a form that says
  nothing leaves nothing). A plain `export_policy` column would be dropped by pyxform, so it is refused.
* settings, `attribute::fieldapp:title_ar`: the title in another language than the default one, by language code.
  XLSForm has one title for all languages, and pyxform stumbles over `form_title::…`.
* settings, `namespaces`: `fieldapp="https://fieldapp.ma/xforms"`, without which those above are refused.
* survey, type `select_one_from_file records-<form_id>.csv`: the records of a form as choices (`forms.record_lists`).
* survey, type `select_one_from_file official-communes.csv`: an official list of the workspace as choices
  (`forms.official_lists`).
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from fieldapp.base.files import read_bytes
from fieldapp.forms.beside import MAX_FILE_BYTES, FilesBeside
from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.problems import FormProblems, Problem, Severity
from fieldapp.forms.workbook.authoring import form_of, read_sheets
from fieldapp.forms.workbook.support_checks import xform_support
from fieldapp.forms.xform.reader import read_xform

__all__ = ["FormDefinition", "FormProblems", "Problem", "Severity", "load_form", "load_form_bytes"]


def load_form(path: Path) -> FormDefinition:
    """Read a form from a file: `.xlsx`, `.md` or `.xml`.

    Raises:
        FormProblems: Everything that is wrong with it, at once.
        KnownError: `file.…`, when it cannot be read.
    """
    return load_form_bytes(read_bytes(path, limit=MAX_FILE_BYTES), name=path.name, files=FilesBeside(path))


def load_form_bytes(data: bytes, *, name: str, files: Mapping[str, bytes] | None = None) -> FormDefinition:
    """Read a form from bytes; the ending of its name says what it is.

    Args:
        data: The workbook, Markdown or XForm.
        name: Its file name.
        files: The files beside it, by name, for choices and look-ups that are not in it.

    Raises:
        FormProblems: Everything that is wrong with it, at once.
    """
    if Path(name).suffix.lower() == ".xml":
        form = read_xform(data, source=name, files=files)
        return replace(form, warnings=(*form.warnings, *xform_support(form)))
    return form_of(read_sheets(data, name=name), files=files)
