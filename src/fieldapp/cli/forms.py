"""`fieldapp form`: hold XLSForms against what the program can do, before anybody fills them."""

from collections.abc import Sequence
from pathlib import Path

import click

from fieldapp.base.errors import KnownError
from fieldapp.cli import scripts
from fieldapp.cli.answer import Answer, command, problem_data, problem_line, refusal
from fieldapp.forms import load_form
from fieldapp.forms.problems import FormProblems


@click.group()
def form() -> None:
    """Les formulaires XLSForm."""


scripts.register(form)


@command(form, "check")
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="FORM…")
def check(files: Sequence[Path]) -> Answer:
    """Dire tout ce qui ne va pas : feuille, ligne, colonne, cause, remède."""
    language = click.get_current_context().find_root().params["language"]
    found = [_checked(path, language) for path in files]
    return Answer(
        [line for one in found for line in one.lines],
        {"forms": [one.data for one in found]},
        is_refused=any(one.is_refused for one in found),
    )


def _checked(path: Path, language: str) -> Answer:
    """Check one form; what cannot be read at all does not keep the others from being checked."""
    try:
        definition = load_form(path)
    except FormProblems as error:
        lines = [f"{path} : {len(error.problems)} problème(s)"]
        lines += [problem_line(problem, language) for problem in error.problems]
        problems = [problem_data(problem, language) for problem in error.problems]
        return Answer(lines, {"path": str(path), "problems": problems}, is_refused=True)
    except KnownError as error:
        refused = refusal(error, language)
        return Answer([f"{path} : {refused.lines[0]}"], {"path": str(path), **refused.data}, is_refused=True)
    count = sum(1 for _ in definition.questions())
    line = f"{path} : sans problème ({definition.form_id} {definition.version}, {count} questions)"
    return Answer([line], {"path": str(path), "form_id": definition.form_id, "problems": []})
