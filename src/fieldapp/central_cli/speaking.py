"""How every command answers: lines for people or one JSON object, and an exit code."""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import click

from fieldapp.base.errors import KnownError
from fieldapp.base.sentences import sentence_of

REFUSED = 1
"""Exit code of a command that was refused, with reasons."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command has to say."""

    facts: dict[str, Any]
    lines: Sequence[str]
    is_refused: bool = False


def say(work: Callable[[], Answer], *, as_json: bool, language: str) -> None:
    """Run a command and print what it answers, or why it was refused."""
    try:
        answer = work()
    except KnownError as error:
        _say_refusal(error, as_json=as_json, language=language)
        sys.exit(REFUSED)
    if as_json:
        _echo_json(answer.facts)
    else:
        for line in answer.lines:
            click.echo(line)
    if answer.is_refused:
        sys.exit(REFUSED)


def _say_refusal(error: KnownError, *, as_json: bool, language: str) -> None:
    sentence = sentence_of(error, language)
    if as_json:
        _echo_json({"error": error.code, "facts": error.facts, "sentence": sentence})
    else:
        click.echo(sentence, err=True)


def _echo_json(facts: dict[str, Any]) -> None:
    click.echo(json.dumps(facts, ensure_ascii=False, indent=1, default=str))
