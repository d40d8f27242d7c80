"""`fieldapp form install` and `fieldapp form list`: the forms of a workspace."""

from collections.abc import Sequence
from pathlib import Path

import click

from fieldapp.base.errors import KnownError
from fieldapp.base.sentences import sentence
from fieldapp.cli.answer import Answer, colon, command, problem_data, problem_line, refusal
from fieldapp.cli.opening import opened_workspace
from fieldapp.forms import Severity
from fieldapp.store import Workspace
from fieldapp.usecases.install_form import install_form, read_form


def register(form: click.Group) -> None:
    """Hang both commands on `fieldapp form`."""
    command(form, "install", short_help="Installer des formulaires.")(_install)
    command(form, "list", short_help="Lister les formulaires installés.")(_list)


@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="FORM…")
@click.option("--strict", is_flag=True, help="Ne pas installer un formulaire qui a des avertissements.")
def _install(files: Sequence[Path], *, strict: bool) -> Answer:
    """Installer des formulaires dans l'espace de travail, avec les fichiers qu'ils citent."""
    language = str(click.get_current_context().find_root().params["language"])
    with opened_workspace() as workspace:
        found = [_installed(workspace, path, language, strict=strict) for path in files]
    return Answer(
        [line for one in found for line in one.lines],
        {"forms": [one.data for one in found]},
        is_refused=any(one.is_refused for one in found),
    )


def _installed(workspace: Workspace, path: Path, language: str, *, strict: bool) -> Answer:
    """Install one form; one that is refused does not keep the others out."""
    try:
        form = read_form(path)
        lines = [problem_line(problem, language) for problem in form.problems]
        data = {
            "path": str(path),
            "problems": [problem_data(problem, language) for problem in form.problems],
        }
        stopping = [one for one in form.problems if strict or one.severity is Severity.ERROR]
        if form.definition is None or stopping:
            head = sentence("check.not_installed", {"path": path, "count": len(stopping)}, language)
            return Answer([head, *lines], {**data, "installed": False}, is_refused=True)
        install_form(workspace, form)
    except KnownError as error:
        refused = refusal(error, language)
        told = {"path": str(path), "installed": False, **refused.data}
        return Answer([f"{path}{colon(language)}{refused.lines[0]}"], told, is_refused=True)
    key = {"form_id": form.definition.form_id, "version": form.definition.version}
    head = sentence("check.installed", {"path": path, **key, "files": len(form.files)}, language)
    return Answer([head, *lines], {**data, **key, "files": sorted(form.files), "installed": True})


def _list() -> Answer:
    """Lister les formulaires de l'espace de travail ; une nouvelle fiche prend la version marquée d'un astérisque."""
    with opened_workspace() as workspace:
        found = workspace.forms.list()
        titles = workspace.forms.titles(str(click.get_current_context().find_root().params["language"]))
    newest = {form.form_id: form.version for form in found}
    rows = [
        {
            "form_id": form.form_id,
            "version": form.version,
            "title": titles[form.form_id, form.version],
            "source_name": form.source_name,
            "installed_at": form.installed_at,
            "is_newest": newest[form.form_id] == form.version,
        }
        for form in found
    ]
    lines = [
        f"{'*' if row['is_newest'] else ' '} {row['form_id']}  {row['version']}  {row['title']}"
        for row in rows
    ]
    none = sentence("check.no_forms", {}, str(click.get_current_context().find_root().params["language"]))
    return Answer(lines or [none], {"forms": rows})
