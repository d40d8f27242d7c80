"""Brings a backup or a copy back: what there is to choose from, what one holds, and putting it in place."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fieldapp.base.clock import Clock, SystemClock
from fieldapp.base.ids import Ids, SystemIds
from fieldapp.signing.wrapping import unwrap_with_passphrase
from fieldapp.store import (
    Copy,
    Preview,
    Restored,
    Workspace,
    list_backups,
    list_set_aside,
    preview_copy,
    restore_copy,
)


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be restored into a workspace."""

    backups: tuple[Copy, ...]
    """Made by themselves, the newest first."""
    set_aside: tuple[Copy, ...]
    """What stood here before earlier restorations, the newest first."""


def list_choices(folder: Path) -> Choices:
    """Return what can be restored; no passphrase is needed to see that it is there."""
    return Choices(tuple(list_backups(folder)), tuple(list_set_aside(folder)))


def preview_restore(folder: Path, path: Path, *, passphrase: str, clock: Clock | None = None) -> Preview:
    """Prove a backup or a copy whole and say what it holds, beside what is here; nothing is changed.

    Raises:
        KnownError: `copy.not_found`, `copy.other_workspace`, `workspace.wrong_passphrase`, `workspace.newer`,
            `workspace.damaged`…
    """
    return preview_copy(
        folder, path, lambda text: unwrap_with_passphrase(text, passphrase), clock=clock or SystemClock()
    )


def restore_workspace(
    folder: Path, path: Path, *, passphrase: str, clock: Clock | None = None, ids: Ids | None = None
) -> Restored:
    """Put a backup or a copy in the place of a workspace that is closed; what stood there is set aside.

    Raises:
        KnownError: As `preview_restore`, and `workspace.in_use`, `file.disk_full`… ; then nothing was changed.
    """
    return restore_copy(
        folder,
        path,
        lambda text: unwrap_with_passphrase(text, passphrase),
        clock=clock or SystemClock(),
        ids=ids or SystemIds(),
    )


def preview_beside(workspace: Workspace, path: Path) -> Preview:
    """Say what a backup holds, beside the workspace that is open.

    Raises:
        KnownError: As `preview_restore`, but that no passphrase is asked.
    """
    return preview_copy(workspace.folder, path, workspace.backups.unwrap, clock=workspace.clock)


def restoring_in_place_of(workspace: Workspace, path: Path) -> Callable[[], Restored]:
    """Return what puts a backup in a workspace's place, to be done once that is closed: closing forgets the key.

    What is returned raises as `restore_workspace`; the workspace is as it was then.

    Raises:
        KnownError: `workspace.closed` when it is too late.
    """
    key = workspace.backups.unwrap(b"")
    return lambda: restore_copy(
        workspace.folder, path, lambda _: key, clock=workspace.clock, ids=workspace.ids
    )
