"""Creates a workspace: the encrypted file, its keys, the mission's forms, and a recovery key for a lost passphrase."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from fieldapp.base.clock import Clock, SystemClock
from fieldapp.base.ids import Ids, SystemIds
from fieldapp.signing.keys import new_age_identity
from fieldapp.store import TRAINING_PASSPHRASE, Actor, Workspace, show_person
from fieldapp.store import create_workspace as create_file
from fieldapp.usecases.install_forms import install_shipped_forms
from fieldapp.usecases.judge_passphrase import check_passphrase
from fieldapp.usecases.laptop_identity import make_keys


@dataclass(frozen=True, slots=True)
class NewWorkspace:
    """A workspace just made, open."""

    workspace: Workspace
    recovery_secret: str = field(repr=False)
    """The recovery key to print and lock away, shown this once; blank for training, or when it was drawn before."""


def create_workspace(
    folder: Path,
    *,
    passphrase: str,
    actor: Actor,
    is_training: bool,
    is_shown: bool = False,
    recovery_recipient: str = "",
    clock: Clock | None = None,
    ids: Ids | None = None,
) -> NewWorkspace:
    """Make a workspace in a folder that does not hold one yet.

    A real one always has a recovery key besides its passphrase; a training one opens for everybody.

    Args:
        folder: Its place.
        passphrase: What opens it; of no account for training.
        actor: Whose it is.
        is_training: Whether nothing in it is real.
        is_shown: Whether the login page of this computer may say whose it is.
        recovery_recipient: Public half of a recovery key that was shown and put away before anything is written; one
            is drawn here without it, and returned.
        clock: The time.
        ids: New identifiers.

    Raises:
        KnownError: `workspace.passphrase_short`…, `workspace.exists`, or what the disk said.
    """
    clock, ids = clock or SystemClock(), ids or SystemIds()
    if not is_training:
        check_passphrase(passphrase)
    drawn = None if is_training or recovery_recipient else new_age_identity()
    workspace = create_file(
        folder,
        passphrase=TRAINING_PASSPHRASE if is_training else passphrase,
        recovery_recipients=() if is_training else (drawn.recipient if drawn else recovery_recipient,),
        actor=actor,
        is_training=is_training,
        clock=clock,
        ids=ids,
    )
    _furnish(workspace, is_shown=is_shown)
    return NewWorkspace(workspace, drawn.secret if drawn else "")


def _furnish(workspace: Workspace, *, is_shown: bool) -> None:
    """Give a new file its keys and forms, or take it away again."""
    try:
        make_keys(workspace, clock=workspace.clock)
        show_person(workspace, is_shown=is_shown)
        install_shipped_forms(workspace)
    except BaseException:  # or the workspace would stand, and its recovery key have been shown to nobody
        workspace.close()
        shutil.rmtree(workspace.folder, ignore_errors=True)
        raise
