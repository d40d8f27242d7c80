"""Plays every form with ours and the peers that are here, all in the same minutes."""

import sys
from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks.engine.forms import FORMS
from tests.benchmarks.engine.plays import LONG, SHORT, kept, memory, play
from tests.benchmarks.engine.sides import OURS, Peer, peers_here
from tests.benchmarks.engine.stage import Row

NAME = "engine"
FORMS_BY_NAME = tuple(f"{NAME}:{form}" for form in LONG)
"""What asks for one form alone."""
_REMEMBERED, _REMEMBERED_QUICK = "flat-5000", "flat-200"


def names_of(asked: Iterable[str]) -> list[str]:
    """Return the forms to play when some figures are asked for; none for figures of other things."""
    wanted = set(asked)
    return [form for form, name in zip(LONG, FORMS_BY_NAME, strict=True) if {NAME, name} & wanted]


def run(folder: Path, forms: Iterable[str] = LONG, *, is_quick: bool) -> tuple[list[Row], list[str]]:
    """Return the rows, and the names of the peers.

    Args:
        folder: Room for forms and for what must be compiled.
        forms: Those of the long form to play.
        is_quick: Small forms, and ours alone: does it run at all?
    """
    peers = [] if is_quick else peers_here(folder)
    rows: list[Row] = []
    for name, playing in (SHORT if is_quick else {form: LONG[form] for form in forms}).items():
        _say(name)
        rows += play(name, playing, [OURS, *peers], folder=folder)
    if is_quick or _REMEMBERED in forms:
        rows += _memory(folder, [OURS, *peers], _REMEMBERED_QUICK if is_quick else _REMEMBERED)
    return rows, [peer.name for peer in peers]


def _memory(folder: Path, peers: list[Peer], name: str) -> list[Row]:
    _say(f"{name} memory")
    file = folder / f"{name}.xml"
    file.write_bytes(FORMS[name]().xml())
    return [memory(name, file, peers), kept(name, file)]


def _say(name: str) -> None:
    sys.stderr.write(f"engine {name}…\n")
    sys.stderr.flush()
