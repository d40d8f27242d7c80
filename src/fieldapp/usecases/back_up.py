"""Backs a workspace up: hourly and at close beside it, and as a verified copy in a folder that a person chose."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fieldapp.base.clock import utc_text
from fieldapp.base.errors import KnownError
from fieldapp.base.files import known_from_os
from fieldapp.bundle.progress import IsCancelled, Report, never, unreported
from fieldapp.store import Copy, CopyNote, Losses, Workspace


@dataclass(frozen=True, slots=True)
class WrittenCopy:
    """A copy in a folder, verified, not yet noted in the workspace."""

    copy: Copy
    note: CopyNote
    is_elsewhere: bool
    """Whether it lies on another disk than the workspace: only then does it outlive this computer."""


def back_up(
    workspace: Workspace, *, progress: Report = unreported, is_cancelled: IsCancelled = never
) -> Copy | None:
    """Write a backup and read it back; nothing when the newest one holds all of this. A reader will do.

    Raises:
        KnownError: `copy.cancelled`, `file.disk_full`, `workspace.damaged`… ; earlier backups stand as they stood.
    """
    return workspace.backups.make(progress=_stopping(progress, is_cancelled))


def back_up_at_close(workspace: Workspace) -> KnownError | None:
    """Back up before a workspace is closed; whatever prevents it is returned, never in the way of closing."""
    try:
        back_up(workspace)
    except KnownError as refusal:
        return refusal
    return None


def write_copy(
    workspace: Workspace, folder: Path, *, progress: Report = unreported, is_cancelled: IsCancelled = never
) -> WrittenCopy:
    """Write a verified copy into a folder. A reader will do; `keep_copy` notes it afterwards.

    Raises:
        KnownError: `copy.inside`, `copy.cancelled`, `file.disk_full`, `file.read_only`… ; no copy stands there then.
    """
    at = utc_text(workspace.clock.now())
    copy, contents = workspace.backups.copy_to(folder, progress=_stopping(progress, is_cancelled))
    note = CopyNote(at, str(copy.path), contents.tick)
    return WrittenCopy(copy, note, _device(copy.path) != _device(workspace.folder))


def keep_copy(workspace: Workspace, written: WrittenCopy) -> None:
    """Note a copy that lies elsewhere, from which what exists only here is counted."""
    if written.is_elsewhere:
        workspace.note_copy(written.note)


def copy_workspace(workspace: Workspace, folder: Path) -> WrittenCopy:
    """Do both steps at once, for the commands."""
    written = write_copy(workspace, folder)
    keep_copy(workspace, written)
    return written


def count_losses(workspace: Workspace) -> Losses:
    """Say what would be lost with this computer. A reader will do."""
    return workspace.losses()


def _device(path: Path) -> int:
    try:
        return path.stat().st_dev
    except OSError as error:
        raise known_from_os(error, path) from error


def _stopping(progress: Report, is_cancelled: IsCancelled) -> Callable[[int, int], None]:
    def report(done: int, total: int) -> None:
        if is_cancelled():
            raise KnownError("copy.cancelled")
        progress(done, total)

    return report
