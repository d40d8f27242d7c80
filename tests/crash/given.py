"""What every series of kills starts from: a training workspace linked with a centre, with some work done in it."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from fieldapp.base.clock import SystemClock
from fieldapp.base.ids import SystemIds
from fieldapp.base.paths import resources
from fieldapp.central import init_centre
from fieldapp.store import TRAINING_PASSPHRASE, Actor, opening
from fieldapp.store.keys.keyfile import read_key
from fieldapp.usecases.back_up import back_up
from fieldapp.usecases.create_workspace import create_workspace
from fieldapp.usecases.enrolment import receive_enrolment, request_enrolment
from fieldapp.usecases.export_fiche import Audience, export_fiche
from fieldapp.usecases.finalise_record import finalise_record
from fieldapp.usecases.make_bundle import make_bundle
from fieldapp.usecases.open_workspace import open_workspace
from fieldapp.usecases.records import start_record
from fieldapp.usecases.replay_steps import read_steps, replay_steps

FORM = "fiche_organisation"
SAMPLES = resources() / "samples"
PERSON = Actor("", "Agente Fictive", "agent_communautaire", "Organisation fictive")


@dataclass(frozen=True)
class Template:
    """A closed workspace to copy, and its key: wrapping and unwrapping it is slow on purpose."""

    folder: Path
    key: bytes


def make_template(place):
    """Make it by the real use cases; they also load every module, so that a child that is forked starts at once."""
    made = create_workspace(place / "poste", passphrase="", actor=PERSON, is_training=True)
    workspace = made.workspace
    centre = init_centre(f"sqlite:///{place / 'central.db'}", place / "cles", training=True)
    receive_enrolment(workspace, centre.enrol(request_enrolment(workspace).data).data)
    opened = start_record(workspace, FORM, language="fr")
    replay_steps(workspace, opened, read_steps(SAMPLES / "fiches" / "amappe.json"), files=SAMPLES)
    assert finalise_record(workspace, opened).is_done
    export_fiche(
        workspace, opened.record.record_id, folder=place / "pdf", language="fr", audience=Audience.LOCAL
    )
    make_bundle(workspace, place / "envois")
    back_up(workspace)
    workspace.close()
    return Template(place / "poste", read_key(place / "poste", TRAINING_PASSPHRASE))


@dataclass(frozen=True)
class Desk:
    """A fresh workspace, and the folders that its person writes to."""

    folder: Path
    out: Path
    key: bytes

    def open(self, *, by_passphrase=False):
        """Open it as the program does; the key is known, unless the whole way in is to be gone too."""
        if by_passphrase:
            return open_workspace(self.folder, passphrase=TRAINING_PASSPHRASE)
        return opening._open(self.folder, lambda: self.key, clock=SystemClock(), ids=SystemIds())


def fresh_desk(template, place):
    """Copy the template."""
    folder = shutil.copytree(template.folder, place / "poste")
    return Desk(folder, place / "sortie", template.key)
