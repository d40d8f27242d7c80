"""What a person does to the order of a repeat: an instance goes up or down, or is begun again as a copy of another.

Both are edits like others, told by path: one step of a draft, which undo takes back, and which a merge takes field by
field. An instance that moves keeps its identity and gets another rank, between those of its new neighbours; nothing
else of it changes.
"""

import re
from collections.abc import Callable

from fieldapp.base.errors import KnownError
from fieldapp.engine.drafts import PRESENT, RANK
from fieldapp.engine.effects import Edit
from fieldapp.engine.session import FormSession
from fieldapp.forms.rules import MAX_INSTANCES
from fieldapp.records.rank import rank_between, ranks

_UUID = re.compile(r"\[[^\]]*\]")
_BINARY = "binary"


def moved_instance(session: FormSession, reference: str, way: int) -> list[Edit]:
    """Return what lets a repeat instance change places with the next one (1) or the one before (-1).

    Nothing where it is the last or the first.
    """
    siblings = session.repeat_references(reference.rpartition("[")[0])
    place = siblings.index(reference)
    if not 0 <= place + way < len(siblings):
        return []
    paths = [session.path_of(sibling) for sibling in siblings]
    now = _ranks_of(session, paths)
    others = [path for path in paths if path != paths[place]]
    before = now[others[place + way - 1]] if place + way > 0 else ""
    after = now[others[place + way]] if place + way < len(others) else ""
    if _has_room(before, after):
        return [Edit(f"{paths[place]}/{RANK}", now[paths[place]] or None, rank_between(before, after))]
    others.insert(place + way, paths[place])
    return _renumbered(others, now)


def copied_instance(session: FormSession, reference: str, uuid7: Callable[[], str]) -> tuple[list[Edit], str]:
    """Return what begins an instance right after another with its answers, and the record path of the new one.

    Files are not copied: a photo shows one thing, and a signature was given once. What the form works out, it works
    out for the new instance by itself.

    Raises:
        KnownError: `engine.too_many_instances`.
    """
    siblings = session.repeat_references(reference.rpartition("[")[0])
    if len(siblings) >= MAX_INSTANCES:
        raise KnownError("engine.too_many_instances", reference=reference, limit=MAX_INSTANCES)
    paths = [session.path_of(sibling) for sibling in siblings]
    place = siblings.index(reference)
    now = _ranks_of(session, paths)
    before, after = now[paths[place]], now[paths[place + 1]] if place + 1 < len(paths) else ""
    above, name = paths[place].rpartition("/")[::2]
    new = f"{above}/{_UUID.sub('', name)}[{uuid7()}]".removeprefix("/")
    edits: list[Edit] = []
    if not _has_room(before, after):
        edits = _renumbered([*paths[: place + 1], new, *paths[place + 1 :]], now)
        before, after = "", ""
    else:
        edits = [Edit(f"{new}/{RANK}", None, rank_between(before, after))]
    return [Edit(f"{new}/{PRESENT}", None, "1"), *edits, *_copies(session, paths[place], new, uuid7)], new


def _copies(session: FormSession, source: str, new: str, uuid7: Callable[[], str]) -> list[Edit]:
    """Return the answers of an instance as those of another; instances inside it get identities of their own."""
    identities: dict[str, str] = {}

    def renamed(path: str) -> str:
        inside = path.removeprefix(f"{source}/")
        return f"{new}/" + _UUID.sub(lambda found: identities.setdefault(found[0], f"[{uuid7()}]"), inside)

    own = {f"{source}/{PRESENT}", f"{source}/{RANK}"}
    return [
        Edit(renamed(path), None, value)
        for path, value in session.answers().items()
        if path.startswith(f"{source}/") and path not in own and _is_copied(session, path)
    ]


def _is_copied(session: FormSession, path: str) -> bool:
    if path.endswith((PRESENT, RANK)):
        return True
    bind = session.definition.bind(f"{session.definition.root}/{_UUID.sub('', path)}")
    return bind.type != _BINARY and not bind.is_computed


def _ranks_of(session: FormSession, paths: list[str]) -> dict[str, str]:
    answers = session.answers()
    return {path: answers.get(f"{path}/{RANK}", "") for path in paths}


def _has_room(before: str, after: str) -> bool:
    """Whether there is a rank between two: not where a merge brought two alike, or an instance has none."""
    return not after or before < after


def _renumbered(paths: list[str], now: dict[str, str]) -> list[Edit]:
    """Return new ranks for all instances of a repeat, in this order."""
    wanted = zip(paths, ranks(len(paths)), strict=True)
    return [
        Edit(f"{path}/{RANK}", now.get(path) or None, rank) for path, rank in wanted if now.get(path) != rank
    ]
