"""From which side a text is written: by the language it is asked in, never by its first letter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

_LEFT, _RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
_BY_ENDING = {"ar": _RIGHT, "fr": _LEFT, "en": _LEFT}
_WESTERN = frozenset({"numbers", "url"})
"""Appearances of what is written from left to right in every language: telephones, addresses of the web."""
_NAMES = ("telephone", "courriel", "email", "site_web", "facebook")
"""How questions for those begin or end, where the form gives no appearance."""


def direction_of(
    name: str, type_name: str, appearance: Sequence[str], *, around: Qt.LayoutDirection
) -> Qt.LayoutDirection:
    """Return the direction of the answers of a question.

    Args:
        name: The question's name: `nom_ar` is asked in Arabic, whatever the window speaks.
        type_name: Its bind type; codes go from left to right.
        appearance: The words of its appearance.
        around: The direction of the window, for the rest.
    """
    if type_name not in ("string", "text") or _WESTERN.intersection(appearance):
        return _LEFT
    if name.startswith(_NAMES) or name.endswith(_NAMES):
        return _LEFT
    return _BY_ENDING.get(name.rpartition("_")[2], around)
