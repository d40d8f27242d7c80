"""A training workspace per test, enrolled with a real centre where one is asked for."""

from types import SimpleNamespace

import pytest

from fieldapp.base.paths import resources
from fieldapp.store import Actor
from fieldapp.usecases.create_workspace import create_workspace
from fieldapp.usecases.enrolment import receive_enrolment, request_enrolment
from fieldapp.usecases.finalise_record import finalise_record
from fieldapp.usecases.records import start_record
from fieldapp.usecases.replay_steps import read_steps, replay_steps

FORM = "fiche_organisation"
SAMPLES = resources() / "samples"
PERSON = Actor("", "Agente Fictive", "agent_communautaire", "Organisation fictive")


def fill(workspace, sample="amappe"):
    """Fill a sample fiche and leave it a draft."""
    opened = start_record(workspace, FORM, language="fr")
    replay_steps(workspace, opened, read_steps(SAMPLES / "fiches" / f"{sample}.json"), files=SAMPLES)
    return opened


def finalised(workspace, sample="amappe"):
    """Fill a sample fiche and finalise it."""
    opened = fill(workspace, sample)
    assert finalise_record(workspace, opened).is_done
    return opened


@pytest.fixture
def workspace(tmp_path):
    made = create_workspace(tmp_path / "poste", passphrase="", actor=PERSON, is_training=True)
    yield made.workspace
    made.workspace.close()


@pytest.fixture
def enrolled(workspace, tmp_path):
    """The workspace and the training centre it is enrolled with."""
    from fieldapp.central import init_centre

    centre = init_centre(f"sqlite:///{tmp_path / 'central.db'}", tmp_path / "cles", training=True)
    receive_enrolment(workspace, centre.enrol(request_enrolment(workspace).data).data)
    return SimpleNamespace(workspace=workspace, centre=centre, folder=tmp_path / "envois")
