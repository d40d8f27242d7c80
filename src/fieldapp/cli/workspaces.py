"""`fieldapp workspace`: make a workspace, prove it whole, enrol it with the centre."""

from pathlib import Path

import click

from fieldapp.base.files import read_bytes, write_atomically
from fieldapp.bundle.limits import OUTER_BYTES
from fieldapp.cli.answer import Answer, command
from fieldapp.cli.keys import write_sheet
from fieldapp.cli.opening import opened_workspace, typed_passphrase, workspace_folder
from fieldapp.store import Actor
from fieldapp.usecases.create_workspace import create_workspace
from fieldapp.usecases.enrolment import receive_enrolment, request_enrolment
from fieldapp.usecases.load_samples import load_samples, mission_samples


@click.group()
def workspace() -> None:
    """L'espace de travail : le créer, le vérifier, l'inscrire au centre."""


@command(workspace, "create")
@click.option("--name", required=True, help="Votre nom.")
@click.option("--role", default="", help="Votre rôle.")
@click.option("--organisation", default="", help="Votre organisation.")
@click.option("--training", is_flag=True, help="Un espace d'entraînement : rien n'y est réel.")
@click.option(
    "--show-name", is_flag=True, help="Montrer votre nom sur la page d'ouverture de cet ordinateur."
)
@click.option(
    "--sheet",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Écrire aussi la feuille de la clé de secours, à imprimer (PDF).",
)
def create(
    name: str, role: str, organisation: str, *, training: bool, show_name: bool, sheet: Path | None
) -> Answer:
    """Créer un espace de travail dans le dossier de --workspace."""
    folder = workspace_folder()
    passphrase = "" if training else typed_passphrase(confirm=True)
    actor = Actor("", name, role, organisation)
    made = create_workspace(
        folder, passphrase=passphrase, actor=actor, is_training=training, is_shown=show_name
    )
    made.workspace.close()
    lines = [f"Espace de travail créé : {folder}"]
    if made.recovery_secret:
        if sheet is not None:
            write_sheet(sheet, folder, made.recovery_secret)
        lines += ["Clé de secours, à imprimer et à mettre sous clé ; elle ne sera plus montrée :"]
        lines += [f"  {made.recovery_secret}"]
    return Answer(lines, {"workspace": str(folder), "recovery_secret": made.recovery_secret})


@command(workspace, "load-samples")
def load_mission() -> Answer:
    """Charger une mission inventée dans un espace d'entraînement : fiches, entretiens, mesures, notes."""
    samples = mission_samples()
    with opened_workspace() as opened:
        loaded = sum(load_samples(opened, samples))
    known = len(samples) - loaded
    line = f"{loaded} fiches inventées chargées" + (f", {known} déjà là." if known else ".")
    return Answer([line], {"loaded": loaded, "known": known})


@command(workspace, "request-enrolment")
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="Où l'écrire."
)
def request(output: Path) -> Answer:
    """Écrire la demande d'inscription à porter au centre."""
    with opened_workspace() as opened:
        asked = request_enrolment(opened)
    path = output / asked.name
    write_atomically(path, asked.data)
    lines = [f"Demande écrite : {path}", f"Mots à comparer par téléphone : {' '.join(asked.words)}"]
    return Answer(lines, {"path": str(path), "words": list(asked.words)})


@command(workspace, "enrol")
@click.argument("answer", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--replace-centre", is_flag=True, help="Changer de centre, une fois ses mots comparés.")
def enrol(answer: Path, *, replace_centre: bool) -> Answer:
    """Prendre la réponse du centre à la demande d'inscription."""
    with opened_workspace() as opened:
        sealed = read_bytes(answer, limit=OUTER_BYTES)
        done = receive_enrolment(opened, sealed, replaces_centre=replace_centre)
    lines = [f"Poste inscrit : {done.device_code}, centre {done.central_name}."]
    lines += [f"Mots du centre, à comparer par téléphone : {' '.join(done.authority_words)}"]
    data = {"device_code": done.device_code, "centre": done.central_name, "words": list(done.authority_words)}
    return Answer(lines, data)
