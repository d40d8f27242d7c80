"""Compares what we write out with a file kept for review; FIELDAPP_UPDATE_GOLDEN=1 writes it anew."""

import os
from pathlib import Path

HERE = Path(__file__).parent


def golden(name, text):
    """Return the text kept under a name, after writing it when asked to."""
    path = HERE / name
    if os.environ.get("FIELDAPP_UPDATE_GOLDEN") == "1":
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8")
