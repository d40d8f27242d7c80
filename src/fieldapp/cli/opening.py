"""Opens the workspace a command works on: `--workspace`, and the passphrase from a file, the prompt, or training."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes
from fieldapp.base.paths import settings_file
from fieldapp.base.sentences import sentence, sentence_of
from fieldapp.base.settings import load_settings
from fieldapp.store import TRAINING_PASSPHRASE, Mending, Workspace, describe_workspace
from fieldapp.usecases.open_workspace import open_workspace

PASSPHRASE_FILE = "FIELDAPP_PASSPHRASE_FILE"  # noqa: S105 - the name of a variable, not a secret
"""Environment variable naming a file whose first line is the passphrase."""
NEW_PASSPHRASE_FILE = "FIELDAPP_NEW_PASSPHRASE_FILE"  # noqa: S105 - the name of a variable, not a secret
"""Likewise, for the one that takes its place."""
_WRONG = "workspace.wrong_passphrase"


@contextmanager
def opened_workspace() -> Iterator[Workspace]:
    """Open the workspace named before the command, or the one the window used last, and close it again.

    Raises:
        KnownError: `workspace.not_named`, or why it does not open.
    """
    workspace = _opened(workspace_folder())
    try:
        yield workspace
    finally:
        workspace.close()


def _opened(folder: Path) -> Workspace:
    """Open a workspace. Its passphrase is asked for, whatever its marker says, when the published one is not it."""
    passphrase = passphrase_for(folder)
    try:
        return open_workspace(folder, passphrase=passphrase, told=_tell)
    except KnownError as refusal:
        if refusal.code != _WRONG or passphrase != TRAINING_PASSPHRASE:
            raise
    return open_workspace(folder, passphrase=typed_passphrase(confirm=False), told=_tell)


def _tell(mending: Mending) -> None:
    """Say on the error output that key files were made again: the answer itself is the command's own."""
    language = str(click.get_current_context().find_root().params.get("language") or "fr")
    facts = {"day": f"{mending.made_at.astimezone():%d/%m/%Y}" if mending.made_at else ""}
    if mending.refusal is None:
        click.echo(sentence("workspace.keys_mended", facts, language), err=True)
    else:
        words = sentence("workspace.keys_unmended", facts, language)
        click.echo(f"{words} {sentence_of(mending.refusal, language)}", err=True)


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
    if describe_workspace(folder).is_training:
        return TRAINING_PASSPHRASE
    return typed_passphrase(confirm=False)


def typed_passphrase(*, confirm: bool) -> str:
    """Return the passphrase from `FIELDAPP_PASSPHRASE_FILE`, or ask for it without showing it."""
    return secret_from(PASSPHRASE_FILE, "Phrase secrète", confirm=confirm)


def secret_from(variable: str, question: str = "", *, confirm: bool = False) -> str:
    """Return a secret from the file that a variable names, else ask for it without showing it.

    Args:
        variable: Of the environment.
        question: What is asked; blank to ask nothing and return nothing.
        confirm: Whether it must be typed twice.
    """
    path = os.environ.get(variable)
    if path:
        return read_bytes(Path(path)).decode("utf-8", "replace").partition("\n")[0].rstrip("\r")
    if not question:
        return ""
    asked: str = click.prompt(question, hide_input=True, confirmation_prompt=confirm, err=True)
    return asked
