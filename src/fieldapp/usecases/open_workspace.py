"""Opens a workspace with its passphrase, and gives it the forms that came with a newer program."""

from pathlib import Path

from fieldapp.base.clock import Clock, SystemClock
from fieldapp.base.ids import Ids, SystemIds
from fieldapp.store import Workspace
from fieldapp.store import open_workspace as open_file
from fieldapp.usecases.install_forms import install_shipped_forms
from fieldapp.usecases.laptop_identity import has_keys, make_keys


def open_workspace(
    folder: Path, *, passphrase: str, clock: Clock | None = None, ids: Ids | None = None
) -> Workspace:
    """Open a workspace.

    Raises:
        KnownError: `workspace.not_found`, `workspace.wrong_passphrase`, `workspace.damaged`, `workspace.newer`,
            `workspace.in_use`, `workspace.keys_damaged`; nothing was changed.
    """
    workspace = open_file(folder, passphrase=passphrase, clock=clock or SystemClock(), ids=ids or SystemIds())
    try:
        if not has_keys(workspace):
            make_keys(workspace, clock=workspace.clock)
        install_shipped_forms(workspace)
    except BaseException:
        workspace.close()
        raise
    return workspace
