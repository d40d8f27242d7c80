"""A program killed in the middle of an exchange leaves the state before it, whole; the next exchange does the work."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fieldapp.store import TRAINING_PASSPHRASE
from fieldapp.usecases.open_workspace import open_workspace
from tests.usecases.teams import make_people, open_team

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def made_team(tmp_path_factory):
    return make_people(tmp_path_factory.mktemp("equipe"))


@pytest.fixture
def team(made_team, tmp_path):
    opened = open_team(made_team, tmp_path)
    yield opened
    for person in opened.people:
        person.workspace.close()


def killed(person, where):
    """Let a child exchange in a person's workspace and die when it comes to a function."""
    person.workspace.close()
    command = [sys.executable, "-m", "tests.usecases.killed_child", str(person.at), where]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    assert done.returncode == 9
    person.workspace = open_workspace(person.at, passphrase=TRAINING_PASSPHRASE)


@pytest.mark.parametrize("where", ["answer_taken", "_write_answers", "keep_bundle"])
def test_a_kill_loses_nothing_and_takes_nothing_twice(team, where):
    record_id = team.amina.write(nom="AMPF", ville="Rabat")
    team.lead.write(nom="De la cheffe")
    team.amina.exchange()
    before = team.lead.counts()
    killed(team.lead, where)
    team.lead.workspace.check()
    if where == "answer_taken":
        assert team.lead.counts() == before
    team.round(3)
    for person in team.people:
        assert person.answers(record_id) == {"nom": "AMPF", "ville": "Rabat"}
        assert len(person.records()) == 2
        assert person.workspace.check() >= 2
    assert [name for name in team.files() if name.endswith(".age")] == []
