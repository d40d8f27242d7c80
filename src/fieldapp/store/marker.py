"""The small readable file that says a folder is a workspace: no secret in it, and nothing is decided by it alone."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes, write_atomically

DATABASE = "fiches.db"
"""Name of the encrypted file in a workspace folder."""
WAITING = f"{DATABASE}.next-"
"""Beginning of the name of a file that takes that one's place as soon as a program opens the folder."""
MARKER = "workspace.json"
FORMAT = "ma.fieldapp.workspace"
FORMAT_VERSION = 1
_FILE_MODE = 0o600


@dataclass(frozen=True, slots=True)
class Marker:
    """What can be known of a workspace before its passphrase is given."""

    name: str
    is_training: bool
    """A hint for the login page; the truth stands inside the encrypted file."""
    person: str = ""
    """Whose it is, for the login page of a computer that several agents share; blank unless they want it shown."""
    organisation: str = ""
    """Their role and organisation, as the login page says them; blank likewise."""
    format_version: int = FORMAT_VERSION


def is_workspace(folder: Path) -> bool:
    """Whether the folder holds a workspace's encrypted file."""
    return (folder / DATABASE).is_file() or any(folder.glob(f"{WAITING}*"))


def write_marker(folder: Path, marker: Marker) -> None:
    """Write the marker whole."""
    text = json.dumps({"format": FORMAT, **asdict(marker)}, ensure_ascii=False, indent=1)
    write_atomically(folder / MARKER, text.encode(), mode=_FILE_MODE)


def has_marker(folder: Path) -> bool:
    """Whether a marker that can be read lies there."""
    return _stored(folder).get("format") == FORMAT


def read_marker(folder: Path) -> Marker:
    """Read the marker; a lost or damaged one hides nothing, since the encrypted file knows the truth.

    Raises:
        KnownError: `workspace.not_found`, `workspace.newer`.
    """
    if not is_workspace(folder):
        raise KnownError("workspace.not_found", path=str(folder))
    stored = _stored(folder)
    version = stored.get("format_version")
    if isinstance(version, int) and version > FORMAT_VERSION:
        raise KnownError("workspace.newer", path=str(folder), format_version=version)
    name, person, organisation = (str(stored.get(part) or "") for part in ("name", "person", "organisation"))
    is_training = stored.get("is_training") is True
    return Marker(name or folder.name, is_training, person=person, organisation=organisation)


def _stored(folder: Path) -> dict[str, object]:
    try:
        stored = json.loads(read_bytes(folder / MARKER, limit=65_536))
    except (KnownError, ValueError):
        return {}
    return stored if isinstance(stored, dict) else {}
