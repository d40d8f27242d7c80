"""The files that a restoration or an upgrade replaced: kept for ninety days, and the last one whatever its age.

One rule for both, carried out when a workspace is opened. Each is a workspace that opens by itself, so that what was
done can be undone; and each still holds what has been erased since, so that an erasure must reach them too.
"""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from fieldapp.base.clock import Clock
from fieldapp.base.clock_guard import PROGRAM_MADE
from fieldapp.base.errors import KnownError
from fieldapp.store.copying.copies import Copy, copy_name, drop_copy, read_copy, remove_leftovers
from fieldapp.store.copying.replacing import SET_ASIDE
from fieldapp.store.marker import is_workspace

KEPT_FOR = timedelta(days=90)
"""As long as the trash."""


def list_set_aside(folder: Path) -> list[Copy]:
    """Return what was set aside, the newest first; each may itself be restored."""
    places = folder / SET_ASIDE
    found = places.iterdir() if places.is_dir() else ()
    return [read_copy(path) for path in sorted(found, key=_order, reverse=True) if is_workspace(path)]


def free_name(folder: Path, before: str, clock: Clock) -> str:
    """Return a name under which nothing was set aside yet, also within one second or when the clock went back."""
    name = copy_name(before, clock.now())
    taken = sum(path.name.endswith(name) for path in (folder / SET_ASIDE).glob(f"*{before}_*"))
    return f"{taken + 1}-{name}" if taken else name


def thin_set_aside(folder: Path, clock: Clock) -> list[Path]:
    """Remove what has been set aside for longer than the rule says; return what went. Asks for a trusted clock.

    A file whose name bears no date that can be right is kept: nobody knows how old it is.
    """
    remove_leftovers(folder / SET_ASIDE)
    now = clock.now()
    gone = []
    for copy in list_set_aside(folder)[1:]:
        if copy.made_at is not None and copy.made_at >= PROGRAM_MADE and now - copy.made_at > KEPT_FOR:
            with suppress(KnownError):  # what is held open goes next time
                drop_copy(copy.path)
                gone.append(copy.path)
    return gone


def _order(path: Path) -> tuple[str, str]:
    """Sort by the moment in the name, whatever stands before it."""
    before, _, at = path.name.rpartition("_")
    return at, before
