"""Creates a workspace: the encrypted file, its keys, the mission's forms, and a recovery key for a lost passphrase."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from fieldapp.base.clock import Clock, SystemClock
from fieldapp.base.errors import KnownError
from fieldapp.base.ids import Ids, SystemIds
from fieldapp.signing.keys import new_age_identity
from fieldapp.store import TRAINING_PASSPHRASE, Actor, Workspace
from fieldapp.store import create_workspace as create_file
from fieldapp.usecases.install_forms import install_shipped_forms
from fieldapp.usecases.laptop_identity import make_keys

SHORTEST_PASSPHRASE = 10
"""Characters; with a memory-hard derivation this resists guessing on a stolen laptop (goals of the product)."""


@dataclass(frozen=True, slots=True)
class NewWorkspace:
    """A workspace just made, open."""

    workspace: Workspace
    recovery_secret: str = field(repr=False)
    """The recovery key to print and lock away, shown this once; blank for a training workspace."""


def create_workspace(
    folder: Path,
    *,
    passphrase: str,
    actor: Actor,
    is_training: bool,
    clock: Clock | None = None,
    ids: Ids | None = None,
) -> NewWorkspace:
    """Make a workspace in a folder that does not hold one yet.

    A real one always has a recovery key besides its passphrase; a training one opens for everybody.

    Raises:
        KnownError: `workspace.passphrase_short`, `workspace.exists`, or what the disk said.
    """
    clock, ids = clock or SystemClock(), ids or SystemIds()
    if not is_training:
        check_passphrase(passphrase)
    recovery = new_age_identity()
    workspace = create_file(
        folder,
        passphrase=TRAINING_PASSPHRASE if is_training else passphrase,
        recovery_recipients=() if is_training else (recovery.recipient,),
        actor=actor,
        is_training=is_training,
        clock=clock,
        ids=ids,
    )
    try:
        make_keys(workspace, clock=clock)
        install_shipped_forms(workspace)
    except BaseException:  # or the workspace would stand, and its recovery key have been shown to nobody
        workspace.close()
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return NewWorkspace(workspace, "" if is_training else recovery.secret)


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is too short to protect what people said.

    Raises:
        KnownError: `workspace.passphrase_short`.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise KnownError("workspace.passphrase_short", shortest=SHORTEST_PASSPHRASE)
