"""Keeps the marker beside the database as the encrypted file says: a lost, torn or altered one is written again."""

from contextlib import suppress
from pathlib import Path

from fieldapp.base.errors import KnownError
from fieldapp.store.marker import Marker, has_marker, read_marker, write_marker
from fieldapp.store.workspace import Workspace

_SHOWN = "shows_person"


def show_person(workspace: Workspace, *, is_shown: bool) -> None:
    """Let the login page say whose workspace this is before it is opened, or only what its folder is called.

    Raises:
        KnownError: `file.disk_full`…
    """
    workspace.preferences.put(_SHOWN, str(int(is_shown)))
    write_marker(workspace.folder, _wanted(workspace))


def shows_person(workspace: Workspace) -> bool:
    """Whether the login page says whose workspace this is."""
    return workspace.preferences.get(_SHOWN) == "1"


def mend_marker(workspace: Workspace) -> None:
    """Write the marker again where it is not as it should be; a disk that refuses keeps nobody from working."""
    folder: Path = workspace.folder
    with suppress(KnownError):
        wanted = _wanted(workspace)
        if not has_marker(folder) or read_marker(folder) != wanted:
            write_marker(folder, wanted)


def _wanted(workspace: Workspace) -> Marker:
    plain = Marker(workspace.name or workspace.folder.name, workspace.is_training)
    if not shows_person(workspace):
        return plain
    actor = workspace.actor
    organisation = " · ".join(part for part in (actor.role, actor.organisation) if part)
    return Marker(plain.name, plain.is_training, person=actor.name, organisation=organisation)
