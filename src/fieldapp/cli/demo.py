"""`fieldapp demo`: the main job from an empty folder to the centre's receipt, on sample fiches, printing each path."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import click

from fieldapp.base.clock import SystemClock
from fieldapp.base.errors import BugError
from fieldapp.base.files import read_bytes, write_atomically
from fieldapp.base.paths import default_exports
from fieldapp.cli.answer import Answer, command
from fieldapp.store import Actor, Workspace
from fieldapp.usecases.create_workspace import create_workspace
from fieldapp.usecases.enrolment import receive_enrolment, request_enrolment
from fieldapp.usecases.export_fiche import Audience, export_fiche
from fieldapp.usecases.finalise_record import finalise_record
from fieldapp.usecases.load_samples import (
    Sample,
    begin_sample,
    dated_steps,
    load_samples,
    mission_samples,
    sample_folder,
)
from fieldapp.usecases.make_bundle import WrittenBundle, make_bundle
from fieldapp.usecases.receive_receipt import receive_receipt
from fieldapp.usecases.replay_steps import replay_steps

_ONE_BY_ONE = ("amappe", "caritas", "es_maroc", "orient_occident", "soleterre")
"""Fiches that are filled as a person would, printed and sent; the rest of the mission is only loaded."""


@dataclass(slots=True)
class _Story:
    """What the demonstration tells: lines as they happen, and the same as data."""

    say: Callable[[str], None]
    data: dict[str, object] = field(default_factory=dict)


def register(root: click.Group) -> None:
    """Hang the demonstration on the root of the commands."""

    @command(root, "demo")
    @click.option(
        "--workspace", type=click.Path(path_type=Path, file_okay=False), help="Un dossier vide ou nouveau."
    )
    def demo(workspace: Path | None) -> Answer:
        """Montrer le travail de bout en bout : fiches, PDF signés, envoi, centre, accusé de réception."""
        context = click.get_current_context()
        folder = workspace or context.find_root().params.get("workspace") or _new_folder()
        lines: list[str] = []
        story = _Story(lines.append)
        _tell(folder, story)
        return Answer(lines, story.data)


def _new_folder() -> Path:
    moment = SystemClock().now()
    return default_exports() / f"demonstration-{moment:%Y%m%d-%H%M%S}"


def _tell(folder: Path, story: _Story) -> None:
    actor = Actor("", "Agent·e de démonstration", "agent_communautaire", "Organisation fictive")
    made = create_workspace(folder / "poste", passphrase="", actor=actor, is_training=True)
    workspace = made.workspace
    try:
        story.say(f"Espace d'entraînement chiffré : {workspace.folder}")
        story.data["workspace"] = str(workspace.folder)
        record_ids = _fill(workspace, story)
        _export(workspace, record_ids, folder=folder / "fiches", story=story)
        _travel(workspace, folder, story)
        _load_rest(workspace, story)
        workspace.check()
        story.say("Espace de travail relu : fichier et journal entiers.")
    finally:
        workspace.close()


def _fill(workspace: Workspace, story: _Story) -> list[str]:
    samples = mission_samples()
    shown = sorted((one for one in samples if one.key in _ONE_BY_ONE), key=lambda one: one.key)
    story.data["records"] = [_fill_one(workspace, sample, story) for sample in shown]
    return [sample.record_id for sample in shown]


def _load_rest(workspace: Workspace, story: _Story) -> None:
    """Load what a mission gathers besides, once the five went their way: nobody waits for a hundred PDFs."""
    loaded = sum(load_samples(workspace, mission_samples()))
    story.say(f"Le reste d'une mission inventée : {loaded} fiches, entretiens, mesures et notes à parcourir")
    story.data["loaded"] = loaded


def _fill_one(workspace: Workspace, sample: Sample, story: _Story) -> dict[str, object]:
    opened = begin_sample(workspace, sample)
    steps = replay_steps(workspace, opened, dated_steps(workspace, sample), files=sample_folder())
    outcome = finalise_record(workspace, opened)
    if not outcome.is_done:
        wrong = [violation.reference for violation in outcome.violations]
        raise BugError("demo.sample_refused", sample=sample.key, references=wrong)
    story.say(f"Fiche finalisée : {opened.record.title} ({steps} réponses enregistrées une à une)")
    return {"record_id": sample.record_id, "title": opened.record.title, "steps": steps}


def _export(workspace: Workspace, record_ids: list[str], *, folder: Path, story: _Story) -> None:
    paths = []
    for record_id in record_ids:
        for language in ("fr", "ar"):
            path = export_fiche(
                workspace, record_id, folder=folder, language=language, audience=Audience.LOCAL
            )
            paths.append(str(path))
            story.say(f"PDF signé (PAdES) : {path}")
    story.data["pdfs"] = paths


def _travel(workspace: Workspace, folder: Path, story: _Story) -> None:
    from fieldapp.central import init_centre

    database = folder / "centre" / "central.db"
    database.parent.mkdir(parents=True)
    centre = init_centre(f"sqlite:///{database}", folder / "centre" / "cles", training=True)
    story.say(f"Base centrale (SQLite) : {database}")
    asked = request_enrolment(workspace)
    write_atomically(folder / "envois" / asked.name, asked.data)
    answer = centre.enrol(asked.data)
    write_atomically(folder / "recus" / answer.name, answer.data)
    done = receive_enrolment(workspace, answer.data)
    story.say(f"Poste inscrit : {done.device_code}, mots comparés : {' '.join(asked.words)}")
    written = make_bundle(workspace, folder / "envois")
    story.say(f"Envoi signé et chiffré : {written.path} ({written.size} octets)")
    story.data |= {"bundle": str(written.path), "bundle_bytes": written.size, "central": str(database)}
    imports = [centre.import_files([written.path])[0] for _ in range(2)]
    for number, result in enumerate(imports, 1):
        story.say(
            f"Import n° {number} : {result.status}, {result.new_count} modifications nouvelles,"
            f" {result.known_count} déjà connues, {result.record_count} fiches"
        )
    story.data["imports"] = [
        {"status": str(result.status), "new": result.new_count, "records": result.record_count}
        for result in imports
    ]
    receipt = centre.receipt_for(written.header.bundle_id)
    path = folder / "recus" / receipt.name
    _take_receipt(workspace, path, data=receipt.data, written=written, story=story)


def _take_receipt(
    workspace: Workspace, path: Path, *, data: bytes, written: WrittenBundle, story: _Story
) -> None:
    write_atomically(path, data)
    content = receive_receipt(workspace, read_bytes(path))
    story.say(f"Accusé de réception : {path} ({content.status}, jusqu'à la modification {content.ack_seq})")
    ids = [record.record_id for record in workspace.records.list()]
    states = sorted(str(state) for state in workspace.outbox.transmissions(ids).values())
    story.say(f"Sur le poste, par fiche : {', '.join(states)}")
    story.data["receipt"] = {"path": str(path), "status": str(content.status), "ack_seq": content.ack_seq}
    story.data["transmission"] = states
    story.data["bundle_no"] = written.header.bundle_no
