"""Opens the workspace a command works on: `--workspace`, and the passphrase from a file, the prompt, or training."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes
from fieldapp.base.paths import settings_file
from fieldapp.base.settings import load_settings
from fieldapp.store import TRAINING_PASSPHRASE, Workspace, read_marker
from fieldapp.usecases.open_workspace import open_workspace

PASSPHRASE_FILE = "FIELDAPP_PASSPHRASE_FILE"  # noqa: S105 - the name of a variable, not a secret
"""Environment variable naming a file whose first line is the passphrase."""


@contextmanager
def opened_workspace() -> Iterator[Workspace]:
    """Open the workspace named before the command, or the one the window used last, and close it again.

    Raises:
        KnownError: `workspace.not_named`, or why it does not open.
    """
    folder = workspace_folder()
    workspace = open_workspace(folder, passphrase=passphrase_for(folder))
    try:
        yield workspace
    finally:
        workspace.close()


def workspace_folder() -> Path:
    """Return the folder meant.

    Raises:
        KnownError: `workspace.not_named` when there is none to guess.
    """
    named: Path | None = click.get_current_context().find_root().params.get("workspace")
    last = load_settings(settings_file()).workspace
    if named is None and not last:
        raise KnownError("workspace.not_named")
    return named or Path(last)


def passphrase_for(folder: Path) -> str:
    """Return the passphrase: none is asked for a training workspace."""
    if read_marker(folder).is_training:
        return TRAINING_PASSPHRASE
    return typed_passphrase(confirm=False)


def typed_passphrase(*, confirm: bool) -> str:
    """Return the passphrase from `FIELDAPP_PASSPHRASE_FILE`, or ask for it without showing it."""
    path = os.environ.get(PASSPHRASE_FILE)
    if path:
        return read_bytes(Path(path)).decode("utf-8", "replace").partition("\n")[0].rstrip("\r")
    asked: str = click.prompt("Phrase secrète", hide_input=True, confirmation_prompt=confirm, err=True)
    return asked
