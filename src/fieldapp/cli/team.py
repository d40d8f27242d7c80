"""`fieldapp team`: make a team, join one, exchange through a folder, decide where colleagues do not agree."""

from pathlib import Path

import click

from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes, write_atomically
from fieldapp.base.sentences import sentence_of
from fieldapp.bundle.limits import OUTER_BYTES
from fieldapp.cli.answer import Answer, command, plain
from fieldapp.cli.opening import opened_workspace
from fieldapp.usecases.exchange_team import Exchanged, choose_folder, exchange_team
from fieldapp.usecases.join_team import (
    admit_member,
    ask_to_join,
    create_team,
    join_team,
    read_invitation,
    read_request,
    team_words,
)
from fieldapp.usecases.resolve_conflict import OpenConflict, list_conflicts, resolve_conflict

_FILE = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_output = click.option("--output", type=_FOLDER, default=Path(), help="Le dossier où écrire le fichier.")
_yes = click.option("--yes", is_flag=True, help="Les mots ont été comparés : ne rien demander.")


@click.group()
def team() -> None:
    """L’équipe : plusieurs espaces de travail qui échangent par un dossier."""


@command(team, "create")
def create() -> Answer:
    """Créer une équipe que cet espace dirige."""
    with opened_workspace() as opened:
        words = create_team(opened)
    lines = ["Équipe créée. Les membres la reconnaissent à ces mots :", f"  {' '.join(words)}"]
    return Answer(lines, {"words": list(words)})


@command(team, "ask")
@_output
def ask(output: Path) -> Answer:
    """Écrire la demande à remettre à la personne qui dirige l’équipe."""
    with opened_workspace() as opened:
        made = ask_to_join(opened)
    path = output / made.name
    write_atomically(path, made.data)
    lines = [f"Demande écrite : {path}", f"Mots à lire de vive voix : {' '.join(made.words)}"]
    return Answer(lines, {"path": str(path), "words": list(made.words)})


@command(team, "admit")
@click.argument("request", type=_FILE)
@_output
@_yes
def admit(request: Path, output: Path, *, yes: bool) -> Answer:
    """Admettre dans l’équipe la personne dont voici la demande, une fois les mots comparés."""
    data = read_bytes(request, limit=OUTER_BYTES)
    with opened_workspace() as opened:
        applicant = read_request(opened, data)
        if not yes:
            click.echo(f"{applicant.name} : {' '.join(applicant.words)}", err=True)
            click.confirm("Les mots sont-ils les mêmes ?", abort=True, err=True)
        made = admit_member(opened, data)
        words = team_words(opened)
    path = output / made.name
    write_atomically(path, made.data)
    lines = [f"{applicant.name} est dans l’équipe sous le numéro {made.code}.", f"Réponse à rendre : {path}"]
    lines += [f"Mots de l’équipe, à comparer de même : {' '.join(words)}"]
    data_out = {"path": str(path), "code": made.code, "name": applicant.name, "is_again": made.is_again}
    return Answer(lines, data_out | {"words": list(words)})


@command(team, "join")
@click.argument("answer", type=_FILE)
@click.option("--replace", is_flag=True, help="Quitter l’équipe actuelle pour celle-ci.")
@_yes
def join(answer: Path, *, replace: bool, yes: bool) -> Answer:
    """Rejoindre l’équipe dont voici la réponse, une fois les mots comparés."""
    data = read_bytes(answer, limit=OUTER_BYTES)
    with opened_workspace() as opened:
        invitation = read_invitation(opened, data)
        if not yes:
            click.echo(f"{invitation.lead_name} : {' '.join(invitation.words)}", err=True)
            click.confirm("Les mots sont-ils les mêmes ?", abort=True, err=True)
        done = join_team(opened, data, replaces_team=replace)
    lines = [f"Cet espace est dans l’équipe de {done.lead_name}, sous le numéro {done.code}."]
    return Answer(lines, {"lead": done.lead_name, "code": done.code, "words": list(done.words)})


@command(team, "folder")
@click.argument("folder", type=_FOLDER)
def folder(folder: Path) -> Answer:
    """Choisir le dossier de l’échange, une fois pour toutes."""
    with opened_workspace() as opened:
        choose_folder(opened, folder)
    return Answer([f"Dossier d’échange : {folder.absolute()}"], {"folder": str(folder.absolute())})


