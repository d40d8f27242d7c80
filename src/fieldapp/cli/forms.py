"""`fieldapp form`: hold XLSForms against what the program can do, before anybody fills them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from fieldapp.base.errors import KnownError
from fieldapp.base.sentences import sentence
from fieldapp.cli import installing, outlines, scripts
from fieldapp.cli.answer import Answer, colon, command, problem_data, problem_line, refusal
from fieldapp.forms.problems import Problem, Severity
from fieldapp.forms.support import FEATURES, Area, Feature, Support
from fieldapp.usecases.check_house_rules import check_house_rules
from fieldapp.usecases.install_form import ReadForm, read_form

_CHECK_HELP = """Dire tout ce qui ne va pas dans un ou plusieurs formulaires : feuille, ligne, colonne, cause, remède.

Les erreurs empêchent d’utiliser le formulaire ; les avertissements, non. Avec --house, les règles de la mission
comptent aussi : listes partagées, textes en trois langues, confidentialité, noms ; avec --before en plus, une
question ou un code qui change demande une nouvelle version.

\b
Code de sortie
  0  tous les formulaires peuvent être utilisés
  1  l’un d’eux est à corriger, ou ne se lit pas ; avec --strict, un avertissement suffit
  2  la commande est mal écrite
"""
_WIDTH = 100
"""Characters of an expression shown above its caret."""
_KINDS = {Severity.ERROR: "place.error", Severity.WARNING: "place.warning"}
_AREAS = {
    Area.TYPE: "place.types",
    Area.APPEARANCE: "place.appearances",
    Area.SURVEY: "place.survey_columns",
    Area.CHOICES: "place.choices_columns",
    Area.SETTINGS: "place.settings_columns",
    Area.FEATURE: "place.features",
}
_SUPPORT = {
    Support.FULL: "place.supported",
    Support.PLAIN: "place.plain",
    Support.NONE: "place.unsupported",
}


@click.group()
def form() -> None:
    """Les formulaires XLSForm."""


scripts.register(form)
installing.register(form)
outlines.register(form)


@command(form, "check", help=_CHECK_HELP, short_help="Dire tout ce qui ne va pas dans un formulaire.")
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="FORM…")
@click.option("--strict", is_flag=True, help="Un avertissement compte comme une erreur.")
@click.option("--house", is_flag=True, help="Vérifier aussi les règles de la mission.")
@click.option(
    "--before",
    type=click.Path(path_type=Path),
    metavar="FORM",
    help="Avec --house : un classeur plus ancien du même formulaire.",
)
def check(files: Sequence[Path], *, strict: bool, house: bool, before: Path | None) -> Answer:
    """Check forms, each on its own."""
    rules = _House(before) if house else None
    found = [_checked(path, _language(), rules) for path in files]
    told = any(one.data.get("warnings") for one in found)
    return Answer(
        [line for one in found for line in one.lines],
        {"forms": [one.data for one in found]},
        is_refused=any(one.is_refused for one in found) or (strict and told),
    )


@command(form, "support", short_help="Dire ce qui est connu d’XLSForm, et comment.")
def support() -> Answer:
    """Dire quels types, apparences et colonnes d’XLSForm l’application connaît, et ce qu’elle fait des autres."""
    language = _language()
    return Answer(
        list(_table(language)),
        {"features": [_feature_data(feature, language) for feature in FEATURES]},
    )


def _language() -> str:
    return str(click.get_current_context().find_root().params["language"])


@dataclass(frozen=True, slots=True)
class _House:
    """That the rules of the house count too."""

    before: Path | None

    def added_to(self, form: ReadForm, path: Path) -> ReadForm:
        """Return a form that can be used with what breaks the rules among its problems."""
        if form.definition is None:
            return form
        broken = check_house_rules(path, self.before)
        return replace(form, problems=(*broken, *form.problems))


def _checked(path: Path, language: str, rules: _House | None) -> Answer:
    """Check one form; what cannot be read at all does not keep the others from being checked."""
    try:
        form = read_form(path)
        form = rules.added_to(form, path) if rules is not None else form
    except KnownError as error:
        refused = refusal(error, language)
        return Answer(
            [f"{path}{colon(language)}{refused.lines[0]}"],
            {"path": str(path), **refused.data},
            is_refused=True,
        )
    told, definition = _told(path, form.problems, language), form.definition
    if definition is None or any(problem.severity is Severity.ERROR for problem in form.problems):
        return replace(told, is_refused=True)
    facts = {
        "path": str(path),
        "form_id": definition.form_id,
        "version": definition.version,
        "questions": sum(1 for _ in definition.questions()),
    }
    lines = told.lines or [sentence("check.clean", facts, language)]
    return Answer(lines, {**facts, **told.data})


def _told(path: Path, problems: Sequence[Problem], language: str) -> Answer:
    """Say the problems of a form, errors first."""
    ordered = sorted(problems, key=lambda problem: problem.severity is Severity.WARNING)
    warnings = sum(1 for problem in ordered if problem.severity is Severity.WARNING)
    counts = {"errors": len(ordered) - warnings, "warnings": warnings}
    lines = [line for problem in ordered for line in _lines(problem, language)]
    if lines:
        lines.insert(0, sentence("check.form_found", {"path": str(path), **counts}, language))
    data = [problem_data(problem, language) for problem in ordered]
    return Answer(lines, {"path": str(path), **counts, "problems": data})


def _lines(problem: Problem, language: str) -> Iterator[str]:
    """Say one problem; an expression is shown below it, with a caret under what is wrong."""
    kind = sentence(_KINDS[problem.severity], {}, language)
    caret = _caret(problem)
    shown = replace(problem, text="") if caret and problem.code.startswith("xpath.") else problem
    is_placed = problem.sheet or problem.row or problem.column or problem.facts.get("question")
    comma = ("، " if language == "ar" else ", ") if is_placed else colon(language)
    yield f"- {kind}{comma}{problem_line(shown, language).removeprefix('- ')}"
    yield from caret


def _caret(problem: Problem) -> list[str]:
    """Return the piece of the text around the mistake, and carets under it; nothing without a place in the text."""
    offset, length = problem.facts.get("offset"), problem.facts.get("length")
    if not isinstance(offset, int) or not isinstance(length, int) or not problem.text:
        return []
    first = max(0, offset - _WIDTH // 2)
    piece = "".join(" " if mark.isspace() else mark for mark in problem.text[first : first + _WIDTH])
    carets = "^" * max(1, min(length, len(piece) - (offset - first)))
    return [f"    {piece}", f"    {' ' * (offset - first)}{carets}"]


def _table(language: str) -> Iterator[str]:
    width = max(len(feature.name) for feature in FEATURES)
    for area, title in _AREAS.items():
        yield sentence(title, {}, language)
        for feature in FEATURES:
            if feature.area is area:
                status = sentence(_SUPPORT[feature.support], {}, language)
                yield f"  {feature.name:{width}}  {status:12}  {_instead(feature, language)}".rstrip()
        yield ""


def _instead(feature: Feature, language: str) -> str:
    return sentence(feature.instead, {"name": feature.name}, language) if feature.instead else ""


def _feature_data(feature: Feature, language: str) -> dict[str, object]:
    return {
        "area": str(feature.area),
        "name": feature.name,
        "support": str(feature.support),
        "types": sorted(feature.of),
        "is_refused": feature.is_refused,
        "instead": _instead(feature, language),
    }
