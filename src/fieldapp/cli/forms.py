"""`fieldapp form`: hold XLSForms against what the program can do, before anybody fills them."""

from collections.abc import Sequence
from pathlib import Path

import click

from fieldapp.cli.answer import Answer, command, problem_data, problem_line
from fieldapp.forms import load_form
from fieldapp.forms.problems import FormProblems


@click.group()
def form() -> None:
    """Les formulaires XLSForm."""


@command(form, "check")
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="FORM…")
def check(files: Sequence[Path]) -> Answer:
    """Dire tout ce qui ne va pas : feuille, ligne, colonne, cause, remède."""
    language = click.get_current_context().find_root().params["language"]
    lines: list[str] = []
    found: list[dict[str, object]] = []
    is_refused = False
    for path in files:
        try:
            definition = load_form(path)
        except FormProblems as error:
            is_refused = True
            lines.append(f"{path} : {len(error.problems)} problèmes")
            lines += [problem_line(problem, language) for problem in error.problems]
            problems = [problem_data(problem, language) for problem in error.problems]
            found.append({"path": str(path), "problems": problems})
        else:
            count = sum(1 for _ in definition.questions())
            lines.append(
                f"{path} : sans problème ({definition.form_id} {definition.version}, {count} questions)"
            )
            found.append({"path": str(path), "form_id": definition.form_id, "problems": []})
    return Answer(lines, {"forms": found}, is_refused=is_refused)