@command(team, "exchange")
def exchange() -> Answer:
    """Prendre ce que les autres ont laissé dans le dossier, et y laisser ce qui leur manque."""
    language = str(click.get_current_context().find_root().params.get("language") or "fr")
    with opened_workspace() as opened:
        done = exchange_team(opened)
    return Answer(_told(done, language), _exchanged_data(done))


@command(team, "show")
def show() -> Answer:
    """Dire à quelle équipe appartient l’espace, avec qui il échange et où."""
    with opened_workspace() as opened:
        rooms = opened.exchange.team
        membership, peers, is_lead = rooms.membership, rooms.peers(), rooms.is_lead
        if membership is None:
            raise KnownError("team.none")
        words = team_words(opened)
        conflicts = len(opened.exchange.conflicts.list())
    role = "dirige l’équipe" if is_lead else "membre de l’équipe"
    lines = [f"{membership.own_code} : {role} ({' '.join(words)})"]
    lines += [f"  {peer.code}  {peer.name}" for peer in peers]
    lines += [f"Dossier d’échange : {membership.folder or 'aucun'}", f"Désaccords : {conflicts}"]
    members = [{"code": peer.code, "name": peer.name} for peer in peers]
    data = {"is_lead": is_lead, "code": membership.own_code, "words": list(words), "members": members}
    return Answer(lines, data | {"folder": membership.folder, "conflicts": conflicts})


@command(team, "conflicts")
def conflicts() -> Answer:
    """Montrer les réponses sur lesquelles des collègues ne sont pas d’accord."""
    language = str(click.get_current_context().find_root().params.get("language") or "fr")
    with opened_workspace() as opened:
        found = list_conflicts(opened, language=language)
    lines = [line for conflict in found for line in _conflict_lines(conflict)]
    return Answer(lines or ["Aucun désaccord."], {"conflicts": [_conflict_data(one) for one in found]})


@command(team, "resolve")
@click.argument("record_id")
@click.argument("path")
@click.option(
    "--value", required=True, help="La réponse retenue, telle que la liste la donne ; vide : aucune."
)
@click.option("--reason", required=True, help="Pourquoi.")
def resolve(record_id: str, path: str, value: str, reason: str) -> Answer:
    """Décider une réponse : elle remplace toutes celles qui s’opposent."""
    with opened_workspace() as opened:
        change = resolve_conflict(opened, record_id, path, value=value or None, reason=reason)
    return Answer(["Décision enregistrée."], {"change_id": change.change_id if change else ""})


def _told(done: Exchanged, language: str) -> list[str]:
    lines = [f"{len(one.record_ids)} fiche(s) reçue(s) de {one.name}" for one in done.received]
    lines += [f"{one.records} fiche(s) laissée(s) pour {one.name}" for one in done.sent]
    lines += [f"{one.name} : {sentence_of(one.error, language)}" for one in done.refused]
    for form, version in done.missing_forms:
        lines += [f"À installer pour recevoir la suite : {form}, version {version}"]
    if done.conflicts:
        lines += [f"{done.conflicts} désaccord(s) à trancher"]
    return lines or ["Rien de nouveau."]


def _exchanged_data(done: Exchanged) -> dict[str, object]:
    return {
        "received": [{"from": one.name, "records": list(one.record_ids)} for one in done.received],
        "sent": [{"to": one.name, "records": one.records} for one in done.sent],
        "refused": [
            {"file": one.name, "error": one.error.code, "facts": plain(one.error.facts)}
            for one in done.refused
        ],
        "receipts": done.receipts,
        "for_others": done.for_others,
        "conflicts": done.conflicts,
        "to_review": done.to_review,
        "erased": done.erased,
        "waiting": done.waiting,
        "missing_forms": [{"form": form, "version": version} for form, version in done.missing_forms],
    }


def _conflict_lines(conflict: OpenConflict) -> list[str]:
    lines = [f"{conflict.title} ({conflict.record_id})", f"  {conflict.place}  [{conflict.path}]"]
    lines += [f"    {head.words or '—'}  ({head.name}, {head.at[:10]})" for head in conflict.heads]
    return [*lines, f"    dernière réponse commune : {conflict.agreed or '—'}"]


def _conflict_data(conflict: OpenConflict) -> dict[str, object]:
    heads = [
        {"change_id": one.change_id, "value": one.value, "words": one.words, "by": one.name, "at": one.at}
        for one in conflict.heads
    ]
    data = {"record_id": conflict.record_id, "title": conflict.title, "path": conflict.path}
    return {**data, "place": conflict.place, "agreed": conflict.agreed, "heads": heads}
