"""Brings a large workspace of an older program to this program's shape, in a thread of whoever waits for it."""

from pathlib import Path

from fieldapp.base.clock import Clock, SystemClock
from fieldapp.base.errors import KnownError
from fieldapp.bundle.progress import IsCancelled, Report, never, unreported
from fieldapp.store import open_workspace
from fieldapp.store.copying.upgrading import Upgrade

AT_ONCE = Upgrade(at_once=4_000_000)
"""For a window: so many bytes take less than a second, which nobody notices."""


def upgrade_workspace(
    folder: Path,
    *,
    passphrase: str,
    clock: Clock | None = None,
    progress: Report = unreported,
    is_cancelled: IsCancelled = never,
) -> None:
    """Upgrade a workspace and close it again; what is opened afterwards opens at once.

    Raises:
        KnownError: `copy.cancelled`, and as opening it; nothing was changed.
    """

    def report(done: int, total: int) -> None:
        if is_cancelled():
            raise KnownError("copy.cancelled")
        progress(done, total)

    open_workspace(
        folder, passphrase=passphrase, clock=clock or SystemClock(), upgrade=Upgrade(progress=report)
    ).close()
