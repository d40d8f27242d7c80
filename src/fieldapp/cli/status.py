"""`fieldapp workspace status`: what the window's first page says, as lines or for a program."""

from dataclasses import asdict

import click

from fieldapp.cli.answer import Answer, command
from fieldapp.cli.backups import losses_data, losses_line
from fieldapp.cli.opening import opened_workspace
from fieldapp.usecases.back_up import count_losses
from fieldapp.usecases.overview import Line, Overview, overview
from fieldapp.usecases.what_to_do import Task

_SAID = {
    "returned": "fiches revenues avec des commentaires",
    "to_correct": "fiches que le centre demande de corriger",
    "to_decide": "fiches sur lesquelles l'équipe n'est pas d'accord",
    "to_resume": "brouillons à reprendre",
    "to_check_again": "fiches à vérifier de nouveau",
    "to_send": "fiches à envoyer",
    "unanswered": "fiches envoyées, sans accusé de réception",
}
"""What a kind of work is called; one that is not here names itself."""


def register(workspace: click.Group) -> None:
    """Hang the command on `fieldapp workspace`."""

    @command(workspace, "status")
    def status() -> Answer:
        """Dire où en est l'espace : à faire, ce qui n'existe qu'ici, avancement par formulaire et par région."""
        language = click.get_current_context().find_root().params.get("language") or "fr"
        with opened_workspace() as opened:
            opened.indexing.catch_up()
            seen = overview(opened, language=language)
            losses = count_losses(opened)
            is_training = opened.is_training
        lines = ["Espace d'entraînement : rien n'y est réel."] if is_training else []
        lines += [f"{seen.finalised} fiches complètes, {seen.drafts} brouillons.", losses_line(losses)]
        data = {"is_training": is_training, **_data(seen), "only_here": losses_data(losses)}
        return Answer([*lines, *_lines(seen)], data)


def _lines(seen: Overview) -> list[str]:
    lines = ["À faire :" if seen.tasks else "Rien n'attend."]
    for task in seen.tasks:
        lines += [f"  {task.count} {_SAID.get(task.kind, task.kind)}", *_named(task)]
    for title, told in (("Par formulaire :", seen.forms), ("Par région :", seen.regions)):
        lines += [title, *(_told(line) for line in told)] if told else []
    return lines


def _named(task: Task) -> list[str]:
    return [
        f"    {row.record_id}  {row.title or '(sans nom)'}" + (f"  ({row.place})" if row.place else "")
        for row in task.rows
    ]


def _told(line: Line) -> str:
    return f"  {line.finalised:>6} complètes  {line.drafts:>6} brouillons  {line.name or '(sans région)'}"


def _data(seen: Overview) -> dict[str, object]:
    return {
        "finalised": seen.finalised,
        "drafts": seen.drafts,
        "tasks": [asdict(task) for task in seen.tasks],
        "forms": [asdict(line) for line in seen.forms],
        "regions": [asdict(line) for line in seen.regions],
    }
