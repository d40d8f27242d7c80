"""Opens the way back into a workspace whose passphrase is lost: its recovery key gives it a new one."""

from pathlib import Path

from fieldapp.store import KeyChange
from fieldapp.store import recover_workspace as recover_file
from fieldapp.usecases.judge_passphrase import check_passphrase


def recover_workspace(folder: Path, *, recovery_secret: str, passphrase: str) -> KeyChange:
    """Set a new passphrase by means of the recovery key that was shown when the workspace was made.

    Raises:
        KnownError: `workspace.passphrase_short`…, `workspace.no_recovery` when this is not the key of this
            workspace, `age.bad_identity` when it is no recovery key at all, `workspace.in_use`; nothing changed.
    """
    check_passphrase(passphrase)
    return recover_file(folder, recovery_secret="".join(recovery_secret.split()), passphrase=passphrase)
