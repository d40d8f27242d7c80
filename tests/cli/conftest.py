"""Commands are run as a person runs them: their words, their exit code."""

import json

import pytest
from click.testing import CliRunner

from fieldapp.cli.main import main
from fieldapp.store import Actor
from fieldapp.usecases.create_workspace import create_workspace

PERSON = Actor("", "Agente Fictive", "agent_communautaire", "Organisation fictive")


@pytest.fixture
def run():
    """Run `fieldapp` with arguments; with `--json` among them, the output parsed stands in `.data`."""

    def call(*arguments, **options):
        result = CliRunner().invoke(main, [str(argument) for argument in arguments], **options)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        result.data = json.loads(result.stdout) if "--json" in arguments else None
        return result

    return call


@pytest.fixture
def folder(tmp_path):
    """The folder of a training workspace, closed."""
    made = create_workspace(tmp_path / "poste", passphrase="", actor=PERSON, is_training=True)
    made.workspace.close()
    return tmp_path / "poste"
