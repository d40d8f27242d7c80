"""A training workspace per test, enrolled with a real centre where one is asked for."""

import shutil
from types import SimpleNamespace

import pytest

from fieldapp.base.paths import resources
from fieldapp.store import TRAINING_PASSPHRASE, Actor
from fieldapp.usecases.create_workspace import create_workspace
from fieldapp.usecases.enrolment import receive_enrolment, request_enrolment
from fieldapp.usecases.finalise_record import finalise_record
from fieldapp.usecases.open_workspace import open_workspace
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


@pytest.fixture(scope="session")
def made_workspace(tmp_path_factory):
    """The folder of a training workspace, made once and closed: a copy of it opens sooner than a new one is made."""
    folder = tmp_path_factory.mktemp("made") / "poste"
    create_workspace(folder, passphrase="", actor=PERSON, is_training=True).workspace.close()
    return folder


@pytest.fixture
def workspace(made_workspace, tmp_path):
    folder = shutil.copytree(made_workspace, tmp_path / "poste")
    opened = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    yield opened
    opened.close()


@pytest.fixture
def enrolled(workspace, tmp_path):
    """The workspace and the training centre it is enrolled with."""
    from fieldapp.central import init_centre

    centre = init_centre(f"sqlite:///{tmp_path / 'central.db'}", tmp_path / "cles", training=True)
    receive_enrolment(workspace, centre.enrol(request_enrolment(workspace).data).data)
    return SimpleNamespace(workspace=workspace, centre=centre, folder=tmp_path / "envois")
