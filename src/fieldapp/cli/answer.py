"""What a command says: lines for people, data for programs, and how a refusal is said."""

import functools
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import click

from fieldapp.base.errors import KnownError
from fieldapp.base.sentences import sentence, sentence_of
from fieldapp.forms.problems import FormProblems, Problem

REFUSED, UNREADABLE = 1, 2
_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command found or did."""

    lines: Sequence[str] = ()
    data: Mapping[str, object] = field(default_factory=dict)
    is_refused: bool = False
    """Whether the command ends with another exit code than 0 all the same: a check that found something."""
    exit_code: int = REFUSED
    """That of a refusal."""


def command(
    group: click.Group, name: str, **settings: Any
) -> Callable[[Callable[..., Answer]], click.Command]:
    """Register a function that returns an `Answer` as a command with `--json` and readable refusals."""

    def register(function: Callable[..., Answer]) -> click.Command:
        @functools.wraps(function)
        def run(*, as_json: bool, **arguments: object) -> None:
            language = click.get_current_context().find_root().params.get("language") or "fr"
            try:
                answer = function(**arguments)
            except KnownError as error:
                answer = refusal(error, language)
            say(answer, as_json=as_json)
            sys.exit(answer.exit_code if answer.is_refused else 0)

        option = click.option("--json", "as_json", is_flag=True, help="Réponse pour un programme, en JSON.")
        return group.command(name, **settings)(option(run))

    return register


def say(answer: Answer, *, as_json: bool) -> None:
    """Print an answer: data as one JSON object, or lines; a refusal's lines go to the error output."""
    if as_json:
        click.echo(json.dumps(answer.data, ensure_ascii=False, indent=1))
        return
    for line in answer.lines:
        click.echo(line, err=answer.is_refused)


def refusal(error: KnownError, language: str) -> Answer:
    """Say an error: the sentence for people, code and facts for programs; every problem of a form."""
    data: dict[str, object] = {"error": error.code, "facts": plain(error.facts)}
    lines = [sentence_of(error, language)]
    if isinstance(error, FormProblems):
        data["problems"] = [problem_data(problem, language) for problem in error.problems]
        lines += [problem_line(problem, language) for problem in error.problems]
    data["sentence"] = lines[0]
    return Answer(lines, data, is_refused=True)


def problem_line(problem: Problem, language: str) -> str:
    """Say where a form is wrong, why, and what mends it, on one line."""
    places = [
        sentence(f"place.{kind}", {"place": place}, language)
        for kind, place in (
            ("sheet", problem.sheet),
            ("row", problem.row),
            ("column", problem.column),
            ("question", problem.facts.get("question")),
        )
        if place
    ]
    where = ("، " if language == "ar" else ", ").join(places)
    said = sentence(problem.code, {"text": problem.text, **problem.facts}, language)
    return f"- {where}{colon(language)}{said}" if where else f"- {said}"


def colon(language: str) -> str:
    """Return the colon as each language sets it."""
    return " : " if language == "fr" else ": "


def problem_data(problem: Problem, language: str) -> dict[str, object]:
    """Return a problem of a form for a program."""
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "text": problem.text,
        "facts": plain(problem.facts),
        "sentence": problem_line(problem, language).removeprefix("- "),
    }


def plain(facts: Mapping[str, object]) -> dict[str, object]:
    """Return facts as JSON can hold them."""
    return {name: _plain(fact) for name, fact in facts.items()}


def _plain(fact: object) -> object:
    if isinstance(fact, (list, tuple)):
        return [_plain(each) for each in fact]
    return fact if isinstance(fact, (int, float, str)) else str(fact)
