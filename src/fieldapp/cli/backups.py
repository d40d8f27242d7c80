"""`fieldapp workspace backup` and `restore`: copies of the whole file, looked at before one takes its place."""

from datetime import datetime
from pathlib import Path

import click

from fieldapp.base.clock import moment_from_text
from fieldapp.base.errors import KnownError
from fieldapp.cli.answer import Answer, command
from fieldapp.cli.opening import opened_workspace, passphrase_for, workspace_folder
from fieldapp.store import Contents, Copy, Losses, Preview
from fieldapp.usecases.back_up import back_up, copy_workspace
from fieldapp.usecases.restore_workspace import Choices, list_choices, preview_restore, restore_workspace


def register(workspace: click.Group) -> None:
    """Hang the commands on `fieldapp workspace`."""
    _register_backup(workspace)
    _register_restore(workspace)


def _register_backup(workspace: click.Group) -> None:
    @command(workspace, "backup")
    @click.option(
        "--to",
        "folder",
        type=click.Path(path_type=Path, file_okay=False),
        help="Un dossier, sur une clé USB ou un autre disque ; sans lui, à côté de l'espace.",
    )
    def backup(folder: Path | None) -> Answer:
        """Faire une sauvegarde chiffrée, relue et vérifiée avant d'être comptée."""
        if folder is not None:
            return _copy_to(folder)
        with opened_workspace() as opened:
            made = back_up(opened)
            kept = len(opened.backups.list())
        lines = ["Rien n'a changé depuis la dernière sauvegarde."]
        if made is not None:
            lines = [f"Sauvegarde faite et vérifiée : {made.path}"]
        return Answer(lines, {"path": str(made.path) if made else None, "backups": kept})


def _copy_to(folder: Path) -> Answer:
    with opened_workspace() as opened:
        written = copy_workspace(opened, folder)
    lines = [f"Copie faite et vérifiée : {written.copy.path}"]
    if not written.is_elsewhere:
        lines += ["Elle est sur le même disque que l'espace : elle se perdrait avec lui."]
    return Answer(lines, {"path": str(written.copy.path), "is_elsewhere": written.is_elsewhere})


def _register_restore(workspace: click.Group) -> None:
    @command(workspace, "restore")
    @click.argument("chosen", required=False, metavar="[SAUVEGARDE]")
    @click.option("--yes", is_flag=True, help="Remettre en place sans demander ; sinon, montrer et demander.")
    @click.option("--preview", is_flag=True, help="Montrer ce qu'elle contient, et s'arrêter là.")
    def restore(chosen: str | None, *, yes: bool, preview: bool) -> Answer:
        """Montrer ce que contient une sauvegarde, puis la remettre en place.

        SAUVEGARDE est le nom d'une sauvegarde de l'espace, ou le dossier d'une copie. Sans elle, la liste est montrée.
        """
        folder = workspace_folder()
        choices = list_choices(folder)
        if chosen is None:
            return _listed(choices)
        path = _chosen(choices, chosen)
        passphrase = passphrase_for(path)
        seen = preview_restore(folder, path, passphrase=passphrase)
        answer = _previewed(seen)
        if preview:
            return answer
        if not yes:
            click.echo("\n".join(answer.lines), err=True)
            click.confirm("Remettre cette sauvegarde en place ?", abort=True, err=True)
        done = restore_workspace(folder, path, passphrase=passphrase)
        lines = [f"Remis en place : {_told(done.holds)}"]
        if done.set_aside is not None:
            lines += [f"Ce qui s'y trouvait est gardé : {done.set_aside}"]
        data = {"restored": _contents_data(done.holds), "set_aside": str(done.set_aside or "")}
        return Answer(lines, data)


def losses_line(losses: Losses) -> str:
    """Say what would be lost with this computer."""
    copy = losses.last_copy
    said = f"dernière copie ailleurs : {_day(copy.at)}, {copy.place}" if copy else "aucune copie ailleurs"
    if not losses.records and not losses.newer_records:
        return f"Rien n'existe seulement sur cet ordinateur ({said})."
    return (
        f"Seulement sur cet ordinateur : {losses.records} fiches, et des réponses de {losses.newer_records} autres"
        f" ({losses.changes} modifications) ; {said}."
    )


def losses_data(losses: Losses) -> dict[str, object]:
    """Return the same for a program."""
    copy = losses.last_copy
    return {
        "records": losses.records,
        "newer_records": losses.newer_records,
        "changes": losses.changes,
        "last_copy": {"at": copy.at, "place": copy.place} if copy else None,
        "last_receipt_at": losses.last_receipt_at,
    }


def _chosen(choices: Choices, name: str) -> Path:
    """Return the place of a backup named, or of a folder."""
    for copy in (*choices.backups, *choices.set_aside):
        if copy.path.name == name:
            return copy.path
    path = Path(name)
    if not path.is_dir():
        raise KnownError("copy.not_found", path=name)
    return path


def _listed(choices: Choices) -> Answer:
    if not choices.backups and not choices.set_aside:
        return Answer(["Aucune sauvegarde."], {"backups": [], "set_aside": []})
    lines = [f"{copy.path.name}  {_moment(copy)}" for copy in choices.backups]
    lines += [f"{copy.path.name}  {_moment(copy)}  (mis de côté)" for copy in choices.set_aside]
    data = {
        "backups": [_copy_data(copy) for copy in choices.backups],
        "set_aside": [_copy_data(copy) for copy in choices.set_aside],
    }
    return Answer(lines, data)


def _previewed(seen: Preview) -> Answer:
    lines = [f"Sauvegarde : {_told(seen.holds)}"]
    lines += [f"Ici :        {_told(seen.here) if seen.here else 'rien qui s’ouvre'}"]
    here = _contents_data(seen.here) if seen.here else None
    return Answer(lines, {**_copy_data(seen.copy), "holds": _contents_data(seen.holds), "here": here})


def _told(contents: Contents) -> str:
    touched = contents.touched
    last = f", touchées pour la dernière fois le {_day(touched.at)} par {touched.by}" if touched.at else ""
    return f"{contents.records} fiches, dont {contents.drafts} brouillons{last}"


def _contents_data(contents: Contents) -> dict[str, object]:
    return {
        "name": contents.name,
        "records": contents.records,
        "drafts": contents.drafts,
        "trashed": contents.trashed,
        "changes": contents.changes,
        "last_change": {
            "at": contents.touched.at,
            "by": contents.touched.by,
            "title": contents.touched.title,
        },
    }


def _copy_data(copy: Copy) -> dict[str, object]:
    made = copy.made_at.isoformat() if copy.made_at else None
    return {"name": copy.path.name, "path": str(copy.path), "made_at": made}


def _moment(copy: Copy) -> str:
    return _written(copy.made_at.astimezone()) if copy.made_at else ""


def _day(at: str) -> str:
    return _written(moment_from_text(at).astimezone())


def _written(moment: datetime) -> str:
    return f"{moment:%d/%m/%Y %H:%M}"
