"""Installs a form from a file: reads it with all that is wrong with it, then keeps it with the files beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from fieldapp.base.files import read_bytes
from fieldapp.forms import FormDefinition, FormProblems, Problem, Severity, load_form_bytes
from fieldapp.forms.beside import MAX_FILE_BYTES, FilesBeside, media_names
from fieldapp.store import Workspace


@dataclass(frozen=True, slots=True)
class ReadForm:
    """A form file as it was read."""

    name: str
    source: bytes
    definition: FormDefinition | None
    """Nothing when the form cannot be used."""
    files: Mapping[str, bytes]
    """What lies beside it and belongs to it."""
    problems: tuple[Problem, ...]
    """Errors first, then warnings."""


def read_form(path: Path) -> ReadForm:
    """Read a form and everything that is wrong with it; touches no workspace, and so may run in any thread.

    Raises:
        KnownError: `file.not_found`, `file.too_large`… : there is no form to speak of.
    """
    source, files = read_bytes(path, limit=MAX_FILE_BYTES), FilesBeside(path)
    try:
        definition = load_form_bytes(source, name=path.name, files=files)
    except FormProblems as error:
        return ReadForm(path.name, source, None, {}, _in_order(error.problems))
    missing = [name for name in media_names(definition.xform) if name not in files]
    lacking = [Problem("form.missing_media", Severity.WARNING, facts={"file": name}) for name in missing]
    return ReadForm(
        path.name, source, definition, dict(files.used), _in_order([*definition.warnings, *lacking])
    )


def install_form(workspace: Workspace, form: ReadForm) -> None:
    """Keep a form that was read.

    Raises:
        FormProblems: It has errors; nothing was installed.
        KnownError: `form.version_taken`, `file.disk_full`… ; nothing was changed.
    """
    if form.definition is None:
        raise FormProblems(form.name, form.problems)
    workspace.forms.install(form.definition, source=form.source, name=form.name, files=form.files)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.severity is not Severity.ERROR))
