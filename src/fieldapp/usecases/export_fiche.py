"""Exports a fiche as a PDF sealed by the laptop or by a certificate file: for the people here, or for the centre."""

from enum import StrEnum

_STEPS = 3
"""Draw, sign, write."""
_LONGEST_NAME = 60
"""Characters of a title in a file name: short enough for any file system."""


class Audience(StrEnum):
    """Whom a PDF is for: everything for the people here, only what may travel for the centre."""

    LOCAL = "local"
    ANAPEC = "anapec"
