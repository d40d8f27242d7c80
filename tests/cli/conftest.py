"""Commands are run as a person runs them: their words, their exit code."""

import json
import shutil

import pytest
from click.testing import CliRunner

from fieldapp.cli.main import main
from tests.usecases.conftest import made_workspace

__all__ = ["made_workspace"]


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
def folder(made_workspace, tmp_path):
    """The folder of a training workspace, closed."""
    return shutil.copytree(made_workspace, tmp_path / "poste")
