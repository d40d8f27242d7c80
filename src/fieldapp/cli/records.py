"""`fieldapp record`: the fiches of a workspace, listed and shown."""

from typing import Any

import click

from fieldapp.cli.answer import Answer, command
from fieldapp.cli.opening import opened_workspace
from fieldapp.cli.trash import trash_answer
from fieldapp.records.record import Record, Status
from fieldapp.records.review import ReviewState
from fieldapp.records.selection import OPEN_COMMENTS, STALE_MONTHS, Order, Selection
from fieldapp.store import Workspace
from fieldapp.usecases.list_records import named, offered_filters, prepare_list


@click.group()
def record() -> None:
    """Les fiches de l'espace de travail."""


@command(record, "list")
@click.option("--query", default="", help="Les mots cherchés : noms, sigles, téléphones, lieux…")
@click.option(
    "--form", default="", metavar="ID", help="Seulement ce formulaire : son identifiant ou son titre."
)
@click.option(
    "--state",
    type=click.Choice([each.value for each in Status]),
    help="Seulement les brouillons, ou les fiches complètes.",
)
@click.option("--region", default="", help="Seulement cette région : son code ou son nom.")
@click.option("--author", default="", help="Seulement les fiches commencées par cette personne.")
@click.option(
    "--review",
    type=click.Choice([*(str(each) for each in ReviewState), OPEN_COMMENTS]),
    help="Seulement celles dont la validation en est là ; « none » : complètes, que personne n'a vérifiées.",
)
@click.option(
    "--stale", is_flag=True, help=f"Seulement celles qui n'ont pas été vérifiées depuis {STALE_MONTHS} mois."
)
@click.option("--incomplete", is_flag=True, help="Seulement les brouillons auxquels il manque quelque chose.")
@click.option(
    "--sort",
    type=click.Choice([each.value for each in Order]),
    help="L'ordre ; sinon, les noms trouvés puis les plus récentes.",
)
@click.option("--reverse", is_flag=True, help="Dans l'ordre inverse.")
@click.option("--trash", is_flag=True, help="La corbeille, où seuls les titres se cherchent.")
@click.option("--limit", default=200, show_default=True, type=click.IntRange(1), help="Combien au plus.")
@click.option("--offset", default=0, show_default=True, type=click.IntRange(0), help="À partir de laquelle.")
def list_records(*, limit: int, offset: int, trash: bool, **wanted: Any) -> Answer:
    """Lister les fiches."""
    with opened_workspace() as opened:
        if trash:
            return trash_answer(opened, str(wanted["query"]))
        selection = _selection(opened, **wanted)
        prepare_list(opened, selection)
        listing = opened.records.listing
        total = listing.count(selection)
        found = listing.records(listing.find(selection, limit=limit + offset)[offset:])
        sent = opened.outbox.transmissions(one.record_id for one in found)
    lines = [
        f"{one.record_id}  {one.status:<9}  {sent[one.record_id]:<10}  {one.title or '(sans nom)'}"
        for one in found
    ]
    if len(found) < total:
        lines += [f"{len(found)} fiches sur {total}."]
    data = {
        "count": total,
        "offset": offset,
        "records": [_data(one) | {"transmission": str(sent[one.record_id])} for one in found],
    }
    return Answer(lines or ["Aucune fiche."], data)


def _selection(
    opened: Workspace,
    *,
    query: str,
    form: str,
    state: str | None,
    region: str,
    author: str,
    review: str | None,
    stale: bool,
    incomplete: bool,
    sort: str | None,
    reverse: bool,
) -> Selection:
    """Return what is asked for, names turned into codes."""
    if region:
        opened.indexing.catch_up()  # regions are known once the records are indexed
    offered = offered_filters(
        opened, language=click.get_current_context().find_root().params.get("language") or "fr"
    )
    return Selection(
        query=query,
        form_id=named(form, offered.forms, unknown="list.unknown_form"),
        status=Status(state) if state else None,
        region=named(region, offered.regions, unknown="list.unknown_region"),
        author_id=named(author, offered.authors, unknown="list.unknown_author"),
        review=review or "",
        is_stale=stale,
        is_incomplete=incomplete,
        order=Order(sort) if sort else None,
        is_reversed=reverse,
    )


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
