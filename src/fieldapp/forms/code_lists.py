"""The code lists that all forms of the mission share: `forms/lists/*.csv`, one line a code."""

import csv
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

from fieldapp.base.files import read_bytes
from fieldapp.base.paths import shipped_forms

LANGUAGES = ("fr", "ar", "en")
"""In which every word of a shared list, and of a form of the mission, is written."""
MAX_LIST_BYTES = 4 * 1024 * 1024
"""Of one table; the longest has 17 kB."""
CodeLists = Mapping[str, Mapping[str, Mapping[str, str]]]
"""List -> code -> language -> word."""


def shared_lists(folder: Path | None = None) -> CodeLists:
    """Return the shared lists by name; none where the folder is missing."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for path in sorted((folder or shipped_forms() / "lists").glob("*.csv")):
        text = read_bytes(path, limit=MAX_LIST_BYTES).decode("utf-8-sig")
        for row in csv.DictReader(StringIO(text, newline="")):
            words = {language: row[language] for language in LANGUAGES}
            found.setdefault(row["list"], {})[row["code"]] = words
    return found
