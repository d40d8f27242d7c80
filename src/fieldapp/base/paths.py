"""Where things lie: what ships with the program, and the folders of the person who uses it."""

from pathlib import Path

import platformdirs

_ROOT = Path(__file__).resolve().parents[3]


def resources() -> Path:
    """Return the folder of fonts, icons, translations and help that ships with the program."""
    return _ROOT / "resources"


def shipped_forms() -> Path:
    """Return the folder of the mission's XLSForms, one folder a form."""
    return _ROOT / "forms"


def default_workspaces() -> Path:
    """Return the folder in which workspaces are offered and created."""
    return Path(platformdirs.user_data_dir("fieldapp", appauthor=False)) / "workspaces"


def default_exports() -> Path:
    """Return the folder proposed for PDFs and bundles."""
    return Path(platformdirs.user_documents_dir()) / "fieldapp"


def settings_file() -> Path:
    """Return the file of the window's settings: language and last workspace, never an answer."""
    return Path(platformdirs.user_config_dir("fieldapp", appauthor=False)) / "settings.json"
