"""Looks up the sentence for a code in the reader's language: the words are data, in `resources/messages`.

Rooms below the screens raise codes and facts only. The window, the commands and the centre's report ask here, so
that one sentence serves all three and a missing one is found by a test.

A sentence names its facts in braces. What stands in square brackets is said only when every fact inside it is there:
`La fonction {name}() n'existe pas[ ; les plus proches : {nearest}].` After a colon stands the word for a million
bytes (`{limit:Mo}`), the sign between the members of a list (`{circle:→}`), or how much of a text is shown
(`{until:.10}`).
"""

import json
import re
from collections.abc import Mapping, Set
from functools import cache

from fieldapp.base.errors import BugError, FieldappError
from fieldapp.base.paths import resources

LANGUAGES = ("fr", "ar", "en")
UNKNOWN = "unknown"
"""The code whose sentence stands in for one that nobody wrote; a test keeps it from being needed."""


BUG = "bug"
"""The code whose sentence is said of every fault of ours: there is nothing to explain, only to report."""
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_NAME = re.compile(r"{(\w+)")
_MEBIBYTE = 1024**2


class _Fact:
    """A fact as people read it: lists with commas, sizes in millions of bytes."""

    def __init__(self, fact: object, comma: str) -> None:
        self.fact = fact
        self.comma = comma

    def __format__(self, spec: str) -> str:
        if isinstance(self.fact, (list, tuple)):
            return (f" {spec} " if spec else self.comma).join(map(str, self.fact))
        if isinstance(self.fact, int) and spec:
            return f"{round(self.fact / _MEBIBYTE, 2):g} {spec}"
        return format(str(self.fact), spec if spec.startswith(".") else "")


class _Facts(dict[str, _Fact]):
    """Facts in which a missing one reads as an ellipsis instead of failing where people look."""

    def __missing__(self, key: str) -> _Fact:
        return _Fact("…", ", ")


@cache
def messages(language: str) -> Mapping[str, str]:
    """Return all sentences of one language by code; French for a language we do not have."""
    known = language if language in LANGUAGES else LANGUAGES[0]
    path = resources() / "messages" / f"{known}.json"
    loaded: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def sentence(
    code: str, facts: Mapping[str, object], language: str = "fr", *, shown: Set[str] = frozenset()
) -> str:
    """Say in words what happened and what to do, with the facts in their places.

    Args:
        code: What happened.
        facts: What the sentence may name.
        language: The reader's.
        shown: Facts that stand beside the sentence, so that it need not repeat them where that is optional.
    """
    known = messages(language)
    return _said(known.get(code) or known[UNKNOWN], {**facts, "code": code}, language=language, shown=shown)


def sentence_of(error: FieldappError, language: str = "fr") -> str:
    """Say an error in words; a fault of ours always in the same ones."""
    if isinstance(error, BugError):
        return _said(messages(language)[BUG], {**error.facts, "code": error.code}, language=language)
    return sentence(error.code, error.facts, language)


def _said(template: str, facts: Mapping[str, object], *, language: str, shown: Set[str] = frozenset()) -> str:
    kept = {name for name, fact in facts.items() if fact or fact == 0} - shown

    def part(match: re.Match[str]) -> str:
        return match[1] if kept.issuperset(_NAME.findall(match[1])) else ""

    comma = "، " if language == "ar" else ", "
    worded = _Facts({name: _Fact(fact, comma) for name, fact in facts.items()})
    return _OPTIONAL.sub(part, template).format_map(worded)
