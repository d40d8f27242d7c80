"""`fieldapp record trash | restore | trashed`: records put aside, brought back, looked for."""

from datetime import datetime

import click

from fieldapp.base.clock import moment_from_text
from fieldapp.cli.answer import Answer, command
from fieldapp.cli.opening import opened_workspace
from fieldapp.store import Workspace
from fieldapp.usecases.list_trash import KEPT_FOR, TrashedRecord, list_trash


def register(record: click.Group) -> None:
    """Hang the commands on `fieldapp record`."""

    @command(record, "trash")
    @click.argument("record_id", metavar="ID")
    @click.option("--reason", default="", help="Pourquoi ; gardé avec la fiche.")
    def trash(record_id: str, reason: str) -> Answer:
        """Mettre une fiche à la corbeille, d'où `record restore` la reprend."""
        with opened_workspace() as opened:
            opened.trash(record_id, reason=reason.strip())
            title = opened.records.get(record_id).title
        lines = [f"À la corbeille : {title or '(sans nom)'}. Elle y reste, et se reprend."]
        return Answer(lines, {"record_id": record_id, "reason": reason.strip()})

    @command(record, "restore")
    @click.argument("record_id", metavar="ID")
    def restore(record_id: str) -> Answer:
        """Reprendre une fiche de la corbeille, avec tout ce qu'elle contenait."""
        with opened_workspace() as opened:
            opened.restore(record_id)
            title = opened.records.get(record_id).title
        return Answer([f"Remise dans la liste : {title or '(sans nom)'}."], {"record_id": record_id})

    @command(record, "trashed")
    @click.option("--query", default="", help="Les mots du titre cherchés.")
    def trashed(query: str) -> Answer:
        """Montrer la corbeille : depuis quand, pourquoi, par qui, combien de jours il reste."""
        with opened_workspace() as opened:
            return trash_answer(opened, query)


def trash_answer(opened: Workspace, query: str) -> Answer:
    """Say what lies in the trash; an empty one found nothing, or holds nothing."""
    language = str(click.get_current_context().find_root().params.get("language") or "fr")
    found = list_trash(opened, query=query, language=language)
    ripe = sum(one.is_ripe for one in found)
    empty = "Rien de tel dans la corbeille." if query else "La corbeille est vide."
    lines = [_line(one) for one in found] or [empty]
    if ripe:
        lines += [
            f"{ripe} sont là depuis {KEPT_FOR.days} jours ou plus. Rien ne part de soi-même :"
            " `workspace purge` efface une fiche pour toujours."
        ]
    data = {"records": [_data(one) for one in found], "kept_days": KEPT_FOR.days, "ripe": ripe}
    return Answer(lines, data)


def _line(one: TrashedRecord) -> str:
    head = f"{one.record.record_id}  {_day(one.at)}{' (horloge douteuse)' if one.is_doubted else ''}"
    title = one.record.title or "(sans nom)"
    if one.is_erased:
        return f"{head}  effacée pour toujours"
    by, reason = (f", par {one.by}" if one.by else ""), (f" : {one.reason}" if one.reason else "")
    return f"{head}  {title}{by}{reason}  (encore {one.days_left} jours)"


def _day(at: str) -> str:
    moment: datetime = moment_from_text(at).astimezone()
    return f"{moment:%d/%m/%Y}"


def _data(one: TrashedRecord) -> dict[str, object]:
    return {
        "record_id": one.record.record_id,
        "title": one.record.title,
        "form_id": one.record.form_id,
        "trashed_at": one.at,
        "is_clock_doubted": one.is_doubted,
        "by": one.by,
        "reason": one.reason,
        "days_left": one.days_left,
        "is_erased": one.is_erased,
    }
