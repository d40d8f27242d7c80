"""The fixed words on printed pages, in the language of the page: data, in `resources/pdf`."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from fieldapp.base.paths import resources

_LANGUAGES = ("fr", "ar", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    language: str
    texts: dict[str, str]
    forms: dict[str, str]
    """Form id -> title of the form, where the form itself says it in one language alone."""

    def say(self, name: str, **facts: str) -> str:
        """Return a text with its facts in their places."""
        return self.texts[name].format(**facts)


def training_marks(words: Words) -> dict[str, str]:
    """Return what stands on every page of a document in which nothing is real (`fiche_page.Marginalia`)."""
    return {"underlay": words.say("training"), "warning": words.say("training_warning")}


@cache
def words_of(language: str) -> Words:
    """Return the words of a language; French for one that we do not have."""
    known = language if language in _LANGUAGES else _LANGUAGES[0]
    stored: dict[str, Any] = json.loads((resources() / "pdf" / f"{known}.json").read_text(encoding="utf-8"))
    forms = stored.pop("forms")
    return Words(known, stored, forms)
