"""The window's settings: a small readable file that may be lost without harm."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes, write_atomically


@dataclass(frozen=True, slots=True)
class Settings:
    """What the window remembers between two runs. Holds nothing that anyone answered."""

    language: str = "fr"
    workspace: str = ""
    """Folder of the workspace opened last; empty before the first."""
    look: str = "system"
    """`light`, `dark`, or as the system has it."""
    zoom: str = "100"
    """How large the window shows everything, in percent."""


def load_settings(path: Path) -> Settings:
    """Read the settings; a missing or damaged file gives the defaults, since nothing of value is in it."""
    try:
        stored = json.loads(read_bytes(path))
    except (KnownError, ValueError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    known = {field.name for field in fields(Settings)}
    return Settings(
        **{name: value for name, value in stored.items() if name in known and isinstance(value, str)}
    )


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings whole."""
    write_atomically(path, json.dumps(asdict(settings), ensure_ascii=False, indent=1).encode(), mode=0o600)
