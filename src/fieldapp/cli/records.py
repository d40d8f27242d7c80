"""`fieldapp record`: the fiches of a workspace, listed and shown."""

import click

from fieldapp.cli.answer import Answer, command
from fieldapp.cli.opening import opened_workspace
from fieldapp.records.record import Record


@click.group()
def record() -> None:
    """Les fiches de l'espace de travail."""


@command(record, "list")
@click.option("--query", default="", help="Les mots cherchés.")
@click.option("--limit", default=200, show_default=True, type=click.IntRange(1), help="Combien au plus.")
def list_records(query: str, limit: int) -> Answer:
    """Lister les fiches."""
    with opened_workspace() as opened:
        found = opened.records.list(query=query, limit=limit)
        sent = opened.outbox.transmissions(one.record_id for one in found)
    lines = [
        f"{one.record_id}  {one.status:<9}  {sent[one.record_id]:<10}  {one.title or '(sans nom)'}"
        for one in found
    ]
    data = {"records": [_data(one) | {"transmission": str(sent[one.record_id])} for one in found]}
    return Answer(lines or ["Aucune fiche."], data)


@command(record, "show")
@click.argument("record_id", metavar="ID")
def show(record_id: str) -> Answer:
    """Montrer les réponses d'une fiche."""
    with opened_workspace() as opened:
        shown = opened.records.get(record_id)
        answers = opened.draft_answers(record_id)
    lines = [f"{shown.title or '(sans nom)'} ({shown.status}, révision {shown.revision})"]
    lines += [f"  {path} = {value}" for path, value in sorted(answers.items())]
    return Answer(lines, _data(shown) | {"answers": answers})


def _data(shown: Record) -> dict[str, object]:
    return {
        "record_id": shown.record_id,
        "form_id": shown.form_id,
        "form_version": shown.form_version,
        "status": str(shown.status),
        "title": shown.title,
        "revision": shown.revision,
        "updated_at": shown.updated_at,
    }
