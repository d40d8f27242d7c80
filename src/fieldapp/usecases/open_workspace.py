"""Opens a workspace with its passphrase, and gives it the forms that came with a newer program."""

from collections.abc import Callable
from pathlib import Path

from fieldapp.base.clock import Clock, SystemClock
from fieldapp.base.ids import Ids, SystemIds
from fieldapp.store import Mending, Workspace
from fieldapp.store import open_workspace as open_file
from fieldapp.store.copying.set_aside import thin_set_aside
from fieldapp.store.copying.upgrading import Upgrade
from fieldapp.usecases.erase_record import finish_at_opening
from fieldapp.usecases.install_forms import install_shipped_forms
from fieldapp.usecases.laptop_identity import has_keys, make_keys


def open_workspace(
    folder: Path,
    *,
    passphrase: str,
    clock: Clock | None = None,
    ids: Ids | None = None,
    told: Callable[[Mending], object] = lambda _: None,
    upgrade: Upgrade | None = None,
    finishes: bool = True,
) -> Workspace:
    """Open a workspace.

    Args:
        folder: Its place.
        passphrase: What opens it.
        clock: The time.
        ids: New identifiers.
        told: Told when its key files had to be made again from a backup.
        upgrade: How an older file is brought to this program's shape; at once unless it says otherwise.
        finishes: Whether an erasure that was cut short is carried to its end; a window does that beside itself.

    Raises:
        KnownError: `workspace.not_found`, `workspace.wrong_passphrase`, `workspace.damaged`, `workspace.newer`,
            `workspace.in_use`, `workspace.keys_damaged`; nothing was changed.
    """
    workspace = open_file(
        folder,
        passphrase=passphrase,
        clock=clock or SystemClock(),
        ids=ids or SystemIds(),
        told=told,
        upgrade=upgrade,
    )
    try:
        if not has_keys(workspace):
            make_keys(workspace, clock=workspace.clock)
        install_shipped_forms(workspace)
        if finishes:
            finish_at_opening(workspace)
        if not workspace.events.look():
            thin_set_aside(folder, workspace.clock)
    except BaseException:
        workspace.close()
        raise
    return workspace
