"""Looks up the sentence for a code in the reader's language: the words are data, in `resources/messages`.

Rooms below the screens raise codes and facts only. The window, the commands and the centre's report ask here, so
that one sentence serves all three and a missing one is found by a test.
"""

import json
from collections.abc import Mapping
from functools import cache

from fieldapp.base.errors import FieldappError
from fieldapp.base.paths import resources

LANGUAGES = ("fr", "ar", "en")
UNKNOWN = "unknown"
"""The code whose sentence stands in for one that nobody wrote; a test keeps it from being needed."""


class _Facts(dict[str, object]):
    """Facts in which a missing one reads as an ellipsis instead of failing where people look."""

    def __missing__(self, key: str) -> str:
        return "…"


@cache
def messages(language: str) -> Mapping[str, str]:
    """Return all sentences of one language by code; French for a language we do not have."""
    known = language if language in LANGUAGES else LANGUAGES[0]
    path = resources() / "messages" / f"{known}.json"
    loaded: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def sentence(code: str, facts: Mapping[str, object], language: str = "fr") -> str:
    """Say in words what happened and what to do, with the facts in their places."""
    known = messages(language)
    template = known.get(code) or known[UNKNOWN]
    return template.format_map(_Facts(facts, code=code))


def sentence_of(error: FieldappError, language: str = "fr") -> str:
    """Say an error in words."""
    return sentence(error.code, error.facts, language)
