"""Changes what opens a workspace: its passphrase, or its recovery key; the encrypted file is not written anew.

The backups in the workspace's folder follow. Copies on sticks cannot be reached: they keep what opened them on the
day they were made, and an old passphrase that leaked still opens these.
"""

from pathlib import Path

from fieldapp.base.errors import KnownError
from fieldapp.signing.keys import AgeIdentity, new_age_identity
from fieldapp.signing.wrapping import unwrap_with_passphrase
from fieldapp.store import TRAINING_PASSPHRASE, KeyChange, Workspace, change_keys, rewrap_workspace
from fieldapp.usecases.judge_passphrase import check_passphrase


def change_passphrase(folder: Path, *, old: str, new: str) -> KeyChange:
    """Put a new passphrase in the place of the old one in a workspace that is closed.

    Raises:
        KnownError: `workspace.training_passphrase` for a training workspace, `workspace.passphrase_short`…,
            `workspace.wrong_passphrase`, `workspace.in_use`, `file.disk_full`… ; the old one still opens then.
    """
    _check(old, new)
    return rewrap_workspace(folder, lambda text: unwrap_with_passphrase(text, old), passphrase=new)


def change_passphrase_of(workspace: Workspace, *, old: str, new: str) -> KeyChange:
    """Do the same to a workspace that this program has open; it stays open.

    Raises:
        KnownError: As `change_passphrase`.
    """
    _check(old, new)
    return change_keys(workspace.folder, lambda text: unwrap_with_passphrase(text, old), passphrase=new)


def draw_recovery_key() -> AgeIdentity:
    """Make a recovery key that opens nothing yet, to be put away before the old one stops working."""
    return new_age_identity()


def replace_recovery_key(folder: Path, *, passphrase: str, recipient: str) -> KeyChange:
    """Let a new recovery key open a workspace that is closed, and no other one any more.

    Args:
        folder: Its place.
        passphrase: The one in force.
        recipient: The public half of the new key.

    Raises:
        KnownError: `workspace.training_passphrase`, `workspace.wrong_passphrase`, `workspace.in_use`… ; the old
            recovery key still opens then.
    """
    _refuse_training(passphrase)
    return rewrap_workspace(
        folder, lambda text: unwrap_with_passphrase(text, passphrase), recovery_recipients=(recipient,)
    )


def replace_recovery_key_of(workspace: Workspace, *, passphrase: str, recipient: str) -> KeyChange:
    """Do the same to a workspace that this program has open.

    Raises:
        KnownError: As `replace_recovery_key`.
    """
    _refuse_training(passphrase)
    return change_keys(
        workspace.folder,
        lambda text: unwrap_with_passphrase(text, passphrase),
        recovery_recipients=(recipient,),
    )


def _check(old: str, new: str) -> None:
    _refuse_training(old)
    check_passphrase(new)


def _refuse_training(passphrase: str) -> None:
    """Leave a training workspace open to everybody: nobody is asked for its passphrase, and so none must be set."""
    if passphrase == TRAINING_PASSPHRASE:
        raise KnownError("workspace.training_passphrase")
