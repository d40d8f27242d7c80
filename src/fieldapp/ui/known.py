"""The workspaces of this computer, as the first page lists them before any of them is opened."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fieldapp.base.errors import KnownError

_DATABASE_FILES = ("fiches.db", "fiches.db-wal")


@dataclass(frozen=True, slots=True)
class KnownSpace:
    """What may be told of a workspace without its passphrase."""

    folder: Path
    name: str
    is_training: bool
    organisation: str = ""
    """Role and organisation, where its person wants them shown."""
    used_at: datetime | None = None
    """When something was last written to it."""


def known_workspaces(parent: Path, also: Path | None = None) -> list[KnownSpace]:
    """Return the workspaces of a folder, and one more."""
    from fieldapp.store import describe_workspace, is_workspace

    places = sorted(path for path in parent.iterdir() if path.name[0] != ".") if parent.is_dir() else []
    if also is not None and also not in places:
        places.insert(0, also)
    found = []
    for place in places:
        if is_workspace(place):
            try:
                marker = describe_workspace(place)
            except KnownError:
                continue
            name = marker.person or marker.name
            told = marker.organisation if marker.person else ""
            found.append(KnownSpace(place, name, marker.is_training, told, _used_at(place)))
    return found


def _used_at(folder: Path) -> datetime | None:
    moments = []
    for name in _DATABASE_FILES:
        try:
            moments.append((folder / name).stat().st_mtime)
        except OSError:
            continue
    return datetime.fromtimestamp(max(moments), UTC).astimezone() if moments else None
